package org.capaccueil.improvement.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class FollowUpProcessTest extends ProcessStory {

    @Test
    void everyActionIsFollowedByItsOwnProcessWithItsOwner() {
        script.actionIds = List.of("ACT-1", "ACT-2");
        start();

        assertThat(taskOf("ACT-1").getAssignee()).isEqualTo("owner-of-ACT-1");
        assertThat(taskOf("ACT-2").getAssignee()).isEqualTo("owner-of-ACT-2");
        assertThat(ENGINE.getTaskService().getVariables(taskOf("ACT-1").getId()))
                .isEqualTo(Map.of(
                        "actionId", "ACT-1",
                        "ownerId", "owner-of-ACT-1",
                        "evaluationId", "E-1",
                        "teamId", "T-1",
                        "communeId", "C-1",
                        "campaignId", "CA-1"));
    }

    @Test
    void theFollowUpClosesWhenTheLastActionHasEndedWhateverItsEnd() {
        script.actionIds = List.of("ACT-1", "ACT-2");
        ProcessInstance followUp = start();

        abandon("ACT-1");
        assertThat(script.calls).containsExactly("openFollowUp E-1");
        assertThat(isRunning(followUp)).isTrue();

        carryOutAndVerify("ACT-2");
        assertThat(script.calls).containsExactly("openFollowUp E-1", "closeFollowUp E-1");
        assertThat(endsReached(followUp)).containsExactly("followUpClosed");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aPlanWithoutActionsIsClosedAtOnce() {
        ProcessInstance followUp = start();

        assertThat(script.calls).containsExactly("openFollowUp E-1", "closeFollowUp E-1");
        assertThat(endsReached(followUp)).containsExactly("followUpClosed");
    }

    private ProcessInstance start() {
        ProcessInstance followUp = startForEvaluation("follow-up");
        runDueJobs();
        return followUp;
    }

    private Task taskOf(String actionId) {
        return ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(actionId)
                .singleResult();
    }

    private void abandon(String actionId) {
        send("ActionAbandoned", actionId);
        runDueJobs();
    }

    private void carryOutAndVerify(String actionId) {
        script.reviewDate = START;
        ENGINE.getTaskService().complete(taskOf(actionId).getId());
        runDueJobs();
        ENGINE.getTaskService().complete(taskOf(actionId).getId(), Map.of("effectiveness", "EFFECTIVE"));
        runDueJobs();
    }
}
