package org.capaccueil.tally.domain;

import java.time.Duration;
import java.time.Instant;
import org.capaccueil.shared.BusinessRefusal;

/**
 * When something was tapped, by the server's clock. The browser says when by its own, and what that clock shows as it
 * sends: how long ago it was is right even where the clock is not.
 */
final class TapTime {

    /** As long a queue waits for the network; whatever is older is a mistake or an abandoned machine. */
    static final Duration OLDEST = Duration.ofDays(7);

    /** Clocks that are set while the page is open, and the time on the way. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private TapTime() {}

    static Instant of(Instant tapped, Instant sent, Instant received) {
        Duration ago = Duration.between(tapped, sent);
        if (ago.compareTo(TOLERANCE.negated()) < 0) {
            throw new BusinessRefusal(
                    "Cette demande porte une heure à venir : l'horloge de l'appareil a changé. Écartez-la et "
                            + "notez-la de nouveau.");
        }
        if (ago.compareTo(OLDEST) > 0) {
            throw new BusinessRefusal("Cette demande date de plus de " + OLDEST.toDays()
                    + " jours : elle n'entre plus dans les chiffres. Écartez-la.");
        }
        return received.minus(ago.isNegative() ? Duration.ZERO : ago);
    }
}
