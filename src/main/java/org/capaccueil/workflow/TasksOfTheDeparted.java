package org.capaccueil.workflow;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.capaccueil.organisation.LeadSteppedDown;
import org.capaccueil.organisation.MemberLeft;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonLeft;
import org.capaccueil.shared.TeamId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives what somebody had taken, and has lost the right to, back to the groups it was offered to. */
@Component
class TasksOfTheDeparted {

    private final TaskService tasks;
    private final TaskDesk desk;
    private final Organisation organisation;

    TasksOfTheDeparted(TaskService tasks, TaskDesk desk, Organisation organisation) {
        this.tasks = tasks;
        this.desk = desk;
        this.organisation = organisation;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(PersonLeft news) {
        desk.heldBy(news.person()).stream()
                .filter(task -> !task.groups().isEmpty())
                .forEach(task -> tasks.setAssignee(task.id(), null));
    }

    /** Only what was taken as a member of this team: other teams' tasks and an action's owner stay. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(MemberLeft news) {
        Set<TeamId> teams = organisation.inHandsOf(news.team());
        desk.heldBy(news.person()).stream()
                .filter(task -> task.isTakenFrom(teams))
                .forEach(task -> desk.handOver(task, null));
    }

    /** What is offered to the team, too, is still theirs to do. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(LeadSteppedDown news) {
        Set<TeamId> teams = organisation.inHandsOf(news.team());
        desk.heldBy(news.person()).stream()
                .filter(task -> task.isTakenFrom(teams) && !task.isForMembersOf(teams))
                .forEach(task -> desk.handOver(task, null));
    }
}
