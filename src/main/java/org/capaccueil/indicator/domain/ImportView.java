package org.capaccueil.indicator.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file somebody brought.
 *
 * @param recipe how it is understood
 * @param recipeName the recipe that was taken for it, null where it was understood anew
 * @param outcome what became of it, in words; null as long as it is not confirmed
 */
public record ImportView(
        UUID id,
        String fileName,
        Instant uploadedAt,
        Recipe recipe,
        @Nullable String recipeName,
        @Nullable String outcome) {

    public boolean isOpen() {
        return outcome == null;
    }
}
