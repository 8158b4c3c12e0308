package org.capaccueil.indicator;

import java.time.LocalDate;
import java.util.Optional;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;

/**
 * A room that counts something itself and can say an indicator's figure. It is asked only where nobody gave a value, and
 * not for a series the commune has retired or reckons in another way than it was shipped.
 */
public interface FigureSource {

    /** The figure of the indicator with this code over these days; nothing where this source knows none. */
    Optional<Figure> figure(String code, TeamId team, Channel channel, LocalDate from, LocalDate to);
}
