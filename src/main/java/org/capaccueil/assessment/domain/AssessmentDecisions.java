package org.capaccueil.assessment.domain;

import java.time.Clock;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lead submits; the quality manager accepts, or returns with a reason. With the acceptance, what each member had
 * answered alone is deleted.
 */
@Service
@Transactional
public class AssessmentDecisions {

    private static final String SUBJECT = "Autoévaluation";

    private final AssessmentDesk desk;
    private final SelfAssessmentFiles assessments;
    private final IndividualRatings individual;
    private final AssessmentReading reading;
    private final AssessmentProcess process;
    private final Trail trail;
    private final Clock clock;

    AssessmentDecisions(
            AssessmentDesk desk,
            SelfAssessmentFiles assessments,
            IndividualRatings individual,
            AssessmentReading reading,
            AssessmentProcess process,
            Trail trail,
            Clock clock) {
        this.desk = desk;
        this.assessments = assessments;
        this.individual = individual;
        this.reading = reading;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    public void submit(Actor actor, EvaluationId id) {
        EvaluationView evaluation = desk.toDecide(actor, id);
        desk.requireLead(actor, evaluation, "soumet l'autoévaluation");
        SelfAssessment assessment = held(id);
        AssessmentSheet sheet = reading.sheet(actor, id);
        assessment.submit(actor.id(), sheet.missing(), sheet.unexplained(), clock.instant());
        trail.record(actor.asLeadOf(evaluation.team()), Event.on(id, SUBJECT, "Autoévaluation soumise"));
        if (assessment.isRoundHeld()) {
            process.agreementSubmitted(id, actor);
        } else {
            process.submitted(id, actor);
        }
    }

    public void accept(Actor actor, EvaluationId id) {
        SelfAssessment assessment = toReview(actor, id);
        assessment.accept(actor.id());
        // they served the agreement, which stays with its reasons and its counts
        individual.forget(id.value());
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.on(id, SUBJECT, "Autoévaluation acceptée"));
        process.accepted(id, actor);
    }

    public void returnToTeam(Actor actor, EvaluationId id, String reason) {
        SelfAssessment assessment = toReview(actor, id);
        assessment.returnToTeam(actor.id(), reason, clock.instant());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(id, SUBJECT, "Autoévaluation renvoyée à l'équipe").because(assessment.returnReason()));
        if (assessment.isRoundHeld()) {
            process.agreementReturned(id, actor);
        } else {
            process.returned(id, actor);
        }
    }

    private SelfAssessment toReview(Actor actor, EvaluationId id) {
        EvaluationView evaluation = desk.toDecide(actor, id);
        actor.require(Role.QUALITY_MANAGER, evaluation.commune());
        SelfAssessment assessment = held(id);
        actor.as(Role.QUALITY_MANAGER)
                .hold(person -> AssessmentDuty.RATER_DOES_NOT_ACCEPT.refuse(reading.summary(id)
                        .filter(summary ->
                                summary.participants().contains(person) || person.equals(summary.submittedBy()))
                        .isPresent()));
        return assessment;
    }

    private SelfAssessment held(EvaluationId id) {
        return assessments.toDecide(id.value()).orElseThrow(NotFound::new);
    }
}
