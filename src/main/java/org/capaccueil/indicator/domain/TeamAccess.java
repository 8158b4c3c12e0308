package org.capaccueil.indicator.domain;

import java.util.List;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Component;

/** Whose figures somebody reads and gives: members their team's, quality managers and leadership read all, managers give all. */
@Component
class TeamAccess {

    private final Organisation organisation;

    TeamAccess(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The teams whose figures this person reads, by name. */
    List<TeamView> readable(Actor actor) {
        return organisation.teamsOf(actor.commune()).stream()
                .filter(TeamView::active)
                .filter(team -> readsAll(actor) || actor.belongsTo(team.id()))
                .toList();
    }

    TeamView toRead(Actor actor, TeamId id) {
        TeamView team = organisation.team(id);
        if (!team.commune().equals(actor.commune()) || !readsAll(actor) && !actor.belongsTo(id)) {
            throw new NotFound();
        }
        return team;
    }

    TeamView toFill(Actor actor, TeamId id) {
        TeamView team = toRead(actor, id);
        if (!mayFill(actor, id)) {
            throw new NotAllowed("Les valeurs se donnent par un membre de l'équipe « " + team.name()
                    + " » ou par un référent qualité. Vous pouvez les lire.");
        }
        if (!team.active()) {
            throw new NotAllowed("L'équipe « " + team.name() + " » est fermée : ses valeurs ne changent plus.");
        }
        return team;
    }

    static boolean mayFill(Actor actor, TeamId team) {
        return actor.belongsTo(team) || actor.is(Role.QUALITY_MANAGER);
    }

    /** In whose right a value is given: as one of the team first. */
    static Acting acting(Actor actor, TeamId team) {
        return actor.belongsTo(team) ? actor.asMemberOf(team) : actor.as(Role.QUALITY_MANAGER);
    }

    static boolean readsAll(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP);
    }
}
