package org.capaccueil.organisation.domain;

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
    public Optional<CommuneView> communeByInseeCode(String inseeCode) {
        return communes.findByInseeCode(inseeCode).map(Commune::view);
    }

    @Override
    public Actor actor(PersonId id) {
        Person found = people.findById(id.value()).orElseThrow(NotFound::new);
        PersonView person = found.view();
        Set<TeamId> memberOf = new HashSet<>();
        Set<TeamId> leads = new HashSet<>();
        jdbc.sql("select team_id, lead from team_member where person_id = ?")
                .param(id.value())
                .query(row -> {
                    TeamId team = new TeamId(row.getObject("team_id", UUID.class));
                    if (found.mayBelongToATeam()) {
                        memberOf.add(team);
                    }
                    if (row.getBoolean("lead") && found.mayLead()) {
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
