package org.capaccueil.campaign;

import org.capaccueil.shared.CampaignId;

/** A campaign's signed results are published; told in the same transaction. */
public record CampaignPublished(CampaignId campaign) {}
