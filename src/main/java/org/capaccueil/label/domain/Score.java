package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.standard.Place;

/**
 * Points from 0 to 100, exact. Thresholds test the exact value. For people a score is cut and never rounded up, what is
 * missing to a threshold is rounded up and never cut: so 74.96 never reads as the 75 it does not reach, and what is shown
 * plus what is said to be missing always reaches the threshold.
 */
public record Score(BigFraction exact) implements Comparable<Score> {

    private static final int SCREEN_DECIMALS = 1;
    private static final int RULE_DECIMALS = 2;

    /** Points added up over places, by how many places there are: a standard has no other scores of criteria. */
    private static final Score[][] MEANS = means();

    private static Score[][] means() {
        Score[][] means = new Score[Place.values().length][];
        for (int places = 1; places < means.length; places++) {
            means[places] = new Score[100 * places + 1];
            for (int points = 0; points < means[places].length; points++) {
                means[places][points] = new Score(BigFraction.of(points, places));
            }
        }
        return means;
    }

    static Score of(int points) {
        return ofMean(points, 1);
    }

    /** A sum of points over a number of them. */
    static Score ofMean(long sum, long number) {
        return number > 0 && number < MEANS.length && sum >= 0 && sum < MEANS[(int) number].length
                ? MEANS[(int) number][(int) sum]
                : new Score(BigFraction.of(sum, number));
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
    public String fractionText() {
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

    /** A number of the standard's, with all its decimals. */
    static String french(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** Cut and never rounded up, to any number of decimals. */
    public BigDecimal cut(int decimals) {
        return exact.bigDecimalValue(decimals, RoundingMode.FLOOR);
    }

    static BigFraction fraction(BigDecimal value) {
        return value.scale() > 0
                ? BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : BigFraction.of(value.toBigIntegerExact());
    }
}
