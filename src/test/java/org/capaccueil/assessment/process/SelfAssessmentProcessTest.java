package org.capaccueil.assessment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class SelfAssessmentProcessTest extends ProcessStory {

    private static final Map<String, Object> ALONE_FIRST = Map.of("ratingWay", "ALONE_FIRST");
    private static final Map<String, Object> ROUND_CLOSED = Map.of("roundOutcome", "CLOSED");

    @Test
    void anAcceptedSelfAssessmentIsFrozen() {
        ProcessInstance selfAssessment = start();

        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));
        assertThat(openTasks()).containsExactly("reviewSelfAssessment");
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(script.calls).containsExactly("openSelfAssessment E-1", "closeSelfAssessment E-1");
        assertThat(endsReached(selfAssessment)).containsExactly("selfAssessmentFrozen");
        assertThat(isRunning(selfAssessment)).isFalse();
    }

    @Test
    void aReturnedSelfAssessmentGoesBackToTheTeamAndCanThenBeAccepted() {
        ProcessInstance selfAssessment = start();
        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));

        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "RETURNED"));
        assertThat(openTasks()).containsExactly("rateThemselves");
        assertThat(script.calls).containsExactly("openSelfAssessment E-1");

        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));
        assertThat(endsReached(selfAssessment)).containsExactly("selfAssessmentFrozen");
    }

    @Test
    void anUnknownDecisionIsAnErrorAndNotASilentAcceptance() {
        start();
        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));

        assertThatThrownBy(() -> complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "PERHAPS")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("selfAssessmentReviewed");
    }

    @Test
    void theTeamRatesAndTheQualityManagersReview() {
        script.due = inDays(45);
        start();

        assertOffer("rateThemselves", "team:T-1", "/evaluations/{evaluationId}/self-assessment");
        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));
        assertOffer(
                "reviewSelfAssessment", "quality-managers:C-1", "/evaluations/{evaluationId}/self-assessment/review");
    }

    @Test
    void whoeverReviewsWaitsForNothingAfterIt() {
        start();
        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));

        completeOnly("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(openTasks()).isEmpty();
        assertThat(script.calls).containsExactly("openSelfAssessment E-1");
    }

    @Test
    void theTeamIsRemindedThenTheNextLevelIsToldAndTheProcessStillEnds() {
        assertRemindsThenEscalates("E-1", this::start);

        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(nothingRuns()).as("no reminder waits for ever").isTrue();
    }

    @Test
    void aTeamThatRatesAloneFirstAgreesBeforeItsSelfAssessmentIsReviewed() {
        ProcessInstance selfAssessment = start();

        complete("rateThemselves", ALONE_FIRST);
        assertThat(openTasks()).containsExactly("rateIndividually");
        complete("rateIndividually", ROUND_CLOSED);
        assertThat(openTasks()).containsExactly("agreeOnRatings");
        complete("agreeOnRatings");
        assertThat(openTasks()).containsExactly("reviewSelfAssessment");
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(script.calls).containsExactly("openSelfAssessment E-1", "closeSelfAssessment E-1");
        assertThat(endsReached(selfAssessment)).containsExactly("selfAssessmentFrozen");
    }

    @Test
    void anAgreementThatIsReturnedIsRevisedWithoutAnotherRound() {
        ProcessInstance selfAssessment = start();
        complete("rateThemselves", ALONE_FIRST);
        complete("rateIndividually", ROUND_CLOSED);
        complete("agreeOnRatings");

        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "AGREEMENT_RETURNED"));
        assertThat(openTasks()).containsExactly("agreeOnRatings");

        complete("agreeOnRatings");
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));
        assertThat(endsReached(selfAssessment)).containsExactly("selfAssessmentFrozen");
    }

    @Test
    void aRoundThatIsGivenUpLeadsBackToRatingTogether() {
        ProcessInstance selfAssessment = start();
        complete("rateThemselves", ALONE_FIRST);

        complete("rateIndividually", Map.of("roundOutcome", "GIVEN_UP"));
        assertThat(openTasks()).containsExactly("rateThemselves");

        complete("rateThemselves", Map.of("ratingWay", "TOGETHER"));
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));
        assertThat(endsReached(selfAssessment)).containsExactly("selfAssessmentFrozen");
    }

    @Test
    void anUnknownEndOfARoundIsAnErrorAndNotASilentAgreement() {
        start();
        complete("rateThemselves", ALONE_FIRST);

        assertThatThrownBy(() -> complete("rateIndividually", Map.of("roundOutcome", "SOMEHOW")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("roundEnded");
    }

    @Test
    void anUnknownWayOfRatingIsAnErrorAndNotASilentSubmission() {
        start();

        assertThatThrownBy(() -> complete("rateThemselves", Map.of("ratingWay", "SOMEHOW")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("ratingWayChosen");
    }

    @Test
    void ratingAloneIsEachMembersAndAgreeingTheTeams() {
        script.due = inDays(45);
        start();
        complete("rateThemselves", ALONE_FIRST);

        assertOffer("rateIndividually", "members:T-1", "/evaluations/{evaluationId}/self-assessment/individual");
        complete("rateIndividually", ROUND_CLOSED);
        assertOffer("agreeOnRatings", "team:T-1", "/evaluations/{evaluationId}/self-assessment/consensus");
    }

    @Test
    void thoseWhoRateAloneAreRemindedThenTheNextLevelIsToldAndTheProcessStillEnds() {
        assertRemindsThenEscalates("E-1", () -> {
            start();
            complete("rateThemselves", ALONE_FIRST);
        });

        complete("rateIndividually", ROUND_CLOSED);
        complete("agreeOnRatings");
        complete("reviewSelfAssessment", Map.of("selfAssessmentDecision", "ACCEPTED"));

        assertThat(nothingRuns()).as("no reminder waits for ever").isTrue();
    }

    @Test
    void anExtendedDeadlineMovesTheReminderOfThoseWhoRateAlone() {
        script.reminder = inDays(10);
        start();
        complete("rateThemselves", ALONE_FIRST);

        script.reminder = inDays(25);
        ENGINE.getManagementService()
                .recalculateJobDuedate(theJobOf("firstReminder").getId(), false);

        moveTo(inDays(25).minusSeconds(60));
        assertThat(script.calls).as("struck at the former date").containsExactly("openSelfAssessment E-1");
        script.reminder = inDays(400);
        moveTo(inDays(25));
        assertThat(script.calls).containsExactly("openSelfAssessment E-1", "remind E-1");
        assertThat(openTasks()).containsExactly("rateIndividually");
    }

    @Test
    void cancellingWhilePeopleRateAloneOrAgreeLeavesNothingBehind() {
        for (List<String> done : List.of(List.<String>of(), List.of("rateIndividually"))) {
            ProcessInstance selfAssessment = start();
            complete("rateThemselves", ALONE_FIRST);
            done.forEach(task -> complete(task, ROUND_CLOSED));

            ENGINE.getRuntimeService().deleteProcessInstance(selfAssessment.getId(), "cancelled");

            assertThat(nothingRuns()).isTrue();
            assertThat(openTasks()).isEmpty();
        }
    }

    private ProcessInstance start() {
        ProcessInstance selfAssessment = startForEvaluation("self-assessment");
        runDueJobs();
        return selfAssessment;
    }
}
