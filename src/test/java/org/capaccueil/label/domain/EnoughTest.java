package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.capaccueil.label.domain.Nonconformity.Answer;
import org.capaccueil.label.process.DmnLabelTable;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.junit.jupiter.api.Test;

class EnoughTest {

    private static final LabelTable TABLE = new DmnLabelTable();
    private static final Points NOWHERE = new Points(Map.of());
    private static final IndicatorCoverage MEASURED = new IndicatorCoverage(5, 4, List.of("TEL Décroché (Téléphone)"));

    @Test
    void whatWouldBeEnoughIsSaidRatingByRating() {
        // everything at 3 is 75, gold wants 85: B2 brings 25 × 4/5 × 1/3 = 6,66…, A1 at one place 25 × 1/2 × 3/5 × 2/3
        // = 5
        Enough enough = enough(ScoreSheetTest.ratings("3", "3", "3", "3", "3", "3"));

        assertThat(enough.reachable()).isTrue();
        assertThat(enough.changes())
                .extracting(change -> change.question().criterion().code() + " " + change.where() + " : de "
                        + change.fromText() + " à " + change.toText())
                .containsExactly(
                        "A1 au guichet : de 3 · Conforme à 4 · Maîtrisé",
                        "B2 pour l'organisation : de 3 · Conforme à 4 · Maîtrisé");
    }

    @Test
    void whatRatingsDoNotChangeStandsBeside() {
        LabelFacts facts = new LabelFacts(
                ScoreSheetTest.sheet("3", "1", "3", "1", "3", "3"), List.of(), List.of(), MEASURED, false, NOWHERE);
        LabelVerdict verdict = LabelTest.on(SmallStandard.standard(), facts, TABLE);

        Enough enough = Enough.forNext(
                SmallStandard.standard(), facts, Objects.requireNonNull(verdict.next()), verdict.rules());

        assertThat(enough.changes())
                .extracting(change -> change.question().criterion().code() + " " + change.where())
                .contains("A2 au téléphone");
        assertThat(enough.besides()).containsExactly("Le plan d'action n'est pas signé : la direction doit le signer.");
    }

    @Test
    void aMinorLeftFromBeforeThatABetterRatingWouldSettleIsNotSaidToStay() {
        Nonconformity settled = new Nonconformity(3, false, "A2", Place.PHONE, true, Answer.PLANNED, null);
        Nonconformity stays = new Nonconformity(4, false, "A1", Place.PHONE, true, Answer.PLANNED, null);
        ScoreSheet sheet = ScoreSheetTest.sheet("4", "2", "4", "2", "4", "4");
        LabelFacts facts = new LabelFacts(
                sheet,
                List.of(),
                Stream.of(settled, stays)
                        .map(one -> CarriedOver.of(
                                "Printemps 2026",
                                one,
                                new ConcludedAudit("Printemps 2028", sheet, List.of(), List.of())))
                        .toList(),
                MEASURED,
                true,
                NOWHERE);
        LabelVerdict verdict = LabelTest.on(SmallStandard.standard(), facts, TABLE);

        Enough enough = Enough.forNext(
                SmallStandard.standard(), facts, Objects.requireNonNull(verdict.next()), verdict.rules());

        // A2 has to be conform by phone, which settles no 3; nothing asks A1 to be better by phone
        assertThat(enough.changes())
                .singleElement()
                .extracting(Enough.Change::place)
                .isEqualTo(Place.PHONE);
        assertThat(enough.besides())
                .singleElement()
                .asString()
                .startsWith("La non-conformité mineure n° 4 de la campagne « Printemps 2026 »");
    }

    @Test
    void aListThatLeavesGapsSaysSoAndAFullOneDoesNot() {
        assertThat(enough(ScoreSheetTest.ratings("3", "N", "3", "3", "3", "3")).assumesGaps())
                .isTrue();
        assertThat(enough(ScoreSheetTest.ratings("3", "-", "3", "3", "3", "3")).assumesGaps())
                .isTrue();
        assertThat(enough(ScoreSheetTest.ratings("3", "3", "3", "3", "3", "3")).assumesGaps())
                .isFalse();
    }

    @Test
    void whatIsToBeRaisedNamesItsReceptionPoints() {
        Standard standard = RuleWordingTest.onScale(SmallStandard.SCALE, RuleWordingTest.counter("C1", 1, false));
        LabelFacts facts = RuleWordingTest.complete(
                RuleWordingTest.sheet(standard, new Ratings().put("C1", Place.COUNTER, Grade.of(1))));
        LabelVerdict verdict = LabelTest.on(standard, facts, TABLE);

        assertThat(Enough.forNext(standard, facts, Objects.requireNonNull(verdict.next()), verdict.rules())
                        .changes())
                .extracting(Enough.Change::where)
                .containsExactly("au guichet (Mairie)");
    }

    private static Enough enough(Ratings ratings) {
        LabelFacts facts = new LabelFacts(
                ScoreSheet.of(SmallStandard.standard(), SmallStandard.scope(SmallStandard.CHANNELS), ratings),
                List.of(),
                List.of(),
                MEASURED,
                true,
                NOWHERE);
        LabelVerdict verdict = LabelTest.on(SmallStandard.standard(), facts, TABLE);
        return Enough.forNext(SmallStandard.standard(), facts, Objects.requireNonNull(verdict.next()), verdict.rules());
    }
}
