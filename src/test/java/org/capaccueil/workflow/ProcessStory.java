package org.capaccueil.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

/**
 * A bare engine in memory on which one drawing is walked, step by step: no Spring, no job executor (jobs run when the
 * story says so, on a clock that stands still) and stubs for beans. All drawings are deployed, as in production.
 */
public abstract class ProcessStory {

    private static final Script SCRIPT = new Script();
    protected static final ProcessEngine ENGINE = engine();

    /** A Monday morning: the clock of every story starts here. */
    protected static final Instant START = Script.START;

    /** What the stub beans answer in this story, and the list of what was asked of them. */
    protected final Script script = SCRIPT;

    private String deployment;

    private static ProcessEngine engine() {
        // Without Spring nobody sets a level, and the engine tells every statement it runs.
        ((Logger) LoggerFactory.getLogger("org.camunda.bpm")).setLevel(Level.WARN);
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("process-stories");
        configuration.setJdbcUrl("jdbc:h2:mem:process-stories;DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        configuration.setHistory("full");
        configuration.setCmmnEnabled(false);
        configuration.setDmnEnabled(false);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setBeans(StubBeans.all(SCRIPT));
        return configuration.buildProcessEngine();
    }

    @BeforeEach
    void deployEveryDrawing() {
        SCRIPT.reset();
        setClock(Script.START);
        DeploymentBuilder builder = ENGINE.getRepositoryService().createDeployment();
        Drawings.paths()
                .forEach(path -> builder.addInputStream(path.getFileName().toString(), Drawings.open(path)));
        deployment = builder.deploy().getId();
    }

    @AfterEach
    void forgetEverything() {
        ENGINE.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    /** Starts a process of one evaluation as its caller would: ids only. */
    protected ProcessInstance startForEvaluation(String processKey) {
        return ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        processKey,
                        "E-1",
                        Map.of("evaluationId", "E-1", "teamId", "T-1", "communeId", "C-1", "campaignId", "CA-1"));
    }

    /** Runs what a job executor would run now: asynchronous steps and timers that are due. */
    protected void runDueJobs() {
        for (int round = 0; round < 50; round++) {
            List<Job> due =
                    ENGINE.getManagementService().createJobQuery().executable().list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::runIfStillThere);
        }
        throw new AssertionError("the process never comes to rest: a loop without a wait state?");
    }

    // A job that ran before may have ended the instance this one belonged to.
    private void runIfStillThere(Job job) {
        var management = ENGINE.getManagementService();
        if (management.createJobQuery().jobId(job.getId()).count() == 1) {
            management.executeJob(job.getId());
        }
    }

    /** Completes the only open task with this key, and leaves its asynchronous consequences waiting. */
    protected void completeOnly(String taskKey, Map<String, Object> outcome) {
        ENGINE.getTaskService().complete(theTask(taskKey).getId(), outcome);
    }

    protected void complete(String taskKey, Map<String, Object> outcome) {
        completeOnly(taskKey, outcome);
        runDueJobs();
    }

    protected void complete(String taskKey) {
        complete(taskKey, Map.of());
    }

    protected Task theTask(String taskKey) {
        Task task = ENGINE.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(taskKey)
                .initializeFormKeys()
                .singleResult();
        assertThat(task).as("an open task " + taskKey).isNotNull();
        return task;
    }

    protected List<String> openTasks() {
        return ENGINE.getTaskService().createTaskQuery().orderByTaskId().asc().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    protected List<String> candidateGroupsOf(String taskKey) {
        return ENGINE.getTaskService().getIdentityLinksForTask(theTask(taskKey).getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .toList();
    }

    /** Moves the clock and runs what has become due. */
    protected void moveTo(Instant instant) {
        setClock(instant);
        runDueJobs();
    }

    protected static Instant inDays(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private void setClock(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    protected void send(String message, String businessKey) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlate();
    }

    protected String assigneeOf(String taskKey) {
        return theTask(taskKey).getAssignee();
    }

    protected void assertOffer(String taskKey, String group, String page) {
        assertThat(candidateGroupsOf(taskKey)).containsExactly(group);
        assertThat(theTask(taskKey).getFormKey()).isEqualTo(page);
        assertThat(theTask(taskKey).getDueDate()).isEqualTo(Date.from(script.due));
    }

    /** One reminder before the deadline, one word to the next level after it; the open task stays open. */
    protected void assertRemindsThenEscalates(String businessKey, Runnable start) {
        script.reminder = inDays(15);
        start.run();
        var open = openTasks();
        script.calls.clear();

        script.reminder = inDays(31);
        moveTo(inDays(15).minusSeconds(60));
        assertThat(script.calls).isEmpty();
        moveTo(inDays(15));
        assertThat(script.calls).containsExactly("remind " + businessKey);

        script.overdue = true;
        script.reminder = inDays(60);
        moveTo(inDays(31));
        assertThat(script.calls).containsExactly("remind " + businessKey, "escalate " + businessKey);
        assertThat(openTasks()).isEqualTo(open);
        script.calls.clear();
        // A date already past would strike again at once, and again: the answer has to move on with the clock.
        script.reminder = inDays(3650);
        ENGINE.getManagementService()
                .recalculateJobDuedate(theJobOf("nextReminder").getId(), false);
    }

    /** The ids of the end events this instance reached; none if it is still running. */
    protected List<String> endsReached(ProcessInstance instance) {
        return ENGINE
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .stream()
                .filter(activity -> activity.getActivityType().toLowerCase().endsWith("endevent"))
                .map(activity -> activity.getActivityId())
                .toList();
    }

    protected boolean isRunning(ProcessInstance instance) {
        return ENGINE.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 1;
    }

    /** No instance, no job: nothing is left behind to wait for ever. */
    protected boolean nothingRuns() {
        return ENGINE.getRuntimeService().createProcessInstanceQuery().count() == 0
                && ENGINE.getManagementService().createJobQuery().count() == 0;
    }

    /** The only job of this activity; the activity id of a timer is the id of its event. */
    protected Job theJobOf(String activityId) {
        Job job = ENGINE.getManagementService()
                .createJobQuery()
                .activityId(activityId)
                .singleResult();
        assertThat(job).as("a waiting job of " + activityId).isNotNull();
        return job;
    }
}
