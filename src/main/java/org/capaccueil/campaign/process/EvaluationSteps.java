package org.capaccueil.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.campaign.domain.CampaignRun;
import org.capaccueil.campaign.domain.EvaluationBook;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.ProcessBean;

/** The service tasks of team-evaluation.bpmn. */
@ProcessBean("evaluationSteps")
public class EvaluationSteps {

    private final EvaluationBook evaluations;
    private final CampaignRun run;

    EvaluationSteps(EvaluationBook evaluations, CampaignRun run) {
        this.evaluations = evaluations;
        this.run = run;
    }

    public void close(DelegateExecution execution) {
        evaluations.close(evaluation(execution));
    }

    public void reportToCampaign(DelegateExecution execution) {
        run.evaluationEnded(evaluation(execution));
    }

    private static EvaluationId evaluation(DelegateExecution execution) {
        return EvaluationId.of(execution.getProcessBusinessKey());
    }
}
