package org.capaccueil.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;

/** What other rooms may ask about a commune's running figures. */
public interface Indicators {

    /**
     * What is known of an indicator over these days: the values the team gave for the periods that lie within them, else
     * what the first {@link FigureSource} that knows says.
     */
    Optional<Figure> figure(String code, TeamId team, Channel channel, LocalDate from, LocalDate to);

    /** Gives the first value of a period as somebody of the team or a quality manager: the demonstration calls it. */
    void give(Actor actor, TeamId team, String code, Channel channel, Period period, BigDecimal part, BigDecimal base);

    /**
     * What a commune holds the indicator with this code against, as it stands today.
     *
     * @param smallestBase how many cases a figure has to rest on before it is judged
     */
    record Aim(BigDecimal target, int smallestBase) {}

    /** Nothing where the commune does not follow it. */
    Optional<Aim> aim(String code, CommuneId commune);
}
