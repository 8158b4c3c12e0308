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
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.jspecify.annotations.Nullable;

/**
 * One person's own answer to one criterion at one place, given before the team talks about it. It leaves no line in the
 * journal: it is nobody else's business, and it is deleted once the agreement it served is accepted or cannot come.
 */
@Entity
class IndividualRating {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID evaluationId;
    private String criterion;

    @Enumerated(EnumType.STRING)
    private Place place;

    private UUID personId;

    @Column(name = "grade")
    private @Nullable Integer value;

    private @Nullable String notApplicable;
    private @Nullable String comment;
    private @Nullable Instant ratedAt;

    protected IndividualRating() {}

    /**
     * Takes an answer, or takes it back.
     *
     * @param grade null for not rated
     */
    void rate(Question question, @Nullable Grade grade, @Nullable String text, Instant now) {
        if (grade != null) {
            AnswerRules.requireAllowed(question, grade);
        }
        AnswerRules.requireShort("comment", text);
        value = grade == null ? null : grade.value();
        notApplicable = grade == null ? null : grade.reason();
        comment = AnswerRules.text(text);
        ratedAt = now;
    }

    boolean says(@Nullable Grade grade, @Nullable String text) {
        return Objects.equals(grade(), grade) && Objects.equals(comment, AnswerRules.text(text));
    }

    boolean isRated() {
        return value != null || notApplicable != null;
    }

    /** Null while not rated. */
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

    PersonId person() {
        return new PersonId(personId);
    }

    @Nullable
    String comment() {
        return comment;
    }

    long version() {
        return version;
    }

    @Nullable
    Instant ratedAt() {
        return ratedAt;
    }
}
