package org.capaccueil.label.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.label.domain.CommuneScore.TeamTotal;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The results of all teams of a campaign, for those who steer it. A team that was cancelled has no result; a team whose
 * final audit report is not out yet has no part in the commune's score.
 */
@Service
@Transactional(readOnly = true)
public class CampaignResults {

    private final Evaluations evaluations;
    private final TeamResults results;

    CampaignResults(Evaluations evaluations, TeamResults results) {
        this.evaluations = evaluations;
        this.results = results;
    }

    /**
     * A campaign with its teams, by name.
     *
     * @param commune the score of the commune by the final audits; absent before the first
     * @param contacts a year, by team
     */
    public record Whole(
            CampaignView campaign,
            List<EvaluationView> evaluations,
            List<TeamResult> teams,
            Optional<CommuneScore> commune,
            Map<TeamId, Integer> contacts) {}

    public Whole of(Actor actor, CampaignId id) {
        CampaignView campaign = evaluations.campaign(id);
        boolean steers = actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP);
        if (!steers || !campaign.commune().equals(actor.commune())) {
            throw new NotFound();
        }
        List<EvaluationView> all = evaluations.ofCampaign(id);
        List<TeamResult> teams = results.of(all.stream()
                .filter(evaluation -> evaluation.status() != EvaluationStatus.CANCELLED)
                .toList());
        Map<TeamId, Integer> contacts =
                all.stream().collect(Collectors.toMap(EvaluationView::team, EvaluationView::yearlyContacts));
        return new Whole(campaign, all, teams, commune(teams, contacts), contacts);
    }

    private static Optional<CommuneScore> commune(List<TeamResult> teams, Map<TeamId, Integer> contacts) {
        return CommuneScore.of(teams.stream()
                .filter(TeamResult::isAuditFinal)
                .flatMap(team -> Optional.ofNullable(team.auditTotal())
                        .map(total -> new TeamTotal(
                                team.evaluation().teamName(),
                                contacts.getOrDefault(team.evaluation().team(), 0),
                                total))
                        .stream())
                .toList());
    }
}
