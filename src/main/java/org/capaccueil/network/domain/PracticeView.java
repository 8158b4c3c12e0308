package org.capaccueil.network.domain;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;

/**
 * A good practice as its pages show it.
 *
 * @param edition 1 until its text changes after it was shared
 * @param fromAction whether it tells of an improvement action that was verified as effective
 * @param version what a form that changes it has to give back
 */
public record PracticeView(
        UUID id,
        CommuneId commune,
        PracticeText text,
        PracticeState state,
        int edition,
        Instant savedAt,
        @Nullable Instant sharedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
        boolean fromAction,
        long version) {

    public boolean isDraft() {
        return state == PracticeState.DRAFT;
    }

    public boolean isShared() {
        return state == PracticeState.SHARED;
    }
}
