package org.capaccueil.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.TeamId;

/**
 * What becomes of teams while their evaluations go on. It only changes the register: the reorganisation room decides with
 * the quality manager what happens to the evaluations, and calls this in the same transaction. Every change leaves a line
 * in the trail.
 */
public interface TeamLife {

    /** The team enters no new campaign; its members stay, so that what it has begun can end. */
    void close(Actor actor, TeamId team, LocalDate on, String reason);

    /** A team that was merged stays closed: its people and points are another team's. */
    void reopen(Actor actor, TeamId team);

    /**
     * Merges a team into another: members and points go over, contacts add up, and the absorbed team is closed with the
     * other as its successor. Whoever is in the successor acts for the absorbed team from then on.
     *
     * @param keepLeads whether who led the absorbed team leads the other as well
     */
    void merge(Actor actor, TeamId absorbed, TeamId survivor, LocalDate on, String reason, boolean keepLeads);

    /** Names the commune's main reception point; the one that was it before no longer is. */
    void nameMainPoint(Actor actor, TeamId team, UUID point);
}
