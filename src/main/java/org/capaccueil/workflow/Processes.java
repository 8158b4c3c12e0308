package org.capaccueil.workflow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.capaccueil.shared.PublicTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts processes, tells them what happened, and moves their dates, in the transaction of the change that causes it.
 * Rooms reach it through the port of their own that speaks their own words.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    Processes(RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    /**
     * Starts a process.
     *
     * @param ids ids only: facts live in the domain's tables
     */
    public void start(String processKey, UUID businessKey, Map<String, Object> ids) {
        runtime.startProcessInstanceByKey(processKey, businessKey.toString(), ids);
    }

    /**
     * Delivers a message to everything of this business key that waits for it.
     *
     * @return whether anything was waiting
     */
    public boolean tell(String message, UUID businessKey) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .messageEventSubscriptionName(message)
                .list();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        return !waiting.isEmpty();
    }

    /**
     * Delivers a message to every process that has this id among its own and waits for it, in one question however many
     * there are.
     */
    public void tellAll(String message, String idName, UUID id) {
        runtime.createMessageCorrelation(message)
                .processInstanceVariableEquals(idName, id.toString())
                .correlateAll();
    }

    /**
     * Makes the running processes of this business key read their dates again: open tasks' due dates, reminders and
     * time limits. What people entered is untouched.
     */
    public void datesMoved(UUID businessKey, java.time.LocalDate due, String processKey) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .processDefinitionKey(processKey)
                .list()) {
            for (Task task :
                    tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
                task.setDueDate(java.util.Date.from(PublicTime.endOf(due)));
                tasks.saveTask(task);
            }
            for (Job timer : management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()) {
                management.recalculateJobDuedate(timer.getId(), false);
            }
        }
    }
}
