package org.capaccueil.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.assessment.SelfAssessments.Rating;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Scale.Level;
import org.capaccueil.standard.StandardMappings.Correspondence;
import org.capaccueil.standard.StandardMappings.Relation;
import org.capaccueil.support.Grids;
import org.junit.jupiter.api.Test;

/** What of last cycle's answer may be taken over, and what has to be judged anew. */
class SuggestionTest {

    private static final Criterion CRITERION = Grids.unit("NEW-1", 1, false, Set.of(Channel.COUNTER));

    private static final Scale PANEL = new Scale(
            "panel",
            Scale.Kind.PANEL,
            List.of(new Level(50, 50, "Peu"), new Level(100, 100, "Tout")),
            List.of(),
            75,
            false);

    private static final Scale THREE = new Scale(
            "three",
            Scale.Kind.GRADES,
            List.of(new Level(0, 0, "Non"), new Level(1, 50, "En partie"), new Level(3, 100, "Oui")),
            List.of(),
            75,
            false);

    private static Suggestion suggestion(Relation relation, Grade grade, Scale then, Scale now) {
        return Suggestion.same(
                new Correspondence("ACC-1", relation),
                Rewording.NONE,
                new Rating("ACC-1", Place.COUNTER, grade, "Tenu"),
                then,
                Grids.question(CRITERION, now, Place.COUNTER));
    }

    @Test
    void anEqualCriterionOnTheSameScaleIsOffered() {
        Suggestion found = suggestion(Relation.EQUAL, Grade.of(3), Grids.SCALE, Grids.SCALE);

        assertThat(found.sentence()).isEqualTo("3 · conforme, au guichet (critère ACC-1, correspondance : égal)");
        assertThat(found.answer()).isEqualTo("3");
        assertThat(found.comment()).isEqualTo("Tenu");
    }

    @Test
    void oneThatCoversIsOfferedWithItsRelationAndOneThatCoversPartlyIsOnlyShown() {
        Suggestion covers = suggestion(Relation.COVERS, Grade.of(3), Grids.SCALE, Grids.SCALE);
        assertThat(covers.sentence()).contains("correspondance : couvre)");
        assertThat(covers.answer()).isEqualTo("3");

        Suggestion partly = suggestion(Relation.PARTLY, Grade.of(3), Grids.SCALE, Grids.SCALE);
        assertThat(partly.sentence()).contains("correspondance : couvre en partie)");
        assertThat(partly.answer()).isNull();
    }

    @Test
    void aValueThatMeansSomethingElseOrIsNotThereIsOnlyShown() {
        assertThat(suggestion(Relation.EQUAL, Grade.of(3), Grids.SCALE, THREE).answer())
                .isNull();
        assertThat(suggestion(Relation.EQUAL, Grade.of(4), Grids.SCALE, THREE).answer())
                .isNull();
        assertThat(suggestion(Relation.EQUAL, Grade.of(3), Grids.SCALE, PANEL).answer())
                .isNull();
        assertThat(suggestion(Relation.EQUAL, Grade.of(75), PANEL, Grids.SCALE).answer())
                .isNull();
        assertThat(suggestion(Relation.EQUAL, Grade.of(0), Grids.SCALE, THREE).answer())
                .isEqualTo("0");
        assertThat(suggestion(Relation.EQUAL, Grade.of(45), PANEL, PANEL).answer())
                .isEqualTo("45");
    }

    @Test
    void notApplicableIsOfferedWhereItMayBeAnswered() {
        Suggestion found = suggestion(Relation.EQUAL, Grade.notApplicable("Pas de guichet"), Grids.SCALE, Grids.SCALE);
        assertThat(found.answer()).isEqualTo("N");
        assertThat(found.reason()).isEqualTo("Pas de guichet");
        assertThat(found.sentence()).startsWith("sans objet, au guichet");

        assertThat(suggestion(Relation.EQUAL, Grade.notApplicable("Non"), Grids.SCALE, PANEL)
                        .answer())
                .isNull();
    }

    @Test
    void anAnswerForTheWholeTeamIsShownAtEachChannelAndOneForAnotherChannelIsNot() {
        Question question = Grids.question(CRITERION, Grids.SCALE, Place.COUNTER, Place.PHONE);

        List<Suggestion> whole = recollection(new Rating("ACC-1", Place.TEAM, Grade.of(3), "Tenu"))
                .of(question, Place.PHONE);
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).sentence())
                .isEqualTo("3 · conforme, pour l'équipe (critère ACC-1, correspondance : égal)");
        assertThat(whole.get(0).answer()).isNull();

        assertThat(recollection(new Rating("ACC-1", Place.COUNTER, Grade.of(3), null))
                        .of(question, Place.PHONE))
                .isEmpty();
    }

    @Test
    void theRatingsOfSeveralChannelsAreReadTogetherWhereTheTeamIsRatedAsAWhole() {
        Question question = Grids.question(CRITERION, Grids.SCALE, Place.TEAM);

        assertThat(recollection(
                                new Rating("ACC-1", Place.COUNTER, Grade.of(3), "Tenu"),
                                new Rating("ACC-1", Place.PHONE, Grade.of(1), null))
                        .of(question, Place.TEAM))
                .containsExactly(new Suggestion(
                        "3 · conforme, au guichet ; 1 · ébauché, au téléphone (critère ACC-1, correspondance : égal)",
                        null,
                        null,
                        null));
    }

    @Test
    void whatAVersionRewordedUnderTheSameCodeSaysItsFormerWordsAndIsJudgedAnew() {
        Criterion was = Grids.unit("ACC-1", 1, false, Set.of(Channel.COUNTER));
        List<Question> revised = List.of(
                Grids.question(with(was, "Horaires tenus", was.channels(), was.scope()), Grids.SCALE, Place.COUNTER),
                Grids.question(
                        with(was, was.titleFr(), Set.of(Channel.COUNTER, Channel.PHONE), was.scope()),
                        Grids.SCALE,
                        Place.COUNTER),
                Grids.question(
                        with(was, was.titleFr(), was.channels(), Scope.ORGANISATION), Grids.SCALE, Place.COUNTER),
                Grids.question(was, THREE, Place.COUNTER));

        assertThat(revised)
                .extracting(question ->
                        earlierVersion(was).of(question, Place.COUNTER).get(0))
                .allSatisfy(found -> assertThat(found.answer()).isNull())
                .extracting(Suggestion::sentence)
                .containsExactly(
                        "0 · absent, au guichet (critère ACC-1, reformulé depuis ; alors : « " + was.titleFr() + " »)",
                        "0 · absent, au guichet (critère ACC-1, reformulé depuis ; alors : sur d'autres canaux (Guichet))",
                        "0 · absent, au guichet (critère ACC-1, reformulé depuis ; alors : coté par chaque équipe)",
                        "0 · absent, au guichet (critère ACC-1, reformulé depuis ; alors : sur une autre échelle)");
    }

    @Test
    void whatAVersionLeftAsItWasIsOffered() {
        Criterion was = Grids.unit("ACC-1", 1, false, Set.of(Channel.COUNTER));

        Suggestion found = earlierVersion(was)
                .of(Grids.question(was, Grids.SCALE, Place.COUNTER), Place.COUNTER)
                .get(0);
        assertThat(found.answer()).isEqualTo("0");
        assertThat(found.sentence()).endsWith("correspondance : égal)");
    }

    private static Recollection earlierVersion(Criterion was) {
        return new Recollection(
                Grids.standard(Grids.theme("T", "Thème", 1, List.of(was))),
                true,
                List.of(new Rating("ACC-1", Place.COUNTER, Grade.of(0), null)),
                Map.of("ACC-1", List.of(new Correspondence("ACC-1", Relation.EQUAL))));
    }

    private static Criterion with(Criterion was, String title, Set<Channel> channels, Scope scope) {
        return new Criterion(
                was.code(),
                title,
                was.titleEn(),
                channels,
                was.weight(),
                was.mandatory(),
                was.notApplicableAllowed(),
                was.appliesTo(),
                was.levelMinimums(),
                was.evidenceFr(),
                was.methods(),
                was.measuredBy(),
                scope,
                was.legalBasis(),
                was.note());
    }

    private static Recollection recollection(Rating... ratings) {
        return new Recollection(
                Grids.standard(
                        Grids.theme("T", "Thème", 1, List.of(Grids.unit("ACC-1", 1, false, Set.of(Channel.COUNTER))))),
                false,
                List.of(ratings),
                Map.of("NEW-1", List.of(new Correspondence("ACC-1", Relation.EQUAL))));
    }
}
