package org.capaccueil.campaign.process;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.workflow.Moment;
import org.capaccueil.workflow.ProcessCalendar;
import org.springframework.stereotype.Component;

/** A campaign's dates. Its results are to be read and signed within a month of the closing date. */
@Component
class CampaignCalendar implements ProcessCalendar {

    private static final int MONTHS_TO_SIGN = 1;

    private final Evaluations evaluations;

    CampaignCalendar(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public String processKey() {
        return CampaignBpmn.CAMPAIGN_PROCESS;
    }

    @Override
    public Instant moment(Moment which, UUID businessKey) {
        CampaignView campaign = evaluations.campaign(new CampaignId(businessKey));
        return switch (which) {
            case CLOSING -> PublicTime.endOf(campaign.closingDate());
            case DUE -> PublicTime.endOf(campaign.closingDate().plusMonths(MONTHS_TO_SIGN));
            case NEXT_CYCLE ->
                PublicTime.startOf(
                        campaign.nextCycleOn(PublicTime.dayOf(Objects.requireNonNull(campaign.launchedAt()))));
            case REPLY_ENDS, REVIEW -> throw new IllegalArgumentException("a campaign has no " + which);
        };
    }
}
