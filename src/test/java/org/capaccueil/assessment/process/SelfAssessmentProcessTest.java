package org.capaccueil.assessment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class SelfAssessmentProcessTest extends ProcessStory {

    @Test
    void anAcceptedSelfAssessmentIsFrozen() {
        ProcessInstance selfAssessment = start();

        complete("rateThemselves");
        assertThat(openTasks()).containsExactly("reviewSelfAssessment");
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(script.calls).containsExactly("openSelfAssessment E-1", "closeSelfAssessment E-1");
        assertThat(endsReached(selfAssessment)).containsExactly("selfAssessmentFrozen");
        assertThat(isRunning(selfAssessment)).isFalse();
    }

    @Test
    void aReturnedSelfAssessmentGoesBackToTheTeamAndCanThenBeAccepted() {
        ProcessInstance selfAssessment = start();
        complete("rateThemselves");

        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "RETURNED"));
        assertThat(openTasks()).containsExactly("rateThemselves");
        assertThat(script.calls).containsExactly("openSelfAssessment E-1");

        complete("rateThemselves");
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));
        assertThat(endsReached(selfAssessment)).containsExactly("selfAssessmentFrozen");
    }

    @Test
    void anUnknownDecisionIsAnErrorAndNotASilentAcceptance() {
        start();
        complete("rateThemselves");

        assertThatThrownBy(() -> complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "PERHAPS")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("selfAssessmentReviewed");
    }

    @Test
    void theTeamRatesAndTheQualityManagersReview() {
        script.due = inDays(45);
        start();

        assertOffer("rateThemselves", "team:T-1", "/evaluations/{evaluationId}/self-assessment");
        complete("rateThemselves");
        assertOffer(
                "reviewSelfAssessment", "quality-managers:C-1", "/evaluations/{evaluationId}/self-assessment/review");
    }

    @Test
    void whoeverReviewsWaitsForNothingAfterIt() {
        start();
        complete("rateThemselves");

        completeOnly("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(openTasks()).isEmpty();
        assertThat(script.calls).containsExactly("openSelfAssessment E-1");
    }

    @Test
    void theTeamIsRemindedThenTheNextLevelIsToldAndTheProcessStillEnds() {
        assertRemindsThenEscalates("E-1", this::start);

        complete("rateThemselves");
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(nothingRuns()).as("no reminder waits for ever").isTrue();
    }

    private ProcessInstance start() {
        ProcessInstance selfAssessment = startForEvaluation("self-assessment");
        runDueJobs();
        return selfAssessment;
    }
}
