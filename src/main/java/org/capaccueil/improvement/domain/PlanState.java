package org.capaccueil.improvement.domain;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.ActionPlans.Signature;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan stands and who decided what on it.
 *
 * @param edition 1 for the first proposal, one more each time leadership sent it back
 * @param returned the last time it came back, from the quality manager or from leadership
 * @param report the file to sign, null until it is printed
 */
public record PlanState(
        long version,
        PlanStatus status,
        int edition,
        Instant openedAt,
        @Nullable Decision proposed,
        @Nullable Decision reviewed,
        @Nullable Decision returned,
        @Nullable UUID report,
        @Nullable Signature signature) {

    /** Who decided, when, and what they wrote. */
    public record Decision(PersonId by, Instant at, @Nullable String note) {}
}
