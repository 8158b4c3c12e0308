package org.capaccueil.campaign.domain;

import java.time.LocalDate;
import java.util.List;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardUse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the library of standards which campaigns keep a version, and which take the next one. */
@Component
@Transactional(readOnly = true)
class CampaignStandards implements StandardUse {

    private final Campaigns campaigns;

    CampaignStandards(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public List<Use> of(CommuneId commune, List<StandardVersionId> versions) {
        return campaigns.findByCommuneIdOrderByPeriodStartDescNameAsc(commune.value()).stream()
                .map(Campaign::view)
                .filter(campaign -> versions.contains(campaign.standard()))
                .filter(campaign -> campaign.status().isLive() || campaign.status() == CampaignStatus.DRAFT)
                .map(campaign -> new Use(
                        campaign.name(), campaign.standard(), campaign.status().isLive(), nextCycle(campaign)))
                .toList();
    }

    private static @Nullable LocalDate nextCycle(CampaignView campaign) {
        return campaign.launchedAt() == null || campaign.recurrenceMonths() == 0
                ? null
                : campaign.nextCycleOn(PublicTime.dayOf(campaign.launchedAt()));
    }
}
