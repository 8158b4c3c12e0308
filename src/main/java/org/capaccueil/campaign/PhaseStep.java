package org.capaccueil.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One phase in the stepper every page of an evaluation shows.
 *
 * @param waitingFor who is awaited, in words; null when nobody is or nobody knows
 */
public record PhaseStep(String title, State state, @Nullable LocalDate dueDate, @Nullable String waitingFor) {

    /** What the stepper marks. */
    public enum State {
        DONE,
        CURRENT,
        LATE,
        AHEAD
    }
}
