package org.capaccueil.notification.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.workflow.CandidateGroups;
import org.capaccueil.workflow.OpenTask;
import org.springframework.stereotype.Component;

/** Who is told about a task, as teams and roles are at the moment of writing. */
@Component
class Audience {

    private final Organisation organisation;
    private final Evaluations evaluations;

    Audience(Organisation organisation, Evaluations evaluations) {
        this.organisation = organisation;
        this.evaluations = evaluations;
    }

    /**
     * The people a task waits for. A task one of a team has to do is told to its leads: one mail, not eight. One in which
     * each has a part is told to all.
     */
    Set<PersonId> awaited(OpenTask task) {
        if (task.assignee() != null) {
            return Set.of(new PersonId(task.assignee()));
        }
        return task.groups().stream()
                .flatMap(group -> membersOf(group).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The next level up: above an agent, an owner or a team the team's leads, above leads and auditors the quality
     * managers, above those the leadership.
     */
    Set<PersonId> above(OpenTask task) {
        Set<String> groups = task.groups();
        if (has(groups, CandidateGroups.QUALITY_MANAGERS) || has(groups, CandidateGroups.LEADERSHIP)) {
            return withRole(commune(task), Role.LEADERSHIP);
        }
        if ((has(groups, CandidateGroups.TEAM) || has(groups, CandidateGroups.MEMBERS)) && task.evaluation() != null) {
            return leadsOf(evaluation(task.evaluation()).team());
        }
        return withRole(commune(task), Role.QUALITY_MANAGER);
    }

    private static boolean has(Set<String> groups, String kind) {
        return groups.stream().anyMatch(group -> group.startsWith(kind));
    }

    private CommuneId commune(OpenTask task) {
        return evaluations
                .frame(new org.capaccueil.shared.CampaignId(task.campaign()))
                .commune();
    }

    private EvaluationView evaluation(UUID id) {
        return evaluations.get(new EvaluationId(id));
    }

    private Set<PersonId> membersOf(String group) {
        String id = group.substring(group.indexOf(':') + 1);
        if (group.startsWith(CandidateGroups.TEAM) || group.startsWith(CandidateGroups.LEADS)) {
            return leadsOf(TeamId.of(id));
        }
        if (group.startsWith(CandidateGroups.MEMBERS)) {
            return organisation.inChargeOf(TeamId.of(id)).members().stream()
                    .map(TeamView.MemberView::person)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        if (group.startsWith(CandidateGroups.QUALITY_MANAGERS)) {
            return withRole(CommuneId.of(id), Role.QUALITY_MANAGER);
        }
        if (group.startsWith(CandidateGroups.LEADERSHIP)) {
            return withRole(CommuneId.of(id), Role.LEADERSHIP);
        }
        throw new IllegalStateException("nobody knows who is in the group " + group);
    }

    private Set<PersonId> leadsOf(TeamId id) {
        return organisation.inChargeOf(id).members().stream()
                .filter(TeamView.MemberView::lead)
                .map(TeamView.MemberView::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<PersonId> withRole(CommuneId commune, Role role) {
        List<PersonView> people = organisation.peopleOf(commune);
        return people.stream()
                .filter(person -> person.roles().contains(role))
                .map(PersonView::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
