package org.capaccueil.campaign.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may see of the commune's campaigns. Quality managers and leadership see everything; others see launched
 * campaigns their own teams are part of, and in them their own teams.
 */
@Service
@Transactional(readOnly = true)
public class CampaignOverview {

    /**
     * A campaign and how far its teams are.
     *
     * @param ended evaluations that are closed or cancelled
     */
    public record Line(CampaignView campaign, int teams, int ended) {}

    private final Evaluations evaluations;
    private final EvaluationFiles files;

    CampaignOverview(Evaluations evaluations, EvaluationFiles files) {
        this.evaluations = evaluations;
        this.files = files;
    }

    public List<Line> of(Actor actor) {
        Map<UUID, Long> ended = files.countEnded(actor.commune().value(), EvaluationStatus.OPEN).stream()
                .collect(Collectors.toMap(EvaluationFiles.Ended::campaign, EvaluationFiles.Ended::number));
        return evaluations.campaignsOf(actor.commune()).stream()
                .filter(campaign -> maySee(actor, campaign))
                .map(campaign -> new Line(
                        campaign,
                        campaign.teams().size(),
                        ended.getOrDefault(campaign.id().value(), 0L).intValue()))
                .toList();
    }

    public CampaignView campaign(Actor actor, CampaignId id) {
        CampaignView campaign = evaluations.campaign(id);
        if (!maySee(actor, campaign)) {
            throw new NotFound();
        }
        return campaign;
    }

    public List<EvaluationView> evaluations(Actor actor, CampaignId id) {
        campaign(actor, id);
        return evaluations.ofCampaign(id).stream()
                .filter(evaluation -> seesEverything(actor) || actor.belongsTo(evaluation.team()))
                .toList();
    }

    private static boolean maySee(Actor actor, CampaignView campaign) {
        return campaign.commune().equals(actor.commune())
                && (seesEverything(actor)
                        || campaign.status() != CampaignStatus.DRAFT
                                && campaign.teams().stream().anyMatch(actor::belongsTo));
    }

    private static boolean seesEverything(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP);
    }
}
