package org.capaccueil.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;

/** What other rooms may ask about a commune's running figures. */
public interface Indicators {

    /**
     * An indicator asked of one channel.
     *
     * @param unit what its values have to be in; a series the commune keeps in another one answers nothing
     */
    record Asked(String code, String unit, Channel channel) {}

    /**
     * What is known of indicators of a team over these days: the values it gave for the periods that lie within them. Where
     * they say nothing, or not the number of cases a smallest base is held against, what the first {@link FigureSource} that
     * knows says goes before. What is not known is absent.
     */
    Map<Asked, Figure> figures(TeamId team, Collection<Asked> asked, LocalDate from, LocalDate to);

    /** The same of the last twelve months: a period counts that ended in them, so that a yearly value is had all year. */
    Map<Asked, Figure> lately(TeamId team, Collection<Asked> asked, LocalDate today);

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

    /** Events are not kept for longer than this: no value is taken of a month that lies further back. */
    int MOST_MONTHS_OF_EVENTS = 59;

    /** Deletes the single events whose time is over, of all months they were kept for; the values made of them stay. */
    int forgetOldEvents();
}
