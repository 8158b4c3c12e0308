package org.capaccueil.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/** What a figure somebody gives has to be, wherever it is given, and how values are made of figures. */
public final class Plausible {

    /**
     * Cut, not rounded, at 34 digits: as counts have far fewer digits, comparing the value with a target gives what
     * comparing the fraction itself would.
     */
    public static final MathContext EXACT_ENOUGH = new MathContext(34, RoundingMode.DOWN);

    /** What was reckoned from seconds has as many digits as {@link #EXACT_ENOUGH}, and may be given again as it is. */
    private static final int MOST_DECIMALS = 40;

    private static final BigDecimal LARGEST = new BigDecimal("1000000000");
    private static final BigDecimal HOURS_A_WEEK = BigDecimal.valueOf(168);
    private static final BigDecimal POINTS_APART = BigDecimal.valueOf(40);
    private static final BigDecimal TIMES_APART = BigDecimal.valueOf(3);

    private Plausible() {}

    /** {@code times · part / base}, exact enough to be compared with a target. */
    public static BigDecimal quotient(BigDecimal part, BigDecimal base, int times) {
        return part.multiply(BigDecimal.valueOf(times)).divide(base, EXACT_ENOUGH);
    }

    /** A number of cases: whole, not negative, of a size there can be. */
    public static BigDecimal count(String field, @Nullable BigDecimal count, String whenAbsent) {
        if (count == null) {
            throw new BusinessRefusal(field, whenAbsent);
        }
        if (count.signum() < 0) {
            throw new BusinessRefusal(field, "Ce nombre ne peut pas être négatif.");
        }
        if (count.stripTrailingZeros().scale() > 0) {
            throw new BusinessRefusal(field, "Donnez un nombre entier : ce sont des cas que l'on compte.");
        }
        if (count.compareTo(LARGEST) > 0) {
            throw new BusinessRefusal(field, "Ce nombre est trop grand pour être juste. Vérifiez-le.");
        }
        return count;
    }

    /** The favourable cases are among the cases. */
    public static void partOf(String field, BigDecimal part, BigDecimal base) {
        if (part.compareTo(base) > 0) {
            throw new BusinessRefusal(
                    field,
                    "Les cas favorables ne peuvent pas dépasser le total : cela ferait plus de 100 %. "
                            + "Vérifiez que les deux nombres ne sont pas inversés.");
        }
    }

    /** Something measured, not counted: a sum of minutes, a number of hours. */
    public static BigDecimal measured(String field, @Nullable BigDecimal value, String whenAbsent) {
        if (value == null) {
            throw new BusinessRefusal(field, whenAbsent);
        }
        if (value.signum() < 0) {
            throw new BusinessRefusal(field, "La valeur ne peut pas être négative.");
        }
        if (value.compareTo(LARGEST) > 0) {
            throw new BusinessRefusal(field, "Cette valeur est trop grande pour être juste. Vérifiez-la.");
        }
        if (value.scale() > MOST_DECIMALS) {
            throw new BusinessRefusal(field, MOST_DECIMALS + " chiffres après la virgule suffisent.");
        }
        return value;
    }

    /** What some units cannot be above. */
    public static void inUnit(String field, String unit, BigDecimal value) {
        if (unit.equals("/10") && value.compareTo(BigDecimal.TEN) > 0) {
            throw new BusinessRefusal(field, "Une note sur 10 va de 0 à 10.");
        }
        if (unit.equals("h") && value.compareTo(HOURS_A_WEEK) > 0) {
            throw new BusinessRefusal(field, "Une semaine compte 168 heures : vérifiez la valeur.");
        }
    }

    /** Whether a value is so far from the one before that it is worth a second look. */
    public static boolean isFarApart(boolean share, BigDecimal value, BigDecimal before) {
        if (share) {
            return value.subtract(before).abs().compareTo(POINTS_APART) > 0;
        }
        BigDecimal small = value.min(before);
        BigDecimal large = value.max(before);
        return large.compareTo(small.multiply(TIMES_APART)) > 0
                && large.subtract(small).compareTo(BigDecimal.ONE) > 0;
    }
}
