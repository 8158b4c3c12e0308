package org.capaccueil.label.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.ProcessBean;

/** This room's service task in team-evaluation.bpmn. */
@ProcessBean("labelSteps")
public class LabelSteps {

    private final LabelFile file;

    LabelSteps(LabelFile file) {
        this.file = file;
    }

    public void print(DelegateExecution execution) {
        file.print(EvaluationId.of(execution.getProcessBusinessKey()));
    }
}
