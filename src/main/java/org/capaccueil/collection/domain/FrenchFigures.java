package org.capaccueil.collection.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Verdict;
import org.jspecify.annotations.Nullable;

/** Figures in words, for the trail and for showing two versions side by side. */
final class FrenchFigures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private FrenchFigures() {}

    static String sentence(Indicator indicator, MeasurementView view) {
        return figure(
                indicator,
                new Figures(
                        view.value(),
                        view.numerator(),
                        view.denominator(),
                        null,
                        null,
                        null,
                        null,
                        view.unavailable()));
    }

    /** « 85,2 % (852 sur 1000) », « 12 min (base 140) », « Non mesuré : … ». */
    static String figure(Indicator indicator, Figures figures) {
        if (figures.unavailable() != null) {
            return "Non mesuré : " + figures.unavailable();
        }
        BigDecimal value = figures.measured(indicator);
        if (value == null) {
            return "";
        }
        String shown = plain(value.setScale(2, RoundingMode.DOWN)) + " " + indicator.unit();
        if (figures.numerator() != null && figures.denominator() != null) {
            return shown + " (" + plain(figures.numerator()) + " sur " + plain(figures.denominator()) + ")";
        }
        return figures.denominator() == null ? shown : shown + " (base " + plain(figures.denominator()) + ")";
    }

    /** What the commune knows, in words. */
    static MeasureRow.Known known(Indicator indicator, Figures figures) {
        BigDecimal value = figures.measured(indicator);
        return new MeasureRow.Known(
                figure(indicator, figures),
                period(figures),
                figures.source() == null ? "" : figures.source(),
                value == null ? Verdict.NOT_MEASURED : Verdict.of(indicator, value, figures.denominator()));
    }

    static String period(Figures figures) {
        return figures.periodStart() == null || figures.periodEnd() == null
                ? ""
                : "du " + figures.periodStart().format(DAY) + " au "
                        + figures.periodEnd().format(DAY);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
