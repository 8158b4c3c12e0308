package org.capaccueil.workflow;

import org.camunda.bpm.engine.TaskService;
import org.capaccueil.organisation.PersonLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives what somebody who left had taken back to the groups it was offered to. */
@Component
class TasksOfTheDeparted {

    private final TaskService tasks;
    private final TaskDesk desk;

    TasksOfTheDeparted(TaskService tasks, TaskDesk desk) {
        this.tasks = tasks;
        this.desk = desk;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(PersonLeft news) {
        desk.heldBy(news.person()).stream()
                .filter(task -> !task.groups().isEmpty())
                .forEach(task -> tasks.setAssignee(task.id(), null));
    }
}
