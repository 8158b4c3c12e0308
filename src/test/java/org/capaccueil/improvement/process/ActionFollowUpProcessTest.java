package org.capaccueil.improvement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class ActionFollowUpProcessTest extends ProcessStory {

    @Test
    void anActionThatWorkedEndsAsEffective() {
        ProcessInstance action = start();

        complete("carryOutAction");
        assertThat(openTasks()).as("nobody verifies before the review date").isEmpty();
        moveTo(inDays(90));
        complete("verifyEffectiveness", effectiveness("EFFECTIVE"));

        assertThat(endsReached(action)).containsExactly("actionEffective");
        assertThat(isRunning(action)).isFalse();
    }

    @Test
    void effectivenessIsVerifiedOnTheReviewDateAndNotBefore() {
        start();
        complete("carryOutAction");

        moveTo(inDays(90).minusSeconds(60));
        assertThat(openTasks()).isEmpty();
        moveTo(inDays(90));
        assertThat(openTasks()).containsExactly("verifyEffectiveness");
    }

    @Test
    void anActionWithoutEffectIsReopenedForItsOwner() {
        ProcessInstance action = start();
        complete("carryOutAction");
        moveTo(inDays(90));

        script.reviewDate = inDays(180);
        complete("verifyEffectiveness", effectiveness("NOT_EFFECTIVE"));
        assertThat(openTasks()).containsExactly("carryOutAction");
        assertThat(assigneeOf("carryOutAction")).isEqualTo("P-1");

        complete("carryOutAction");
        moveTo(inDays(180));
        complete("verifyEffectiveness", effectiveness("EFFECTIVE"));
        assertThat(endsReached(action)).containsExactly("actionEffective");
    }

    @Test
    void anActionWithoutEffectCanBeAbandoned() {
        ProcessInstance action = start();
        complete("carryOutAction");
        moveTo(inDays(90));

        complete("verifyEffectiveness", effectiveness("ABANDONED"));

        assertThat(endsReached(action)).containsExactly("actionAbandoned");
        assertThat(isRunning(action)).isFalse();
    }

    @Test
    void anActionBeingCarriedOutCanBeAbandonedAndWhoeverAbandonsItWaitsForNothing() {
        ProcessInstance action = start();

        send("ActionAbandoned", "ACT-1");
        assertThat(openTasks()).isEmpty();
        assertThat(isRunning(action)).as("ended by a job, not by the person").isTrue();

        runDueJobs();
        assertThat(endsReached(action)).containsExactly("actionAbandoned");
        assertThat(isRunning(action)).isFalse();
    }

    @Test
    void anUnknownOutcomeIsAnErrorAndTheActionDoesNotEnd() {
        ProcessInstance action = start();
        complete("carryOutAction");
        moveTo(inDays(90));

        assertThatThrownBy(() -> complete("verifyEffectiveness", effectiveness("PERHAPS")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("effectivenessVerified");
        assertThat(isRunning(action)).isTrue();
    }

    @Test
    void theOwnerCarriesOutTheLeadsMayReplaceHimAndQualityManagersVerify() {
        script.due = inDays(80);
        start();

        assertOffer("carryOutAction", "leads:T-1", "/actions/{actionId}");
        assertThat(assigneeOf("carryOutAction")).isEqualTo("P-1");
        complete("carryOutAction");
        moveTo(inDays(90));
        assertOffer("verifyEffectiveness", "quality-managers:C-1", "/actions/{actionId}/verify");
    }

    @Test
    void whoeverVerifiesWaitsForNothingAfterIt() {
        ProcessInstance action = start();
        complete("carryOutAction");
        moveTo(inDays(90));

        completeOnly("verifyEffectiveness", effectiveness("EFFECTIVE"));

        assertThat(openTasks()).isEmpty();
        assertThat(isRunning(action)).as("ended by a job, not by the person").isTrue();
    }

    @Test
    void theOwnerIsRemindedThenTheNextLevelIsToldAndTheProcessStillEnds() {
        assertRemindsThenEscalates("ACT-1", this::start);

        complete("carryOutAction");
        moveTo(inDays(90));
        complete("verifyEffectiveness", effectiveness("EFFECTIVE"));

        assertThat(nothingRuns()).as("no reminder waits for ever").isTrue();
    }

    private static Map<String, Object> effectiveness(String outcome) {
        return Map.of("effectiveness", outcome);
    }

    private ProcessInstance start() {
        script.reviewDate = inDays(90);
        ProcessInstance action = ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "action-follow-up",
                        "ACT-1",
                        Map.of(
                                "actionId", "ACT-1",
                                "ownerId", "P-1",
                                "evaluationId", "E-1",
                                "teamId", "T-1",
                                "communeId", "C-1"));
        runDueJobs();
        return action;
    }
}
