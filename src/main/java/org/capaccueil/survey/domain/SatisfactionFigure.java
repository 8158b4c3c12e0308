package org.capaccueil.survey.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.FigureSource;
import org.capaccueil.indicator.Plausible;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.domain.TeamSurveys.Asked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How satisfied those are who answered about a team on a channel, as far as it is shown. A random sample goes before answers
 * of whoever wanted to; of several random samples the latest speaks, as each interval is its own, while collected answers
 * add up.
 */
@Component
class SatisfactionFigure implements FigureSource {

    private static final String CODE = "CSAT";

    private final TeamSurveys surveys;

    SatisfactionFigure(TeamSurveys surveys) {
        this.surveys = surveys;
    }

    /** What one survey shows. */
    private record Shown(Asked asked, Share share) {}

    @Override
    @Transactional(readOnly = true)
    public Map<Channel, Figure> figures(String code, TeamId team, Set<Channel> channels, LocalDate from, LocalDate to) {
        Map<Channel, Figure> figures = new EnumMap<>(Channel.class);
        if (code.equals(CODE)) {
            List<Asked> asked = surveys.between(team, from, to);
            channels.forEach(channel -> on(channel, asked).ifPresent(figure -> figures.put(channel, figure)));
        }
        return figures;
    }

    private static Optional<Figure> on(Channel channel, List<Asked> asked) {
        List<Shown> shown = asked.stream()
                .flatMap(one -> one.on(channel).map(share -> new Shown(one, share)).stream())
                .toList();
        return shown.stream()
                .filter(one -> one.asked().isRandom())
                .reduce((earlier, later) -> later)
                .map(random -> figure(List.of(random), random.share(), drawn(random)))
                .or(() -> shown.stream()
                        .map(Shown::share)
                        .reduce(Share::plus)
                        .map(sum -> figure(shown, sum, collected(shown, sum))));
    }

    private static Figure figure(List<Shown> of, Share share, String source) {
        BigDecimal satisfied = BigDecimal.valueOf(share.satisfied());
        BigDecimal answers = BigDecimal.valueOf(share.answers());
        return new Figure(
                satisfied,
                answers,
                Plausible.quotient(satisfied, answers, 100),
                answers,
                days(of, one -> one.asked().survey().firstDay())
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                days(of, one -> one.asked().covered()).max(LocalDate::compareTo).orElseThrow(),
                source);
    }

    private static Stream<LocalDate> days(List<Shown> of, Function<Shown, LocalDate> day) {
        return of.stream().map(day);
    }

    private static String drawn(Shown random) {
        return "Enquête « " + random.asked().survey().title() + " », échantillon aléatoire, intervalle de Wilson "
                + random.share().intervalInWords();
    }

    private static String collected(List<Shown> shown, Share sum) {
        return (shown.size() == 1 ? "Enquête " : "Enquêtes ")
                + shown.stream()
                        .map(one -> "« " + one.asked().survey().title() + " »")
                        .collect(Collectors.joining(", "))
                + ", réponses recueillies (n = " + sum.answers() + ")";
    }
}
