package org.capaccueil.collection;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One indicator on one channel as the team measured it.
 *
 * @param value in the indicator's unit; exact, rounding is for the screen
 * @param numerator null where the value was given directly
 * @param denominator the base; null where the indicator has none
 * @param unavailable why the figure could not be measured; then value is null
 */
public record MeasurementView(
        String indicator,
        Channel channel,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable String source,
        @Nullable String note,
        @Nullable String unavailable) {}
