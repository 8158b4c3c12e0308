package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Points from 0 to 100, exact. Thresholds test the exact value. For people a score is cut and never rounded up, what is
 * missing to a threshold is rounded up and never cut: so 74.96 never reads as the 75 it does not reach, and what is shown
 * plus what is said to be missing always reaches the threshold.
 */
public record Score(BigFraction exact) implements Comparable<Score> {

    private static final int SCREEN_DECIMALS = 1;
    private static final int RULE_DECIMALS = 2;

    static Score of(int points) {
        return new Score(BigFraction.of(points));
    }

    /** Whether the exact value is at least the threshold. */
    public boolean reaches(BigDecimal threshold) {
        return exact.compareTo(fraction(threshold)) >= 0;
    }

    /** With one decimal, cut. */
    public BigDecimal shown() {
        return exact.bigDecimalValue(SCREEN_DECIMALS, RoundingMode.DOWN);
    }

    /** « 74,9 », for the screen. */
    public String text() {
        return french(exact, SCREEN_DECIMALS, RoundingMode.DOWN);
    }

    /** « 74,96 », where a threshold stands beside it. */
    public String fineText() {
        return french(exact, RULE_DECIMALS, RoundingMode.DOWN);
    }

    /** « 58,33… » when digits follow: for arithmetic a reader does again by hand. */
    public String arithmeticText() {
        boolean cut = exact.compareTo(fraction(exact.bigDecimalValue(RULE_DECIMALS, RoundingMode.DOWN))) != 0;
        return fineText() + (cut ? "…" : "");
    }

    /** The exact value as « 1799/24 », to be kept. */
    String fractionText() {
        return exact.getNumerator() + "/" + exact.getDenominator();
    }

    @Override
    public int compareTo(Score other) {
        return exact.compareTo(other.exact);
    }

    static String french(BigFraction value, int decimals, RoundingMode rounding) {
        var format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.FRANCE));
        return format.format(value.bigDecimalValue(decimals, rounding));
    }

    static BigFraction fraction(BigDecimal value) {
        return value.scale() > 0
                ? BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : BigFraction.of(value.toBigIntegerExact());
    }
}
