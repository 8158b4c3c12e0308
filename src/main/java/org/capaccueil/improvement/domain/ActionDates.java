package org.capaccueil.improvement.domain;

import java.time.LocalDate;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/** The rules on an action's two dates, the same while it is proposed, extended and reopened. */
final class ActionDates {

    private ActionDates() {}

    static void requireReviewAfterDue(@Nullable LocalDate due, @Nullable LocalDate reviewDate) {
        if (due == null && reviewDate != null) {
            throw new BusinessRefusal("due", "Indiquez d'abord l'échéance : la date de revue vient après elle.");
        }
        if (due != null && reviewDate != null && !reviewDate.isAfter(due)) {
            throw new BusinessRefusal(
                    "reviewDate",
                    "La date de revue doit être après l'échéance : l'action doit avoir eu le temps d'agir.");
        }
    }

    static void requireNotPast(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            throw new BusinessRefusal("due", "Cette échéance est déjà passée. Choisissez une date à venir.");
        }
    }
}
