package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;

/**
 * The number a value is, or the first thing that keeps it from being the one that was asked for.
 *
 * @param value written the one way: 60.0 and 60 are the same number
 */
record Numeral(BigDecimal value, @Nullable String complaint) {

    /** Before and after the decimal point; more is a slip, and some slips are gigabytes when written out. */
    private static final int MOST_DIGITS = 9;

    /** @param byKey whether whoever wrote it writes quotes around texts */
    static Numeral of(Source source, boolean byKey) {
        if (!(source instanceof Scalar scalar) || scalar.type() != Type.NUMBER) {
            return none(byKey ? "devrait être un nombre, écrit sans guillemets." : "devrait être un nombre.");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(scalar.text().replace("_", ""));
        } catch (NumberFormatException notDecimal) {
            return none("vaut " + PlainText.quoted(scalar.text()) + ", qui n'est pas un nombre décimal.");
        }
        if (Math.abs((long) number.scale()) > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS) {
            return none("a trop de chiffres : neuf au plus avant la virgule, neuf après.");
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return new Numeral(shortest.scale() < 0 ? shortest.setScale(0) : shortest, null);
    }

    private static Numeral none(String complaint) {
        return new Numeral(BigDecimal.ZERO, complaint);
    }

    Numeral within(BigDecimal least, BigDecimal most) {
        return complaint != null || (value.compareTo(least) >= 0 && value.compareTo(most) <= 0)
                ? this
                : none("vaut " + value.toPlainString() + " ; il doit être compris entre " + least.toPlainString()
                        + " et " + most.toPlainString() + ".");
    }

    Numeral whole() {
        return complaint != null || value.scale() <= 0
                ? this
                : none("vaut " + value.toPlainString() + " ; il faut un nombre entier.");
    }
}
