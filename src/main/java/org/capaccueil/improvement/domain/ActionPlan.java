package org.capaccueil.improvement.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.ActionPlans.Signature;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/**
 * A team's action plan: proposed by the team, reviewed by a quality manager, signed by leadership. Those are three
 * different people. What is signed is one file of the archive, by its checksum; it is never printed again.
 */
@Entity
class ActionPlan {

    private static final int MAX_REASON = 2000;

    @Id
    private UUID evaluationId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private PlanStatus status = PlanStatus.PROPOSING;

    private int edition = 1;
    private int lastNumber;
    private Instant openedAt;
    private @Nullable UUID proposedBy;
    private @Nullable Instant proposedAt;
    private @Nullable UUID reviewedBy;
    private @Nullable Instant reviewedAt;
    private @Nullable String reviewNote;
    private @Nullable UUID returnedBy;
    private @Nullable Instant returnedAt;
    private @Nullable String returnReason;
    private @Nullable UUID reportId;
    private @Nullable String reportSha256;
    private @Nullable UUID signedBy;
    private @Nullable String signedName;
    private @Nullable String signedCapacity;
    private @Nullable Instant signedAt;
    private @Nullable UUID signedReport;
    private @Nullable String signedSha256;

    protected ActionPlan() {}

    ActionPlan(EvaluationId evaluation, Instant now) {
        this.evaluationId = evaluation.value();
        this.openedAt = now;
    }

    /** Numbers are given once: what people quote must not become another action. */
    int nextNumber() {
        requireProposing();
        return ++lastNumber;
    }

    void requireProposing() {
        if (status != PlanStatus.PROPOSING) {
            throw new StepNoLongerOpen("Le plan d'action est « " + status.title()
                    + " » : il ne change plus pour le moment. Rien n'a été modifié.");
        }
    }

    void submit(PersonId by, Instant now) {
        requireProposing();
        status = PlanStatus.IN_REVIEW;
        proposedBy = by.value();
        proposedAt = now;
        reviewedBy = null;
        reviewedAt = null;
        reviewNote = null;
    }

    /** The quality manager agrees; the plan is printed next, then offered for signature. */
    void accept(PersonId by, String note, Instant now) {
        requireReviewBy(by);
        requireShort("note", note);
        status = PlanStatus.TO_SIGN;
        reviewedBy = by.value();
        reviewedAt = now;
        reviewNote = note.isBlank() ? null : note.strip();
        // until the new file is there, nothing can be signed
        reportId = null;
        reportSha256 = null;
    }

    void giveBack(PersonId by, String reason, Instant now) {
        requireReviewBy(by);
        requireReason(reason, "Dites ce qu'il faut reprendre : c'est ce que l'équipe lira.");
        returned(by, reason, now);
    }

    void requireReviewBy(PersonId by) {
        if (status != PlanStatus.IN_REVIEW) {
            throw new StepNoLongerOpen();
        }
        PlanDuty.PROPOSER_DOES_NOT_REVIEW.refuse(by.value().equals(proposedBy));
    }

    void printed(UUID report, String sha256) {
        if (status != PlanStatus.TO_SIGN) {
            throw new IllegalStateException("plan " + evaluationId + " is " + status + ", nothing to print");
        }
        reportId = report;
        reportSha256 = sha256;
    }

    /**
     * Signs; name and capacity are kept as they are today, whatever becomes of the account.
     *
     * @param readSha256 the checksum of the file this person had before their eyes
     */
    void sign(PersonId person, String name, String capacity, String readSha256, Instant now) {
        requireSignatureBy(person);
        requireSameFile(readSha256);
        status = PlanStatus.SIGNED;
        signedBy = person.value();
        signedName = name;
        signedCapacity = capacity;
        signedAt = now;
        signedReport = reportId;
        signedSha256 = reportSha256;
    }

    void sendBack(PersonId person, String reason, String readSha256, Instant now) {
        requireSignatureBy(person);
        requireReason(reason, "Dites pourquoi vous renvoyez le plan : c'est ce qui guide la reprise.");
        requireSameFile(readSha256);
        returned(person, reason, now);
        edition++;
        reportId = null;
        reportSha256 = null;
    }

    void requireSignatureBy(PersonId person) {
        if (status != PlanStatus.TO_SIGN || reportId == null) {
            throw new StepNoLongerOpen();
        }
        PlanDuty.PROPOSER_DOES_NOT_SIGN.refuse(person.value().equals(proposedBy));
        PlanDuty.REVIEWER_DOES_NOT_SIGN.refuse(person.value().equals(reviewedBy));
    }

    private void requireSameFile(String readSha256) {
        if (!readSha256.equals(reportSha256)) {
            throw new StepNoLongerOpen("Le plan a été repris depuis que vous avez ouvert cette page, et un nouveau PDF "
                    + "a été établi. Rien n'est signé : lisez le nouveau PDF, puis décidez.");
        }
    }

    private void returned(PersonId by, String reason, Instant now) {
        status = PlanStatus.PROPOSING;
        returnedBy = by.value();
        returnedAt = now;
        returnReason = reason.strip();
    }

    private static void requireReason(String reason, String sentence) {
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", sentence);
        }
        requireShort("reason", reason);
    }

    private static void requireShort(String field, String text) {
        if (text.strip().length() > MAX_REASON) {
            throw new BusinessRefusal(
                    field, "Ce texte compte plus de " + MAX_REASON + " caractères. Raccourcissez-le.");
        }
    }

    /** Refuses a decision on a plan that was reworked since the page was opened. */
    void requireVersion(long read) {
        if (version != read) {
            throw new StepNoLongerOpen(
                    "Le plan a changé depuis que vous avez ouvert cette page. Rien n'a été modifié : "
                            + "rouvrez-la, lisez, puis décidez.");
        }
    }

    PlanStatus status() {
        return status;
    }

    UUID evaluationId() {
        return evaluationId;
    }

    @Nullable
    Signature signature() {
        if (signedBy == null
                || signedName == null
                || signedCapacity == null
                || signedAt == null
                || signedReport == null
                || signedSha256 == null) {
            return null;
        }
        return new Signature(
                new PersonId(signedBy), signedName, signedCapacity, signedAt, signedReport, signedSha256, edition);
    }

    PlanState state() {
        return new PlanState(
                version,
                status,
                edition,
                openedAt,
                decision(proposedBy, proposedAt, null),
                decision(reviewedBy, reviewedAt, reviewNote),
                decision(returnedBy, returnedAt, returnReason),
                reportId,
                signature());
    }

    private static PlanState.@Nullable Decision decision(
            @Nullable UUID by, @Nullable Instant at, @Nullable String note) {
        return by == null || at == null ? null : new PlanState.Decision(new PersonId(by), at, note);
    }
}
