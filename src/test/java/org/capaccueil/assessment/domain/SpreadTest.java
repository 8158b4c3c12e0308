package org.capaccueil.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.capaccueil.assessment.domain.Spread.Kind;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final Scale SCALE = scale(0, 1, 2, 3, 4);
    private static final Scale PANEL = new Scale(
            "P",
            Scale.Kind.PANEL,
            IntStream.of(10, 30, 50, 70, 100)
                    .mapToObj(end -> new Scale.Level(end, end, "Jusqu'à " + end))
                    .toList(),
            List.of(),
            50,
            true);
    private static final Grade NOT_CONCERNED = Grade.notApplicable("Un seul étage");

    @Test
    void theSameAnswerOfEverybodyIsUnanimousWhateverTheWordsOfItsReason() {
        assertThat(kind(Grade.of(3), Grade.of(3))).isEqualTo(Kind.UNANIMOUS);
        assertThat(kind(NOT_CONCERNED, Grade.notApplicable("Pas d'escalier"))).isEqualTo(Kind.UNANIMOUS);
        assertThat(kind(Grade.of(0), Grade.of(0))).isEqualTo(Kind.UNANIMOUS);
    }

    @Test
    void gradesSideBySideAreLittleApartAndAnythingMoreIsFarApart() {
        assertThat(kind(Grade.of(2), Grade.of(3), Grade.of(3))).isEqualTo(Kind.LITTLE_APART);
        assertThat(kind(Grade.of(1), Grade.of(3))).isEqualTo(Kind.FAR_APART);
        assertThat(kind(Grade.of(0), NOT_CONCERNED)).isEqualTo(Kind.FAR_APART);
    }

    @Test
    void anAnswerLeftOutIsNeitherZeroNorUnanimity() {
        assertThat(kind(Grade.of(3), null)).isEqualTo(Kind.INCOMPLETE);
        assertThat(kind(Grade.of(0), null)).isEqualTo(Kind.INCOMPLETE);
        assertThat(kind(null, null)).isEqualTo(Kind.EMPTY);
        assertThat(kind(Grade.of(2), Grade.of(3), null)).isEqualTo(Kind.LITTLE_APART);
    }

    @Test
    void theDifferenceIsCountedInGradesOfTheScaleAndNotInTheirValues() {
        Scale hundred = scale(0, 25, 50, 75, 100);
        Spread spread = Spread.of(List.of(Grade.of(50), Grade.of(75)));

        assertThat(spread.apart(hundred)).isEqualTo(1);
        assertThat(spread.kind(hundred)).isEqualTo(Kind.LITTLE_APART);
    }

    @Test
    void onAPanelTheDifferenceIsInPointsWhicheverBandsTheyLieIn() {
        assertThat(spread(Grade.of(45), Grade.of(48)).apart(PANEL)).isEqualTo(3);
        assertThat(spread(Grade.of(45), Grade.of(48)).kind(PANEL)).isEqualTo(Kind.LITTLE_APART);
        assertThat(spread(Grade.of(49), Grade.of(52)).kind(PANEL)).isEqualTo(Kind.LITTLE_APART);
        assertThat(spread(Grade.of(31), Grade.of(56)).kind(PANEL)).isEqualTo(Kind.LITTLE_APART);
        assertThat(spread(Grade.of(31), Grade.of(57)).kind(PANEL)).isEqualTo(Kind.FAR_APART);
        assertThat(spread(Grade.of(45), Grade.of(45)).kind(PANEL)).isEqualTo(Kind.UNANIMOUS);
    }

    @Test
    void itCountsWhoChoseWhatWithItsEnds() {
        Spread spread = spread(Grade.of(1), Grade.of(3), Grade.of(3), NOT_CONCERNED, null);

        assertThat(spread.count(3)).isEqualTo(2);
        assertThat(spread.count(2)).isZero();
        assertThat(spread.notApplicable()).isEqualTo(1);
        assertThat(spread.notRated()).isEqualTo(1);
        assertThat(spread.answered()).isEqualTo(4);
        assertThat(spread.people()).isEqualTo(5);
        assertThat(spread.lowest()).isEqualTo(1);
        assertThat(spread.highest()).isEqualTo(3);
        assertThat(spread(NOT_CONCERNED, NOT_CONCERNED).lowest()).isNull();
    }

    @Test
    void whatIsStoredReadsBackTheSame() {
        for (Spread spread : List.of(
                spread(Grade.of(1), Grade.of(3), Grade.of(3), NOT_CONCERNED, null), spread(null, null), spread())) {
            assertThat(Spread.parse(spread.code())).isEqualTo(spread);
        }
    }

    @Test
    void aGradeIsUndisputedOnlyWhereTwoOrMoreSaidItAndNobodyOtherwise() {
        assertThat(spread(Grade.of(3), Grade.of(3)).isUndisputed(Grade.of(3))).isTrue();
        assertThat(spread(Grade.of(3), Grade.of(3), null).isUndisputed(Grade.of(3)))
                .isTrue();
        assertThat(spread(NOT_CONCERNED, NOT_CONCERNED).isUndisputed(NOT_CONCERNED))
                .isTrue();
        assertThat(spread(Grade.of(3), null).isUndisputed(Grade.of(3))).isFalse();
        assertThat(spread(null, null).isUndisputed(Grade.of(3))).isFalse();
        assertThat(spread(Grade.of(3), Grade.of(3)).isUndisputed(Grade.of(2))).isFalse();
        assertThat(spread(Grade.of(3), Grade.of(2)).isUndisputed(Grade.of(3))).isFalse();
        assertThat(spread(NOT_CONCERNED, Grade.of(2)).isUndisputed(NOT_CONCERNED))
                .isFalse();
    }

    private static Kind kind(@Nullable Grade... answers) {
        return spread(answers).kind(SCALE);
    }

    private static Spread spread(@Nullable Grade... answers) {
        return Spread.of(Arrays.asList(answers));
    }

    private static Scale scale(int... values) {
        return new Scale(
                "S",
                Scale.Kind.GRADES,
                Arrays.stream(values)
                        .mapToObj(value -> new Scale.Level(value, value, "Niveau " + value))
                        .toList(),
                List.of(),
                75,
                true);
    }
}
