package org.capaccueil.collection.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/**
 * A team's file of figures in one evaluation. Its rows are kept apart, each with a version of its own: people who measure
 * different indicators at once do not get in each other's way.
 */
@Entity
class DataCollection {

    /** Where the figures are in their life. */
    enum Status {
        /** The team enters its figures. */
        OPEN,
        /** Somebody of the team has declared them complete; nothing changes any more. */
        SUBMITTED,
        /** The process has gone on: the next phases read them. */
        FROZEN
    }

    @Id
    private UUID evaluationId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    private Instant openedAt;
    private @Nullable UUID submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable Instant frozenAt;

    protected DataCollection() {}

    DataCollection(EvaluationId evaluation, Instant now) {
        this.evaluationId = evaluation.value();
        this.openedAt = now;
    }

    /** Figures may only be entered or changed until they are submitted. */
    void requireOpen() {
        if (status != Status.OPEN) {
            throw new StepNoLongerOpen("Les chiffres de cette évaluation ont été soumis : ils ne changent plus. "
                    + "Rien n'a été modifié.");
        }
    }

    /**
     * The team declares its figures complete.
     *
     * @param missing rows with neither a figure nor a reason
     */
    void submit(PersonId by, List<?> missing, Instant now) {
        requireOpen();
        if (!missing.isEmpty()) {
            throw new BusinessRefusal((missing.size() == 1
                            ? "Il manque encore un relevé. "
                            : "Il manque encore " + missing.size() + " relevés. ")
                    + "Donnez un chiffre, ou cochez « Non mesuré » et dites pourquoi.");
        }
        status = Status.SUBMITTED;
        submittedBy = by.value();
        submittedAt = now;
    }

    void freeze(Instant now) {
        if (status != Status.SUBMITTED) {
            throw new IllegalStateException("figures of " + evaluationId + " are " + status + ", not submitted");
        }
        status = Status.FROZEN;
        frozenAt = now;
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    boolean isFrozen() {
        return status == Status.FROZEN;
    }

    @Nullable
    PersonId submittedBy() {
        return submittedBy == null ? null : new PersonId(submittedBy);
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }
}
