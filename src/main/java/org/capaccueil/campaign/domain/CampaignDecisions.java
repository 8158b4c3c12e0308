package org.capaccueil.campaign.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.capaccueil.campaign.Auditing;
import org.capaccueil.campaign.EvaluationCancelled;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.survey.Surveys;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide in a running campaign: more time, cancelling, reviewing and signing the results. */
@Service
@Transactional
public class CampaignDecisions {

    private static final String SENT_BACK = "Résultats renvoyés";

    private final Campaigns campaigns;
    private final EvaluationFiles evaluations;
    private final Evaluations book;
    private final Organisation organisation;
    private final ObjectProvider<Auditing> auditing;
    private final Surveys surveys;
    private final CampaignProcess process;
    private final Trail trail;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    CampaignDecisions(
            Campaigns campaigns,
            EvaluationFiles evaluations,
            Evaluations book,
            Organisation organisation,
            ObjectProvider<Auditing> auditing,
            Surveys surveys,
            CampaignProcess process,
            Trail trail,
            ApplicationEventPublisher news,
            Clock clock) {
        this.campaigns = campaigns;
        this.evaluations = evaluations;
        this.book = book;
        this.organisation = organisation;
        this.auditing = auditing;
        this.surveys = surveys;
        this.process = process;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** Gives one team more time for a phase. */
    public void extend(Actor actor, EvaluationId id, Phase phase, LocalDate day, String reason) {
        Evaluation evaluation = ownEvaluation(actor, id);
        requireReason(reason);
        LocalDate before = evaluation.view("").deadlines().of(phase);
        evaluation.extend(phase, day);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(id, "Échéance · " + phase.title(), "Échéance repoussée")
                        .change(PublicTime.inWords(before), PublicTime.inWords(day))
                        .because(reason));
        process.deadlineMoved(id, phase, day);
    }

    /** Gives every team that is not past the phase more time. */
    public void extendAll(Actor actor, CampaignId id, Phase phase, LocalDate day, String reason) {
        Campaign campaign = own(actor, id, Role.QUALITY_MANAGER);
        requireReason(reason);
        LocalDate before = campaign.view().deadlines().of(phase);
        campaign.extend(phase, day);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(id, "Échéance · " + phase.title(), "Échéance repoussée pour toutes les équipes")
                        .change(PublicTime.inWords(before), PublicTime.inWords(day))
                        .because(reason));
        process.campaignDeadlineMoved(campaign.view());
        for (Evaluation evaluation : evaluations.findByCampaignIdOrderByTeamName(id.value())) {
            EvaluationView view = evaluation.view("");
            if (view.isOpen()
                    && view.phase().compareTo(phase) <= 0
                    && day.isAfter(view.deadlines().of(phase))) {
                extend(actor, view.id(), phase, day, reason);
            }
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi l'échéance est repoussée : les équipes le liront.");
        }
    }

    public void cancelEvaluation(Actor actor, EvaluationId id, String reason) {
        Evaluation evaluation = ownEvaluation(actor, id);
        cancel(actor, evaluation, reason);
        handOver(actor, evaluation.view(""));
    }

    private void cancel(Actor actor, Evaluation evaluation, String reason) {
        evaluation.cancel(reason, clock.instant());
        EvaluationView view = evaluation.view("");
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(view.id(), view.teamName(), "Évaluation annulée").because(reason));
        process.evaluationCancelled(view.id());
        news.publishEvent(new EvaluationCancelled(view.id()));
    }

    /**
     * Stops an evaluation because its team is no more.
     *
     * @param answersNext who answers for the organisation from now on, null where this one did not
     */
    void stop(Actor actor, EvaluationId id, String reason, @Nullable EvaluationId answersNext) {
        Evaluation evaluation = ownEvaluation(actor, id);
        cancel(actor, evaluation, reason);
        if (answersNext != null) {
            answerFrom(actor, ownEvaluation(actor, answersNext), evaluation.view(""));
        }
    }

    /** Those that can still answer for the organisation, the least advanced first. */
    List<EvaluationView> couldAnswerInstead(EvaluationView leaving) {
        return candidates(leaving).map(evaluation -> evaluation.view("")).toList();
    }

    private Stream<Evaluation> candidates(EvaluationView leaving) {
        return evaluations.findByCampaignIdOrderByTeamName(leaving.campaign().value()).stream()
                .filter(other -> !other.view("").id().equals(leaving.id()))
                .filter(other ->
                        other.view("").isOpen() && other.view("").phase().compareTo(Phase.SELF_ASSESSMENT) <= 0)
                .sorted(Comparator.comparing(other -> other.view("").phase()));
    }

    /** What is rated once for the organisation must not go with the team that answered it, unless it is audited already. */
    private void handOver(Actor actor, EvaluationView cancelled) {
        if (!cancelled.answersForOrganisation() || cancelled.phase().compareTo(Phase.AUDIT) > 0) {
            return;
        }
        candidates(cancelled).findFirst().ifPresent(next -> answerFrom(actor, next, cancelled));
    }

    private void answerFrom(Actor actor, Evaluation next, EvaluationView cancelled) {
        next.answerForOrganisation();
        EvaluationView view = next.view("");
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(view.id(), view.teamName(), "Répond désormais pour l'organisation")
                        .because("L'évaluation de l'équipe « " + cancelled.teamName() + " » est annulée"));
    }

    public void cancelCampaign(Actor actor, CampaignId id, String reason) {
        Campaign campaign = own(actor, id, Role.QUALITY_MANAGER);
        campaign.cancel(reason);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(id, campaign.view().name(), "Campagne annulée").because(reason));
        process.campaignCancelled(id);
        campaign.survey().ifPresent(surveys::close);
        List<Evaluation> open = evaluations.findByCampaignIdOrderByTeamName(id.value()).stream()
                .filter(evaluation -> evaluation.view("").isOpen())
                .toList();
        for (Evaluation evaluation : open) {
            cancel(actor, evaluation, reason);
        }
    }

    public void review(Actor actor, CampaignId id, String note) {
        Campaign campaign = toDecide(actor, id, Role.QUALITY_MANAGER);
        campaign.review(actor.id(), note.isBlank() ? null : note.strip());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(id, campaign.view().name(), "Résultats relus").because(note.isBlank() ? null : note.strip()));
        process.reviewed(id, actor);
    }

    public void sign(Actor actor, CampaignId id) {
        Campaign campaign = toDecide(actor, id, Role.LEADERSHIP);
        Acting acting = actor.as(Role.LEADERSHIP);
        acting.hold(campaign::requireSignatureBy);
        PersonView signer = organisation.person(actor.id());
        String capacity = acting.capacity(signer.capacity());
        campaign.sign(actor.id(), signer.name(), capacity, clock.instant());
        trail.record(
                acting,
                Event.on(id, campaign.view().name(), "Résultats signés").change(null, signer.name() + ", " + capacity));
        process.signed(id, actor);
    }

    public void sendBack(Actor actor, CampaignId id, String reason) {
        Campaign campaign = toDecide(actor, id, Role.LEADERSHIP);
        Acting acting = actor.as(Role.LEADERSHIP);
        acting.hold(campaign::requireSignatureBy);
        campaign.sendBack(actor.id(), reason);
        trail.record(acting, Event.on(id, campaign.view().name(), SENT_BACK).because(reason));
        process.sentBack(id, actor);
    }

    @Transactional(readOnly = true)
    public CampaignSignature signature(CampaignId id) {
        return campaigns.findById(id.value()).orElseThrow(NotFound::new).signature();
    }

    /** Why leadership last sent the results back, with who and when; the trail is where that is kept. */
    @Transactional(readOnly = true)
    public Optional<Trail.Line> lastSendBack(CampaignId id) {
        return trail.of(id).stream()
                .filter(line -> line.action().equals(SENT_BACK))
                .reduce((first, second) -> second);
    }

    private Campaign toDecide(Actor actor, CampaignId id, Role role) {
        Campaign campaign = own(actor, id, role);
        List<EvaluationId> teams = evaluations.findByCampaignIdOrderByTeamName(id.value()).stream()
                .map(evaluation -> evaluation.view("").id())
                .toList();
        actor.as(role)
                .hold(person -> ResultDuty.AUDITOR_DOES_NOT_DECIDE.refuse(
                        auditing.stream().anyMatch(room -> room.hasAudited(person, teams))));
        return campaign;
    }

    private Campaign own(Actor actor, CampaignId id, Role role) {
        Campaign campaign = campaigns.findById(id.value()).orElseThrow(NotFound::new);
        CampaignSight.require(actor, campaign.view(), role);
        return campaign;
    }

    private Evaluation ownEvaluation(Actor actor, EvaluationId id) {
        CommuneId commune = book.visibleTo(actor, id).commune();
        actor.require(Role.QUALITY_MANAGER, commune);
        return evaluations.findById(id.value()).orElseThrow(NotFound::new);
    }
}
