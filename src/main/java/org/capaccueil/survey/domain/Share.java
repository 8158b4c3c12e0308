package org.capaccueil.survey.domain;

/**
 * How many of those who answered are satisfied. Its interval is Wilson's, which holds near 0 and 100 % and for few answers;
 * it has a meaning for random samples only.
 */
public record Share(int satisfied, int answers) {

    /** From here on a figure of a channel counts as firm. */
    public static final int FIRM = 30;

    static final double Z = 1.96;
    private static final double HUNDRED = 100;

    public Share {
        if (satisfied < 0 || satisfied > answers || answers < 1) {
            throw new IllegalArgumentException(satisfied + " of " + answers + " cannot be satisfied");
        }
    }

    Share plus(Share other) {
        return new Share(satisfied + other.satisfied, answers + other.answers);
    }

    public double percent() {
        return HUNDRED * satisfied / answers;
    }

    /** The lower end of the 95 % interval, in percent. */
    public double lower() {
        return HUNDRED * Math.max(0, centre() - halfWidth());
    }

    public double upper() {
        return HUNDRED * Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        double p = (double) satisfied / answers;
        return (p + Z * Z / (2 * answers)) / (1 + Z * Z / answers);
    }

    private double halfWidth() {
        double p = (double) satisfied / answers;
        return Z * Math.sqrt(p * (1 - p) / answers + Z * Z / (4.0 * answers * answers)) / (1 + Z * Z / answers);
    }

    public boolean isFirm() {
        return answers >= FIRM;
    }
}
