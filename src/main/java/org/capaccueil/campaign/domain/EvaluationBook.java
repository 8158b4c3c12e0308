package org.capaccueil.campaign.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignFrame;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.Visitors;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers other rooms about evaluations, and follows the process from phase to phase. */
@Service
@Transactional
public class EvaluationBook implements Evaluations {

    private final EvaluationFiles evaluations;
    private final Campaigns campaigns;
    private final Organisation organisation;
    private final ObjectProvider<Visitors> visitors;
    private final EvaluationPoints points;
    private final Trail trail;
    private final Clock clock;

    EvaluationBook(
            EvaluationFiles evaluations,
            Campaigns campaigns,
            Organisation organisation,
            ObjectProvider<Visitors> visitors,
            EvaluationPoints points,
            Trail trail,
            Clock clock) {
        this.evaluations = evaluations;
        this.campaigns = campaigns;
        this.organisation = organisation;
        this.visitors = visitors;
        this.points = points;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public EvaluationView get(EvaluationId id) {
        return view(evaluation(id));
    }

    @Override
    @Transactional(readOnly = true)
    public EvaluationView visibleTo(Actor actor, EvaluationId id) {
        EvaluationView evaluation = get(id);
        boolean atHome = evaluation.commune().equals(actor.commune())
                && (actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP) || actor.belongsTo(evaluation.team()));
        if (atHome || visitors.stream().anyMatch(room -> room.mayVisit(actor.id(), id))) {
            return evaluation;
        }
        throw new NotFound();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<EvaluationId, EvaluationView> byIds(Collection<EvaluationId> ids) {
        List<UUID> keys = ids.stream().map(EvaluationId::value).toList();
        return evaluations.findNamed(keys).stream()
                .map(EvaluationFiles.Named::view)
                .collect(Collectors.toMap(EvaluationView::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<EvaluationView> ofCampaign(CampaignId campaign) {
        return views(evaluations.findByCampaignIdOrderByTeamName(campaign.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<EvaluationView> ofTeam(TeamId team) {
        return views(evaluations.findByTeamIdOrderByOpenedAtDesc(team.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TeamId, List<EvaluationView>> ofTeams(Collection<TeamId> teams) {
        List<UUID> keys = teams.stream().map(TeamId::value).toList();
        return views(evaluations.findByTeamIdInOrderByOpenedAtDesc(keys)).stream()
                .collect(Collectors.groupingBy(EvaluationView::team));
    }

    @Override
    @Transactional(readOnly = true)
    public List<EvaluationView> openInHandsOf(TeamId team) {
        List<UUID> keys =
                organisation.inHandsOf(team).stream().map(TeamId::value).toList();
        return views(evaluations.findByTeamIdInOrderByOpenedAtDesc(keys)).stream()
                .filter(EvaluationView::isOpen)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CampaignId, EvaluationView> answeringForOrganisation(Collection<CampaignId> campaigns) {
        List<UUID> keys = campaigns.stream().map(CampaignId::value).toList();
        Map<CampaignId, EvaluationView> answering = new HashMap<>();
        views(evaluations.findByCampaignIdInAndAnswersForOrganisationTrue(keys)).stream()
                .collect(Collectors.groupingBy(EvaluationView::campaign))
                .forEach((campaign, all) -> answering(all).ifPresent(one -> answering.put(campaign, one)));
        return answering;
    }

    private static Optional<EvaluationView> answering(List<EvaluationView> all) {
        List<EvaluationView> going = all.stream()
                .filter(evaluation -> evaluation.status() != EvaluationStatus.CANCELLED)
                .toList();
        if (going.isEmpty()) {
            return all.stream().max(Comparator.comparing(EvaluationView::closedAt));
        }
        // before it was rated once, every team answered it: then each keeps its own
        return going.size() == 1 ? Optional.of(going.get(0)) : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<EvaluationId, List<TeamView.PointView>> points(Collection<EvaluationId> ids) {
        return points.of(ids);
    }

    @Override
    @Transactional(readOnly = true)
    public CampaignView campaign(CampaignId id) {
        return campaigns.findById(id.value()).orElseThrow(NotFound::new).view();
    }

    @Override
    @Transactional(readOnly = true)
    public CampaignFrame frame(CampaignId id) {
        return campaigns.findById(id.value()).orElseThrow(NotFound::new).frame();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CampaignView> campaignsOf(CommuneId commune) {
        return campaigns.findByCommuneIdOrderByPeriodStartDescNameAsc(commune.value()).stream()
                .map(Campaign::view)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CampaignView> campaignsSeenBy(Actor actor) {
        return campaignsOf(actor.commune()).stream()
                .filter(campaign -> CampaignSight.maySee(actor, campaign))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public String nameOf(UUID businessKey) {
        return evaluations
                .findById(businessKey)
                .map(evaluation -> evaluation.view("").teamName())
                .or(() -> campaigns.findById(businessKey).map(campaign -> campaign.frame()
                        .name()))
                .orElse("–");
    }

    @Override
    public void enter(EvaluationId id, Phase phase) {
        evaluation(id).enter(phase);
    }

    /** The process has passed the last phase. */
    public void close(EvaluationId id) {
        Evaluation evaluation = evaluation(id);
        evaluation.close(clock.instant());
        trail.recordBySystem(Event.on(id, view(evaluation).teamName(), "Évaluation close"));
    }

    private Evaluation evaluation(EvaluationId id) {
        return evaluations.findById(id.value()).orElseThrow(NotFound::new);
    }

    private EvaluationView view(Evaluation evaluation) {
        return evaluation.view(frame(new CampaignId(evaluation.campaignId())).name());
    }

    private List<EvaluationView> views(List<Evaluation> found) {
        Map<UUID, String> names =
                campaigns
                        .findAllById(found.stream()
                                .map(Evaluation::campaignId)
                                .distinct()
                                .toList())
                        .stream()
                        .map(Campaign::frame)
                        .collect(Collectors.toMap(campaign -> campaign.id().value(), CampaignFrame::name));
        return found.stream()
                .map(evaluation -> evaluation.view(names.getOrDefault(evaluation.campaignId(), "")))
                .toList();
    }
}
