package org.capaccueil.label.domain;

import org.capaccueil.shared.CampaignId;

/** What the label tells the processes, in the business's words. */
public interface LabelProcess {

    /** Something happened to the evaluation that answers for the organisation: whoever waits for it looks again. */
    void organisationNews(CampaignId campaign);
}
