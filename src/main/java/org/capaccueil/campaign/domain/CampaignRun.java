package org.capaccueil.campaign.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignPublished;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.survey.Surveys;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does on its own in a campaign's life: open the teams, consolidate, publish, prepare the next cycle. */
@Service
@Transactional
public class CampaignRun {

    /** Larger chunks make one transaction too long, smaller ones too many; see the launch benchmark. */
    private static final int TEAMS_A_CHUNK = 100;

    /** What is left after a chunk, and with that the way the process goes on. */
    public enum Opening {
        MORE,
        DONE,
        /** Every evaluation was closed or cancelled before the last one was opened. */
        ALL_CLOSED
    }

    private final Campaigns campaigns;
    private final EvaluationFiles evaluations;
    private final EvaluationPoints points;
    private final Organisation organisation;
    private final Standards standards;
    private final Surveys surveys;
    private final CampaignProcess process;
    private final Trail trail;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    CampaignRun(
            Campaigns campaigns,
            EvaluationFiles evaluations,
            EvaluationPoints points,
            Organisation organisation,
            Standards standards,
            Surveys surveys,
            CampaignProcess process,
            Trail trail,
            ApplicationEventPublisher news,
            Clock clock) {
        this.campaigns = campaigns;
        this.evaluations = evaluations;
        this.points = points;
        this.organisation = organisation;
        this.standards = standards;
        this.surveys = surveys;
        this.process = process;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isSurveyPlanned(CampaignId id) {
        return campaigns
                .findById(id.value())
                .orElseThrow(NotFound::new)
                .surveyTo(PublicTime.today(clock))
                .isPresent();
    }

    /** Asks the residents of the campaign's teams until the day that was planned. Done again it opens no second survey. */
    public void openSurvey(CampaignId id) {
        Campaign campaign = lock(id);
        LocalDate today = PublicTime.today(clock);
        campaign.surveyTo(today).ifPresent(lastDay -> {
            CampaignView view = campaign.view();
            campaign.surveyOpened(surveys.open(view.commune(), view.name(), view.teams(), today, lastDay));
            trail.recordBySystem(Event.on(id, view.name(), "Enquête auprès des usagers ouverte")
                    .change(null, "jusqu'au " + PublicTime.inWords(lastDay)));
        });
    }

    /**
     * Opens the next teams: their evaluations and their processes in one transaction. Killed in the middle it leaves
     * nothing; done again it opens only what is still missing.
     */
    public Opening openNextTeams(CampaignId id) {
        Campaign campaign = lock(id);
        CampaignView view = campaign.view();
        List<UUID> missing = evaluations.teamsToOpen(id.value(), TEAMS_A_CHUNK + 1);
        List<TeamId> chunk =
                missing.stream().limit(TEAMS_A_CHUNK).map(TeamId::new).toList();
        Map<TeamId, TeamView> teams = organisation.teams(chunk);
        List<Evaluation> opened =
                teams.values().stream().map(team -> open(view, team)).toList();
        evaluations.saveAllAndFlush(opened);
        points.keep(opened.stream()
                .map(evaluation -> evaluation.view(""))
                .collect(Collectors.toMap(EvaluationView::id, evaluation -> teams.get(evaluation.team())
                        .points())));
        opened.stream().map(evaluation -> evaluation.view(view.name())).forEach(this::started);
        if (missing.size() > TEAMS_A_CHUNK) {
            return Opening.MORE;
        }
        campaign.allTeamsOpened();
        evaluations.flush();
        return evaluations.anyOpen(id.value()) ? Opening.DONE : Opening.ALL_CLOSED;
    }

    private Evaluation open(CampaignView campaign, TeamView team) {
        boolean forOrganisation = team.id().equals(campaign.organisationTeam());
        return new Evaluation(EvaluationId.random(), campaign, team, forOrganisation, clock.instant());
    }

    private void started(EvaluationView evaluation) {
        trail.recordBySystem(Event.on(evaluation.id(), evaluation.teamName(), "Évaluation ouverte"));
        process.evaluationOpened(evaluation);
    }

    /**
     * An evaluation has ended: when it was the last one, the campaign goes on. Runs in a transaction of its own after the
     * end itself, and holds the campaign's row, so that of two that end at once one surely sees none open.
     */
    public void evaluationEnded(EvaluationId id) {
        Evaluation evaluation = evaluations.findById(id.value()).orElseThrow(NotFound::new);
        CampaignId campaignId = new CampaignId(evaluation.campaignId());
        Campaign campaign = lock(campaignId);
        boolean stillOpening = campaign.frame().status() == CampaignStatus.OPENING;
        if (!stillOpening && !evaluations.anyOpen(campaignId.value())) {
            process.allEvaluationsClosed(campaignId);
        }
    }

    public void consolidate(CampaignId id) {
        Campaign campaign = lock(id);
        campaign.consolidate();
        trail.recordBySystem(Event.on(id, campaign.view().name(), "Consolidation ouverte"));
    }

    public void publish(CampaignId id) {
        Campaign campaign = lock(id);
        campaign.publish();
        trail.recordBySystem(Event.on(id, campaign.view().name(), "Résultats publiés"));
        campaigns.flush();
        news.publishEvent(new CampaignPublished(id));
    }

    @Transactional(readOnly = true)
    public boolean isRecurring(CampaignId id) {
        return campaigns.findById(id.value()).orElseThrow(NotFound::new).isRecurring();
    }

    /**
     * Prepares the next cycle as a draft, on the newest version of the standard; launching it stays a quality manager's
     * decision. Where every version is withdrawn it names the one used until now, and cannot be launched on it.
     */
    public void prepareNextCycle(CampaignId id) {
        Campaign campaign = lock(id);
        CampaignId nextId = CampaignId.random();
        StandardVersionView used = standards.version(campaign.view().standard());
        StandardVersionView proposed =
                standards.newest(campaign.view().commune(), used.id()).orElse(used);
        Campaign next = campaign.nextCycle(nextId, NextName.after(campaign.view()), proposed.id());
        leaveClosedTeamsOut(next);
        campaigns.saveAndFlush(next);
        trail.recordBySystem(Event.on(nextId, next.view().name(), "Cycle suivant préparé")
                .because("Récurrence de la campagne « " + campaign.view().name() + " », sur le référentiel « "
                        + proposed.fullTitle() + " »"
                        + (proposed.published() ? "" : ", retiré depuis : choisissez-en un autre avant de la lancer")));
    }

    private void leaveClosedTeamsOut(Campaign next) {
        organisation.teams(next.view().teams()).values().stream()
                .filter(team -> !team.active())
                .forEach(team -> {
                    TeamView inCharge = organisation.inChargeOf(team.id());
                    next.replaceTeam(team.id(), inCharge.active() ? inCharge.id() : null);
                });
    }

    private Campaign lock(CampaignId id) {
        return campaigns.lock(id.value()).orElseThrow(NotFound::new);
    }
}
