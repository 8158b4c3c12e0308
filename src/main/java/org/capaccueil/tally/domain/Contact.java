package org.capaccueil.tally.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it is kept. Who tapped it is not in it.
 *
 * @param tappedAt to the minute
 */
record Contact(
        UUID id,
        CommuneId commune,
        TeamId team,
        UUID point,
        Channel channel,
        UUID subject,
        Outcome outcome,
        @Nullable UUID orientation,
        Instant tappedAt,
        @Nullable String note) {

    Contact {
        // finer would tell one resident from the next
        tappedAt = tappedAt.truncatedTo(ChronoUnit.MINUTES);
    }
}
