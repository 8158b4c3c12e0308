package org.capaccueil.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.capaccueil.shared.AbsentPerson;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.Rights;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;

/** The groups diagrams give tasks to, with the ids that make each group one team's or one commune's own. */
public final class CandidateGroups {

    public static final String TEAM = "team:";
    /** Each member of a team, for their own part: nobody takes such a task from the others. */
    public static final String MEMBERS = "members:";

    public static final String LEADS = "leads:";
    public static final String QUALITY_MANAGERS = "quality-managers:";
    public static final String LEADERSHIP = "leadership:";

    private CandidateGroups() {}

    public static String team(TeamId team) {
        return TEAM + team;
    }

    public static String members(TeamId team) {
        return MEMBERS + team;
    }

    public static String leads(TeamId team) {
        return LEADS + team;
    }

    public static String qualityManagers(CommuneId commune) {
        return QUALITY_MANAGERS + commune;
    }

    public static String leadership(CommuneId commune) {
        return LEADERSHIP + commune;
    }

    /** Whether a group is made of people of one of these teams. */
    static boolean isOf(String group, Set<TeamId> teams) {
        return teams.stream()
                .anyMatch(team -> Set.of(team(team), members(team), leads(team)).contains(group));
    }

    /** The groups this person acts in, for themselves or for somebody absent. */
    public static List<String> of(Actor actor) {
        List<String> groups = new ArrayList<>(own(actor));
        actor.standingInFor().forEach(absent -> groups.addAll(lentBy(absent, actor.commune())));
        return groups.stream().distinct().toList();
    }

    /** Those the person acts in for themselves. */
    static List<String> own(Actor actor) {
        List<String> groups = new ArrayList<>(of(actor.own(), actor.commune()));
        actor.own().teams().forEach(team -> groups.add(members(team)));
        return groups;
    }

    /** A member's own part is nobody else's: it is not lent. */
    static List<String> lentBy(AbsentPerson absent, CommuneId commune) {
        return of(absent.rights(), commune);
    }

    private static List<String> of(Rights rights, CommuneId commune) {
        List<String> groups = new ArrayList<>();
        rights.teams().forEach(team -> groups.add(team(team)));
        rights.leads().forEach(team -> groups.add(leads(team)));
        if (rights.roles().contains(Role.QUALITY_MANAGER)) {
            groups.add(qualityManagers(commune));
        }
        if (rights.roles().contains(Role.LEADERSHIP)) {
            groups.add(leadership(commune));
        }
        return groups;
    }

    /** Who a group is, for people. */
    static String inWords(String group) {
        if (group.startsWith(TEAM)) {
            return "l'équipe";
        }
        if (group.startsWith(MEMBERS)) {
            return "chaque membre de l'équipe";
        }
        if (group.startsWith(LEADS)) {
            return "le responsable d'équipe";
        }
        if (group.startsWith(QUALITY_MANAGERS)) {
            return "le référent qualité";
        }
        if (group.startsWith(LEADERSHIP)) {
            return "la direction";
        }
        throw new IllegalStateException("nobody knows who is in the group " + group);
    }
}
