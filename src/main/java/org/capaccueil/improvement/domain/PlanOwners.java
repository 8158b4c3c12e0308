package org.capaccueil.improvement.domain;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.springframework.stereotype.Component;

/** Who may carry an action: somebody of the team or the commune who can sign in to report on it. */
@Component
class PlanOwners {

    private final Organisation organisation;

    PlanOwners(Organisation organisation) {
        this.organisation = organisation;
    }

    /** People of the team first, each group by name. */
    List<PersonView> of(EvaluationView evaluation) {
        TeamView team = organisation.inChargeOf(evaluation.team());
        Stream<PersonView> members =
                organisation
                        .people(team.members().stream()
                                .map(TeamView.MemberView::person)
                                .toList())
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(PersonView::name));
        Stream<PersonView> others =
                organisation.peopleOf(evaluation.commune()).stream().sorted(Comparator.comparing(PersonView::name));
        return List.copyOf(Stream.concat(members, others)
                .filter(person -> person.email() != null)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    Set<PersonId> verifiersFor(EvaluationView evaluation) {
        return organisation.peopleOf(evaluation.commune()).stream()
                .filter(person -> person.roles().contains(Role.QUALITY_MANAGER))
                .map(PersonView::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
