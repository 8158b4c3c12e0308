package org.capaccueil.standard.domain;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.StandardStatus;
import org.capaccueil.standard.StandardVersionView;
import org.jspecify.annotations.Nullable;

/** A version as lists need it: its text, long and rarely read, stays in the database. */
record StandardHeading(
        UUID id,
        long version,
        String code,
        String label,
        String title,
        StandardStatus status,
        @Nullable UUID basedOn,
        @Nullable String originCode,
        @Nullable String originVersion,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
        @Nullable UUID communeId,
        @Nullable Instant sharedAt,
        @Nullable String sharedBecause) {

    StandardVersionView view() {
        return new StandardVersionView(
                new StandardVersionId(id),
                code,
                label,
                title,
                status,
                basedOn == null ? null : new StandardVersionId(basedOn),
                originCode == null || originVersion == null ? null : new Origin(originCode, originVersion),
                publishedAt,
                withdrawnAt,
                withdrawnBecause,
                communeId == null ? null : new CommuneId(communeId),
                sharedAt,
                sharedBecause,
                version);
    }
}
