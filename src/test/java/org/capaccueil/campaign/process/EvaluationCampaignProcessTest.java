package org.capaccueil.campaign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class EvaluationCampaignProcessTest extends ProcessStory {

    private static final Map<String, Object> SIGNED = Map.of("campaignDecision", "SIGNED");
    private static final Map<String, Object> SENT_BACK = Map.of("campaignDecision", "SENT_BACK");

    @Test
    void aCampaignThatDoesNotRecurEndsOncePublished() {
        ProcessInstance campaign = start();

        send("EvaluationsClosed", "CA-1");
        runDueJobs();
        complete("reviewCampaign");
        complete("signCampaign", SIGNED);

        assertThat(script.calls).containsExactly("openNextTeams CA-1", "consolidate CA-1", "publish CA-1");
        assertThat(endsReached(campaign)).containsExactlyInAnyOrder("resultsSigned", "campaignEnded");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aPlannedSurveyIsOpenedBeforeTheTeamsAndNobodyWaitsForItsEnd() {
        script.surveyPlanned = true;
        start();

        assertThat(script.calls).containsExactly("openSurvey CA-1", "openNextTeams CA-1");
    }

    @Test
    void teamsAreOpenedChunkByChunkEachInItsOwnTransaction() {
        script.openings.addAll(List.of("MORE", "MORE", "DONE"));
        launch();

        runOneJob("openNextTeams");
        assertThat(script.calls).hasSize(1);
        runOneJob("openNextTeams");
        assertThat(script.calls).hasSize(2);
        runDueJobs();

        assertThat(script.calls).containsExactly("openNextTeams CA-1", "openNextTeams CA-1", "openNextTeams CA-1");
    }

    @Test
    void aCampaignWhoseEvaluationsAreAlreadyClosedDoesNotWaitForAMessageNobodyWillSend() {
        script.openings.add("ALL_CLOSED");
        start();

        assertThat(script.calls).containsExactly("openNextTeams CA-1", "consolidate CA-1");
        assertThat(openTasks()).containsExactly("reviewCampaign");
    }

    @Test
    void aMessageThatComesTooEarlyIsRefusedAndNotLostSilently() {
        launch();

        assertThatThrownBy(() -> send("EvaluationsClosed", "CA-1"))
                .isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    @Test
    void onTheClosingDateTheCampaignConsolidatesWhatThereIs() {
        script.closingDate = inDays(120);
        start();

        moveTo(inDays(120).minusSeconds(60));
        assertThat(openTasks()).isEmpty();
        moveTo(inDays(120));

        assertThat(script.calls).containsExactly("openNextTeams CA-1", "consolidate CA-1");
        assertThat(openTasks()).containsExactly("reviewCampaign");
        assertThatThrownBy(() -> send("EvaluationsClosed", "CA-1"))
                .isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    @Test
    void resultsSentBackByLeadershipAreReviewedAgain() {
        consolidated();
        complete("reviewCampaign");

        complete("signCampaign", SENT_BACK);
        assertThat(openTasks()).containsExactly("reviewCampaign");
        assertThat(script.calls).doesNotContain("publish CA-1");

        complete("reviewCampaign");
        complete("signCampaign", SIGNED);
        assertThat(script.calls).endsWith("publish CA-1");
    }

    @Test
    void anUnknownDecisionIsAnErrorAndTheCampaignStaysUnsigned() {
        consolidated();
        complete("reviewCampaign");

        assertThatThrownBy(() -> complete("signCampaign", Map.of("campaignDecision", "PERHAPS")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("campaignDecisionTaken");
        assertThat(openTasks()).containsExactly("signCampaign");
    }

    @Test
    void aRecurringCampaignPreparesItsNextCycleWhenItIsDue() {
        script.recurring = true;
        script.nextCycle = inDays(365);
        ProcessInstance campaign = consolidated();
        complete("reviewCampaign");
        complete("signCampaign", SIGNED);

        moveTo(inDays(365).minusSeconds(60));
        assertThat(script.calls).endsWith("publish CA-1");
        moveTo(inDays(365));

        assertThat(script.calls).endsWith("prepareNextCycle CA-1");
        assertThat(endsReached(campaign)).containsExactlyInAnyOrder("resultsSigned", "nextCyclePrepared");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aCampaignCanBeCancelledWhileTeamsAreStillBeingOpened() {
        ProcessInstance campaign = launch();

        send("CampaignCancelled", "CA-1");
        runDueJobs();

        assertThat(script.calls).isEmpty();
        assertThat(endsReached(campaign)).containsExactly("campaignCancelled");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aCampaignCanBeCancelledWhileItWaitsForItsEvaluations() {
        ProcessInstance campaign = start();

        send("CampaignCancelled", "CA-1");

        assertThat(endsReached(campaign)).containsExactly("campaignCancelled");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aCampaignCanBeCancelledDuringItsReviewAndItsRemindersStop() {
        ProcessInstance campaign = consolidated();

        send("CampaignCancelled", "CA-1");

        assertThat(openTasks()).isEmpty();
        assertThat(endsReached(campaign)).containsExactly("campaignCancelled");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void qualityManagersReviewAndLeadershipSigns() {
        script.due = inDays(130);
        consolidated();

        assertOffer("reviewCampaign", "quality-managers:C-1", "/campaigns/{campaignId}/review");
        complete("reviewCampaign");
        assertOffer("signCampaign", "leadership:C-1", "/campaigns/{campaignId}/sign");
    }

    @Test
    void reviewersAreRemindedThenTheNextLevelIsToldAndTheCampaignStillGoesOn() {
        assertRemindsThenEscalates("CA-1", this::consolidated);

        complete("reviewCampaign");
        complete("signCampaign", SIGNED);

        assertThat(script.calls).containsExactly("publish CA-1");
        assertThat(nothingRuns()).as("no reminder waits for ever").isTrue();
    }

    private ProcessInstance launch() {
        return ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "evaluation-campaign", "CA-1", Map.of("campaignId", "CA-1", "communeId", "C-1"));
    }

    private ProcessInstance start() {
        ProcessInstance campaign = launch();
        runDueJobs();
        return campaign;
    }

    private ProcessInstance consolidated() {
        script.openings.add("ALL_CLOSED");
        return start();
    }

    private void runOneJob(String activityId) {
        ENGINE.getManagementService().executeJob(theJobOf(activityId).getId());
    }
}
