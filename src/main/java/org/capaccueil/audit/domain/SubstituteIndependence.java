package org.capaccueil.audit.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.SubstitutionBar;
import org.capaccueil.organisation.SubstitutionView;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.springframework.stereotype.Component;

/** Whoever audits an evaluation has no part in it, not in an absent person's place either; asked from both sides. */
@Component
class SubstituteIndependence implements SubstitutionBar {

    private final AuditFiles audits;
    private final Evaluations evaluations;
    private final Organisation organisation;
    private final Absences absences;

    SubstituteIndependence(AuditFiles audits, Evaluations evaluations, Organisation organisation, Absences absences) {
        this.audits = audits;
        this.evaluations = evaluations;
        this.organisation = organisation;
        this.absences = absences;
    }

    @Override
    public Optional<String> against(PersonId substitute, PersonView absent) {
        return evaluations
                .byIds(audits.findByAuditorId(substitute.value()).stream()
                        .map(Audit::evaluation)
                        .toList())
                .values()
                .stream()
                .filter(evaluation -> evaluation.isOpen() && hasPartIn(absent, evaluation))
                .findFirst()
                .map(evaluation -> "audite ou a audité l'équipe « " + evaluation.teamName()
                        + " », dont l'évaluation est en cours et où cette absence donnerait un rôle");
    }

    /** Those of these people who stand in, now or soon, for somebody with a part in the evaluation. */
    Set<PersonId> standingIn(Collection<PersonId> people, EvaluationView evaluation) {
        List<SubstitutionView> held = absences.heldBy(people);
        Map<PersonId, PersonView> absent =
                organisation.people(held.stream().map(SubstitutionView::absent).toList());
        return held.stream()
                .filter(one -> absent.containsKey(one.absent()) && hasPartIn(absent.get(one.absent()), evaluation))
                .map(SubstitutionView::substitute)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean hasPartIn(PersonView absent, EvaluationView evaluation) {
        return absent.commune().equals(evaluation.commune())
                && (absent.roles().contains(Role.QUALITY_MANAGER)
                        || absent.roles().contains(Role.LEADERSHIP)
                        || organisation.team(evaluation.team()).hasMember(absent.id()));
    }
}
