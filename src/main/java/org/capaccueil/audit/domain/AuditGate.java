package org.capaccueil.audit.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way every use case of this room comes to its audit: seen by the actor, still going on, and held. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AuditGate {

    private final AuditFiles audits;
    private final AuditRatings ratings;
    private final AuditFindings findings;
    private final Evaluations evaluations;
    private final Standards standards;
    private final SelfAssessments selfAssessments;
    private final Measurements measurements;
    private final Clock clock;

    AuditGate(
            AuditFiles audits,
            AuditRatings ratings,
            AuditFindings findings,
            Evaluations evaluations,
            Standards standards,
            SelfAssessments selfAssessments,
            Measurements measurements,
            Clock clock) {
        this.audits = audits;
        this.ratings = ratings;
        this.findings = findings;
        this.evaluations = evaluations;
        this.standards = standards;
        this.selfAssessments = selfAssessments;
        this.measurements = measurements;
        this.clock = clock;
    }

    /** An audit in one's hands, with the evaluation it belongs to. */
    record Held(EvaluationView evaluation, Audit audit) {}

    /** The audit, for somebody who is about to change it. To those who may not see the evaluation it does not exist. */
    Held hold(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        if (!evaluation.isOpen()) {
            throw new StepNoLongerOpen("Cette évaluation est "
                    + evaluation.status().title().toLowerCase(java.util.Locale.FRENCH)
                    + " : son audit ne change plus. Rien n'a été modifié.");
        }
        return new Held(evaluation, audits.lock(id.value()).orElseThrow(StepNoLongerOpen::new));
    }

    Standard standard(EvaluationView evaluation) {
        return standards.content(evaluation.standard());
    }

    List<Question> questions(EvaluationView evaluation) {
        return standard(evaluation).questionsFor(evaluation.scope());
    }

    /** The question, if it is put to this team at this place. */
    Question question(EvaluationView evaluation, String criterion, Place place) {
        return questions(evaluation).stream()
                .filter(question -> question.criterion().code().equals(criterion))
                .filter(question -> question.places().contains(place))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    DraftCheck check(EvaluationView evaluation) {
        return new DraftCheck(
                questions(evaluation),
                ratings.findByEvaluationId(evaluation.id().value()),
                findings.findByEvaluationIdOrderByNumber(evaluation.id().value()));
    }

    /** What the team answered for itself. */
    List<SelfAssessments.Rating> teamRatings(EvaluationId id) {
        return selfAssessments.ratings(id);
    }

    /** What the team's data, frozen before it rated itself, say. */
    List<MeasurementView> figures(EvaluationId id) {
        return measurements.of(id);
    }

    List<SelfAssessments.Evidence> evidence(EvaluationId id) {
        return selfAssessments.evidence(id);
    }

    LocalDate today() {
        return PublicTime.today(clock);
    }
}
