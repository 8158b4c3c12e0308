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

    private static final int LONGEST_TEXT = 10_000;

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
            requireAllowed(question, grade);
        }
        requireShort("comment", text);
        value = grade == null ? null : grade.value();
        notApplicable = grade == null ? null : grade.reason();
        comment = text == null || text.isBlank() ? null : text.strip();
        ratedBy = by.value();
        ratedAt = now;
    }

    private static void requireAllowed(Question question, Grade grade) {
        Integer value = grade.value();
        if (value != null) {
            if (question.scale().points(value).isEmpty()) {
                throw new BusinessRefusal("grade", "Cette cotation n'existe pas dans l'échelle du référentiel.");
            }
            return;
        }
        if (!question.scale().allowsNotApplicable()) {
            throw new BusinessRefusal("grade", "Ce référentiel n'admet pas « Sans objet » : choisissez une cotation.");
        }
        if (question.criterion().mandatory()) {
            throw new BusinessRefusal(
                    "grade",
                    "Ce critère est obligatoire et vous tenez ce canal : il ne peut pas être sans objet. "
                            + "Cotez-le, 0 s'il n'y a rien.");
        }
        if (!question.offersNotApplicable()) {
            throw new BusinessRefusal(
                    "grade", "Ce critère concerne toutes les équipes : il ne peut pas être sans objet. Cotez-le.");
        }
        requireShort("reason", grade.reason());
    }

    private static void requireShort(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new BusinessRefusal(
                    field,
                    "Ce texte dépasse " + LONGEST_TEXT + " caractères (il en a " + text.length()
                            + "). Raccourcissez-le, ou joignez un document comme preuve.");
        }
    }

    boolean says(@Nullable Grade grade, @Nullable String text) {
        return Objects.equals(grade(), grade)
                && Objects.equals(comment, text == null || text.isBlank() ? null : text.strip());
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
