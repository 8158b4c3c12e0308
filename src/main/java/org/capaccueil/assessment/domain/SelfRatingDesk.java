package org.capaccueil.assessment.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Anybody of the team rates a criterion at a place; each answer is kept as it is given. */
@Service
@Transactional
public class SelfRatingDesk {

    private final AssessmentDesk desk;
    private final SelfRatings ratings;
    private final Trail trail;
    private final Clock clock;

    SelfRatingDesk(AssessmentDesk desk, SelfRatings ratings, Trail trail, Clock clock) {
        this.desk = desk;
        this.ratings = ratings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps one answer.
     *
     * @param version the version the person saw
     * @param grade null for not rated
     * @throws ChangedMeanwhile when somebody answered something else since
     */
    public void rate(
            Actor actor,
            EvaluationId id,
            String code,
            Place place,
            long version,
            @Nullable Grade grade,
            @Nullable String comment) {
        EvaluationView evaluation = desk.toFill(actor, id);
        Question question = desk.question(evaluation, code);
        if (!question.places().contains(place)) {
            throw new NotFound();
        }
        Scale scale = question.scale();
        ratings.ensure(UUID.randomUUID(), id.value(), code, place.name());
        SelfRating row = ratings.toFill(id.value(), code, place);
        if (row.says(grade, comment)) {
            return;
        }
        if (row.version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un a répondu à « " + code + " · " + place.title()
                            + " » en même temps que vous. Choisissez la version à garder.",
                    differences(row, grade, comment, scale));
        }
        String gradeBefore = words(row.grade(), scale);
        String commentBefore = row.comment();
        row.rate(question, grade, comment, actor.id(), clock.instant());
        String subject = code + " · " + place.title();
        if (!Objects.equals(gradeBefore, words(row.grade(), scale))) {
            trail.record(
                    actor,
                    Event.on(id, subject, "Cotation")
                            .change(gradeBefore, words(row.grade(), scale))
                            .because(grade == null ? null : grade.reason()));
        }
        if (!Objects.equals(commentBefore, row.comment())) {
            trail.record(actor, Event.on(id, subject, "Commentaire").change(commentBefore, row.comment()));
        }
        ratings.flush();
    }

    private static List<Difference> differences(
            SelfRating row, @Nullable Grade grade, @Nullable String comment, Scale scale) {
        List<Difference> differences = new ArrayList<>();
        if (!Objects.equals(row.grade(), grade)) {
            differences.add(new Difference("Cotation", words(row.grade(), scale), words(grade, scale)));
        }
        String saved = row.comment() == null ? "" : row.comment();
        String yours = comment == null ? "" : comment.strip();
        if (!saved.equals(yours)) {
            differences.add(new Difference("Commentaire", saved, yours));
        }
        return differences;
    }

    private static String words(@Nullable Grade grade, Scale scale) {
        if (grade == null) {
            return "Non coté";
        }
        return grade.isNotApplicable() ? "Sans objet : " + grade.reason() : grade.title(scale);
    }
}
