package org.capaccueil.assessment.domain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.capaccueil.assessment.domain.ConsensusSheet.Point;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
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

/** At the meeting, anybody of the team writes down what it agrees on; the journal says who did. */
@Service
@Transactional
public class ConsensusDesk {

    private final AssessmentDesk desk;
    private final SelfRatings ratings;
    private final ConsensusReading reading;
    private final Trail trail;
    private final Clock clock;

    ConsensusDesk(AssessmentDesk desk, SelfRatings ratings, ConsensusReading reading, Trail trail, Clock clock) {
        this.desk = desk;
        this.ratings = ratings;
        this.reading = reading;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps one agreement.
     *
     * @param version the version the person saw
     * @param reason what settled it; needed unless two or more had answered just that and nobody otherwise
     * @throws ChangedMeanwhile when somebody wrote down something else since
     */
    public void agree(
            Actor actor,
            EvaluationId id,
            String code,
            Place place,
            long version,
            @Nullable Grade grade,
            @Nullable String reason) {
        EvaluationView evaluation = desk.toAgree(actor, id);
        Question question = desk.questionAt(evaluation, code, place);
        Scale scale = question.scale();
        SelfRating row = held(id, code, place);
        if (row.agrees(grade, reason)) {
            return;
        }
        if (row.version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un a enregistré une autre décision pour « " + code + " · " + place.title()
                            + " » en même temps que vous. Choisissez la version à garder.",
                    AnswerRules.differences(
                            row.grade(), grade, "Ce qui a décidé l'équipe", row.agreedReason(), reason, scale));
        }
        Spread answers = reading.sheet(actor, id).point(code, place).spread();
        record(actor.asMemberOf(evaluation.team()), id, question, row, grade, reason, answers, "Valeur convenue");
        ratings.flush();
    }

    /**
     * Agrees at once on everything in a theme that all had answered alike and that is not decided yet.
     *
     * @return how many agreements were written down
     */
    public int adoptUnanimous(Actor actor, EvaluationId id, String theme) {
        Acting acting = actor.asMemberOf(desk.toAdopt(actor, id).team());
        List<Point> unanimous = reading.sheet(actor, id).table(theme).adoptable();
        if (unanimous.isEmpty()) {
            throw new BusinessRefusal("Il n'y a plus de réponse unanime à adopter dans ce thème : décidez les autres "
                    + "points un par un.");
        }
        int adopted = 0;
        for (Point point : unanimous) {
            SelfRating row = held(id, point.criterion().code(), point.place());
            Grade grade = point.sharedAnswer();
            if (row.agreedOn() == null && grade != null) {
                record(
                        acting,
                        id,
                        point.question(),
                        row,
                        grade,
                        grade.reason(),
                        point.spread(),
                        "Valeur convenue, réponses unanimes");
                adopted++;
            }
        }
        ratings.flush();
        return adopted;
    }

    private SelfRating held(EvaluationId id, String code, Place place) {
        ratings.ensure(UUID.randomUUID(), id.value(), code, place.name());
        return ratings.toFill(id.value(), code, place);
    }

    private void record(
            Acting acting,
            EvaluationId id,
            Question question,
            SelfRating row,
            @Nullable Grade grade,
            @Nullable String reason,
            Spread answers,
            String action) {
        Scale scale = question.scale();
        String before = AnswerRules.words(row.grade(), scale);
        row.agree(question, grade, reason, answers, acting.person(), clock.instant());
        trail.record(
                acting,
                Event.on(id, question.criterion().code() + " · " + row.place().title(), action)
                        .change(before, AnswerRules.words(row.grade(), scale))
                        .because(row.agreedReason())
                        .namelessOutside());
    }
}
