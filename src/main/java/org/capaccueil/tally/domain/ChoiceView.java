package org.capaccueil.tally.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject or an orientation as pages see it.
 *
 * @param archivedAt null while it is offered
 */
public record ChoiceView(
        UUID id, ChoiceKind kind, String code, String label, int position, @Nullable Instant archivedAt, long version) {

    public boolean isOffered() {
        return archivedAt == null;
    }

    /** Whether somebody could tap it at this moment. */
    boolean isOfferedAt(Instant moment) {
        return archivedAt == null || moment.isBefore(archivedAt);
    }
}
