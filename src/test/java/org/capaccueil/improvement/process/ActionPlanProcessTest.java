package org.capaccueil.improvement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class ActionPlanProcessTest extends ProcessStory {

    private static final Map<String, Object> ACCEPTED = Map.of("planReview", "ACCEPTED");
    private static final Map<String, Object> RETURNED = Map.of("planReview", "RETURNED");
    private static final Map<String, Object> SIGNED = Map.of("planSignature", "SIGNED");
    private static final Map<String, Object> SENT_BACK = Map.of("planSignature", "SENT_BACK");

    @Test
    void aPlanIsProposedReviewedPrintedAndSigned() {
        ProcessInstance plan = start();

        complete("proposePlan");
        complete("reviewPlan", ACCEPTED);
        assertThat(openTasks()).containsExactly("signPlan");
        assertThat(script.calls).containsExactly("openPlan E-1", "printPlan E-1");
        complete("signPlan", SIGNED);

        assertThat(script.calls).containsExactly("openPlan E-1", "printPlan E-1", "closePlan E-1");
        assertThat(endsReached(plan)).containsExactly("planSigned");
        assertThat(isRunning(plan)).isFalse();
    }

    @Test
    void aPlanReturnedByTheQualityManagerIsProposedAgainAndNotPrinted() {
        start();
        complete("proposePlan");

        complete("reviewPlan", RETURNED);

        assertThat(openTasks()).containsExactly("proposePlan");
        assertThat(script.calls).containsExactly("openPlan E-1");
    }

    @Test
    void aPlanSentBackByLeadershipIsReviewedAndPrintedAgain() {
        ProcessInstance plan = start();
        complete("proposePlan");
        complete("reviewPlan", ACCEPTED);

        complete("signPlan", SENT_BACK);
        assertThat(openTasks()).containsExactly("proposePlan");

        complete("proposePlan");
        complete("reviewPlan", ACCEPTED);
        complete("signPlan", SIGNED);
        assertThat(script.calls).containsExactly("openPlan E-1", "printPlan E-1", "printPlan E-1", "closePlan E-1");
        assertThat(endsReached(plan)).containsExactly("planSigned");
    }

    @Test
    void anUnknownReviewIsAnErrorAndThePlanStaysInReview() {
        start();
        complete("proposePlan");

        assertThatThrownBy(() -> complete("reviewPlan", Map.of("planReview", "PERHAPS")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("planReviewed");
        assertThat(openTasks()).containsExactly("reviewPlan");
    }

    @Test
    void anUnknownSignatureIsAnErrorAndNotASignature() {
        start();
        complete("proposePlan");
        complete("reviewPlan", ACCEPTED);

        assertThatThrownBy(() -> complete("signPlan", Map.of("planSignature", "PERHAPS")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("planDecided");
    }

    @Test
    void leadsProposeQualityManagersReviewAndLeadershipSigns() {
        script.due = inDays(90);
        start();

        assertOffer("proposePlan", "leads:T-1", "/evaluations/{evaluationId}/plan");
        complete("proposePlan");
        assertOffer("reviewPlan", "quality-managers:C-1", "/evaluations/{evaluationId}/plan/review");
        complete("reviewPlan", ACCEPTED);
        assertOffer("signPlan", "leadership:C-1", "/evaluations/{evaluationId}/plan/sign");
    }

    @Test
    void whoeverSignsWaitsForNothingAfterIt() {
        start();
        complete("proposePlan");
        complete("reviewPlan", ACCEPTED);

        completeOnly("signPlan", SIGNED);

        assertThat(openTasks()).isEmpty();
        assertThat(script.calls).doesNotContain("closePlan E-1");
    }

    @Test
    void peopleAreRemindedThenTheNextLevelIsToldAndTheProcessStillEnds() {
        assertRemindsThenEscalates("E-1", this::start);

        complete("proposePlan");
        complete("reviewPlan", ACCEPTED);
        complete("signPlan", SIGNED);

        assertThat(nothingRuns()).as("no reminder waits for ever").isTrue();
    }

    private ProcessInstance start() {
        ProcessInstance plan = startForEvaluation("action-plan");
        runDueJobs();
        return plan;
    }
}
