package org.capaccueil.indicator.domain;

import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;

/** What late values tell the process. */
public interface LateSeriesProcess {

    /** A team is to be reminded until nothing is late. */
    void chase(UUID chase, TeamId team, CommuneId commune);
}
