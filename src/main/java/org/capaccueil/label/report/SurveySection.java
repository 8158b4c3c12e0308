package org.capaccueil.label.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.survey.SurveySheet;
import org.capaccueil.survey.SurveySheet.ChannelAnswers;
import org.capaccueil.survey.SurveySheet.Interval;
import org.capaccueil.survey.SurveySheet.Satisfied;
import org.jspecify.annotations.Nullable;

/** The report's survey sheets: how residents were asked, how many answered, what they say and what that cannot say. */
final class SurveySection {

    private SurveySection() {}

    static List<String> of(List<SurveySheet> sheets) {
        return sheets.stream().map(SurveySection::sheet).toList();
    }

    private static String sheet(SurveySheet sheet) {
        return "« " + sheet.title() + " ». Mode : " + sheet.mode().toLowerCase(Locale.FRENCH) + " (par "
                + String.join(", ", sheet.ways()) + "). Réponses du " + PublicTime.inWords(sheet.from()) + " au "
                + PublicTime.inWords(sheet.to()) + " : "
                + sheet.channels().stream().map(SurveySection::channel).collect(Collectors.joining(", ")) + ". "
                + satisfied(sheet.satisfied()) + " " + sheet.limits();
    }

    private static String channel(ChannelAnswers channel) {
        return channel.channel().title().toLowerCase(Locale.FRENCH) + " "
                + (channel.answers() == null ? "non montré" : channel.answers().toString());
    }

    private static String satisfied(@Nullable Satisfied satisfied) {
        if (satisfied == null) {
            return "La satisfaction n'est pas montrée.";
        }
        Interval interval = satisfied.interval();
        return "Satisfaits : " + satisfied.satisfied() + " sur " + satisfied.answers() + ", soit "
                + percent(satisfied.percent(), RoundingMode.DOWN)
                + (interval == null
                        ? ", sans marge d'erreur."
                        : ", intervalle de " + bound(interval.lower()) + " à " + bound(interval.upper()) + ".");
    }

    /** The bounds are estimates, to the nearest decimal as on the page of results; a share is cut, as everywhere. */
    private static String bound(double percent) {
        return percent(percent, RoundingMode.HALF_UP);
    }

    private static String percent(double share, RoundingMode rounding) {
        return BigDecimal.valueOf(share).setScale(1, rounding).toPlainString().replace('.', ',') + " %";
    }
}
