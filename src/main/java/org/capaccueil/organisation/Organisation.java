package org.capaccueil.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;

/** What other rooms may ask about communes, teams and people. Unknown ids answer with {@code NotFound}. */
public interface Organisation {

    CommuneView commune(CommuneId id);

    /** The commune with this code of the national register of communes. */
    Optional<CommuneView> communeByInseeCode(String inseeCode);

    List<TeamView> teamsOf(CommuneId commune);

    TeamView team(TeamId id);

    Map<TeamId, TeamView> teams(Collection<TeamId> ids);

    List<PersonView> peopleOf(CommuneId commune);

    PersonView person(PersonId id);

    Map<PersonId, PersonView> people(Collection<PersonId> ids);

    /** Everybody with this role, whatever their commune: auditors come from the neighbour. */
    List<PersonView> withRole(Role role);

    Optional<PersonView> byEmail(String email);

    /** The person as one who acts: roles and teams as they are at this moment. */
    Actor actor(PersonId id);
}
