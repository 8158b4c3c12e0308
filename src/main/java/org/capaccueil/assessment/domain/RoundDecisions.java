package org.capaccueil.assessment.domain;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lead has every member rate alone first, and later closes that round so that they agree, or gives it up. */
@Service
@Transactional
public class RoundDecisions {

    private static final String SUBJECT = "Cotations individuelles";

    private final AssessmentDesk desk;
    private final SelfAssessmentFiles assessments;
    private final SelfRatings ratings;
    private final IndividualRatings individual;
    private final Organisation organisation;
    private final AssessmentProcess process;
    private final Trail trail;
    private final Clock clock;

    RoundDecisions(
            AssessmentDesk desk,
            SelfAssessmentFiles assessments,
            SelfRatings ratings,
            IndividualRatings individual,
            Organisation organisation,
            AssessmentProcess process,
            Trail trail,
            Clock clock) {
        this.desk = desk;
        this.assessments = assessments;
        this.ratings = ratings;
        this.individual = individual;
        this.organisation = organisation;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens the round, while nobody's answer can have led another's. */
    public void open(Actor actor, EvaluationId id) {
        EvaluationView evaluation = desk.toDecide(actor, id);
        desk.requireLead(actor, evaluation, "choisit comment l'équipe cote");
        held(id).openRound(
                        organisation.inChargeOf(evaluation.team()).members().size(),
                        ratings.findByEvaluationId(id.value()).stream().anyMatch(SelfRating::isTouched),
                        clock.instant());
        trail.record(actor.asLeadOf(evaluation.team()), Event.on(id, SUBJECT, "Chacun cote seul d'abord"));
        process.roundOpened(id, actor);
    }

    /** Gives the round up: what was answered alone is deleted unread, and the team rates together. */
    public void giveUp(Actor actor, EvaluationId id, String reason) {
        EvaluationView evaluation = desk.toDecide(actor, id);
        desk.requireLead(actor, evaluation, "décide d'abandonner les cotations individuelles");
        held(id).giveRoundUp(reason);
        individual.forget(id.value());
        trail.record(
                actor.asLeadOf(evaluation.team()),
                Event.on(id, SUBJECT, "Cotations individuelles abandonnées").because(reason.strip()));
        process.roundGivenUp(id, actor);
    }

    /** Closes the round: what was answered no longer changes, and the members see it. */
    public void close(Actor actor, EvaluationId id) {
        EvaluationView evaluation = desk.toDecide(actor, id);
        desk.requireLead(actor, evaluation, "clôt les cotations individuelles");
        SelfAssessment assessment = held(id);
        Set<PersonId> raters = individual.findByEvaluationId(id.value()).stream()
                .filter(IndividualRating::isRated)
                .map(IndividualRating::person)
                .collect(Collectors.toSet());
        assessment.closeRound(raters, clock.instant());
        trail.record(
                actor.asLeadOf(evaluation.team()),
                Event.on(id, SUBJECT, "Cotations individuelles closes")
                        .change(null, "Membres qui ont répondu : " + raters.size()));
        process.roundClosed(id, actor);
    }

    private SelfAssessment held(EvaluationId id) {
        return assessments.toDecide(id.value()).orElseThrow(NotFound::new);
    }
}
