package org.capaccueil.assessment.domain;

import java.util.Optional;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.campaign.EvaluationCancelled;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.MemberLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What members answered alone is not kept beyond what they gave it for. A campaign that closes over a team still rating
 * takes nothing from it: its evaluation goes on until its answers are accepted or it is cancelled.
 */
@Component
class ForgottenAnswers {

    private final IndividualRatings ratings;
    private final SelfAssessmentFiles assessments;
    private final Evaluations evaluations;

    ForgottenAnswers(IndividualRatings ratings, SelfAssessmentFiles assessments, Evaluations evaluations) {
        this.ratings = ratings;
        this.assessments = assessments;
        this.evaluations = evaluations;
    }

    @EventListener
    void forgetThoseOf(EvaluationCancelled cancelled) {
        ratings.forget(cancelled.evaluation().value());
    }

    /** Who is no longer there cannot agree with the others; once the round is closed, what they said counts for good. */
    @EventListener
    void forgetThoseOf(MemberLeft news) {
        evaluations.openInHandsOf(news.team()).stream()
                .map(evaluation -> evaluation.id().value())
                .filter(id ->
                        assessments.toDecide(id).map(SelfAssessment::status).equals(Optional.of(Status.INDIVIDUAL)))
                .forEach(id -> ratings.forget(id, news.person().value()));
    }
}
