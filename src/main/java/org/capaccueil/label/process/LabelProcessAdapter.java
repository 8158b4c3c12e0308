package org.capaccueil.label.process;

import org.capaccueil.label.domain.LabelProcess;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.workflow.Processes;
import org.springframework.stereotype.Component;

@Component
class LabelProcessAdapter implements LabelProcess {

    private final Processes processes;

    LabelProcessAdapter(Processes processes) {
        this.processes = processes;
    }

    @Override
    public void organisationNews(CampaignId campaign) {
        processes.tellAll(LabelBpmn.ORGANISATION_NEWS, "campaignId", campaign.value());
    }
}
