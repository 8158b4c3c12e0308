package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;

/** How the sentences of the label test name things and figures: what is there is cut, what is missing is rounded up. */
final class Wording {

    private Wording() {}

    /** « ACC-1 « Les horaires sont affichés » ». */
    static String name(CriterionScore criterion) {
        return criterion.criterion().code() + " « " + criterion.criterion().titleFr() + " »";
    }

    static String name(ThemeScore theme) {
        return "« " + theme.theme().titleFr() + " »";
    }

    static String listed(List<String> all) {
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " et " + all.get(last);
    }

    static String missing(Score score, BigDecimal threshold) {
        return points(Score.fraction(threshold).subtract(score.exact()), RoundingMode.UP);
    }

    static String points(BigFraction value, RoundingMode rounding) {
        BigDecimal shown = value.bigDecimalValue(2, rounding);
        return number(shown) + (shown.compareTo(BigDecimal.valueOf(2)) < 0 ? " point" : " points");
    }

    /** A share as it stands in the standard: « 83,33 % ». */
    static String percent(BigDecimal share) {
        return number(share.movePointRight(2)) + " %";
    }

    /** A share with the decimals of the threshold beside it, so that it never looks like the other side of it. */
    static String percent(BigFraction share, RoundingMode rounding, BigDecimal threshold) {
        int decimals = Math.max(1, threshold.stripTrailingZeros().scale() - 2);
        return number(share.multiply(100).bigDecimalValue(decimals, rounding)) + " %";
    }

    /** A threshold as it stands in the standard, with all its decimals. */
    static String number(BigDecimal value) {
        return Score.french(value);
    }

    static String count(int number, String word) {
        return count(number, word, word + "s");
    }

    static String count(int number, String one, String many) {
        return number + " " + (number < 2 ? one : many);
    }
}
