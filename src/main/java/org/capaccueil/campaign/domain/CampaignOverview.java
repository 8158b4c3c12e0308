package org.capaccueil.campaign.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may see of the commune's campaigns, and in them only their own teams unless they steer the whole. */
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
        return evaluations.campaignsSeenBy(actor).stream()
                .map(campaign -> new Line(
                        campaign,
                        campaign.teams().size(),
                        ended.getOrDefault(campaign.id().value(), 0L).intValue()))
                .toList();
    }

    public CampaignView campaign(Actor actor, CampaignId id) {
        CampaignView campaign = evaluations.campaign(id);
        if (!CampaignSight.maySee(actor, campaign)) {
            throw new NotFound();
        }
        return campaign;
    }

    public List<EvaluationView> evaluations(Actor actor, CampaignId id) {
        campaign(actor, id);
        return evaluations.ofCampaign(id).stream()
                .filter(evaluation -> CampaignSight.seesEverything(actor) || actor.belongsTo(evaluation.team()))
                .toList();
    }
}
