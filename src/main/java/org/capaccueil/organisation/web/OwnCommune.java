package org.capaccueil.organisation.web;

import java.util.UUID;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Component;

/** Teams and people of the actor's own commune; those of another do not exist for these pages. */
@Component
class OwnCommune {

    private final Organisation organisation;

    OwnCommune(Organisation organisation) {
        this.organisation = organisation;
    }

    TeamView team(Actor actor, TeamId id) {
        TeamView team = organisation.team(id);
        if (!team.commune().equals(actor.commune())) {
            throw new NotFound();
        }
        return team;
    }

    PointView point(Actor actor, TeamId id, UUID point) {
        return team(actor, id).points().stream()
                .filter(candidate -> candidate.id().equals(point))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    PersonView person(Actor actor, PersonId id) {
        PersonView person = organisation.person(id);
        if (!person.commune().equals(actor.commune())) {
            throw new NotFound();
        }
        return person;
    }
}
