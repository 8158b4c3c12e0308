package org.capaccueil.audit.domain;

import java.util.List;
import org.capaccueil.shared.PersonId;

/**
 * Somebody who has the auditor's role.
 *
 * @param against why this person may not audit this team; empty when they may
 */
public record Candidate(PersonId id, String name, String commune, String capacity, List<Obstacle> against) {

    public boolean isEligible() {
        return against.isEmpty();
    }
}
