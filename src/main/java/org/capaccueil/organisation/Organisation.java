package org.capaccueil.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;

/** What other rooms may ask about communes, teams and people. Unknown ids answer with {@code NotFound}. */
public interface Organisation {

    CommuneView commune(CommuneId id);

    /** The communes that evaluate their welcome in this installation, by name. */
    List<CommuneView> communes();

    List<TeamView> teamsOf(CommuneId commune);

    TeamView team(TeamId id);

    Map<TeamId, TeamView> teams(Collection<TeamId> ids);

    /** Those who are there; who left is found by id only. */
    List<PersonView> peopleOf(CommuneId commune);

    PersonView person(PersonId id);

    Map<PersonId, PersonView> people(Collection<PersonId> ids);

    /** Everybody with this role, whatever their commune: auditors come from the neighbour. */
    List<PersonView> withRole(Role role);

    /** The managers above each person, nearest first; those without one are absent. */
    Map<PersonId, List<PersonId>> managersAbove(Collection<PersonId> people);

    /** Who has left the team at this moment or later. */
    Set<PersonId> departedSince(TeamId team, Instant moment);

    Optional<PersonView> byEmail(String email);

    /**
     * The person as one who acts: roles and teams as they are at this moment, and besides them those of everybody they
     * stand in for today. Nobody acts after having left.
     */
    Actor actor(PersonId id);
}
