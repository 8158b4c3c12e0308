package org.capaccueil.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.assessment.SelfAssessments.Rating;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
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

    private static Recollection recollection(Rating... ratings) {
        return new Recollection(
                Grids.standard(
                        Grids.theme("T", "Thème", 1, List.of(Grids.unit("ACC-1", 1, false, Set.of(Channel.COUNTER))))),
                List.of(ratings),
                Map.of("NEW-1", List.of(new Correspondence("ACC-1", Relation.EQUAL))));
    }
}
