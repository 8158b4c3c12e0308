package org.capaccueil.mystery.web;

import java.math.BigDecimal;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.TypedNumber;
import org.jspecify.annotations.Nullable;

/** A small whole number as it is typed, so that a slip comes back in its field. */
final class WholeNumber {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private WholeNumber() {}

    static @Nullable Integer of(String field, @Nullable String typed) {
        BigDecimal number = TypedNumber.of(field, typed);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(MOST) > 0) {
            throw new BusinessRefusal(field, "Donnez un nombre entier.");
        }
        return number.intValueExact();
    }
}
