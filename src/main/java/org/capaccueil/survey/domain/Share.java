package org.capaccueil.survey.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.capaccueil.indicator.Plausible;

/**
 * How many of those who answered are satisfied. Its interval is Wilson's, which holds near 0 and 100 % and for few answers;
 * it has a meaning for random samples only.
 */
public record Share(int satisfied, int answers) {

    /** From here on a figure of a channel counts as firm. */
    public static final int FIRM = 30;

    /** The grade from which on somebody counts as satisfied. */
    static final int SATISFIED_FROM = 4;

    static final double Z = 1.96;

    private static final BigDecimal NORMAL = BigDecimal.valueOf(Z);
    private static final BigDecimal SQUARE = NORMAL.multiply(NORMAL);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** More digits than are given, so that those that are given are right. */
    private static final MathContext WORKING = new MathContext(60);

    public Share {
        if (satisfied < 0 || satisfied > answers || answers < 1) {
            throw new IllegalArgumentException(satisfied + " of " + answers + " cannot be satisfied");
        }
    }

    Share plus(Share other) {
        return new Share(satisfied + other.satisfied, answers + other.answers);
    }

    /** Cut at 34 digits, as the ends of the interval are. */
    public BigDecimal percent() {
        return Plausible.quotient(BigDecimal.valueOf(satisfied), BigDecimal.valueOf(answers), 100);
    }

    /** The lower end of the 95 % interval, in percent. */
    public BigDecimal lower() {
        return end(root().negate());
    }

    public BigDecimal upper() {
        return end(root());
    }

    /** « 79,4 à 89,3 % »: to the nearest tenth. */
    public String intervalInWords() {
        return String.format(Locale.FRENCH, "%.1f à %.1f %%", lower(), upper());
    }

    /** An end times (2n + 2z²) is 2s + z², less or plus this. */
    private BigDecimal root() {
        BigDecimal spread =
                BigDecimal.valueOf(4L * satisfied * (answers - satisfied)).divide(BigDecimal.valueOf(answers), WORKING);
        return SQUARE.add(spread).sqrt(WORKING).multiply(NORMAL);
    }

    private BigDecimal end(BigDecimal root) {
        return BigDecimal.valueOf(2L * satisfied)
                .add(SQUARE)
                .add(root)
                .multiply(HUNDRED)
                .divide(
                        BigDecimal.valueOf(answers).add(SQUARE).multiply(BigDecimal.valueOf(2)),
                        Plausible.EXACT_ENOUGH);
    }

    public boolean isFirm() {
        return answers >= FIRM;
    }
}
