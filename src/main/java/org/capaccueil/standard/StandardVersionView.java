package org.capaccueil.standard;

import java.time.Instant;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One version in the library, without its content.
 *
 * @param basedOn the version it was drafted from: an earlier one of the same standard, or the origin of an adapted copy
 * @param origin the standard its content says it was adapted from
 * @param lock what a form that changes a draft has to give back
 */
public record StandardVersionView(
        StandardVersionId id,
        String code,
        String label,
        String title,
        StandardStatus status,
        @Nullable StandardVersionId basedOn,
        @Nullable Origin origin,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
        long lock) {

    /** « Référentiel de départ – accueil municipal, version 0.1 ». */
    public String fullTitle() {
        return title + ", version " + label;
    }

    public boolean isDraft() {
        return status == StandardStatus.DRAFT;
    }

    /** Whether a campaign may start on it. */
    public boolean published() {
        return status == StandardStatus.PUBLISHED;
    }
}
