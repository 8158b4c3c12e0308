package org.capaccueil.shared;

import java.util.Set;

/**
 * The person who acts, as known at this request: who, for which commune, with which roles, in which teams. Use cases take
 * it as an argument and decide with it; nothing reads a current user from a thread.
 *
 * @param teams the teams the person belongs to, leading them or not
 * @param leads the teams the person leads
 */
public record Actor(
        PersonId id, String name, CommuneId commune, Set<Role> roles, Set<TeamId> teams, Set<TeamId> leads) {

    public Actor {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        leads = Set.copyOf(leads);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Somebody who reads what communes have in common and takes no part in any evaluation. */
    public boolean onlyObserves() {
        return roles.equals(Set.of(Role.OBSERVER));
    }

    public boolean belongsTo(TeamId team) {
        return teams.contains(team);
    }

    public boolean leads(TeamId team) {
        return leads.contains(team);
    }

    /** A role counts in the commune it was given in: who holds it elsewhere is a visitor here. */
    public boolean is(Role role, CommuneId where) {
        return is(role) && commune.equals(where);
    }

    public void require(Role role, CommuneId where) {
        require(role);
        if (!commune.equals(where)) {
            throw new NotAllowed("Cette action revient au rôle « " + role.title() + " » de la commune concernée. "
                    + "Le vôtre vaut dans votre commune.");
        }
    }

    public void require(Role role) {
        if (!is(role)) {
            throw new NotAllowed("Cette action revient au rôle « " + role.title() + " ». "
                    + "Demandez au référent qualité de votre commune si vous pensez devoir l'avoir.");
        }
    }
}
