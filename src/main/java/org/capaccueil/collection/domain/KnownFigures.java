package org.capaccueil.collection.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.capaccueil.campaign.CampaignFrame;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Indicators.Asked;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Indicator;
import org.springframework.stereotype.Component;

/**
 * What the commune knows already of what a standard asks: its running figures, its tally, its surveys, its mystery
 * evaluations. What lies in the period the campaign evaluates goes before what came after it, and that before the last
 * twelve months: a campaign that is launched on the first day of its period has no other figures.
 */
@Component
class KnownFigures {

    private final Indicators indicators;

    KnownFigures(Indicators indicators) {
        this.indicators = indicators;
    }

    /** By line of the sheet; what nobody knows is absent. */
    Map<Asked, Figures> of(
            EvaluationView evaluation, List<Indicator> measured, CampaignFrame campaign, LocalDate today) {
        Map<Asked, Indicator> lines = new HashMap<>();
        for (Indicator indicator : measured) {
            Arrays.stream(Channel.values())
                    .filter(channel -> indicator.channels().contains(channel)
                            && evaluation.channels().contains(channel))
                    .forEach(channel -> lines.put(asked(indicator, channel), indicator));
        }
        TeamId team = evaluation.team();
        LocalDate start = campaign.periodStart();
        LocalDate end = earlier(campaign.periodEnd(), today);
        Map<Asked, Figures> known = new HashMap<>();
        if (!start.isAfter(end)) {
            add(known, lines, today, unknown -> indicators.figures(team, unknown, start, end));
        }
        if (end.isBefore(today) && !start.isAfter(today)) {
            add(known, lines, today, unknown -> indicators.figures(team, unknown, start, today));
        }
        add(known, lines, today, unknown -> indicators.lately(team, unknown, today));
        return known;
    }

    static Asked asked(Indicator indicator, Channel channel) {
        return new Asked(indicator.code(), indicator.unit(), channel);
    }

    /** A figure that cannot be taken over keeps no later days from being asked. */
    private static void add(
            Map<Asked, Figures> known,
            Map<Asked, Indicator> lines,
            LocalDate today,
            Function<Set<Asked>, Map<Asked, Figure>> asking) {
        Set<Asked> unknown = new HashSet<>(lines.keySet());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            asking.apply(unknown).forEach((line, figure) -> figures(lines.get(line), figure, today)
                    .ifPresent(taken -> known.put(line, taken)));
        }
    }

    /**
     * What was counted is exact: its parts need be neither whole nor short, as they would if somebody typed them. What is
     * older than a team may give is not taken over either, nor what does not say on how many cases it rests.
     */
    private static Optional<Figures> figures(Indicator indicator, Figure figure, LocalDate today) {
        boolean share = indicator.isShare();
        BigDecimal base = share ? figure.denominator() : figure.cases();
        boolean baseUnknown = Figures.asksBase(indicator) && (base == null || base.signum() == 0);
        if (baseUnknown || !Figures.isRecent(figure.from(), today)) {
            return Optional.empty();
        }
        return Optional.of(new Figures(
                share ? null : figure.value(),
                share ? figure.numerator() : null,
                Figures.asksBase(indicator) ? base : null,
                figure.from(),
                figure.to(),
                figure.source(),
                null,
                null));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
