package org.capaccueil.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.TeamId;

/** What the rooms of the phases may ask and tell about a team's evaluation. */
public interface Evaluations {

    /** The evaluation, for the process and for use cases that have checked the actor already. */
    EvaluationView get(EvaluationId id);

    /**
     * The evaluation, if this person has anything to do with it: the team's own people, the commune's quality managers
     * and leadership, and the auditor given to it. To others it does not exist.
     */
    EvaluationView visibleTo(Actor actor, EvaluationId id);

    Map<EvaluationId, EvaluationView> byIds(Collection<EvaluationId> ids);

    /** All evaluations of a campaign, by team name. */
    List<EvaluationView> ofCampaign(CampaignId campaign);

    /** All evaluations of a team, newest first. */
    List<EvaluationView> ofTeam(TeamId team);

    /**
     * The evaluation that answers for the organisation, by campaign. Where it was cancelled and no other took its place it
     * is still that one: what its audit had concluded by then counts.
     */
    Map<CampaignId, EvaluationView> answeringForOrganisation(Collection<CampaignId> campaigns);

    /** All evaluations of some teams, newest first; a team without one is absent. */
    Map<TeamId, List<EvaluationView>> ofTeams(Collection<TeamId> teams);

    /** Those of a team, and of the teams merged into it, that have not ended, newest first: what its people see to. */
    List<EvaluationView> openInHandsOf(TeamId team);

    /** Where the teams received when their evaluations opened, and what opened since and was taken in. */
    Map<EvaluationId, List<TeamView.PointView>> points(Collection<EvaluationId> evaluations);

    CampaignView campaign(CampaignId id);

    /** The campaign without its teams: for whatever is done for one team. */
    CampaignFrame frame(CampaignId id);

    /** The commune's campaigns, newest period first. */
    List<CampaignView> campaignsOf(CommuneId commune);

    /** Those of the commune's campaigns this person may see, newest period first. */
    List<CampaignView> campaignsSeenBy(Actor actor);

    /** The team or campaign a process belongs to, for operators; a dash when it is neither. */
    String nameOf(UUID businessKey);

    /** The process enters a phase; nobody decides it. */
    void enter(EvaluationId id, Phase phase);
}
