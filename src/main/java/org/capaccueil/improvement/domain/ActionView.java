package org.capaccueil.improvement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** An action with what only this room's pages need. */
public record ActionView(
        ActionPlans.Action action,
        long version,
        List<String> whys,
        @Nullable PersonId doneBy,
        @Nullable Instant doneAt,
        @Nullable PersonId verifiedBy,
        @Nullable Instant verifiedAt,
        Instant savedAt) {

    /** Late is what is not done on its due date; what waits for its review is not. */
    public boolean isOverdue(LocalDate today) {
        return action.status() == ActionStatus.IN_PROGRESS
                && action.due() != null
                && action.due().isBefore(today);
    }

    /** How the trail names it. */
    String subject() {
        return "Action n° " + action.number() + " · " + action.title();
    }
}
