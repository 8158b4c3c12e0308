package org.capaccueil.indicator;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;

/**
 * A room that counts something itself and can say an indicator's figure. It is asked only where what was given says
 * nothing, or not in how many cases, and not for a series the commune has retired or reckons in another way than it was
 * shipped.
 */
public interface FigureSource {

    /**
     * The figures of the indicator with this code over these days, channel by channel; a channel it knows nothing of is
     * absent. All channels are asked at once: what stands behind them is often the same.
     */
    Map<Channel, Figure> figures(String code, TeamId team, Set<Channel> channels, LocalDate from, LocalDate to);
}
