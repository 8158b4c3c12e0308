package org.capaccueil.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for whom, from when until when.
 *
 * @param endedAt when it was ended before its time, null otherwise
 */
public record SubstitutionView(
        UUID id,
        PersonId absent,
        String absentName,
        PersonId substitute,
        String substituteName,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String reason,
        @Nullable Instant endedAt,
        long version) {

    /** Where a substitution stands on a day. */
    public enum State {
        COMING("À venir"),
        RUNNING("En cours"),
        OVER("Terminée");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public State state(LocalDate today) {
        if (endedAt != null || lastDay.isBefore(today)) {
            return State.OVER;
        }
        return firstDay.isAfter(today) ? State.COMING : State.RUNNING;
    }

    /** Whether it counts on any of these days. */
    public boolean covers(LocalDate first, LocalDate last) {
        return endedAt == null && !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }

    /** « du 3 mai 2027 au 7 mai 2027 ». */
    public String days() {
        return firstDay.equals(lastDay)
                ? "le " + PublicTime.inWords(firstDay)
                : "du " + PublicTime.inWords(firstDay) + " au " + PublicTime.inWords(lastDay);
    }
}
