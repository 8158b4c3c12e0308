package org.capaccueil.standard;

import java.time.LocalDate;
import java.util.List;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a standard. The room of the campaigns implements it, so that this room can say what a new version changes for
 * them without knowing them.
 */
public interface StandardUse {

    /**
     * A campaign on a version.
     *
     * @param running whether it is going on; otherwise it is a draft
     * @param nextCycleOn when its next cycle is prepared, on the newest version then; null when it does not recur
     */
    record Use(String campaign, StandardVersionId version, boolean running, @Nullable LocalDate nextCycleOn) {}

    /** Whether the person has to see an evaluation on this version, of whatever commune: an auditor reads what he audits by. */
    boolean isVisited(PersonId person, StandardVersionId version);

    /** The commune's campaigns that are drafts or going on, on any of these versions. */
    List<Use> of(CommuneId commune, List<StandardVersionId> versions);
}
