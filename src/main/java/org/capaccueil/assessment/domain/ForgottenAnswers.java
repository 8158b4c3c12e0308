package org.capaccueil.assessment.domain;

import org.capaccueil.campaign.EvaluationCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What members answered alone is not kept beyond what they gave it for. A campaign that closes over a team still rating
 * takes nothing from it: its evaluation goes on until its answers are accepted or it is cancelled.
 */
@Component
class ForgottenAnswers {

    private final IndividualRatings ratings;

    ForgottenAnswers(IndividualRatings ratings) {
        this.ratings = ratings;
    }

    @EventListener
    void forgetThoseOf(EvaluationCancelled cancelled) {
        ratings.forget(cancelled.evaluation().value());
    }
}
