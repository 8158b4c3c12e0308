package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Values in words, for the trail, the refusals and two versions side by side. */
final class FrenchValues {

    private static final int SHOWN_DIGITS = 6;

    private FrenchValues() {}

    /** « 85,2 % (852 sur 1000) », « 12 min (1680 sur 140) », « 4,5 h », « aucun cas ». */
    static String figure(SeriesView.Edition how, BigDecimal part, @Nullable BigDecimal base) {
        BigDecimal value = how.value(part, base);
        if (value == null) {
            return "aucun cas";
        }
        String shown = plain(value.setScale(2, RoundingMode.DOWN)) + " " + how.unit();
        return base == null ? shown : shown + " (" + plain(part) + " sur " + plain(base) + ")";
    }

    static String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal shown = number.scale() > SHOWN_DIGITS ? number.setScale(SHOWN_DIGITS, RoundingMode.DOWN) : number;
        return shown.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
