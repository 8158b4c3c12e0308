package org.capaccueil.improvement.process;

import java.util.Map;
import org.capaccueil.improvement.domain.ActionPlanProcess;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.TaskDesk;
import org.springframework.stereotype.Component;

@Component
class ActionPlanProcessAdapter implements ActionPlanProcess {

    private final TaskDesk tasks;

    ActionPlanProcessAdapter(TaskDesk tasks) {
        this.tasks = tasks;
    }

    @Override
    public void require(Step step, EvaluationId evaluation, Actor actor) {
        tasks.require(taskOf(step), evaluation.value(), actor);
    }

    @Override
    public boolean isOpenFor(Step step, EvaluationId evaluation, Actor actor) {
        return tasks.isOpenFor(taskOf(step), evaluation.value(), actor);
    }

    @Override
    public void submitted(EvaluationId evaluation, Actor actor) {
        tasks.complete(ImprovementBpmn.PROPOSE_PLAN, evaluation.value(), actor, Map.of());
    }

    @Override
    public void accepted(EvaluationId evaluation, Actor actor) {
        reviewed(evaluation, actor, ImprovementBpmn.ACCEPTED);
    }

    @Override
    public void returned(EvaluationId evaluation, Actor actor) {
        reviewed(evaluation, actor, ImprovementBpmn.RETURNED);
    }

    private void reviewed(EvaluationId evaluation, Actor actor, String outcome) {
        tasks.complete(ImprovementBpmn.REVIEW_PLAN, evaluation.value(), actor, Map.of(ImprovementBpmn.REVIEW, outcome));
    }

    @Override
    public void signed(EvaluationId evaluation, Actor actor) {
        decided(evaluation, actor, ImprovementBpmn.SIGNED);
    }

    @Override
    public void sentBack(EvaluationId evaluation, Actor actor) {
        decided(evaluation, actor, ImprovementBpmn.SENT_BACK);
    }

    private void decided(EvaluationId evaluation, Actor actor, String outcome) {
        tasks.complete(
                ImprovementBpmn.SIGN_PLAN, evaluation.value(), actor, Map.of(ImprovementBpmn.SIGNATURE, outcome));
    }

    private static String taskOf(Step step) {
        return switch (step) {
            case PROPOSE -> ImprovementBpmn.PROPOSE_PLAN;
            case REVIEW -> ImprovementBpmn.REVIEW_PLAN;
            case SIGN -> ImprovementBpmn.SIGN_PLAN;
        };
    }
}
