package org.capaccueil.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;

/** What other rooms may ask about communes, teams and people. Unknown ids answer with {@code NotFound}. */
public interface Organisation {

    CommuneView commune(CommuneId id);

    /** Every organisation of this installation, by name. */
    List<CommuneView> communes();

    /** The communes of the same métropole as this organisation, by name; a commune without one is alone. */
    List<CommuneView> communesAround(CommuneId id);

    /** The commune with this code of the national register of communes. */
    Optional<CommuneView> communeByCode(String code);

    List<TeamView> teamsOf(CommuneId commune);

    TeamView team(TeamId id);

    /** The day each channel became the team's; a channel it does not have is absent. */
    Map<Channel, LocalDate> channelsSince(TeamId team);

    /** The team that does today what this one has to do: itself, or the one it was merged into, however often. */
    TeamView inChargeOf(TeamId team);

    /** The teams whose work this one has to end today: itself, and those merged into it, however often. */
    Set<TeamId> inHandsOf(TeamId team);

    /**
     * Everybody who was a member on any of these days, of the team or of one it was merged into, from then on. Whoever was
     * one of them has no distance from what the team did meanwhile.
     */
    Set<PersonId> membersBetween(TeamId team, LocalDate from, LocalDate to);

    Map<TeamId, TeamView> teams(Collection<TeamId> ids);

    /** Those who are there; who left is found by id only. */
    List<PersonView> peopleOf(CommuneId commune);

    PersonView person(PersonId id);

    Map<PersonId, PersonView> people(Collection<PersonId> ids);

    /** Everybody with this role, whatever their commune: auditors come from the neighbour. */
    List<PersonView> withRole(Role role);

    /** The managers above each person, nearest first; those without one are absent. */
    Map<PersonId, List<PersonId>> managersAbove(Collection<PersonId> people);

    Optional<PersonView> byEmail(String email);

    /**
     * The person as one who acts: roles and teams as they are at this moment, and besides them those of everybody they
     * stand in for today. A team that was merged into one of theirs is theirs as well: what it has begun is for them to
     * end. Nobody acts after having left.
     */
    Actor actor(PersonId id);
}
