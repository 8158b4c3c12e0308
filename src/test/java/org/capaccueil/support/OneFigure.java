package org.capaccueil.support;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Indicators.Asked;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;

/** What is known of one indicator on one channel, asked as an evaluation asks when its data are frozen. */
public final class OneFigure {

    private OneFigure() {}

    public static Optional<Figure> of(
            Indicators indicators,
            String code,
            String unit,
            TeamId team,
            Channel channel,
            LocalDate from,
            LocalDate to) {
        Asked asked = new Asked(code, unit, channel);
        return Optional.ofNullable(
                indicators.figures(team, Set.of(asked), from, to).get(asked));
    }
}
