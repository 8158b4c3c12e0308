package org.capaccueil.assessment.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.domain.AssessmentSheet.Returned;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.FiguresBeside;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads self-assessments, for their pages and for other rooms. */
@Service
@Transactional(readOnly = true)
public class AssessmentReading implements SelfAssessments {

    private static final Set<Status> IN_THE_TEAMS_HANDS = EnumSet.of(Status.OPEN, Status.INDIVIDUAL, Status.CONSENSUS);
    private static final Set<Status> SUBMITTABLE = EnumSet.of(Status.OPEN, Status.CONSENSUS);

    /** Who typed a rating is for the team alone. */
    private static final String THE_TEAM = "l'équipe";

    private final AssessmentDesk desk;
    private final SelfAssessmentFiles assessments;
    private final SelfRatings ratings;
    private final EvidencePieces pieces;
    private final EvidenceDesk evidence;
    private final Evaluations evaluations;
    private final Standards standards;
    private final Measurements measurements;
    private final Organisation organisation;

    AssessmentReading(
            AssessmentDesk desk,
            SelfAssessmentFiles assessments,
            SelfRatings ratings,
            EvidencePieces pieces,
            EvidenceDesk evidence,
            Evaluations evaluations,
            Standards standards,
            Measurements measurements,
            Organisation organisation) {
        this.desk = desk;
        this.assessments = assessments;
        this.ratings = ratings;
        this.pieces = pieces;
        this.evidence = evidence;
        this.evaluations = evaluations;
        this.standards = standards;
        this.measurements = measurements;
        this.organisation = organisation;
    }

    /** The whole self-assessment as this person may see it. */
    public AssessmentSheet sheet(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        SelfAssessment assessment = assessments.findById(id.value()).orElseThrow(NotFound::new);
        List<SelfRating> rows = ratings.findByEvaluationId(id.value());
        List<SelfAssessments.Evidence> given = evidence(id);
        Standard standard = standards.content(evaluation.standard());
        List<MeasurementView> figures = measurements.of(id);
        Map<PersonId, String> people = names(Stream.of(
                        rows.stream().map(SelfRating::ratedBy),
                        given.stream().map(SelfAssessments.Evidence::addedBy),
                        Stream.of(assessment.submittedBy(), assessment.returnedBy()))
                .flatMap(stream -> stream)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        if (!actor.belongsTo(evaluation.team())) {
            people.replaceAll((person, name) -> person.equals(assessment.returnedBy()) ? name : THE_TEAM);
        }
        boolean theirs = evaluation.isOpen() && actor.belongsTo(evaluation.team());
        Status status = assessment.status();
        return new AssessmentSheet(
                evaluation,
                status,
                AssessmentSheet.addressOf(id),
                theirs && assessment.isOpen(),
                theirs && IN_THE_TEAMS_HANDS.contains(status),
                theirs && SUBMITTABLE.contains(status) && actor.leads(evaluation.team()),
                status == Status.SUBMITTED
                        && evaluation.isOpen()
                        && actor.is(Role.QUALITY_MANAGER)
                        && actor.commune().equals(evaluation.commune()),
                desk.leadsOf(evaluation),
                returned(assessment, people),
                name(assessment.submittedBy(), people),
                assessment.submittedAt(),
                AssessmentSheet.themes(
                        standard,
                        evaluation.scope(),
                        (question, place) -> row(
                                question.criterion().code(),
                                place,
                                FiguresBeside.of(standard, question, place, figures),
                                rows,
                                people),
                        given),
                people);
    }

    private static RatingRow row(
            String code, Place place, FiguresBeside beside, List<SelfRating> rows, Map<PersonId, String> people) {
        return rows.stream()
                .filter(row -> row.isFor(code, place))
                .findFirst()
                .map(row -> new RatingRow(
                        code,
                        place,
                        beside,
                        row.version(),
                        row.grade(),
                        row.comment(),
                        row.agreedReason(),
                        name(row.ratedBy(), people),
                        row.ratedAt()))
                .orElseGet(() -> RatingRow.unanswered(code, place, beside));
    }

    private static @Nullable Returned returned(SelfAssessment assessment, Map<PersonId, String> people) {
        String reason = assessment.returnReason();
        Instant at = assessment.returnedAt();
        String by = name(assessment.returnedBy(), people);
        return reason == null || at == null || by == null ? null : new Returned(reason, by, at);
    }

    private static @Nullable String name(@Nullable PersonId person, Map<PersonId, String> people) {
        return person == null ? null : people.get(person);
    }

    private Map<PersonId, String> names(Collection<PersonId> ids) {
        return organisation.people(ids).values().stream()
                .collect(Collectors.toMap(PersonView::id, PersonView::name, (one, same) -> one, HashMap::new));
    }

    @Override
    public Optional<Summary> summary(EvaluationId id) {
        return assessments.findById(id.value()).map(assessment -> {
            EvaluationView evaluation = evaluations.get(id);
            List<SelfRating> rows = ratings.findByEvaluationId(id.value());
            return new Summary(
                    assessment.status(),
                    (int) rows.stream().filter(SelfRating::isRated).count(),
                    standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                            .mapToInt(question -> question.places().size())
                            .sum(),
                    assessment.submittedBy(),
                    assessment.submittedAt(),
                    Stream.of(
                                    assessment.roundParticipants().stream(),
                                    rows.stream().map(SelfRating::ratedBy).filter(Objects::nonNull),
                                    evidence(id).stream().map(SelfAssessments.Evidence::addedBy))
                            .flatMap(stream -> stream)
                            .distinct()
                            .toList());
        });
    }

    @Override
    public List<Rating> ratings(EvaluationId id) {
        List<SelfRating> rows = ratings.findByEvaluationId(id.value());
        EvaluationView evaluation = evaluations.get(id);
        return standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                .flatMap(question -> question.places().stream().flatMap(place -> rows.stream()
                        .filter(row -> row.isFor(question.criterion().code(), place))
                        .flatMap(row -> Stream.ofNullable(row.grade()).map(grade -> rating(row, grade)))))
                .toList();
    }

    /** Where « sans objet » was agreed on, its reason is in the grade already. */
    private static Rating rating(SelfRating row, Grade grade) {
        String agreed = grade.isNotApplicable() ? null : row.agreedReason();
        return new Rating(row.criterion(), row.place(), grade, row.comment() == null ? agreed : row.comment());
    }

    @Override
    public List<SelfAssessments.Evidence> evidence(EvaluationId id) {
        return pieces.findByEvaluationIdOrderByAddedAt(id.value()).stream()
                .map(piece -> piece.view())
                .toList();
    }

    @Override
    public EvidenceFile evidenceFile(Actor actor, EvaluationId id, UUID piece) {
        return evidence.file(actor, id, piece);
    }

    @Override
    public Map<EvaluationId, List<Rating>> ratingsOf(Collection<EvaluationId> ids) {
        Map<EvaluationId, List<Rating>> found =
                ratings
                        .findByEvaluationIdIn(
                                ids.stream().map(EvaluationId::value).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                SelfRating::evaluation,
                                Collectors.flatMapping(
                                        row -> Stream.ofNullable(row.grade()).map(grade -> rating(row, grade)),
                                        Collectors.toList())));
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, List.of())));
    }
}
