package org.capaccueil.standard;

import java.time.Instant;
import org.capaccueil.shared.StandardVersionId;
import org.jspecify.annotations.Nullable;

/** One version in the library, without its content. */
public record StandardVersionView(
        StandardVersionId id,
        String code,
        String label,
        String title,
        boolean published,
        @Nullable Instant publishedAt) {

    /** « Référentiel de départ – accueil municipal, version 0.1 ». */
    public String fullTitle() {
        return title + ", version " + label;
    }
}
