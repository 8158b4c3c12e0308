package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * The quantities of one period as they were given, or given again.
 *
 * @param edition of the series, which says how the value is made of them
 * @param revision 1 for what was given first
 * @param current whether no later revision has taken its place
 * @param reason why it was revised; null for what was given first
 * @param enteredBy null when a program or the product itself gave it
 * @param program the name of the program, if one gave it
 */
public record ValueView(
        UUID series,
        int edition,
        TeamId team,
        Channel channel,
        LocalDate start,
        LocalDate end,
        int revision,
        boolean current,
        BigDecimal part,
        @Nullable BigDecimal base,
        String source,
        @Nullable String note,
        Origin origin,
        @Nullable String reason,
        @Nullable PersonId enteredBy,
        @Nullable String program,
        Instant at) {

    /** Whether it stands here already, text for text. */
    boolean says(int otherEdition, GivenFigures given) {
        return edition == otherEdition
                && says(Objects.requireNonNull(given.part()), given.base())
                && source.equals(given.source())
                && Objects.equals(note, given.note());
    }

    boolean says(BigDecimal otherPart, @Nullable BigDecimal otherBase) {
        BigDecimal own = base;
        return part.compareTo(otherPart) == 0
                && (own == null || otherBase == null ? own == otherBase : own.compareTo(otherBase) == 0);
    }
}
