package org.capaccueil.audit.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.audit.Audits;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;

/** The auditor's answer to one criterion at one place. Not rated is the absence of it. */
@Entity
class AuditRating {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID evaluationId;
    private String criterion;

    @Enumerated(EnumType.STRING)
    private Place place;

    private @Nullable Integer grade;
    private @Nullable String notApplicableReason;
    private @Nullable String comment;
    private boolean takenFromTeam;
    private UUID ratedBy;
    private Instant ratedAt;

    protected AuditRating() {}

    AuditRating(EvaluationId evaluation, String criterion, Place place, Answer answer, PersonId by, Instant now) {
        this.id = UUID.randomUUID();
        this.evaluationId = evaluation.value();
        this.criterion = criterion;
        this.place = place;
        give(answer, by, now);
    }

    /**
     * An answer as the auditor gives it.
     *
     * @param takenFromTeam whether it was taken over from the team's self-rating, by an explicit act
     */
    record Answer(Grade grade, @Nullable String comment, boolean takenFromTeam) {}

    void give(Answer answer, PersonId by, Instant now) {
        grade = answer.grade().value();
        notApplicableReason = answer.grade().reason();
        comment = answer.comment();
        takenFromTeam = answer.takenFromTeam();
        ratedBy = by.value();
        ratedAt = now;
    }

    /** The same answer sent twice is no change: a double click is not a conflict. */
    boolean says(Answer answer) {
        return grade().equals(answer.grade()) && Objects.equals(comment, answer.comment());
    }

    Grade grade() {
        return new Grade(grade, notApplicableReason);
    }

    String criterion() {
        return criterion;
    }

    Place place() {
        return place;
    }

    long version() {
        return version;
    }

    @Nullable
    String comment() {
        return comment;
    }

    boolean isTakenFromTeam() {
        return takenFromTeam;
    }

    Instant ratedAt() {
        return ratedAt;
    }

    Audits.Rating view() {
        return new Audits.Rating(criterion, place, grade(), comment);
    }

    EvaluationId evaluation() {
        return new EvaluationId(evaluationId);
    }
}
