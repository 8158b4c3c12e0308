package org.capaccueil.access;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.capaccueil.access.AccessMatrix.Column;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose things are tried, and who tries.
 *
 * @param otherTeam of the same commune as {@code home}
 * @param away another commune's
 */
record Cast(Target home, Target otherTeam, Target away, List<Subject> everybody) {

    static Cast of(Fixtures fixtures, JdbcClient jdbc) {
        Town town = fixtures.town(Channel.COUNTER);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        CommuneId neighbour = fixtures.actor(town.auditor()).commune();
        PersonId lead = person(fixtures, town.commune(), "Léa Responsable", mark);
        PersonId agent = person(fixtures, town.commune(), "Samir Agent", mark);
        PersonId managesAtHome = person(
                fixtures,
                neighbour,
                "Odile Double",
                mark,
                Role.AUDITOR,
                Role.QUALITY_MANAGER,
                Role.LEADERSHIP,
                Role.OBSERVER);
        fixtures.lend(managesAtHome);
        TeamId team = fixtures.team(town.manager(), "BIS" + mark, "Annexe " + mark, lead, agent, Channel.COUNTER);
        Target home = new Target("own team", town, jdbc);
        Target otherTeam = new Target(
                "other team",
                new Town(town.commune(), town.manager(), lead, agent, town.leadership(), managesAtHome, team),
                jdbc);
        Target away = new Target("other commune", fixtures.town(Channel.COUNTER), jdbc);
        List<Subject> everybody = List.of(
                subject(fixtures, "quality manager", town.manager(), Column.MANAGER),
                subject(fixtures, "team lead", town.lead(), Column.LEAD),
                subject(fixtures, "agent", town.agent(), Column.AGENT),
                subject(fixtures, "auditor of it", town.auditor(), Column.AUDITOR_OF_IT),
                subject(
                        fixtures,
                        "auditor who manages at home",
                        managesAtHome,
                        Column.AUDITOR_OF_IT,
                        Column.MANAGER,
                        Column.LEADERSHIP),
                subject(
                        fixtures,
                        "other auditor",
                        person(fixtures, neighbour, "Yves Auditeur", mark, Role.AUDITOR),
                        Column.OTHER_AUDITOR),
                subject(fixtures, "leadership", town.leadership(), Column.LEADERSHIP),
                subject(
                        fixtures,
                        "observer",
                        person(fixtures, town.commune(), "Inès Observatrice", mark, Role.OBSERVER),
                        Column.OBSERVER),
                subject(
                        fixtures,
                        "operator",
                        person(fixtures, town.commune(), "Paul Exploitant", mark, Role.OPERATOR),
                        Column.OPERATOR),
                subject(fixtures, "nobody", person(fixtures, town.commune(), "Nora Personne", mark), Column.NO_ROLE),
                subject(
                        fixtures,
                        "team roles without a team",
                        person(fixtures, town.commune(), "Tom Sanséquipe", mark, Role.TEAM_LEAD, Role.AGENT),
                        Column.NO_ROLE));
        return new Cast(home, otherTeam, away, everybody);
    }

    List<Target> everyTarget() {
        return List.of(home, otherTeam, away);
    }

    private static PersonId person(Fixtures fixtures, CommuneId commune, String name, String mark, Role... roles) {
        return fixtures.person(commune, name, mark, "Fonction d'essai", roles);
    }

    private static Subject subject(Fixtures fixtures, String name, PersonId person, Column... columns) {
        Actor actor = fixtures.actor(person);
        return new Subject(name, EnumSet.copyOf(List.of(columns)), person, actor.commune(), actor.teams());
    }
}
