package org.capaccueil.mystery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.TeamId;

/** What other rooms may ask of mystery evaluations. */
public interface Mysteries {

    /**
     * Prepares a wave on every channel of these teams, with the scenarios in use, and has its visits proposed: the
     * demonstration calls it.
     */
    UUID prepare(Actor manager, String title, Set<TeamId> teams, LocalDate firstDay, LocalDate lastDay, int perPlace);

    /**
     * What somebody has to observe.
     *
     * @param next the day the first of it is planned for
     */
    record ToDo(int visits, LocalDate next) {

        /** « 2 observations mystère à faire ». */
        public String inWords() {
            return visits + (visits == 1 ? " observation mystère à faire" : " observations mystère à faire");
        }
    }

    /** Nothing for whoever has no visit to do in a confirmed wave. */
    Optional<ToDo> toDo(Actor actor);

    /** Whether they observe: in the pool, or with a visit still to do. */
    boolean observes(Actor actor);

    /**
     * Deletes what observers remarked in waves that were opened before this moment, or were never opened and ended before
     * it; scores stay.
     *
     * @return how many remarks
     */
    int forgetRemarksOfWavesOpenedBefore(Instant moment);
}
