package org.capaccueil.assessment.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.jspecify.annotations.Nullable;

/**
 * The team's answer to one criterion at one place. Without a grade it is not rated, which is neither 0 nor « sans
 * objet »; a comment may stand before the grade does.
 */
@Entity
class SelfRating {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID evaluationId;
    private String criterion;

    @Enumerated(EnumType.STRING)
    private Place place;

    @Column(name = "grade")
    private @Nullable Integer value;

    private @Nullable String notApplicable;
    private @Nullable String comment;
    private @Nullable UUID ratedBy;
    private @Nullable Instant ratedAt;
    private @Nullable String agreedReason;
    private @Nullable String agreedOn;

    protected SelfRating() {}

    SelfRating(UUID evaluation, String criterion, Place place) {
        this.id = UUID.randomUUID();
        this.evaluationId = evaluation;
        this.criterion = criterion;
        this.place = place;
    }

    /**
     * Takes an answer, or takes it back.
     *
     * @param grade null for not rated
     */
    void rate(Question question, @Nullable Grade grade, @Nullable String text, PersonId by, Instant now) {
        if (grade != null) {
            AnswerRules.requireAllowed(question, grade);
        }
        AnswerRules.requireShort("comment", text);
        value = grade == null ? null : grade.value();
        notApplicable = grade == null ? null : grade.reason();
        comment = AnswerRules.text(text);
        ratedBy = by.value();
        ratedAt = now;
    }

    /**
     * Takes what the team agreed on after each had rated alone.
     *
     * @param why what settled it; needed unless two or more had answered just that and nobody otherwise
     * @param answers what the agreement was made on
     */
    void agree(
            Question question, @Nullable Grade grade, @Nullable String why, Spread answers, PersonId by, Instant now) {
        if (grade == null) {
            throw new BusinessRefusal("grade", "Choisissez la cotation sur laquelle l'équipe s'accorde.");
        }
        AnswerRules.requireAllowed(question, grade);
        AnswerRules.requireShort("reason", why);
        String reason = AnswerRules.text(why);
        if (reason == null && !answers.isUndisputed(grade)) {
            throw new BusinessRefusal("reason", whyExplain(answers));
        }
        value = grade.value();
        notApplicable = grade.reason();
        agreedReason = reason;
        agreedOn = answers.code();
        ratedBy = by.value();
        ratedAt = now;
    }

    boolean agrees(@Nullable Grade grade, @Nullable String why) {
        return agreedOn != null
                && Objects.equals(grade(), grade)
                && Objects.equals(agreedReason, AnswerRules.text(why));
    }

    boolean says(@Nullable Grade grade, @Nullable String text) {
        return Objects.equals(grade(), grade) && Objects.equals(comment, AnswerRules.text(text));
    }

    private static String whyExplain(Spread answers) {
        if (answers.answered() == 0) {
            return "Personne n'a coté ce point : dites en une phrase sur quoi l'équipe se fonde.";
        }
        if (answers.answered() == 1) {
            return "Une seule personne a coté ce point : dites en une phrase ce qui a décidé l'équipe.";
        }
        return answers.isShared()
                ? "Tous avaient répondu autre chose : dites en une phrase ce qui a fait changer d'avis."
                : "Les réponses diffèrent : dites en une phrase ce qui a décidé l'équipe.";
    }

    /** Whether anybody answered it once, even if they took it back. */
    boolean isTouched() {
        return ratedBy != null;
    }

    boolean isRated() {
        return value != null || notApplicable != null;
    }

    /** Null while nobody has rated. */
    @Nullable
    Grade grade() {
        if (value != null) {
            return Grade.of(value);
        }
        return notApplicable == null ? null : Grade.notApplicable(notApplicable);
    }

    boolean isFor(String criterionCode, Place at) {
        return criterion.equals(criterionCode) && place == at;
    }

    @Nullable
    String comment() {
        return comment;
    }

    /** Why the team agreed on this grade, null when it rated together or nobody had answered otherwise. */
    @Nullable
    String agreedReason() {
        return agreedReason;
    }

    /** The answers the agreement was made on, null while there is none. */
    @Nullable
    Spread agreedOn() {
        return agreedOn == null ? null : Spread.parse(agreedOn);
    }

    long version() {
        return version;
    }

    @Nullable
    PersonId ratedBy() {
        return ratedBy == null ? null : new PersonId(ratedBy);
    }

    @Nullable
    Instant ratedAt() {
        return ratedAt;
    }

    EvaluationId evaluation() {
        return new EvaluationId(evaluationId);
    }

    String criterion() {
        return criterion;
    }

    Place place() {
        return place;
    }
}
