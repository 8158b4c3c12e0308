package org.capaccueil.assessment.domain;

import java.time.Clock;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member rates alone, on a sheet of their own; members never wait for each other. */
@Service
@Transactional
public class IndividualRatingDesk {

    private final AssessmentDesk desk;
    private final IndividualRatings ratings;
    private final Clock clock;

    IndividualRatingDesk(AssessmentDesk desk, IndividualRatings ratings, Clock clock) {
        this.desk = desk;
        this.ratings = ratings;
        this.clock = clock;
    }

    /**
     * Keeps one answer of the person who gives it.
     *
     * @param version the version the person saw
     * @param grade null for not rated
     * @throws ChangedMeanwhile when the same person answered something else since, in another tab
     */
    public void rate(
            Actor actor,
            EvaluationId id,
            String code,
            Place place,
            long version,
            @Nullable Grade grade,
            @Nullable String comment) {
        EvaluationView evaluation = desk.toRateAlone(actor, id);
        Question question = desk.questionAt(evaluation, code, place);
        Scale scale = question.scale();
        ratings.ensure(
                UUID.randomUUID(), id.value(), code, place.name(), actor.id().value());
        IndividualRating row =
                ratings.toFill(id.value(), code, place, actor.id().value());
        if (row.says(grade, comment)) {
            return;
        }
        if (row.version() != version) {
            throw new ChangedMeanwhile(
                    "Vous avez répondu autrement à « " + code + " · " + place.title()
                            + " » dans un autre onglet ou sur un autre appareil. Choisissez la version à garder.",
                    AnswerRules.differences(row.grade(), grade, "Commentaire", row.comment(), comment, scale));
        }
        row.rate(question, grade, comment, clock.instant());
        ratings.flush();
    }
}
