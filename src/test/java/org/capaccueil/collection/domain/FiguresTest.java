package org.capaccueil.collection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Indicator.Direction;
import org.capaccueil.standard.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Indicator ANSWERED = indicator("%", Direction.HIGHER, 85, 70, 200);
    private static final Indicator WAIT = indicator("min", Direction.LOWER, 10, 15, 100);
    private static final Indicator NOTE = indicator("/10", Direction.HIGHER, 8, 5, 100);
    private static final Indicator HOURS = indicator("h", Direction.HIGHER, 3, 1, 1);

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "5, 0, denominator, ne peut pas être 0",
                "0, 0, denominator, ne peut pas être 0",
                "11, 10, numerator, plus de 100 %",
                "-1, 10, numerator, négatif",
                "1, -10, denominator, négatif",
                "1.5, 10, numerator, entier",
                "none, 10, numerator, numérateur",
                "1, none, denominator, dénominateur",
                "1, 10000000000, denominator, trop grand"
            })
    void aShareThatCannotBeIsRefusedAtItsField(
            @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, String field, String because) {
        assertRefused(ANSWERED, share(numerator, denominator), field, because);
    }

    @ParameterizedTest
    @CsvSource({"10.1, NOTE, 0 à 10", "-0.5, NOTE, négative", "169, HOURS, 168 heures", "2000000000, WAIT, trop grande"
    })
    void aValueOutOfItsRangeIsRefused(BigDecimal value, String which, String because) {
        Indicator indicator = which.equals("NOTE") ? NOTE : which.equals("HOURS") ? HOURS : WAIT;
        assertRefused(indicator, value(value, "150"), "value", because);
    }

    @Test
    void aBaseIsAskedWhereOneCaseIsNotEnough() {
        assertRefused(WAIT, value(BigDecimal.ONE, null), "denominator", "base n");
        value(BigDecimal.ONE, null).requirePlausible(HOURS, TODAY);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-03-31, 2026-01-01, periodEnd, avant d'avoir commencé",
                "2026-01-01, 2026-11-25, periodEnd, au-delà d'aujourd'hui",
                "2023-01-01, 2026-01-01, periodStart, 3 ans",
                "none, 2026-01-01, periodStart, premier jour",
                "2026-01-01, none, periodEnd, dernier jour"
            })
    void aPeriodThatCannotBeIsRefused(
            @Nullable LocalDate start, @Nullable LocalDate end, String field, String because) {
        Figures figures = new Figures(null, BigDecimal.ONE, BigDecimal.TEN, start, end, "Autocommutateur", null, null);
        assertRefused(ANSWERED, figures, field, because);
    }

    @Test
    void whereAFigureComesFromIsAsked() {
        Figures figures = new Figures(null, BigDecimal.ONE, BigDecimal.TEN, TODAY, TODAY, " ", null, null);
        assertRefused(ANSWERED, figures, "source", "d'où vient");
    }

    @Test
    void notMeasuredNeedsAReasonAndNothingElse() {
        assertThatThrownBy(() -> Figures.notMeasured(" ", null, null))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"));
        Figures.notMeasured("Panne", null, null).requirePlausible(ANSWERED, TODAY);
    }

    @Test
    void aHugeTextIsRefusedWithItsLength() {
        assertRefused(
                ANSWERED,
                new Figures(null, BigDecimal.ONE, BigDecimal.TEN, TODAY, TODAY, "x".repeat(4001), null, null),
                "source",
                "4001");
    }

    @Test
    void aShareIsNeverRoundedOverItsTarget() {
        BigDecimal justUnder =
                share(new BigDecimal("849999999"), new BigDecimal("1000000000")).measured(ANSWERED);
        BigDecimal third = share(BigDecimal.ONE, BigDecimal.valueOf(3)).measured(ANSWERED);

        assertThat(Verdict.of(ANSWERED, justUnder, new BigDecimal("1000000000")))
                .isEqualTo(Verdict.BETWEEN);
        assertThat(third.multiply(BigDecimal.valueOf(3))).isLessThan(BigDecimal.valueOf(100));
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 85, 200, TARGET_MET",
        "HIGHER, 84.99, 200, BETWEEN",
        "HIGHER, 70, 200, BETWEEN",
        "HIGHER, 69.99, 200, ALERT",
        "HIGHER, 99, 199, BASE_TOO_SMALL",
        "LOWER, 10, 100, TARGET_MET",
        "LOWER, 15, 100, BETWEEN",
        "LOWER, 15.01, 100, ALERT"
    })
    void aValueIsJudgedAtItsBounds(Direction direction, BigDecimal value, BigDecimal base, Verdict verdict) {
        assertThat(Verdict.of(direction == Direction.HIGHER ? ANSWERED : WAIT, value, base))
                .isEqualTo(verdict);
    }

    @Test
    void aRefusedFigureLeavesTheLineAsItWas() {
        Measurement line = new Measurement(UUID.randomUUID(), "X", Channel.PHONE);
        line.measure(ANSWERED, share(BigDecimal.ONE, BigDecimal.TEN), PersonId.random(), TODAY, Instant.EPOCH);

        assertThatThrownBy(() -> line.measure(
                        ANSWERED, share(BigDecimal.TEN, BigDecimal.ONE), PersonId.random(), TODAY, Instant.EPOCH))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(line.view().value()).isEqualByComparingTo("10");
        assertThat(line.isFilled()).isTrue();
    }

    @Test
    void aFigureFarFromTheLastOneOrOutsideTheCampaignWarnsAndIsNotRefused() {
        Measurement line = new Measurement(UUID.randomUUID(), "X", Channel.PHONE);
        line.measure(ANSWERED, share(BigDecimal.ONE, BigDecimal.TEN), PersonId.random(), TODAY, Instant.EPOCH);
        LocalDate start = LocalDate.of(2027, 1, 1);

        assertThat(Surprise.in(ANSWERED, line.view(), BigDecimal.valueOf(90), TODAY.minusYears(1), TODAY))
                .singleElement()
                .asString()
                .contains("très loin");
        assertThat(Surprise.in(ANSWERED, line.view(), BigDecimal.valueOf(20), start, start.plusYears(1)))
                .singleElement()
                .asString()
                .contains("en dehors");
        assertThat(Surprise.in(ANSWERED, line.view(), null, TODAY.minusYears(1), TODAY))
                .isEmpty();
    }

    @Test
    void onlyACompleteOpenFileIsSubmittedAndOnlyASubmittedOneFrozen() {
        DataCollection file = new DataCollection(EvaluationId.random(), Instant.EPOCH);

        assertThatThrownBy(() -> file.submit(PersonId.random(), List.of("FCR"), Instant.EPOCH))
                .hasMessageContaining("un relevé");
        assertThatThrownBy(() -> file.freeze(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
        file.submit(PersonId.random(), List.of(), Instant.EPOCH);
        assertThatThrownBy(file::requireOpen).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> file.submit(PersonId.random(), List.of(), Instant.EPOCH))
                .isInstanceOf(StepNoLongerOpen.class);
        file.freeze(Instant.EPOCH);
        assertThat(file.isFrozen()).isTrue();
    }

    private static void assertRefused(Indicator indicator, Figures figures, String field, String because) {
        assertThatThrownBy(() -> figures.requirePlausible(indicator, TODAY))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field))
                .hasMessageContaining(because);
    }

    private static Figures share(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        return new Figures(null, numerator, denominator, TODAY.minusMonths(3), TODAY, "Autocommutateur", null, null);
    }

    private static Figures value(BigDecimal value, @Nullable String base) {
        return new Figures(
                value,
                null,
                base == null ? null : new BigDecimal(base),
                TODAY.minusMonths(3),
                TODAY,
                "Relevé",
                null,
                null);
    }

    private static Indicator indicator(String unit, Direction direction, int target, int alert, int minSample) {
        return new Indicator(
                "X",
                "Indicateur",
                "a / b",
                unit,
                direction,
                BigDecimal.valueOf(target),
                BigDecimal.valueOf(alert),
                Set.of(Channel.PHONE),
                "Source",
                minSample,
                "local");
    }
}
