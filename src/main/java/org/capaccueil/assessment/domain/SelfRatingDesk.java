package org.capaccueil.assessment.domain;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
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
        Question question = desk.questionAt(evaluation, code, place);
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
                    AnswerRules.differences(row.grade(), grade, "Commentaire", row.comment(), comment, scale));
        }
        String gradeBefore = AnswerRules.words(row.grade(), scale);
        String commentBefore = row.comment();
        row.rate(question, grade, comment, actor.id(), clock.instant());
        String subject = code + " · " + place.title();
        if (!Objects.equals(gradeBefore, AnswerRules.words(row.grade(), scale))) {
            trail.record(
                    actor.asMemberOf(evaluation.team()),
                    Event.on(id, subject, "Cotation")
                            .change(gradeBefore, AnswerRules.words(row.grade(), scale))
                            .because(grade == null ? null : grade.reason())
                            .namelessOutside());
        }
        if (!Objects.equals(commentBefore, row.comment())) {
            trail.record(
                    actor.asMemberOf(evaluation.team()),
                    Event.on(id, subject, "Commentaire")
                            .change(commentBefore, row.comment())
                            .namelessOutside());
        }
        ratings.flush();
    }
}
