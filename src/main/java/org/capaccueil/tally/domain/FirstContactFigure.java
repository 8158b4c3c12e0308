package org.capaccueil.tally.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.FigureSource;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.tally.domain.TallyReading.Settled;
import org.springframework.stereotype.Component;

/** What the tally knows of first-contact resolution: nothing where nobody tapped. */
@Component
class FirstContactFigure implements FigureSource {

    private static final String CODE = "FCR";
    private static final String SOURCE = "Recueil des demandes";
    private static final MathContext CUT = new MathContext(34, RoundingMode.DOWN);

    private final TallyReading reading;

    FirstContactFigure(TallyReading reading) {
        this.reading = reading;
    }

    @Override
    public Optional<Figure> figure(String code, TeamId team, Channel channel, LocalDate from, LocalDate to) {
        return code.equals(CODE)
                ? reading.settled(team, channel, from, to).map(FirstContactFigure::figure)
                : Optional.empty();
    }

    private static Figure figure(Settled settled) {
        FirstContactResolution resolution = settled.resolution();
        BigDecimal first = BigDecimal.valueOf(resolution.first());
        return new Figure(
                resolution.resolvedCut(CUT),
                first,
                resolution.percentCut(CUT),
                first,
                settled.from(),
                settled.to(),
                SOURCE);
    }
}
