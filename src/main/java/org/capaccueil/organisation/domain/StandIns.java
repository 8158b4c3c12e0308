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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.AbsentPerson;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Rights;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
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
        return PublicTime.dayOf(clock.instant());
    }

    List<AbsentPerson> of(PersonId substitute) {
        return jdbc.sql(
                        """
                select p.id, p.name, p.capacity, s.last_day, p.subject is null as without_account,
                       array(select role from person_role where person_id = p.id) as roles,
                       array(select team_id from team_member where person_id = p.id) as teams,
                       array(select team_id from team_member where person_id = p.id and lead) as leads
                from substitution s
                     join person p on p.id = s.absent_id
                     join person me on me.id = s.substitute_id and me.commune_id = p.commune_id
                where s.substitute_id = :substitute and %s
                order by p.name, p.id"""
                                .formatted(TODAY))
                .param("substitute", substitute.value())
                .param("today", today())
                .query((row, n) -> absent(row))
                .list();
    }

    private static AbsentPerson absent(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(
                Arrays.stream(strings(row.getArray("roles"))).map(Role::valueOf).toList());
        boolean mayLead = row.getBoolean("without_account") || roles.contains(Role.TEAM_LEAD);
        boolean mayBelong = mayLead || roles.contains(Role.AGENT);
        Rights all = rights(
                roles,
                mayBelong ? teams(row.getArray("teams")) : Set.of(),
                mayLead ? teams(row.getArray("leads")) : Set.of());
        return new AbsentPerson(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("capacity"),
                new Rights(lent(all.roles()), all.teams(), all.leads()),
                row.getObject("last_day", LocalDate.class));
    }

    /** Belonging to a team and leading one are roles that follow from the teams. */
    static Rights rights(Set<Role> given, Set<TeamId> teams, Set<TeamId> leads) {
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
