package org.capaccueil.organisation.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class OrganisationQueries implements Organisation {

    private final Communes communes;
    private final ReceptionTeams teams;
    private final People people;
    private final JdbcClient jdbc;

    OrganisationQueries(Communes communes, ReceptionTeams teams, People people, JdbcClient jdbc) {
        this.communes = communes;
        this.teams = teams;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public CommuneView commune(CommuneId id) {
        return communes.findById(id.value()).orElseThrow(NotFound::new).view();
    }

    @Override
    public List<TeamView> teamsOf(CommuneId commune) {
        return teams.findByCommuneIdOrderByName(commune.value()).stream()
                .map(ReceptionTeam::view)
                .toList();
    }

    @Override
    public TeamView team(TeamId id) {
        return teams.findById(id.value()).orElseThrow(NotFound::new).view();
    }

    @Override
    public TeamView inChargeOf(TeamId id) {
        TeamView team = team(id);
        TeamView.Closing closing = team.closing();
        return closing == null || closing.successor() == null ? team : inChargeOf(closing.successor());
    }

    @Override
    public Set<PersonId> membersBetween(TeamId id, LocalDate from, LocalDate to) {
        Set<PersonId> members = new HashSet<>();
        jdbc.sql(
                        """
                with recursive line (team_id, since) as (
                    select id, date '1900-01-01' from reception_team where id = :team
                    union
                    select successor_id, closed_on from reception_team join line on id = team_id
                    where successor_id is not null)
                select person_id from line join team_member m using (team_id) where greatest(m.since, line.since) <= :to
                union
                select person_id from line join past_member m using (team_id)
                where greatest(m.since, line.since) <= :to and m.until >= greatest(:from, line.since)""")
                .param("team", id.value())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    members.add(new PersonId(row.getObject("person_id", UUID.class)));
                });
        return members;
    }

    @Override
    public Map<TeamId, TeamView> teams(Collection<TeamId> ids) {
        List<UUID> keys = ids.stream().map(TeamId::value).toList();
        return teams.findByIdIn(keys).stream()
                .map(ReceptionTeam::view)
                .collect(Collectors.toMap(TeamView::id, Function.identity()));
    }

    @Override
    public List<PersonView> peopleOf(CommuneId commune) {
        return people.findByCommuneIdOrderByName(commune.value()).stream()
                .map(Person::view)
                .toList();
    }

    @Override
    public PersonView person(PersonId id) {
        return people.findById(id.value()).orElseThrow(NotFound::new).view();
    }

    @Override
    public Map<PersonId, PersonView> people(Collection<PersonId> ids) {
        List<UUID> keys = ids.stream().map(PersonId::value).toList();
        return people.findByIdIn(keys).stream()
                .map(Person::view)
                .collect(Collectors.toMap(PersonView::id, Function.identity()));
    }

    @Override
    public List<PersonView> withRole(Role role) {
        return people.findByRole(role).stream().map(Person::view).toList();
    }

    @Override
    public Optional<PersonView> byEmail(String email) {
        return people.findByEmailIgnoreCase(email).map(Person::view);
    }

    @Override
    public Actor actor(PersonId id) {
        PersonView person = person(id);
        Set<TeamId> memberOf = new HashSet<>();
        Set<TeamId> leads = new HashSet<>();
        jdbc.sql(
                        """
                with recursive own (team_id, lead) as (
                    select team_id, lead from team_member where person_id = ?
                    union
                    select absorbed.id, own.lead from reception_team absorbed join own on absorbed.successor_id = own.team_id)
                select team_id, lead from own""")
                .param(id.value())
                .query(row -> {
                    TeamId team = new TeamId(row.getObject("team_id", UUID.class));
                    memberOf.add(team);
                    if (row.getBoolean("lead")) {
                        leads.add(team);
                    }
                });
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles());
        if (!memberOf.isEmpty()) {
            roles.add(Role.AGENT);
        }
        if (!leads.isEmpty()) {
            roles.add(Role.TEAM_LEAD);
        }
        return new Actor(id, person.name(), person.commune(), roles, memberOf, leads);
    }
}
