package org.capaccueil.audit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.audit.domain.AuditRun;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.ProcessBean;

/** The service tasks of audit.bpmn. */
@ProcessBean("auditSteps")
public class AuditSteps {

    private final AuditRun run;

    AuditSteps(AuditRun run) {
        this.run = run;
    }

    public void open(DelegateExecution execution) {
        run.open(evaluation(execution));
    }

    public void openRightOfReply(DelegateExecution execution) {
        run.openRightOfReply(evaluation(execution));
    }

    public void closeWithoutReply(DelegateExecution execution) {
        run.closeWithoutReply(evaluation(execution));
    }

    public void close(DelegateExecution execution) {
        run.close(evaluation(execution));
    }

    private static EvaluationId evaluation(DelegateExecution execution) {
        return EvaluationId.of(execution.getProcessBusinessKey());
    }
}
