package org.capaccueil.assessment.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.assessment.domain.AssessmentSheet.CriterionSheet;
import org.capaccueil.assessment.domain.AssessmentSheet.ThemeSheet;
import org.capaccueil.assessment.domain.ConsensusSheet.Point;
import org.capaccueil.assessment.domain.ConsensusSheet.Remark;
import org.capaccueil.assessment.domain.ConsensusSheet.ThemeTable;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Grade;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts what the members answered alone side by side, for themselves and once nobody can change it any more. */
@Service
@Transactional(readOnly = true)
public class ConsensusReading {

    private final AssessmentDesk desk;
    private final SelfAssessmentFiles assessments;
    private final SelfRatings ratings;
    private final IndividualRatings individual;
    private final AssessmentReading reading;

    ConsensusReading(
            AssessmentDesk desk,
            SelfAssessmentFiles assessments,
            SelfRatings ratings,
            IndividualRatings individual,
            AssessmentReading reading) {
        this.desk = desk;
        this.assessments = assessments;
        this.ratings = ratings;
        this.individual = individual;
        this.reading = reading;
    }

    /** The table of the meeting. */
    public ConsensusSheet sheet(Actor actor, EvaluationId id) {
        return find(actor, id)
                .orElseThrow(() -> new StepNoLongerOpen("La mise en commun n'est pas ouverte : elle commence quand le "
                        + "responsable de l'équipe clôt les cotations individuelles."));
    }

    /** The same, or nothing while no round is closed: before that, nobody sees anybody else's answers. */
    public Optional<ConsensusSheet> find(Actor actor, EvaluationId id) {
        EvaluationView evaluation = desk.ofOwnTeam(actor, id);
        SelfAssessment assessment = assessments.findById(id.value()).orElseThrow(NotFound::new);
        if (!assessment.isRoundHeld()) {
            return Optional.empty();
        }
        AssessmentSheet whole = reading.sheet(actor, id);
        Table table = new Table(
                actor.id(),
                assessment.roundParticipants(),
                individual.findByEvaluationId(id.value()),
                ratings.findByEvaluationId(id.value()));
        return Optional.of(new ConsensusSheet(
                evaluation,
                assessment.status(),
                assessment.status() == Status.CONSENSUS && evaluation.isOpen(),
                whole.returned(),
                whole.submittedBy(),
                whole.submittedAt(),
                assessment.roundParticipants().size(),
                whole.themes().stream().map(table::of).toList()));
    }

    /** All answers of a round, put beside the rows of the team's sheet. */
    private record Table(
            PersonId reader, Set<PersonId> raters, List<IndividualRating> answers, List<SelfRating> agreements) {

        ThemeTable of(ThemeSheet theme) {
            return new ThemeTable(
                    theme.theme(),
                    theme.criteria().stream()
                            .flatMap(sheet -> sheet.ratings().stream().map(row -> point(sheet, row)))
                            .sorted(Comparator.comparing(Point::kind))
                            .toList());
        }

        private Point point(CriterionSheet sheet, RatingRow row) {
            Map<PersonId, IndividualRating> given = answers.stream()
                    .filter(answer -> answer.isFor(row.criterion(), row.place()))
                    .collect(Collectors.toMap(IndividualRating::person, answer -> answer));
            Spread spread = answers.isEmpty() ? keptSpread(row) : spread(given);
            Spread.Kind kind = spread.kind(sheet.scale());
            return new Point(
                    sheet.question(),
                    row.place(),
                    row,
                    spread,
                    kind,
                    spread.apart(sheet.scale()),
                    own(given.get(reader)),
                    remarks(given),
                    kind == Spread.Kind.UNANIMOUS ? shared(given) : null);
        }

        /** Once the answers are deleted, an agreement still says what it was made on. */
        private Spread keptSpread(RatingRow row) {
            return agreements.stream()
                    .filter(agreement -> agreement.isFor(row.criterion(), row.place()))
                    .map(SelfRating::agreedOn)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> Spread.of(List.of()));
        }

        private Spread spread(Map<PersonId, IndividualRating> given) {
            List<@Nullable Grade> grades = new ArrayList<>();
            for (PersonId rater : raters) {
                IndividualRating answer = given.get(rater);
                grades.add(answer == null ? null : answer.grade());
            }
            return Spread.of(grades);
        }

        private @Nullable String own(@Nullable IndividualRating mine) {
            if (answers.isEmpty() || !raters.contains(reader)) {
                return null;
            }
            Grade grade = mine == null ? null : mine.grade();
            return grade == null
                    ? ""
                    : grade.value() == null ? "N" : grade.value().toString();
        }

        /** In the order of the alphabet: neither who wrote first nor who gave which grade can be read from it. */
        private List<Remark> remarks(Map<PersonId, IndividualRating> given) {
            return given.values().stream()
                    .flatMap(answer -> Stream.of(
                                    answer.grade() == null
                                            ? null
                                            : answer.grade().reason(),
                                    answer.comment())
                            .filter(Objects::nonNull)
                            .map(text -> new Remark(text, answer.person().equals(reader))))
                    .sorted(Comparator.comparing(Remark::text))
                    .toList();
        }

        /** Everybody's answer; where it is « sans objet », with all the reasons given for it. */
        private @Nullable Grade shared(Map<PersonId, IndividualRating> given) {
            List<Grade> grades = given.values().stream()
                    .map(IndividualRating::grade)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (grades.isEmpty() || !grades.get(0).isNotApplicable()) {
                return grades.isEmpty() ? null : grades.get(0);
            }
            return Grade.notApplicable(grades.stream()
                    .map(Grade::reason)
                    .filter(Objects::nonNull)
                    .sorted()
                    .collect(Collectors.joining(" ; ")));
        }
    }
}
