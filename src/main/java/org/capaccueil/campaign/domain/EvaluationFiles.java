package org.capaccueil.campaign.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface EvaluationFiles extends JpaRepository<Evaluation, UUID> {

    List<Evaluation> findByCampaignIdOrderByTeamName(UUID campaignId);

    List<Evaluation> findByTeamIdOrderByOpenedAtDesc(UUID teamId);

    List<Evaluation> findByTeamIdInOrderByOpenedAtDesc(Collection<UUID> teams);

    List<Evaluation> findByCampaignIdInAndAnswersForOrganisationTrue(Collection<UUID> campaigns);

    /** An evaluation and what its campaign is called. */
    record Named(Evaluation evaluation, String campaign) {

        EvaluationView view() {
            return evaluation.view(campaign);
        }
    }

    @Query("select new org.capaccueil.campaign.domain.EvaluationFiles$Named(e, coalesce(c.name, '')) from Evaluation e "
            + "left join Campaign c on c.id = e.campaignId where e.id in :ids")
    List<Named> findNamed(Collection<UUID> ids);

    @Query("select e.id from Evaluation e where e.standardVersionId = :standard")
    List<UUID> findIdsByStandard(UUID standard);

    /** How many evaluations of a campaign are no longer open. */
    record Ended(UUID campaign, long number) {}

    @Query("select new org.capaccueil.campaign.domain.EvaluationFiles$Ended(e.campaignId, count(e)) from Evaluation e "
            + "where e.communeId = :commune and e.status <> :open group by e.campaignId")
    List<Ended> countEnded(UUID commune, EvaluationStatus open);

    /** Stops at the first open one: a campaign of thousands costs what a small one costs. */
    @Query(
            nativeQuery = true,
            value = "select exists (select 1 from evaluation where campaign_id = :campaign and status = 'OPEN')")
    boolean anyOpen(UUID campaign);

    @Query(
            nativeQuery = true,
            value =
                    """
                    select ct.team_id from campaign_team ct
                    where ct.campaign_id = :campaign
                      and not exists (select 1 from evaluation e
                                      where e.campaign_id = ct.campaign_id and e.team_id = ct.team_id)
                    order by ct.team_id
                    limit :most""")
    List<UUID> teamsToOpen(UUID campaign, int most);
}
