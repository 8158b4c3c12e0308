package org.capaccueil.organisation.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.AbsentPerson;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Rights;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose rights a person has besides their own today. Read with the clock each time, so that they end at midnight without
 * anything having to run; and read from what the absent person is themselves, so that nothing lent is ever passed on.
 */
@Component
class StandIns {

    private static final String TODAY = "s.first_day <= :today and s.last_day >= :today and s.ended_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    StandIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return PublicTime.today(clock);
    }

    /**
     * The person as one who acts, with the rights of everybody they stand in for today: one statement, as each request
     * asks it. A team that was merged into one of theirs is theirs as well. Nobody acts after having left.
     */
    Optional<Actor> actor(PersonId id) {
        List<Row> rows = jdbc.sql(
                        """
                select p.id, p.name, p.capacity, p.commune_id, acting.last_day, p.subject is null as without_account,
                       array(select role from person_role where person_id = p.id) as roles,
                       array(with recursive own (team_id) as (
                                 select team_id from team_member where person_id = p.id
                                 union
                                 select t.id from reception_team t join own on t.successor_id = own.team_id)
                             select team_id from own) as teams,
                       array(with recursive own (team_id) as (
                                 select team_id from team_member where person_id = p.id and lead
                                 union
                                 select t.id from reception_team t join own on t.successor_id = own.team_id)
                             select team_id from own) as leads
                from (select cast(:me as uuid) as id, cast(null as date) as last_day
                      union all
                      select s.absent_id, s.last_day from substitution s where s.substitute_id = :me and %s) acting
                     join person p on p.id = acting.id
                     join person me on me.id = :me and me.commune_id = p.commune_id and me.left_on is null
                order by acting.last_day is not null, p.name, p.id"""
                                .formatted(TODAY))
                .param("me", id.value())
                .param("today", today())
                .query((row, n) -> new Row(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("capacity"),
                        new CommuneId(row.getObject("commune_id", UUID.class)),
                        row.getObject("last_day", LocalDate.class),
                        rights(row)))
                .list();
        return rows.stream()
                .findFirst()
                .map(me -> new Actor(
                        me.person(),
                        me.name(),
                        me.commune(),
                        me.rights(),
                        rows.stream().skip(1).map(Row::absent).toList()));
    }

    /** @param lastDay of the absence; null for the person themselves */
    private record Row(
            PersonId person,
            String name,
            String capacity,
            CommuneId commune,
            @Nullable LocalDate lastDay,
            Rights rights) {

        AbsentPerson absent() {
            return new AbsentPerson(
                    person,
                    name,
                    capacity,
                    new Rights(lent(rights.roles()), rights.teams(), rights.leads()),
                    Objects.requireNonNull(lastDay));
        }
    }

    /** Whoever has an account leads a team, or belongs to one, only while the account has the role for it. */
    private static Rights rights(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : strings(row.getArray("roles"))) {
            roles.add(Role.valueOf(role));
        }
        boolean mayLead = row.getBoolean("without_account") || roles.contains(Role.TEAM_LEAD);
        boolean mayBelong = mayLead || roles.contains(Role.AGENT);
        return rights(
                roles,
                mayBelong ? teams(row.getArray("teams")) : Set.of(),
                mayLead ? teams(row.getArray("leads")) : Set.of());
    }

    /** Belonging to a team and leading one are roles that follow from the teams. */
    private static Rights rights(Set<Role> given, Set<TeamId> teams, Set<TeamId> leads) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(given);
        if (!teams.isEmpty()) {
            roles.add(Role.AGENT);
        }
        if (!leads.isEmpty()) {
            roles.add(Role.TEAM_LEAD);
        }
        return new Rights(roles, teams, leads);
    }

    private static Set<Role> lent(Set<Role> roles) {
        return roles.stream()
                .filter(role -> !SubstitutionRules.NEVER_LENT.contains(role))
                .collect(Collectors.toSet());
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static Set<TeamId> teams(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(TeamId::new).collect(Collectors.toSet());
    }

    /** The substitute of each of these people who is absent today. */
    Map<PersonId, PersonId> substitutesOf(Collection<PersonId> people) {
        Map<PersonId, PersonId> substitutes = new HashMap<>();
        if (people.isEmpty()) {
            return substitutes;
        }
        jdbc.sql("select s.absent_id, s.substitute_id from substitution s where s.absent_id in (:people) and " + TODAY)
                .param("people", people.stream().map(PersonId::value).toList())
                .param("today", today())
                .query(row -> {
                    substitutes.put(
                            new PersonId(row.getObject("absent_id", UUID.class)),
                            new PersonId(row.getObject("substitute_id", UUID.class)));
                });
        return substitutes;
    }
}
