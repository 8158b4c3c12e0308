package org.capaccueil.assessment.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/**
 * A team rates itself: open, submitted by its lead, then accepted for good or returned to the team with a reason. The
 * ratings are kept apart, each with a version of its own: people who rate different criteria at once do not get in each
 * other's way.
 */
@Entity
class SelfAssessment {

    @Id
    private UUID evaluationId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    private Instant openedAt;
    private @Nullable UUID submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable UUID returnedBy;
    private @Nullable Instant returnedAt;
    private @Nullable String returnReason;
    private @Nullable Instant closedAt;

    protected SelfAssessment() {}

    SelfAssessment(EvaluationId evaluation, Instant now) {
        this.evaluationId = evaluation.value();
        this.openedAt = now;
    }

    /** Ratings, comments and evidence may only change while the team has the self-assessment in its hands. */
    void requireOpen() {
        if (status != Status.OPEN) {
            throw new StepNoLongerOpen(
                    status == Status.SUBMITTED
                            ? "L'autoévaluation a été soumise et le référent qualité la relit : plus rien n'y change, "
                                    + "sauf s'il la renvoie à l'équipe. Rien n'a été modifié."
                            : "L'autoévaluation est figée : plus rien n'y change. Rien n'a été modifié.");
        }
    }

    /**
     * The lead declares the self-assessment complete.
     *
     * @param missing criterion x place pairs nobody has rated
     */
    void submit(PersonId by, List<?> missing, Instant now) {
        requireOpen();
        if (!missing.isEmpty()) {
            throw new BusinessRefusal((missing.size() == 1
                            ? "Il manque encore une cotation. "
                            : "Il manque encore " + missing.size() + " cotations. ")
                    + "Cotez-les, ou répondez « Sans objet » avec sa raison.");
        }
        status = Status.SUBMITTED;
        submittedBy = by.value();
        submittedAt = now;
        returnedBy = null;
        returnedAt = null;
        returnReason = null;
    }

    /** The quality manager wants it completed; the team reads why. */
    void returnToTeam(PersonId by, String reason, Instant now) {
        requireSubmitted();
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites à l'équipe ce qu'elle doit compléter ou revoir.");
        }
        status = Status.OPEN;
        returnedBy = by.value();
        returnedAt = now;
        returnReason = reason.strip();
    }

    /** The quality manager is content. From here on the process is the only one to touch it. */
    void accept() {
        requireSubmitted();
        status = Status.CLOSED;
    }

    void close(Instant now) {
        if (status != Status.CLOSED) {
            throw new IllegalStateException("self-assessment of " + evaluationId + " is " + status + ", not accepted");
        }
        closedAt = now;
    }

    private void requireSubmitted() {
        if (status != Status.SUBMITTED) {
            throw new StepNoLongerOpen();
        }
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    Status status() {
        return status;
    }

    @Nullable
    PersonId submittedBy() {
        return submittedBy == null ? null : new PersonId(submittedBy);
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    PersonId returnedBy() {
        return returnedBy == null ? null : new PersonId(returnedBy);
    }

    @Nullable
    Instant returnedAt() {
        return returnedAt;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }
}
