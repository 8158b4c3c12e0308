package org.capaccueil.standard;

import java.time.Instant;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One version in the library, without its content.
 *
 * @param basedOn the version it was drafted from: an earlier one of the same standard, or the origin of an adapted copy
 * @param origin the standard its content says it was adapted from
 * @param owner the commune it was made in; null for a shipped one, which is the whole network's
 * @param sharedAt since when its commune offers it to the others; null while it keeps it to itself
 * @param sharedBecause what the commune says about it to the others
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
        @Nullable CommuneId owner,
        @Nullable Instant sharedAt,
        @Nullable String sharedBecause,
        long lock) {

    /** « Référentiel de départ – accueil municipal, version 0.1 ». */
    public String fullTitle() {
        return title + ", version " + label;
    }

    /** Whether its commune offers it to the others. */
    public boolean isShared() {
        return sharedAt != null;
    }

    public boolean isDraft() {
        return status == StandardStatus.DRAFT;
    }

    /** Whether a campaign may start on it. */
    public boolean published() {
        return status == StandardStatus.PUBLISHED;
    }
}
