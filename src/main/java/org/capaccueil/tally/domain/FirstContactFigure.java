package org.capaccueil.tally.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.FigureSource;
import org.capaccueil.indicator.Plausible;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.tally.domain.TallyReading.Settled;
import org.springframework.stereotype.Component;

/** What the tally knows of first-contact resolution: nothing where nobody tapped. */
@Component
class FirstContactFigure implements FigureSource {

    private static final String CODE = "FCR";
    private static final String SOURCE = "Recueil des demandes (retours de toute la période, répartis par sujet)";

    private final TallyReading reading;

    FirstContactFigure(TallyReading reading) {
        this.reading = reading;
    }

    @Override
    public Map<Channel, Figure> figures(String code, TeamId team, Set<Channel> channels, LocalDate from, LocalDate to) {
        Map<Channel, Figure> figures = new EnumMap<>(Channel.class);
        if (code.equals(CODE)) {
            channels.forEach(channel -> reading.settled(team, channel, from, to)
                    .ifPresent(settled -> figures.put(channel, figure(settled))));
        }
        return figures;
    }

    private static Figure figure(Settled settled) {
        FirstContactResolution resolution = settled.resolution();
        BigDecimal first = BigDecimal.valueOf(resolution.first());
        return new Figure(
                resolution.resolvedCut(Plausible.EXACT_ENOUGH),
                first,
                resolution.percentCut(Plausible.EXACT_ENOUGH),
                first,
                settled.from(),
                settled.to(),
                SOURCE);
    }
}
