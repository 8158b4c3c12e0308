package org.capaccueil.assessment.domain;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.assessment.domain.RoundProgress.Member;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.FiguresBeside;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** While everybody rates alone: to each their own sheet, and to the lead how far each one is. */
@Service
@Transactional(readOnly = true)
public class IndividualReading {

    private final AssessmentDesk desk;
    private final SelfAssessmentFiles assessments;
    private final IndividualRatings ratings;
    private final AssessmentReading reading;
    private final Standards standards;
    private final Measurements measurements;
    private final Organisation organisation;

    IndividualReading(
            AssessmentDesk desk,
            SelfAssessmentFiles assessments,
            IndividualRatings ratings,
            AssessmentReading reading,
            Standards standards,
            Measurements measurements,
            Organisation organisation) {
        this.desk = desk;
        this.assessments = assessments;
        this.ratings = ratings;
        this.reading = reading;
        this.standards = standards;
        this.measurements = measurements;
        this.organisation = organisation;
    }

    /** The sheet of the person who asks, with nobody else's answers; nothing when no round is open. */
    public Optional<AssessmentSheet> ownSheet(Actor actor, EvaluationId id) {
        EvaluationView evaluation = desk.ofOwnTeam(actor, id);
        if (!isOpen(id)) {
            return Optional.empty();
        }
        List<IndividualRating> own =
                ratings.findByEvaluationIdAndPersonId(id.value(), actor.id().value());
        Standard standard = standards.content(evaluation.standard());
        List<MeasurementView> figures = measurements.of(id);
        return Optional.of(new AssessmentSheet(
                evaluation,
                Status.INDIVIDUAL,
                AssessmentSheet.addressOf(id) + "/individual",
                evaluation.isOpen(),
                false,
                false,
                false,
                desk.leadsOf(evaluation),
                null,
                null,
                null,
                AssessmentSheet.themes(
                        standard,
                        evaluation.scope(),
                        (question, place) -> row(
                                question.criterion().code(),
                                place,
                                FiguresBeside.of(standard, question, place, figures),
                                own),
                        reading.evidence(id)),
                Map.of()));
    }

    private static RatingRow row(String code, Place place, FiguresBeside beside, List<IndividualRating> own) {
        return own.stream()
                .filter(row -> row.isFor(code, place))
                .findFirst()
                .map(row -> new RatingRow(
                        code, place, beside, row.version(), row.grade(), row.comment(), null, null, row.ratedAt()))
                .orElseGet(() -> RatingRow.unanswered(code, place, beside));
    }

    /** For the lead only; nothing when no round is open. */
    public Optional<RoundProgress> progress(Actor actor, EvaluationId id) {
        EvaluationView evaluation = desk.ofOwnTeam(actor, id);
        desk.requireLead(actor, evaluation, "suit et clôt les cotations individuelles");
        if (!isOpen(id)) {
            return Optional.empty();
        }
        Map<PersonId, Long> answered = ratings.findByEvaluationId(id.value()).stream()
                .filter(IndividualRating::isRated)
                .collect(Collectors.groupingBy(IndividualRating::person, Collectors.counting()));
        Set<PersonId> people = new HashSet<>(answered.keySet());
        organisation.inChargeOf(evaluation.team()).members().stream()
                .map(TeamView.MemberView::person)
                .forEach(people::add);
        int expected = desk.expected(evaluation);
        return Optional.of(new RoundProgress(
                evaluation,
                expected,
                organisation.people(people).values().stream()
                        .sorted(Comparator.comparing(PersonView::name, Collator.getInstance(Locale.FRENCH)))
                        .map(person -> new Member(person.name(), answered.getOrDefault(person.id(), 0L), expected))
                        .toList()));
    }

    private boolean isOpen(EvaluationId id) {
        return assessments.findById(id.value()).orElseThrow(NotFound::new).status() == Status.INDIVIDUAL;
    }
}
