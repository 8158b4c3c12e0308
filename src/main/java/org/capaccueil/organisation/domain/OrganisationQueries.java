package org.capaccueil.organisation.domain;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.OrganisationKind;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
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
    private final StandIns standIns;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    OrganisationQueries(
            Communes communes,
            ReceptionTeams teams,
            People people,
            StandIns standIns,
            EntityManager entities,
            JdbcClient jdbc) {
        this.communes = communes;
        this.teams = teams;
        this.people = people;
        this.standIns = standIns;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public CommuneView commune(CommuneId id) {
        return communes.findById(id.value()).orElseThrow(NotFound::new).view();
    }

    @Override
    public List<CommuneView> communes() {
        return communes.findAllByOrderByName().stream().map(Commune::view).toList();
    }

    @Override
    public List<CommuneView> communesAround(CommuneId id) {
        Map<CommuneId, CommuneView> all = communes().stream()
                .collect(
                        Collectors.toMap(CommuneView::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        CommuneId top = topOf(id, all);
        return all.values().stream()
                .filter(one -> one.kind() == OrganisationKind.COMMUNE && top.equals(topOf(one.id(), all)))
                .toList();
    }

    private static CommuneId topOf(CommuneId id, Map<CommuneId, CommuneView> all) {
        CommuneId top = id;
        for (CommuneId above = all.get(top).parent();
                above != null;
                above = all.get(top).parent()) {
            top = above;
        }
        return top;
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
    public Map<Channel, LocalDate> channelsSince(TeamId id) {
        return teams.findById(id.value()).orElseThrow(NotFound::new).channelsSince();
    }

    @Override
    public TeamView inChargeOf(TeamId id) {
        TeamView team = team(id);
        TeamView.Closing closing = team.closing();
        return closing == null || closing.successor() == null ? team : inChargeOf(closing.successor());
    }

    @Override
    public Set<TeamId> inHandsOf(TeamId id) {
        Set<TeamId> hands = new LinkedHashSet<>();
        jdbc.sql(
                        """
                with recursive hands (team_id) as (
                    select id from reception_team where id = :team
                    union
                    select t.id from reception_team t join hands on t.successor_id = hands.team_id)
                select team_id from hands""")
                .param("team", id.value())
                .query(row -> {
                    hands.add(new TeamId(row.getObject("team_id", UUID.class)));
                });
        return hands;
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
        if (ids.isEmpty()) {
            return Map.of();
        }
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
    public Optional<PersonView> byEmail(String email) {
        return people.findByEmailIgnoreCase(email)
                .filter(person -> !person.hasLeft())
                .map(Person::view);
    }

    @Override
    public Optional<CommuneView> communeByCode(String inseeCode) {
        return communes.findByCode(inseeCode).map(Commune::view);
    }

    @Override
    public Actor actor(PersonId id) {
        // read past the persistence context: whoever was recorded in this very transaction has to be in the table
        entities.flush();
        return standIns.actor(id).orElseThrow(NotFound::new);
    }
}
