package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.TypedNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final Quantity A = new Quantity("appels décrochés", "cas");
    private static final Quantity B = new Quantity("appels", "cas");

    @ParameterizedTest
    @CsvSource({
        "SHARE, 852, 1000, 85.2",
        "SHARE, 1, 3, 33.33333333333333333333333333333333",
        "SHARE, 2, 3, 66.66666666666666666666666666666666",
        "MEAN, 1680, 140, 12",
        "TEN_POINTS, 63, 90, 7",
        "RATIO, 10, 4, 2.5"
    })
    void aValueIsTheQuotientCutAndNeverRounded(Kind kind, BigDecimal a, BigDecimal b, BigDecimal value) {
        assertThat(new Formula(kind, A, B).value(a, b)).isEqualByComparingTo(value);
    }

    /** 849 999 of a million is below 85 %, whatever a screen shows. */
    @Test
    void aHairBelowTheTargetStaysBelowIt() {
        BigDecimal value = new Formula(Kind.SHARE, A, B).value(new BigDecimal(849_999), new BigDecimal(1_000_000));

        assertThat(value).isLessThan(new BigDecimal(85)).isEqualByComparingTo("84.9999");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "SHARE, %, none, 10, part, Indiquez",
                "SHARE, %, 1, none, base, Indiquez",
                "SHARE, %, 11, 10, part, dépasser le total",
                "SHARE, %, -1, 10, part, négatif",
                "SHARE, %, 1.5, 10, part, entier",
                "SHARE, %, 1, 0, base, ne peut pas être 0",
                "SHARE, %, 1, 2000000000, base, trop grand",
                "MEAN, min, 1, 0, base, ne peut pas être 0",
                "MEAN, min, 1, 1.5, base, entier",
                "MEAN, min, 1.12345678901234567890123456789012345678901, 2, part, 40 chiffres",
                "TEN_POINTS, /10, 95, 90, part, de 0 à 10",
                "COUNT, h, 169, none, part, 168 heures",
                "COUNT, h, 3, 4, base, pas de total"
            })
    void whatCannotBeTrueIsRefusedAtItsField(
            Kind kind, String unit, @Nullable BigDecimal a, @Nullable BigDecimal b, String field, String words) {
        Formula formula = new Formula(kind, A, kind.hasBase() ? B : null);

        assertThatThrownBy(() -> formula.requirePlausible(unit, a, b))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.sentence()).contains(words);
                });
    }

    @Test
    void minutesReckonedFromSecondsMayBeGivenAgainAsTheyAreWritten() {
        BigDecimal waited = Plausible.quotient(new BigDecimal("2740"), new BigDecimal("60"), 1);

        BigDecimal again = TypedNumber.of("part", TypedNumber.written(waited));

        assertThat(again).isEqualByComparingTo(waited);
        new Formula(Kind.MEAN, A, B).requirePlausible("min", again, BigDecimal.TEN);
    }

    @ParameterizedTest
    @CsvSource({"SHARE, %", "MEAN, min", "TEN_POINTS, /10", "RATIO, min/h"})
    void withoutAnyCaseBothQuantitiesAreZeroAndThereIsNoValue(Kind kind, String unit) {
        Formula formula = new Formula(kind, A, B);

        formula.requirePlausible(unit, BigDecimal.ZERO, BigDecimal.ZERO);

        assertThat(formula.value(BigDecimal.ZERO, BigDecimal.ZERO)).isNull();
        assertThat(new Formula(Kind.COUNT, A, null).value(BigDecimal.ZERO, null))
                .isZero();
    }

    @Test
    void quantitiesOfTheSameNameAreTheSame() {
        assertThat(new Quantity("Appels décrochés (par un agent)", "cas").key())
                .isEqualTo("appels-decroches-par-un-agent");
        assertThat(new Formula(Kind.SHARE, A, B).inWords()).isEqualTo("appels décrochés / appels × 100");
    }
}
