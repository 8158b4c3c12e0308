package org.capaccueil.assessment.process;

import java.util.Map;
import org.capaccueil.assessment.domain.AssessmentProcess;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.TaskDesk;
import org.springframework.stereotype.Component;

@Component
class AssessmentProcessAdapter implements AssessmentProcess {

    private final TaskDesk tasks;

    AssessmentProcessAdapter(TaskDesk tasks) {
        this.tasks = tasks;
    }

    @Override
    public void submitted(EvaluationId evaluation, Actor actor) {
        tasks.complete(AssessmentBpmn.RATE_THEMSELVES, evaluation.value(), actor, Map.of());
    }

    @Override
    public void accepted(EvaluationId evaluation, Actor actor) {
        decided(evaluation, actor, AssessmentBpmn.ACCEPTED);
    }

    @Override
    public void returned(EvaluationId evaluation, Actor actor) {
        decided(evaluation, actor, AssessmentBpmn.RETURNED);
    }

    private void decided(EvaluationId evaluation, Actor actor, String outcome) {
        tasks.complete(
                AssessmentBpmn.REVIEW_SELF_ASSESSMENT,
                evaluation.value(),
                actor,
                Map.of(AssessmentBpmn.DECISION, outcome));
    }
}
