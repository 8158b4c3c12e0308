package org.capaccueil.campaign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class TeamEvaluationProcessTest extends ProcessStory {

    @Test
    void anEvaluationGoesThroughItsFivePhasesThoughEachEndsByTerminating() {
        script.actionIds = List.of("ACT-1");
        script.reviewDate = START;
        ProcessInstance evaluation = start();

        complete("measureIndicators");
        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));
        complete("assignAuditor", Map.of("auditorId", "A-1"));
        complete("auditOnSite", Map.of("auditDecision", "CONCLUDED"));
        complete("replyToFindings");
        complete("finaliseReport");
        complete("proposePlan");
        complete("reviewPlan", Map.of("planReview", "ACCEPTED"));
        complete("signPlan", Map.of("planSignature", "SIGNED"));
        complete("carryOutAction");
        complete("verifyEffectiveness", Map.of("effectiveness", "EFFECTIVE"));

        assertThat(script.calls)
                .containsExactly(
                        "openCollection E-1",
                        "freezeData E-1",
                        "openSelfAssessment E-1",
                        "closeSelfAssessment E-1",
                        "openAudit E-1",
                        "openRightOfReply E-1",
                        "closeAudit E-1",
                        "announceOrganisation E-1",
                        "openPlan E-1",
                        "printPlan E-1",
                        "closePlan E-1",
                        "openFollowUp E-1",
                        "closeFollowUp E-1",
                        "checkOrganisation E-1",
                        "testLabel E-1",
                        "announceLevel E-1",
                        "printLabelReport E-1",
                        "closeEvaluation E-1",
                        "reportToCampaign E-1");
        assertThat(endsReached(evaluation)).containsExactly("evaluationClosed");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aPhaseLeavesNoVariableInTheEvaluation() {
        ProcessInstance evaluation = start();
        complete("measureIndicators");
        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(ENGINE.getRuntimeService().getVariables(evaluation.getId()))
                .isEqualTo(Map.of("evaluationId", "E-1", "teamId", "T-1", "communeId", "C-1", "campaignId", "CA-1"));
    }

    @Test
    void aCancelledEvaluationEndsThePhaseThatIsRunningAndTellsTheCampaign() {
        ProcessInstance evaluation = start();
        complete("measureIndicators");
        assertThat(openTasks()).containsExactly("rateThemselves");

        send("EvaluationCancelled", "E-1");
        assertThat(openTasks()).isEmpty();
        runDueJobs();

        assertThat(script.calls)
                .endsWith("announceOrganisation E-1", "reportToCampaign E-1")
                .doesNotContain("closeEvaluation E-1");
        assertThat(endsReached(evaluation)).containsExactly("evaluationCancelled");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void printingTheLabelReportAndClosingAreTwoTransactions() {
        ProcessInstance evaluation = start();
        ENGINE.getRuntimeService()
                .createProcessInstanceModification(evaluation.getId())
                .startBeforeActivity("printLabelReport")
                .cancelAllForActivity("collectData")
                .execute();

        ENGINE.getManagementService().executeJob(theJobOf("printLabelReport").getId());

        assertThat(script.calls).contains("printLabelReport E-1").doesNotContain("closeEvaluation E-1");
        assertThat(theJobOf("closeEvaluation")).isNotNull();
    }

    @Test
    void aLevelReachedIsAnnouncedAndTheReportIsPrinted() {
        labelTested("REACHED");

        assertThat(script.calls)
                .containsExactly(
                        "testLabel E-1",
                        "announceLevel E-1",
                        "printLabelReport E-1",
                        "closeEvaluation E-1",
                        "reportToCampaign E-1");
    }

    @Test
    void whatIsMissingIsAnnouncedAndTheReportIsPrintedAllTheSame() {
        labelTested("NOT_REACHED");

        assertThat(script.calls)
                .containsExactly(
                        "testLabel E-1",
                        "announceShortfall E-1",
                        "printLabelReport E-1",
                        "closeEvaluation E-1",
                        "reportToCampaign E-1");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void anUnknownOutcomeOfTheLabelTestIsAFailureAndNeverALevel() {
        assertThatThrownBy(() -> labelTested("PERHAPS"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("levelReached");
    }

    private void labelTested(String outcome) {
        ProcessInstance evaluation = start();
        script.labelOutcome = outcome;
        script.calls.clear();
        ENGINE.getRuntimeService()
                .createProcessInstanceModification(evaluation.getId())
                .startBeforeActivity("testLabel")
                .cancelAllForActivity("collectData")
                .execute();
        runDueJobs();
    }

    @Test
    void theLabelIsTestedOnlyWhenTheOrganisationIsAnsweredForGood() {
        followedUp("AWAITED", "AWAITED");
        assertThat(script.calls).containsExactly("checkOrganisation E-1");

        tellTheCampaign("CA-1");
        assertThat(script.calls).containsExactly("checkOrganisation E-1", "checkOrganisation E-1");

        tellTheCampaign("CA-1");
        assertThat(script.calls).contains("testLabel E-1");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aTeamThatWasNotToldLooksAgainADayLater() {
        followedUp("AWAITED");

        moveTo(inDays(1).minusSeconds(60));
        assertThat(script.calls).containsExactly("checkOrganisation E-1");
        moveTo(inDays(1));

        assertThat(script.calls).contains("testLabel E-1");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void newsOfAnotherCampaignWakeNobody() {
        followedUp("AWAITED");

        tellTheCampaign("CA-2");

        assertThat(script.calls).containsExactly("checkOrganisation E-1");
    }

    private void followedUp(String... answers) {
        ProcessInstance evaluation = start();
        script.calls.clear();
        script.organisationAnswers.addAll(List.of(answers));
        ENGINE.getRuntimeService()
                .createProcessInstanceModification(evaluation.getId())
                .startBeforeActivity("checkOrganisation")
                .cancelAllForActivity("collectData")
                .execute();
        runDueJobs();
    }

    private void tellTheCampaign(String campaign) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation("OrganisationNews")
                .processInstanceVariableEquals("campaignId", campaign)
                .correlateAll();
        runDueJobs();
    }

    @Test
    void closingAndTellingTheCampaignAreTwoTransactions() {
        ProcessInstance evaluation = start();
        ENGINE.getRuntimeService()
                .createProcessInstanceModification(evaluation.getId())
                .startBeforeActivity("closeEvaluation")
                .cancelAllForActivity("collectData")
                .execute();

        ENGINE.getManagementService().executeJob(theJobOf("closeEvaluation").getId());

        assertThat(script.calls).contains("closeEvaluation E-1").doesNotContain("reportToCampaign E-1");
        assertThat(theJobOf("reportClosing")).isNotNull();
    }

    private ProcessInstance start() {
        ProcessInstance evaluation = startForEvaluation("team-evaluation");
        runDueJobs();
        return evaluation;
    }
}
