package org.capaccueil.mystery.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the grid as its page shows it.
 *
 * @param version what a form that changes it has to give back
 */
public record GridView(UUID id, int edition, GridText text, @Nullable Instant publishedAt, long version) {

    public boolean isDraft() {
        return publishedAt == null;
    }
}
