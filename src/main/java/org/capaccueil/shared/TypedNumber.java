package org.capaccueil.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them in French: « 1 234,5 ». A point is taken for the comma. */
public final class TypedNumber {

    private static final int SHOWN = 40;
    private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(10_000_000);

    private TypedNumber() {}

    /** What is typed, read; nothing where nothing is; refuses what is no number, at its field. */
    public static @Nullable BigDecimal of(String field, @Nullable String typed) {
        String compact =
                typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (compact.isEmpty()) {
            return null;
        }
        if (!compact.matches("[+-]?\\d{1,15}(\\.\\d{1,40})?")) {
            throw new BusinessRefusal(
                    field, "« " + shortened(typed) + " » n'est pas un nombre. Écrivez par exemple 12,5.");
        }
        return new BigDecimal(compact);
    }

    /** The same for a whole number of up to ten million, so that a slip comes back in its field. */
    public static @Nullable Integer whole(String field, @Nullable String typed) {
        BigDecimal number = of(field, typed);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(LARGEST_WHOLE) > 0) {
            throw new BusinessRefusal(field, "Donnez un nombre entier, de dix millions au plus.");
        }
        return number.intValueExact();
    }

    /** The other way round, without digits that say nothing. */
    public static String written(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String shortened(@Nullable String typed) {
        String given = typed == null ? "" : typed.strip();
        return given.length() <= SHOWN ? given : given.substring(0, SHOWN) + "…";
    }
}
