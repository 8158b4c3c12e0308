package org.capaccueil.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.campaign.domain.CampaignRun;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.workflow.ProcessBean;

/** The service tasks of evaluation-campaign.bpmn. */
@ProcessBean("campaignSteps")
public class CampaignSteps {

    private final CampaignRun run;

    CampaignSteps(CampaignRun run) {
        this.run = run;
    }

    public boolean isSurveyPlanned(DelegateExecution execution) {
        return run.isSurveyPlanned(campaign(execution));
    }

    public void openSurvey(DelegateExecution execution) {
        run.openSurvey(campaign(execution));
    }

    public void openNextTeams(DelegateExecution execution) {
        execution.setVariable(
                CampaignBpmn.OPENING, run.openNextTeams(campaign(execution)).name());
    }

    public void consolidate(DelegateExecution execution) {
        run.consolidate(campaign(execution));
    }

    public void publish(DelegateExecution execution) {
        run.publish(campaign(execution));
    }

    public boolean isRecurring(DelegateExecution execution) {
        return run.isRecurring(campaign(execution));
    }

    public void prepareNextCycle(DelegateExecution execution) {
        run.prepareNextCycle(campaign(execution));
    }

    private static CampaignId campaign(DelegateExecution execution) {
        return CampaignId.of(execution.getProcessBusinessKey());
    }
}
