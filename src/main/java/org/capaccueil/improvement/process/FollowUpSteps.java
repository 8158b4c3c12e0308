package org.capaccueil.improvement.process;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.improvement.domain.FollowUpRun;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.ProcessBean;

/** The service tasks of follow-up.bpmn, and what it asks about its actions. */
@ProcessBean("followUpSteps")
public class FollowUpSteps {

    private final FollowUpRun run;

    FollowUpSteps(FollowUpRun run) {
        this.run = run;
    }

    public void open(DelegateExecution execution) {
        run.open(evaluation(execution));
    }

    public List<String> actionIds(DelegateExecution execution) {
        return run.actionIds(evaluation(execution)).stream().map(UUID::toString).toList();
    }

    public String ownerOf(String actionId) {
        return run.ownerOf(UUID.fromString(actionId)).toString();
    }

    public void close(DelegateExecution execution) {
        run.close(evaluation(execution));
    }

    private static EvaluationId evaluation(DelegateExecution execution) {
        return EvaluationId.of(execution.getProcessBusinessKey());
    }
}
