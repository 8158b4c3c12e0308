package org.capaccueil.mystery;

import java.time.Instant;
import java.time.LocalDate;
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
     * Deletes what observers remarked in waves that were opened before this moment, or were never opened and ended before
     * it; scores stay.
     *
     * @return how many remarks
     */
    int forgetRemarksOfWavesOpenedBefore(Instant moment);
}
