package org.capaccueil.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Extending a deadline changes the dates of the domain, then has the engine ask for them again. Every kind of timer the
 * processes use must follow, or the old deadline would still strike.
 */
class DeadlineExtensionTest extends ProcessStory {

    private static final Instant FORMER = inDays(10);
    private static final Instant EXTENDED = inDays(25);

    /** Each kind of timer: how to make it wait, and which date it asks for. */
    enum Timer {
        START_OF_AN_EVENT_SUBPROCESS("firstReminder", (script, date) -> script.reminder = date) {
            @Override
            void await(DeadlineExtensionTest story) {
                story.startForEvaluation("data-collection");
            }
        },
        START_OF_AN_EVENT_SUBPROCESS_INSIDE_A_SUBPROCESS("firstReminder", (script, date) -> script.reminder = date) {
            @Override
            void await(DeadlineExtensionTest story) {
                story.launchWithEverythingClosed();
            }
        },
        LOOP_OF_AN_EVENT_SUBPROCESS("nextReminder", (script, date) -> script.reminder = date) {
            @Override
            void await(DeadlineExtensionTest story) {
                Instant second = story.script.reminder;
                story.script.reminder = inDays(1);
                story.startForEvaluation("data-collection");
                story.runDueJobs();
                story.script.reminder = second;
                story.moveTo(inDays(1));
            }
        },
        BOUNDARY("replyPeriodOver", (script, date) -> script.replyEnds = date) {
            @Override
            void await(DeadlineExtensionTest story) {
                story.startForEvaluation("audit");
                story.runDueJobs();
                story.complete("assignAuditor", Map.of("auditorId", "A-1"));
                story.complete("auditOnSite", Map.of("auditDecision", "CONCLUDED"));
            }
        },
        AFTER_AN_EVENT_BASED_GATEWAY("closingDateReached", (script, date) -> script.closingDate = date) {
            @Override
            void await(DeadlineExtensionTest story) {
                story.launch();
            }
        },
        INTERMEDIATE("reviewDateReached", (script, date) -> script.reviewDate = date) {
            @Override
            void await(DeadlineExtensionTest story) {
                story.startAction();
                story.complete("carryOutAction");
            }
        },
        NEXT_CYCLE("nextCycleDue", (script, date) -> script.nextCycle = date) {
            @Override
            void await(DeadlineExtensionTest story) {
                story.script.recurring = true;
                story.launchWithEverythingClosed();
                story.complete("reviewCampaign");
                story.complete("signCampaign", Map.of("campaignDecision", "SIGNED"));
            }
        };

        final String event;
        final BiConsumer<Script, Instant> date;

        Timer(String event, BiConsumer<Script, Instant> date) {
            this.event = event;
            this.date = date;
        }

        abstract void await(DeadlineExtensionTest story);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfTimerFollowsAnExtendedDeadline(Timer timer) {
        timer.date.accept(script, FORMER);
        timer.await(this);
        runDueJobs();
        assertThat(theJobOf(timer.event).getDuedate()).isEqualTo(Date.from(FORMER));

        timer.date.accept(script, EXTENDED);
        recalculate(theJobOf(timer.event));

        assertThat(theJobOf(timer.event).getDuedate()).isEqualTo(Date.from(EXTENDED));
        String waiting = theJobOf(timer.event).getId();
        timer.date.accept(script, inDays(400));
        moveTo(EXTENDED.minusSeconds(60));
        assertThat(isWaiting(waiting)).as("struck at the former deadline").isTrue();
        moveTo(EXTENDED);
        assertThat(isWaiting(waiting)).as("did not strike at the new deadline").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfTimerFollowsADeadlineBroughtForward(Timer timer) {
        timer.date.accept(script, EXTENDED);
        timer.await(this);
        runDueJobs();

        timer.date.accept(script, FORMER);
        recalculate(theJobOf(timer.event));

        assertThat(theJobOf(timer.event).getDuedate()).isEqualTo(Date.from(FORMER));
    }

    @Test
    void everyTimerOfAnEvaluationIsFoundByTheBusinessKeyOfItsProcesses() {
        startForEvaluation("team-evaluation");
        runDueJobs();

        List<String> instances =
                ENGINE
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("E-1")
                        .list()
                        .stream()
                        .map(instance -> instance.getId())
                        .toList();

        assertThat(ENGINE.getManagementService().createJobQuery().timers().list())
                .isNotEmpty()
                .allSatisfy(job -> assertThat(instances).contains(job.getProcessInstanceId()));
    }

    @Test
    void theDueDateOfAnOpenTaskIsNotRecalculatedByTheEngineAndHasToBeSet() {
        script.due = FORMER;
        script.reminder = FORMER;
        startForEvaluation("data-collection");
        runDueJobs();

        script.due = EXTENDED;
        recalculate(theJobOf("firstReminder"));
        assertThat(theTask("measureIndicators").getDueDate()).isEqualTo(Date.from(FORMER));

        var task = theTask("measureIndicators");
        task.setDueDate(Date.from(EXTENDED));
        ENGINE.getTaskService().saveTask(task);
        assertThat(theTask("measureIndicators").getDueDate()).isEqualTo(Date.from(EXTENDED));
    }

    private void recalculate(Job job) {
        ENGINE.getManagementService().recalculateJobDuedate(job.getId(), false);
    }

    private boolean isWaiting(String jobId) {
        return ENGINE.getManagementService().createJobQuery().jobId(jobId).count() == 1;
    }

    private void launch() {
        ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "evaluation-campaign", "CA-1", Map.of("campaignId", "CA-1", "communeId", "C-1"));
        runDueJobs();
    }

    private void launchWithEverythingClosed() {
        script.openings.add("ALL_CLOSED");
        launch();
    }

    private void startAction() {
        ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "action-follow-up",
                        "ACT-1",
                        Map.of(
                                "actionId", "ACT-1",
                                "ownerId", "P-1",
                                "evaluationId", "E-1",
                                "teamId", "T-1",
                                "communeId", "C-1"));
    }
}
