package org.capaccueil.improvement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.improvement.domain.PlanRun;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.ProcessBean;

/** The service tasks of action-plan.bpmn. */
@ProcessBean("actionPlanSteps")
public class ActionPlanSteps {

    private final PlanRun run;

    ActionPlanSteps(PlanRun run) {
        this.run = run;
    }

    public void open(DelegateExecution execution) {
        run.open(evaluation(execution));
    }

    public void print(DelegateExecution execution) {
        run.print(evaluation(execution));
    }

    public void close(DelegateExecution execution) {
        run.close(evaluation(execution));
    }

    private static EvaluationId evaluation(DelegateExecution execution) {
        return EvaluationId.of(execution.getProcessBusinessKey());
    }
}
