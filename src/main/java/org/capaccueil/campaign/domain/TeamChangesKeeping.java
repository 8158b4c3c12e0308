package org.capaccueil.campaign.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.ChannelsTakenIn;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standards;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TeamChangesKeeping implements TeamChanges {

    private static final String CHANGES =
            """
            select c.evaluation_id, e.team_name, c.happened_on, c.what, c.reason, c.recorder, c.recorded_at, c.related_id
            from evaluation_change c join evaluation e on e.id = c.evaluation_id
            where c.%s = ? order by c.happened_on, c.id""";

    private final EvaluationFiles evaluations;
    private final Campaigns campaigns;
    private final CampaignDecisions decisions;
    private final Organisation organisation;
    private final Standards standards;
    private final EvaluationPoints points;
    private final ApplicationEventPublisher news;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    TeamChangesKeeping(
            EvaluationFiles evaluations,
            Campaigns campaigns,
            CampaignDecisions decisions,
            Organisation organisation,
            Standards standards,
            EvaluationPoints points,
            ApplicationEventPublisher news,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.evaluations = evaluations;
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.organisation = organisation;
        this.standards = standards;
        this.points = points;
        this.news = news;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> of(EvaluationId evaluation) {
        return changes("evaluation_id", evaluation.value());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> of(CampaignId campaign) {
        return changes("campaign_id", campaign.value());
    }

    private List<Change> changes(String column, UUID id) {
        return jdbc.sql(CHANGES.formatted(column))
                .param(id)
                .query((row, n) -> {
                    UUID related = row.getObject("related_id", UUID.class);
                    return new Change(
                            new EvaluationId(row.getObject("evaluation_id", UUID.class)),
                            row.getString("team_name"),
                            row.getObject("happened_on", LocalDate.class),
                            row.getString("what"),
                            row.getString("reason"),
                            row.getString("recorder"),
                            row.getTimestamp("recorded_at").toInstant(),
                            related == null ? null : new EvaluationId(related));
                })
                .list();
    }

    @Override
    public void note(
            Actor actor, EvaluationId id, LocalDate on, String what, String reason, @Nullable EvaluationId related) {
        EvaluationView evaluation = own(actor, id).view("");
        jdbc.sql(
                        """
                insert into evaluation_change (evaluation_id, campaign_id, happened_on, recorded_at, recorded_by, recorder,
                                               what, reason, related_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id.value())
                .param(evaluation.campaign().value())
                .param(on)
                .param(Timestamp.from(clock.instant()))
                .param(actor.id().value())
                .param(actor.name())
                .param(what)
                .param(reason)
                .param(related == null ? null : related.value())
                .update();
        trail.record(
                actor,
                Event.on(id, evaluation.teamName(), "Réorganisation")
                        .change(null, what)
                        .because(reason.isEmpty() ? null : reason));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mustHandOn(EvaluationView evaluation) {
        return evaluation.answersForOrganisation()
                && evaluation.phase().compareTo(Phase.AUDIT) <= 0
                && standards.content(evaluation.standard()).criteria().stream()
                        .anyMatch(criterion -> criterion.scope() == Criterion.Scope.ORGANISATION);
    }

    @Override
    @Transactional(readOnly = true)
    public List<EvaluationView> couldAnswerInstead(EvaluationView evaluation) {
        return decisions.couldAnswerInstead(evaluation);
    }

    @Override
    public void stop(Actor actor, EvaluationId id, String reason, @Nullable EvaluationId answersNext) {
        EvaluationView evaluation = own(actor, id).view("");
        if (evaluation.phase() == Phase.FOLLOW_UP) {
            throw new BusinessRefusal(
                    "Le plan d'action de l'équipe « " + evaluation.teamName()
                            + " » est signé : ses actions se suivent jusqu'au bout. Choisissez de mener l'évaluation à son terme.");
        }
        if (!mustHandOn(evaluation)) {
            decisions.stop(actor, id, reason, null);
            return;
        }
        List<EvaluationId> possible =
                couldAnswerInstead(evaluation).stream().map(EvaluationView::id).toList();
        if (possible.isEmpty()) {
            throw new BusinessRefusal(
                    "L'équipe « " + evaluation.teamName() + " » répond pour toute l'organisation et aucune "
                            + "autre équipe de la campagne ne peut encore reprendre ses réponses. Choisissez de mener son évaluation à "
                            + "son terme.");
        }
        if (answersNext == null || !possible.contains(answersNext)) {
            throw new BusinessRefusal("Choisissez l'équipe qui répondra pour toute l'organisation à la place de « "
                    + evaluation.teamName() + " ».");
        }
        decisions.stop(actor, id, reason, answersNext);
    }

    @Override
    public void weighForBoth(Actor actor, EvaluationId stays, EvaluationId stopped) {
        own(actor, stays).weighAlsoFor(own(actor, stopped));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> inPreparation(TeamId team) {
        return drafts(team).stream().map(campaign -> campaign.frame().name()).toList();
    }

    private List<Campaign> drafts(TeamId team) {
        return campaigns.withTeam(CampaignStatus.DRAFT, team.value());
    }

    @Override
    public void leavePreparation(Actor actor, TeamId team, @Nullable TeamId successor, String reason) {
        List<Campaign> drafts = drafts(team);
        String name = organisation.team(team).name();
        String after = successor == null ? null : organisation.team(successor).name();
        for (Campaign campaign : drafts) {
            campaign.replaceTeam(team, successor);
            trail.record(
                    actor,
                    Event.on(campaign.frame().id(), campaign.frame().name(), "Équipe retirée de la campagne")
                            .change(name, after)
                            .because(reason));
        }
    }

    @Override
    public void takeIn(Actor actor, EvaluationId id, PointView point, String because) {
        Evaluation evaluation = own(actor, id);
        Set<Channel> added = evaluation.takeIn(point.channels());
        points.add(id, point);
        if (!added.isEmpty()) {
            news.publishEvent(new ChannelsTakenIn(id, added, because));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public void requireNotOpening(TeamId team) {
        campaigns.withTeam(CampaignStatus.OPENING, team.value()).stream()
                .findFirst()
                .ifPresent(campaign -> {
                    throw new BusinessRefusal(
                            "La campagne « " + campaign.frame().name()
                                    + " » ouvre ses évaluations en ce moment. Recommencez dans une minute.");
                });
    }

    private Evaluation own(Actor actor, EvaluationId id) {
        return evaluations
                .findById(id.value())
                .filter(found -> found.view("").commune().equals(actor.commune()))
                .orElseThrow(NotFound::new);
    }
}
