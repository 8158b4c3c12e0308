package org.capaccueil.shared;

import java.util.Set;

/**
 * What somebody may act as, in their own commune.
 *
 * @param teams the teams the person belongs to, leading them or not
 * @param leads the teams the person leads
 */
public record Rights(Set<Role> roles, Set<TeamId> teams, Set<TeamId> leads) {

    public Rights {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        leads = Set.copyOf(leads);
    }

    public boolean areNone() {
        return roles.isEmpty() && teams.isEmpty();
    }
}
