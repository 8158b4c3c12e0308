package org.capaccueil.campaign.domain;

import java.time.LocalDate;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;

/** What the campaign tells the process, in the business's words. */
public interface CampaignProcess {

    void launched(CampaignId campaign, CommuneId commune);

    void evaluationOpened(EvaluationView evaluation);

    /** Every evaluation is closed or cancelled: the campaign need not wait for its closing date. */
    void allEvaluationsClosed(CampaignId campaign);

    void evaluationCancelled(EvaluationId evaluation);

    void campaignCancelled(CampaignId campaign);

    void deadlineMoved(EvaluationId evaluation, Phase phase, LocalDate day);

    void campaignDeadlineMoved(CampaignView campaign);

    void reviewed(CampaignId campaign, Actor actor);

    void signed(CampaignId campaign, Actor actor);

    void sentBack(CampaignId campaign, Actor actor);
}
