package org.capaccueil.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.notification.domain.NoticeKind;
import org.capaccueil.notification.domain.Notices;
import org.capaccueil.workflow.ProcessBean;
import org.capaccueil.workflow.TaskArrivals;
import org.capaccueil.workflow.TaskDesk;

/**
 * Reminders and escalations of every process, and the news that a task has opened. While a process waits for a date
 * nobody is awaited, and nobody is written to.
 */
@ProcessBean("notices")
public class NoticeSteps implements TaskArrivals {

    private final Notices notices;
    private final TaskDesk tasks;

    NoticeSteps(Notices notices, TaskDesk tasks) {
        this.notices = notices;
        this.tasks = tasks;
    }

    public void remind(DelegateExecution execution) {
        note(NoticeKind.REMINDER, execution);
    }

    public void escalate(DelegateExecution execution) {
        note(NoticeKind.ESCALATION, execution);
    }

    private void note(NoticeKind kind, DelegateExecution execution) {
        tasks.openIn(execution.getProcessInstanceId()).forEach(task -> notices.note(kind, task.id()));
    }

    @Override
    public void opened(String taskId) {
        notices.note(NoticeKind.ARRIVED, taskId);
    }

    @Override
    public void handedOver(String taskId) {
        notices.note(NoticeKind.HANDED_OVER, taskId);
    }
}
