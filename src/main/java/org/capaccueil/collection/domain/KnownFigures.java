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
import org.capaccueil.campaign.CampaignFrame;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Indicators.Asked;
import org.capaccueil.shared.BusinessRefusal;
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

    /** By line of the sheet; what nobody knows is absent, and so is what no team could type. */
    Map<Asked, Figures> of(
            EvaluationView evaluation, List<Indicator> measured, CampaignFrame campaign, LocalDate today) {
        Map<Asked, Indicator> lines = new HashMap<>();
        for (Indicator indicator : measured) {
            Arrays.stream(Channel.values())
                    .filter(channel -> indicator.channels().contains(channel)
                            && evaluation.channels().contains(channel))
                    .forEach(channel -> lines.put(asked(indicator, channel), indicator));
        }
        Map<Asked, Figure> found = new HashMap<>();
        ask(evaluation.team(), lines.keySet(), campaign.periodStart(), earlier(campaign.periodEnd(), today), found);
        ask(evaluation.team(), lines.keySet(), campaign.periodStart(), today, found);
        ask(evaluation.team(), lines.keySet(), today.minusYears(1).plusDays(1), today, found);
        Map<Asked, Figures> known = new HashMap<>();
        found.forEach((line, figure) ->
                figures(lines.get(line), figure, today).ifPresent(plausible -> known.put(line, plausible)));
        return known;
    }

    static Asked asked(Indicator indicator, Channel channel) {
        return new Asked(indicator.code(), indicator.unit(), channel);
    }

    private void ask(TeamId team, Set<Asked> lines, LocalDate from, LocalDate to, Map<Asked, Figure> found) {
        Set<Asked> unknown = new HashSet<>(lines);
        unknown.removeAll(found.keySet());
        if (!unknown.isEmpty() && !from.isAfter(to)) {
            found.putAll(indicators.figures(team, unknown, from, to));
        }
    }

    private static Optional<Figures> figures(Indicator indicator, Figure figure, LocalDate today) {
        BigDecimal base = indicator.isShare() ? figure.denominator() : figure.cases();
        Figures taken = new Figures(
                indicator.isShare() ? null : figure.value(),
                indicator.isShare() ? figure.numerator() : null,
                Figures.asksBase(indicator) ? base : null,
                figure.from(),
                figure.to(),
                figure.source(),
                null,
                null);
        try {
            taken.requirePlausible(indicator, today);
            return Optional.of(taken);
        } catch (BusinessRefusal implausible) {
            // what may not be typed is not taken over either: the team is asked, as if nobody knew
            return Optional.empty();
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
