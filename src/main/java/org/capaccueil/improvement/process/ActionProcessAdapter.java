package org.capaccueil.improvement.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.improvement.domain.ActionProcess;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.workflow.Processes;
import org.capaccueil.workflow.TaskDesk;
import org.springframework.stereotype.Component;

@Component
class ActionProcessAdapter implements ActionProcess {

    private final Processes processes;
    private final TaskDesk tasks;

    ActionProcessAdapter(Processes processes, TaskDesk tasks) {
        this.processes = processes;
        this.tasks = tasks;
    }

    @Override
    public void requireVerification(UUID action, Actor actor) {
        tasks.require(ImprovementBpmn.VERIFY_EFFECTIVENESS, action, actor);
    }

    @Override
    public boolean isVerificationOpenFor(UUID action, Actor actor) {
        return tasks.isOpenFor(ImprovementBpmn.VERIFY_EFFECTIVENESS, action, actor);
    }

    @Override
    public void carriedOut(UUID action, Actor actor) {
        tasks.completeInPlace(ImprovementBpmn.CARRY_OUT_ACTION, action, actor, Map.of());
    }

    @Override
    public void verified(UUID action, Actor actor, Verdict verdict) {
        tasks.complete(
                ImprovementBpmn.VERIFY_EFFECTIVENESS,
                action,
                actor,
                Map.of(ImprovementBpmn.EFFECTIVENESS, verdict.name()));
    }

    @Override
    public void abandoned(UUID action) {
        if (!processes.tell(ImprovementBpmn.ACTION_ABANDONED, action)) {
            throw new StepNoLongerOpen();
        }
    }

    @Override
    public void dueDateMoved(UUID action, LocalDate due) {
        processes.datesMoved(action, due, ImprovementBpmn.ACTION_PROCESS);
    }
}
