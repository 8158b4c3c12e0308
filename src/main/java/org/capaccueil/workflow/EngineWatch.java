package org.capaccueil.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator sees of the engine: what is stuck and why, what is late, and how to make it try again. */
@Service
@Transactional(readOnly = true)
public class EngineWatch {

    /** More would not be read; the counts say how many there are. */
    private static final int SHOWN = 100;

    /** A timer is run within seconds; after this it has been missed. */
    private static final long MISSED_AFTER_SECONDS = 120;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService definitions;
    private final TaskService tasks;
    private final HistoryService history;
    private final Trail trail;

    EngineWatch(
            ManagementService management,
            RuntimeService runtime,
            RepositoryService definitions,
            TaskService tasks,
            HistoryService history,
            Trail trail) {
        this.management = management;
        this.runtime = runtime;
        this.definitions = definitions;
        this.tasks = tasks;
        this.history = history;
        this.trail = trail;
    }

    /**
     * A step the engine could not carry out.
     *
     * @param businessKey the evaluation, campaign or action, null when it cannot be told
     * @param cause in plain words
     * @param detail the root cause as the log names it, for whoever mends it
     * @param retries how many attempts are left; 0 is an incident and waits for the operator
     */
    public record StuckJob(
            String id,
            String process,
            String step,
            @Nullable UUID businessKey,
            String cause,
            String detail,
            int retries,
            @Nullable Instant nextAttempt) {}

    /** A date that has passed without its step being taken. */
    public record MissedTimer(String id, String process, String step, @Nullable UUID businessKey, Instant due) {}

    /** The task that has waited longest. */
    public record OldestTask(String name, @Nullable UUID businessKey, Instant since) {}

    /** The numbers at the top of the page. */
    public record Load(long runningProcesses, long openTasks, long waitingJobs, long incidents, long finishedToday) {}

    public Load load() {
        return new Load(
                runtime.createProcessInstanceQuery().count(),
                tasks.createTaskQuery().count(),
                management.createJobQuery().executable().count(),
                runtime.createIncidentQuery().count(),
                history.createHistoricProcessInstanceQuery()
                        .finishedAfter(Date.from(now().minusSeconds(86_400)))
                        .count());
    }

    /** Failed at least once, those without attempts left first. */
    public List<StuckJob> stuck() {
        List<Job> jobs = new ArrayList<>(
                management.createJobQuery().noRetriesLeft().orderByJobId().asc().listPage(0, SHOWN));
        management.createJobQuery().withException().withRetriesLeft().orderByJobId().asc().listPage(0, SHOWN).stream()
                .limit(Math.max(0, SHOWN - jobs.size()))
                .forEach(jobs::add);
        return jobs.stream().map(this::stuck).toList();
    }

    private StuckJob stuck(Job job) {
        String stack = Optional.ofNullable(management.getJobExceptionStacktrace(job.getId()))
                .orElse("");
        return new StuckJob(
                job.getId(),
                processName(job),
                stepName(job),
                businessKey(job.getProcessInstanceId()),
                FailureCause.inWords(stack),
                FailureCause.root(stack),
                job.getRetries(),
                job.getDuedate() == null ? null : job.getDuedate().toInstant());
    }

    public List<MissedTimer> missedTimers() {
        return management
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(now().minusSeconds(MISSED_AFTER_SECONDS)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, SHOWN)
                .stream()
                .filter(timer -> timer.getProcessInstanceId() != null)
                .map(timer -> new MissedTimer(
                        timer.getId(),
                        processName(timer),
                        stepName(timer),
                        businessKey(timer.getProcessInstanceId()),
                        timer.getDuedate().toInstant()))
                .toList();
    }

    public Optional<OldestTask> oldestTask() {
        List<Task> oldest =
                tasks.createTaskQuery().orderByTaskCreateTime().asc().listPage(0, 1);
        return oldest.stream()
                .findFirst()
                .map(task -> new OldestTask(
                        task.getName(),
                        businessKey(task.getProcessInstanceId()),
                        task.getCreateTime().toInstant()));
    }

    /** How many process instances run on each version of each diagram: an old version may be waiting for its last ones. */
    public Map<String, Long> runningByVersion() {
        Map<String, Long> running = new LinkedHashMap<>();
        for (ProcessDefinition definition : definitions
                .createProcessDefinitionQuery()
                .orderByProcessDefinitionKey()
                .asc()
                .orderByProcessDefinitionVersion()
                .desc()
                .list()) {
            long count = runtime.createProcessInstanceQuery()
                    .processDefinitionId(definition.getId())
                    .count();
            if (count > 0) {
                running.put(definition.getName() + ", version " + definition.getVersion(), count);
            }
        }
        return running;
    }

    /** Gives a stuck step a new attempt, now. */
    @Transactional
    public void retry(Actor actor, String jobId) {
        actor.require(Role.OPERATOR);
        Job job = management.createJobQuery().jobId(jobId).singleResult();
        if (job == null) {
            throw new StepNoLongerOpen("Cette étape n'attend plus : elle a abouti entre-temps. Rechargez la page.");
        }
        management.setJobRetries(jobId, 1);
        management.setJobDuedate(jobId, Date.from(now()));
        trail.record(actor.inPerson(), Event.general(processName(job) + " · " + stepName(job), "Étape relancée"));
    }

    private String processName(Job job) {
        return job.getProcessDefinitionId() == null
                ? "Entretien du moteur"
                : definitions.getProcessDefinition(job.getProcessDefinitionId()).getName();
    }

    private String stepName(Job job) {
        if (job.getProcessDefinitionId() == null) {
            return "Nettoyage de l'historique";
        }
        String activity = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        FlowElement element =
                definitions.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(activity);
        return element == null || element.getName() == null ? activity : element.getName();
    }

    private @Nullable UUID businessKey(@Nullable String processInstanceId) {
        if (processInstanceId == null) {
            return null;
        }
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult();
        return instance == null || instance.getBusinessKey() == null
                ? null
                : UUID.fromString(instance.getBusinessKey());
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
