package org.capaccueil.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.capaccueil.shared.Channel;

/**
 * A figure a team collects.
 *
 * @param formula numerator over denominator, in words
 * @param unit « % », « min », « /10 » or « h »
 * @param target the value to reach; from it in the good direction, the target is met
 * @param alert the value from which something has to be done at once
 * @param minSample the base (denominator) under which the value is shown but not judged
 * @param sourceFr where the figure is read
 * @param targetProvenance where the target comes from
 */
public record Indicator(
        String code,
        String titleFr,
        String formula,
        String unit,
        Direction direction,
        BigDecimal target,
        BigDecimal alert,
        Set<Channel> channels,
        String sourceFr,
        int minSample,
        String targetProvenance) {

    /** Whether more is better or less is. */
    public enum Direction {
        HIGHER,
        LOWER
    }

    public boolean meetsTarget(BigDecimal value) {
        return direction == Direction.HIGHER ? value.compareTo(target) >= 0 : value.compareTo(target) <= 0;
    }

    public boolean isAlarming(BigDecimal value) {
        return direction == Direction.HIGHER ? value.compareTo(alert) < 0 : value.compareTo(alert) > 0;
    }

    /**
     * For a screen, with one decimal, or two where it is held against two: cut away from the target, so that what misses it
     * never reads as if it met it.
     */
    public BigDecimal shown(BigDecimal value) {
        return value.setScale(
                hasTwoDecimals(target) || hasTwoDecimals(alert) ? 2 : 1,
                direction == Direction.HIGHER ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    private static boolean hasTwoDecimals(BigDecimal threshold) {
        return threshold.stripTrailingZeros().scale() > 1;
    }

    /** A share in percent: its numerator is part of its denominator and can never be above it. */
    public boolean isShare() {
        return unit.equals("%");
    }
}
