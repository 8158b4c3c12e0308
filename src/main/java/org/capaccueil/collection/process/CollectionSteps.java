package org.capaccueil.collection.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.collection.domain.CollectionRun;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.ProcessBean;

/** The service tasks of data-collection.bpmn. */
@ProcessBean("collectionSteps")
public class CollectionSteps {

    private final CollectionRun run;

    CollectionSteps(CollectionRun run) {
        this.run = run;
    }

    public void open(DelegateExecution execution) {
        run.open(evaluation(execution));
    }

    public void freeze(DelegateExecution execution) {
        run.freeze(evaluation(execution));
    }

    private static EvaluationId evaluation(DelegateExecution execution) {
        return EvaluationId.of(execution.getProcessBusinessKey());
    }
}
