package org.capaccueil.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an indicator over some days.
 *
 * @param numerator the first quantity of its formula, over all the days
 * @param denominator what it is divided by; null where the indicator has none
 * @param value in the indicator's unit, exact
 * @param cases how many cases it rests on, to be held against the smallest base an indicator asks for: mostly the
 *     denominator, but the answers or the visits where points are divided by points; null where nothing is counted, or
 *     nobody says how many
 * @param from the first day that is really covered
 * @param to the last one
 * @param source in words: « Autocommutateur », « Recueil des demandes »
 */
public record Figure(
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        BigDecimal value,
        @Nullable BigDecimal cases,
        LocalDate from,
        LocalDate to,
        String source) {}
