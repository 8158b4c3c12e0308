package org.capaccueil.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an indicator over some days.
 *
 * @param numerator the first quantity of its formula, over all the days
 * @param denominator the base; null where the indicator has none
 * @param value in the indicator's unit, exact
 * @param from the first day that is really covered
 * @param to the last one
 * @param source in words: « Autocommutateur », « Recueil des demandes »
 */
public record Figure(
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        BigDecimal value,
        LocalDate from,
        LocalDate to,
        String source) {}
