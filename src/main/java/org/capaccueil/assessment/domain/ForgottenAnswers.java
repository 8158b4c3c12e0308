package org.capaccueil.assessment.domain;

import org.capaccueil.campaign.CampaignClosed;
import org.capaccueil.campaign.EvaluationCancelled;
import org.capaccueil.campaign.Evaluations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members answered alone is not kept beyond what they gave it for: an agreement, in that campaign. */
@Component
class ForgottenAnswers {

    private final IndividualRatings ratings;
    private final Evaluations evaluations;

    ForgottenAnswers(IndividualRatings ratings, Evaluations evaluations) {
        this.ratings = ratings;
        this.evaluations = evaluations;
    }

    @EventListener
    void forgetThoseOf(EvaluationCancelled cancelled) {
        ratings.forget(cancelled.evaluation().value());
    }

    @EventListener
    void forgetThoseOf(CampaignClosed closed) {
        ratings.forgetAll(evaluations.ofCampaign(closed.campaign()).stream()
                .map(evaluation -> evaluation.id().value())
                .toList());
    }
}
