package org.capaccueil.assessment.domain;

import org.capaccueil.campaign.ChannelsTakenIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** New channels are new questions: they can only be put while the team still answers. */
@Component
class GrowingGrid {

    private final SelfAssessmentFiles assessments;

    GrowingGrid(SelfAssessmentFiles assessments) {
        this.assessments = assessments;
    }

    @EventListener
    void requireStillAnswering(ChannelsTakenIn news) {
        assessments.toDecide(news.evaluation().value()).ifPresent(SelfAssessment::requireInTheTeamsHands);
    }
}
