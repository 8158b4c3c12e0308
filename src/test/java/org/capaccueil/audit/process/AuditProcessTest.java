package org.capaccueil.audit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class AuditProcessTest extends ProcessStory {

    private static final Map<String, Object> CONCLUDED = Map.of("auditDecision", "CONCLUDED");
    private static final Map<String, Object> LINK_DECLARED = Map.of("auditDecision", "LINK_DECLARED");
    private static final Map<String, Object> RECUSED = Map.of("auditDecision", "RECUSED");

    @Test
    void anAuditToWhichTheTeamRepliesEndsWithItsFinalReport() {
        ProcessInstance audit = start();

        complete("assignAuditor", auditor("A-1"));
        complete("auditOnSite", CONCLUDED);
        assertThat(openTasks()).containsExactly("replyToFindings");
        complete("replyToFindings");
        assertThat(assigneeOf("finaliseReport")).isEqualTo("A-1");
        complete("finaliseReport");

        assertThat(script.calls).containsExactly("openAudit E-1", "openRightOfReply E-1", "closeAudit E-1");
        assertThat(endsReached(audit)).containsExactly("auditClosed");
        assertThat(isRunning(audit)).isFalse();
    }

    @Test
    void aTeamThatDoesNotReplyInTimeLosesItsTaskAndTheAuditGoesOn() {
        script.replyEnds = inDays(20);
        ProcessInstance audit = start();
        complete("assignAuditor", auditor("A-1"));
        complete("auditOnSite", CONCLUDED);

        moveTo(inDays(20).minusSeconds(60));
        assertThat(openTasks()).containsExactly("replyToFindings");
        moveTo(inDays(20));
        assertThat(openTasks()).containsExactly("finaliseReport");
        assertThat(script.calls).containsExactly("openAudit E-1", "openRightOfReply E-1", "closeWithoutReply E-1");

        complete("finaliseReport");
        assertThat(endsReached(audit)).containsExactly("auditClosed");
    }

    @Test
    void anAuditorWhoRecusesHimselfIsReplacedByAnother() {
        start();
        complete("assignAuditor", auditor("A-1"));
        assertThat(assigneeOf("auditOnSite")).isEqualTo("A-1");

        complete("auditOnSite", RECUSED);
        assertThat(openTasks()).containsExactly("assignAuditor");

        complete("assignAuditor", auditor("A-2"));
        assertThat(assigneeOf("auditOnSite")).isEqualTo("A-2");
        complete("auditOnSite", CONCLUDED);
        complete("replyToFindings");
        assertThat(assigneeOf("finaliseReport")).isEqualTo("A-2");
    }

    @Test
    void aDeclaredLinkIsJudgedByTheQualityManagerBeforeTheAuditGoesOn() {
        start();
        complete("assignAuditor", auditor("A-1"));
        complete("auditOnSite", LINK_DECLARED);
        assertOffer("judgeDeclaredLink", "quality-managers:C-1", "/evaluations/{evaluationId}/audit/link");

        complete("judgeDeclaredLink", Map.of("linkVerdict", "KEPT"));
        assertThat(assigneeOf("auditOnSite")).isEqualTo("A-1");
        complete("auditOnSite", CONCLUDED);
        assertThat(openTasks()).containsExactly("replyToFindings");
    }

    @Test
    void anAuditorReplacedForALinkMakesRoomForAnother() {
        start();
        complete("assignAuditor", auditor("A-1"));
        complete("auditOnSite", LINK_DECLARED);

        complete("judgeDeclaredLink", Map.of("linkVerdict", "REPLACED"));
        assertThat(openTasks()).containsExactly("assignAuditor");
        complete("assignAuditor", auditor("A-2"));
        assertThat(assigneeOf("auditOnSite")).isEqualTo("A-2");
    }

    @Test
    void anUnknownOutcomeIsAnErrorAndTheAuditStaysOpen() {
        start();
        complete("assignAuditor", auditor("A-1"));

        assertThatThrownBy(() -> complete("auditOnSite", Map.of("auditDecision", "PERHAPS")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("auditOutcome");
        assertThat(openTasks()).containsExactly("auditOnSite");
    }

    @Test
    void everyTaskGoesToWhoeverMayDoItWithItsPage() {
        script.due = inDays(60);
        start();

        assertOffer("assignAuditor", "quality-managers:C-1", "/evaluations/{evaluationId}/audit/assign");
        complete("assignAuditor", auditor("A-1"));
        assertThat(theTask("auditOnSite").getFormKey()).isEqualTo("/evaluations/{evaluationId}/audit");
        assertThat(candidateGroupsOf("auditOnSite")).isEmpty();
        complete("auditOnSite", CONCLUDED);
        assertOffer("replyToFindings", "leads:T-1", "/evaluations/{evaluationId}/audit/reply");
        complete("replyToFindings");
        assertThat(theTask("finaliseReport").getFormKey()).isEqualTo("/evaluations/{evaluationId}/audit/final");
        assertThat(candidateGroupsOf("finaliseReport")).isEmpty();
    }

    @Test
    void whoeverRendersTheFinalReportWaitsForNothingAfterIt() {
        start();
        complete("assignAuditor", auditor("A-1"));
        complete("auditOnSite", CONCLUDED);
        complete("replyToFindings");

        completeOnly("finaliseReport", Map.of());

        assertThat(openTasks()).isEmpty();
        assertThat(script.calls).doesNotContain("closeAudit E-1");
    }

    @Test
    void peopleAreRemindedThenTheNextLevelIsToldAndTheProcessStillEnds() {
        assertRemindsThenEscalates("E-1", this::start);

        complete("assignAuditor", auditor("A-1"));
        complete("auditOnSite", CONCLUDED);
        complete("replyToFindings");
        complete("finaliseReport");

        assertThat(nothingRuns()).as("no reminder waits for ever").isTrue();
    }

    private static Map<String, Object> auditor(String id) {
        return Map.of("auditorId", id);
    }

    private ProcessInstance start() {
        ProcessInstance audit = startForEvaluation("audit");
        runDueJobs();
        return audit;
    }
}
