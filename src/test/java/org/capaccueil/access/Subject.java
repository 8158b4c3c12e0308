package org.capaccueil.access;

import java.util.EnumSet;
import java.util.Set;
import org.capaccueil.access.AccessMatrix.Column;
import org.capaccueil.access.Cell.Reach;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;

/**
 * Somebody who tries everything.
 *
 * @param columns the roles they have in the matrix
 */
record Subject(String name, Set<Column> columns, PersonId person, CommuneId commune, Set<TeamId> teams) {

    /** How this person stands to a thing. */
    Set<Reach> standing(Target target) {
        EnumSet<Reach> standing = EnumSet.of(Reach.ALL);
        if (target.isShared()) {
            standing.add(Reach.NETWORK);
        }
        if (target.commune().equals(commune)) {
            standing.add(Reach.COMMUNE);
        }
        if (teams.contains(target.team())) {
            standing.add(Reach.TEAM);
        }
        if (person.equals(target.auditor())) {
            standing.add(Reach.GIVEN);
        }
        if (target.isOwn(person)) {
            standing.add(Reach.OWN);
        }
        return standing;
    }

    @Override
    public String toString() {
        return name;
    }
}
