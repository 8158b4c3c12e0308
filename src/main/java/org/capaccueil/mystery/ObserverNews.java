package org.capaccueil.mystery;

import java.time.LocalDate;
import java.util.Set;
import org.capaccueil.shared.PersonId;

/**
 * News for observers, written to them by the room that writes mails. A mail is read by others too: it says which wave and
 * which days it has, and never where, when or what is observed.
 */
public record ObserverNews(
        Occasion occasion, String wave, LocalDate firstDay, LocalDate lastDay, Set<PersonId> observers) {

    /** What happened to them. */
    public enum Occasion {
        /** A wave with visits of theirs is confirmed. */
        CONFIRMED,
        /** A visit is given to them, or has another moment. */
        MOVED,
        /** A visit of theirs was given to somebody else. */
        TAKEN_BACK,
        /** The wave nears its end, and they have visits to do. */
        ENDING
    }

    public ObserverNews {
        observers = Set.copyOf(observers);
    }
}
