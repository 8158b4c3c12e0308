package org.capaccueil.campaign.domain;

import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;

/**
 * Who sees a campaign. Its commune's quality managers and leadership see everything; others see launched campaigns their
 * own teams are part of. To anybody else it does not exist, whatever they try to do to it.
 */
final class CampaignSight {

    private CampaignSight() {}

    static boolean maySee(Actor actor, CampaignView campaign) {
        return campaign.commune().equals(actor.commune())
                && (seesEverything(actor)
                        || campaign.status() != CampaignStatus.DRAFT
                                && campaign.teams().stream().anyMatch(actor::belongsTo));
    }

    static boolean seesEverything(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP);
    }

    /** Hidden from those who may not see it before anything is said about roles. */
    static void require(Actor actor, CampaignView campaign, Role role) {
        if (!maySee(actor, campaign)) {
            throw new NotFound();
        }
        actor.require(role, campaign.commune());
    }
}
