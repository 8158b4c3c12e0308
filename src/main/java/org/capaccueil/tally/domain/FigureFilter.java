package org.capaccueil.tally.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/** Which contacts figures are made of; both days included, null where it does not matter. */
public record FigureFilter(
        LocalDate from,
        LocalDate to,
        @Nullable UUID point,
        @Nullable Channel channel,
        @Nullable UUID subject,
        @Nullable Outcome outcome) {

    public FigureFilter {
        if (to.isBefore(from)) {
            throw new BusinessRefusal("to", "La période finit avant de commencer : corrigez l'une des deux dates.");
        }
    }
}
