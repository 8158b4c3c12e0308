package org.capaccueil.assessment.process;

import java.util.Map;
import org.capaccueil.assessment.domain.AssessmentProcess;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
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
        rated(evaluation, actor, AssessmentBpmn.TOGETHER);
    }

    /**
     * An evaluation runs on the diagram it started with, and a diagram from before this step would take it for a
     * submission: then nothing may change.
     */
    @Override
    public void roundOpened(EvaluationId evaluation, Actor actor) {
        rated(evaluation, actor, AssessmentBpmn.ALONE_FIRST);
        if (tasks.find(AssessmentBpmn.RATE_INDIVIDUALLY, evaluation.value()).isEmpty()) {
            throw new BusinessRefusal("Cette autoévaluation a commencé avant que chacun puisse coter seul d'abord : "
                    + "cotez ensemble cette fois. Les prochaines campagnes offriront le choix.");
        }
    }

    private void rated(EvaluationId evaluation, Actor actor, String way) {
        tasks.complete(AssessmentBpmn.RATE_THEMSELVES, evaluation.value(), actor, Map.of(AssessmentBpmn.WAY, way));
    }

    @Override
    public void roundClosed(EvaluationId evaluation, Actor actor) {
        roundEnded(evaluation, actor, AssessmentBpmn.CLOSED);
    }

    /** A diagram from before this way back would take it for a closed round. */
    @Override
    public void roundGivenUp(EvaluationId evaluation, Actor actor) {
        roundEnded(evaluation, actor, AssessmentBpmn.GIVEN_UP);
        if (tasks.find(AssessmentBpmn.RATE_THEMSELVES, evaluation.value()).isEmpty()) {
            throw new BusinessRefusal("Cette autoévaluation a commencé avant qu'un tour de cotations individuelles "
                    + "puisse être abandonné : relancez vos collègues et clôturez-le, il suffit de deux avis.");
        }
    }

    /** Also on older diagrams, where a member could take the task of all for their own. */
    private void roundEnded(EvaluationId evaluation, Actor actor, String outcome) {
        tasks.completeInPlace(
                AssessmentBpmn.RATE_INDIVIDUALLY, evaluation.value(), actor, Map.of(AssessmentBpmn.ROUND, outcome));
    }

    @Override
    public void agreementSubmitted(EvaluationId evaluation, Actor actor) {
        tasks.complete(AssessmentBpmn.AGREE_ON_RATINGS, evaluation.value(), actor, Map.of());
    }

    @Override
    public void accepted(EvaluationId evaluation, Actor actor) {
        decided(evaluation, actor, AssessmentBpmn.ACCEPTED);
    }

    @Override
    public void returned(EvaluationId evaluation, Actor actor) {
        decided(evaluation, actor, AssessmentBpmn.RETURNED);
    }

    @Override
    public void agreementReturned(EvaluationId evaluation, Actor actor) {
        decided(evaluation, actor, AssessmentBpmn.AGREEMENT_RETURNED);
    }

    private void decided(EvaluationId evaluation, Actor actor, String outcome) {
        tasks.complete(
                AssessmentBpmn.REVIEW_SELF_ASSESSMENT,
                evaluation.value(),
                actor,
                Map.of(AssessmentBpmn.DECISION, outcome));
    }
}
