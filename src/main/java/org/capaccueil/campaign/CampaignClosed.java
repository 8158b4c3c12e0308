package org.capaccueil.campaign;

import org.capaccueil.shared.CampaignId;

/** A campaign's results are published, whichever of its teams were late; told in the same transaction. */
public record CampaignClosed(CampaignId campaign) {}
