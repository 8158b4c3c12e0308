package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
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

    /** « au guichet, au téléphone et par courrier ». */
    static String where(Stream<PlaceScore> places) {
        return listed(places.map(place -> place.place().phrase()).toList());
    }

    static String listed(List<String> all) {
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " et " + all.get(last);
    }

    static String missing(Score score, BigDecimal threshold) {
        return points(Score.fraction(threshold).subtract(score.exact()), RoundingMode.UP);
    }

    static String points(BigFraction value, RoundingMode rounding) {
        String text = Score.french(value, 2, rounding);
        return text + (value.compareTo(BigFraction.of(2)) < 0 ? " point" : " points");
    }

    static String percent(BigFraction share, RoundingMode rounding) {
        return Score.french(share.multiply(100), 1, rounding) + " %";
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
