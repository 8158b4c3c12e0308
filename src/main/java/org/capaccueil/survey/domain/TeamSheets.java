package org.capaccueil.survey.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveySheet;
import org.capaccueil.survey.SurveySheet.ChannelAnswers;
import org.capaccueil.survey.SurveySheet.Interval;
import org.capaccueil.survey.SurveySheet.Satisfied;
import org.capaccueil.survey.domain.TeamSurveys.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down, for the evaluation of a team, what its surveys show and what they cannot say. */
@Component
class TeamSheets {

    private final TeamSurveys surveys;

    TeamSheets(TeamSurveys surveys) {
        this.surveys = surveys;
    }

    @Transactional(readOnly = true)
    public List<SurveySheet> of(TeamId team, LocalDate from, LocalDate to) {
        return surveys.between(team, from, to).stream().map(TeamSheets::sheet).toList();
    }

    private static SurveySheet sheet(Asked asked) {
        SurveyView survey = asked.survey();
        List<ChannelAnswers> channels = asked.ways().stream()
                .map(WayView::channel)
                .distinct()
                .sorted()
                .map(channel -> new ChannelAnswers(
                        channel, asked.on(channel).map(Share::answers).orElse(null)))
                .toList();
        Satisfied satisfied =
                asked.whole().map(share -> satisfied(share, asked.isRandom())).orElse(null);
        return new SurveySheet(
                survey.id(),
                survey.title(),
                survey.sampling().title(),
                asked.isRandom(),
                asked.ways().stream()
                        .map(WayView::kind)
                        .distinct()
                        .sorted()
                        .map(kind -> kind.title().toLowerCase(Locale.FRENCH))
                        .toList(),
                survey.firstDay(),
                asked.covered(),
                channels,
                satisfied,
                limits(asked, satisfied, channels.stream().anyMatch(one -> one.answers() == null)));
    }

    private static Satisfied satisfied(Share share, boolean random) {
        return new Satisfied(
                share.satisfied(),
                share.answers(),
                share.percent().doubleValue(),
                random ? new Interval(share.lower().doubleValue(), share.upper().doubleValue()) : null);
    }

    private static String limits(Asked asked, @Nullable Satisfied satisfied, boolean hidden) {
        List<String> limits = new ArrayList<>();
        limits.add(
                asked.isRandom()
                        ? "Échantillon tiré au hasard : l'intervalle de Wilson est donné à 95 %."
                        : "Réponses recueillies sans tirage : elles ne représentent que ceux qui ont répondu, et n'ont "
                                + "pas de marge d'erreur.");
        if (satisfied != null && satisfied.answers() < Share.FIRM) {
            limits.add("Moins de " + Share.FIRM + " réponses : ce résultat est fragile.");
        }
        if (!asked.survey().isClosed()) {
            limits.add(
                    asked.release().isEmpty()
                            ? "L'enquête est ouverte et n'a pas encore de résultats."
                            : "L'enquête est encore ouverte : résultats arrêtés au "
                                    + PublicTime.inWords(asked.covered())
                                    + ", le détail par canal vient à la clôture.");
        }
        if (hidden) {
            limits.add("Un groupe de moins de cinq réponses n'est jamais montré, ni par différence : d'autres chiffres "
                    + "peuvent être masqués avec lui.");
        }
        return String.join(" ", limits);
    }
}
