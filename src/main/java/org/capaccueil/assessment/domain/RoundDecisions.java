package org.capaccueil.assessment.domain;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** The lead has every member rate alone first, and later closes that round so that they compare and agree. */
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

    /** Opens the round. The few answers already on the team's sheet become those of whoever gave them. */
    public void open(Actor actor, EvaluationId id) {
        EvaluationView evaluation = desk.toDecide(actor, id);
        desk.requireLead(actor, evaluation, "choisit comment l'équipe cote");
        SelfAssessment assessment = held(id);
        List<SelfRating> given = ratings.findByEvaluationId(id.value());
        int rated = (int) given.stream().filter(SelfRating::isRated).count();
        assessment.openRound(
                organisation.team(evaluation.team()).members().size(),
                rated,
                desk.expected(evaluation),
                clock.instant());
        given.forEach(row -> handBack(row, evaluation));
        trail.record(
                actor,
                Event.on(id, SUBJECT, "Chacun cote seul d'abord")
                        .change(null, rated == 0 ? null : "Réponses rendues à leurs auteurs : " + rated));
        process.roundOpened(id, actor);
    }

    private void handBack(SelfRating row, EvaluationView evaluation) {
        PersonId author = row.ratedBy();
        if (author != null) {
            UUID id = row.evaluation().value();
            individual.ensure(
                    UUID.randomUUID(), id, row.criterion(), row.place().name(), author.value());
            individual
                    .toFill(id, row.criterion(), row.place(), author.value())
                    .rate(desk.question(evaluation, row.criterion()), row.grade(), row.comment(), clock.instant());
            row.clear();
        }
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
                actor,
                Event.on(id, SUBJECT, "Cotations individuelles closes")
                        .change(null, "Membres qui ont répondu : " + raters.size()));
        process.roundClosed(id, actor);
    }

    private SelfAssessment held(EvaluationId id) {
        return assessments.toDecide(id.value()).orElseThrow(NotFound::new);
    }
}
