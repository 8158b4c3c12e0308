package org.capaccueil.organisation.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
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
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class OrganisationQueries implements Organisation {

    private final Communes communes;
    private final ReceptionTeams teams;
    private final People people;
    private final StandIns standIns;
    private final JdbcClient jdbc;

    OrganisationQueries(Communes communes, ReceptionTeams teams, People people, StandIns standIns, JdbcClient jdbc) {
        this.communes = communes;
        this.teams = teams;
        this.people = people;
        this.standIns = standIns;
        this.jdbc = jdbc;
    }

    @Override
    public CommuneView commune(CommuneId id) {
        return communes.findById(id.value()).orElseThrow(NotFound::new).view();
    }

    @Override
    public List<CommuneView> communes() {
        return communes.findAll(Sort.by("name")).stream().map(Commune::view).toList();
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
    public Map<TeamId, TeamView> teams(Collection<TeamId> ids) {
        List<UUID> keys = ids.stream().map(TeamId::value).toList();
        return teams.findByIdIn(keys).stream()
                .map(ReceptionTeam::view)
                .collect(Collectors.toMap(TeamView::id, Function.identity()));
    }

    @Override
    public List<PersonView> peopleOf(CommuneId commune) {
        return people.findByCommuneIdAndLeftOnIsNullOrderByName(commune.value()).stream()
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
    public Map<PersonId, List<PersonId>> managersAbove(Collection<PersonId> below) {
        Map<PersonId, List<PersonId>> above = new HashMap<>();
        if (below.isEmpty()) {
            return above;
        }
        jdbc.sql(
                        """
                with recursive above (person_id, manager_id, level) as (
                    select id, manager_id, 1 from person where id in (:people) and manager_id is not null
                    union all
                    select above.person_id, person.manager_id, above.level + 1
                    from above join person on person.id = above.manager_id
                    where person.manager_id is not null
                ) cycle manager_id set looped using way
                select person_id, manager_id from above where not looped order by level""")
                .param("people", below.stream().map(PersonId::value).toList())
                .query(row -> {
                    above.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)), person -> new ArrayList<>())
                            .add(new PersonId(row.getObject("manager_id", UUID.class)));
                });
        return above;
    }

    @Override
    public Set<PersonId> departedSince(TeamId team, Instant moment) {
        return jdbc
                .sql("select distinct person_id from team_departure where team_id = ? and left_at >= ?")
                .param(team.value())
                .param(Timestamp.from(moment))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<PersonView> byEmail(String email) {
        return people.findByEmailIgnoreCase(email)
                .filter(person -> !person.hasLeft())
                .map(Person::view);
    }

    @Override
    public Actor actor(PersonId id) {
        PersonView person = people.findById(id.value())
                .filter(found -> !found.hasLeft())
                .map(Person::view)
                .orElseThrow(NotFound::new);
        Set<TeamId> memberOf = new HashSet<>();
        Set<TeamId> leads = new HashSet<>();
        jdbc.sql("select team_id, lead from team_member where person_id = ?")
                .param(id.value())
                .query(row -> {
                    TeamId team = new TeamId(row.getObject("team_id", UUID.class));
                    memberOf.add(team);
                    if (row.getBoolean("lead")) {
                        leads.add(team);
                    }
                });
        return new Actor(
                id, person.name(), person.commune(), StandIns.rights(person.roles(), memberOf, leads), standIns.of(id));
    }
}
