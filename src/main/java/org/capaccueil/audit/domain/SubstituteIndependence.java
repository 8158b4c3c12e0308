package org.capaccueil.audit.domain;

import java.util.Optional;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.SubstitutionBar;
import org.capaccueil.organisation.SubstitutionView;
import org.capaccueil.shared.BusinessRefusal;
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

    /** Refuses an auditor who stands in, now or soon, for somebody with a part in the evaluation. */
    void requireNoPartIn(EvaluationView evaluation, PersonId auditor) {
        for (SubstitutionView held : absences.heldBy(auditor)) {
            if (hasPartIn(organisation.person(held.absent()), evaluation)) {
                throw new BusinessRefusal(
                        "auditor",
                        held.substituteName() + " ne peut pas auditer cette équipe : remplace " + held.absentName()
                                + " " + held.days() + ". Choisissez une autre personne.");
            }
        }
    }

    private boolean hasPartIn(PersonView absent, EvaluationView evaluation) {
        return absent.commune().equals(evaluation.commune())
                && (absent.roles().contains(Role.QUALITY_MANAGER)
                        || absent.roles().contains(Role.LEADERSHIP)
                        || organisation.team(evaluation.team()).hasMember(absent.id()));
    }
}
