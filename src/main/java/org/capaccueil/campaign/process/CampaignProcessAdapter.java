package org.capaccueil.campaign.process;

import java.time.LocalDate;
import java.util.Map;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.domain.CampaignProcess;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.workflow.Processes;
import org.capaccueil.workflow.TaskDesk;
import org.springframework.stereotype.Component;

@Component
class CampaignProcessAdapter implements CampaignProcess {

    private final Processes processes;
    private final TaskDesk tasks;

    CampaignProcessAdapter(Processes processes, TaskDesk tasks) {
        this.processes = processes;
        this.tasks = tasks;
    }

    @Override
    public void launched(CampaignId campaign, CommuneId commune) {
        processes.start(
                CampaignBpmn.CAMPAIGN_PROCESS,
                campaign.value(),
                Map.of("campaignId", campaign.toString(), "communeId", commune.toString()));
    }

    @Override
    public void evaluationOpened(EvaluationView evaluation) {
        processes.start(
                CampaignBpmn.TEAM_PROCESS,
                evaluation.id().value(),
                Map.of(
                        "evaluationId", evaluation.id().toString(),
                        "campaignId", evaluation.campaign().toString(),
                        "teamId", evaluation.team().toString(),
                        "communeId", evaluation.commune().toString()));
    }

    @Override
    public void allEvaluationsClosed(CampaignId campaign) {
        processes.tell(CampaignBpmn.EVALUATIONS_CLOSED, campaign.value());
    }

    @Override
    public void evaluationCancelled(EvaluationId evaluation) {
        processes.tell(CampaignBpmn.EVALUATION_CANCELLED, evaluation.value());
    }

    @Override
    public void campaignCancelled(CampaignId campaign) {
        processes.tell(CampaignBpmn.CAMPAIGN_CANCELLED, campaign.value());
    }

    @Override
    public void deadlineMoved(EvaluationId evaluation, Phase phase, LocalDate day) {
        processes.datesMoved(evaluation.value(), day, CampaignBpmn.processOf(phase));
    }

    @Override
    public void campaignDeadlineMoved(CampaignView campaign) {
        processes.datesMoved(campaign.id().value(), campaign.closingDate(), CampaignBpmn.CAMPAIGN_PROCESS);
    }

    @Override
    public void reviewed(CampaignId campaign, Actor actor) {
        tasks.complete(CampaignBpmn.REVIEW_CAMPAIGN, campaign.value(), actor, Map.of());
    }

    @Override
    public void signed(CampaignId campaign, Actor actor) {
        tasks.complete(
                CampaignBpmn.SIGN_CAMPAIGN,
                campaign.value(),
                actor,
                Map.of(CampaignBpmn.DECISION, CampaignBpmn.SIGNED));
    }

    @Override
    public void sentBack(CampaignId campaign, Actor actor) {
        tasks.complete(
                CampaignBpmn.SIGN_CAMPAIGN,
                campaign.value(),
                actor,
                Map.of(CampaignBpmn.DECISION, CampaignBpmn.SENT_BACK));
    }
}
