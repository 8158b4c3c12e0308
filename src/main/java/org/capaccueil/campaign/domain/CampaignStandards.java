package org.capaccueil.campaign.domain;

import java.time.LocalDate;
import java.util.List;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Visitors;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardUse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the library of standards which campaigns keep a version, and which take the next one. */
@Component
@Transactional(readOnly = true)
class CampaignStandards implements StandardUse {

    private final Campaigns campaigns;
    private final EvaluationFiles evaluations;
    private final ObjectProvider<Visitors> visitors;

    CampaignStandards(Campaigns campaigns, EvaluationFiles evaluations, ObjectProvider<Visitors> visitors) {
        this.campaigns = campaigns;
        this.evaluations = evaluations;
        this.visitors = visitors;
    }

    @Override
    public boolean isVisited(PersonId person, StandardVersionId version) {
        return evaluations.findIdsByStandard(version.value()).stream()
                .anyMatch(id -> visitors.stream().anyMatch(one -> one.mayVisit(person, new EvaluationId(id))));
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
