package org.capaccueil.assessment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.assessment.domain.AssessmentRun;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.ProcessBean;

/** The service tasks of self-assessment.bpmn. */
@ProcessBean("assessmentSteps")
public class AssessmentSteps {

    private final AssessmentRun run;

    AssessmentSteps(AssessmentRun run) {
        this.run = run;
    }

    public void open(DelegateExecution execution) {
        run.open(evaluation(execution));
    }

    public void close(DelegateExecution execution) {
        run.close(evaluation(execution));
    }

    private static EvaluationId evaluation(DelegateExecution execution) {
        return EvaluationId.of(execution.getProcessBusinessKey());
    }
}
