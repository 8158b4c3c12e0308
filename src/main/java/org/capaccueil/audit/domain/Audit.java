package org.capaccueil.audit.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.Audits.Summary;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/**
 * The audit of one team: who audits, where it stands, and what has been declared and concluded. Ratings and findings are
 * rows of their own, so that two tabs on two criteria never meet; whoever changes one holds this row meanwhile, so that
 * nothing is rated while the report leaves.
 */
@Entity
class Audit {

    static final int LONGEST_TEXT = 8_000;

    @Id
    private UUID evaluationId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Status status = Status.TO_ASSIGN;

    private @Nullable UUID auditorId;
    private @Nullable LocalDate visitedOn;
    private @Nullable Instant independenceDeclaredAt;
    private @Nullable String conclusion;
    private @Nullable Instant draftAt;
    private @Nullable Instant replyEndsAt;
    private @Nullable UUID repliedBy;
    private @Nullable Instant repliedAt;
    private @Nullable Instant reportAt;
    private @Nullable Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "audit_recusal", joinColumns = @JoinColumn(name = "evaluation_id"))
    private List<Recusal> recusals = new ArrayList<>();

    protected Audit() {}

    Audit(EvaluationId evaluation) {
        this.evaluationId = evaluation.value();
    }

    /** The quality manager gives the audit to somebody against whom nothing speaks. */
    void assign(PersonId auditor, @Nullable LocalDate plannedVisit, LocalDate today, Independence independence) {
        requireStatus(Status.TO_ASSIGN);
        independence.requireOf(auditor);
        if (plannedVisit != null && plannedVisit.isBefore(today)) {
            throw new BusinessRefusal(
                    "plannedVisit",
                    "La date de visite est déjà passée. Choisissez une date à venir, ou laissez l'auditeur la fixer.");
        }
        auditorId = auditor.value();
        visitedOn = plannedVisit;
        status = Status.ON_SITE;
    }

    /**
     * Nothing is planned or rated before the auditor has signed, in their own name, what ties them to the team or that
     * nothing does. With a link, the quality manager decides first.
     */
    void declareIndependence(PersonId by, boolean link, Instant now, Independence independence) {
        requireOnSite(by);
        independence.requireStillOf(by);
        if (link) {
            status = Status.LINK_DECLARED;
        } else {
            independenceDeclaredAt = now;
        }
    }

    boolean isDeclaredBy(PersonId person) {
        return independenceDeclaredAt != null && isAuditedBy(person);
    }

    void requireLinkToJudge() {
        requireStatus(Status.LINK_DECLARED);
    }

    /** The declared link does not stand in the way: the declaration counts from the day it was signed. */
    void keepDespiteLink(Instant signedAt) {
        requireLinkToJudge();
        independenceDeclaredAt = signedAt;
        status = Status.ON_SITE;
    }

    /** The declared link stands in the way; the audit starts again with somebody else. */
    void replaceForLink(String reason, Instant now) {
        requireLinkToJudge();
        startAgain(Objects.requireNonNull(auditorId), reason, now);
    }

    /** The auditor steps aside; the audit starts again with somebody else. */
    void recuse(PersonId by, String reason, Instant now) {
        requireOnSite(by);
        if (reason.isBlank()) {
            throw new BusinessRefusal(
                    "reason",
                    "Dites pourquoi vous vous récusez : le référent qualité choisit une autre personne avec.");
        }
        Texts.requireShort("reason", reason, Texts.SHORT);
        startAgain(by.value(), reason, now);
    }

    private void startAgain(UUID without, String reason, Instant now) {
        recusals.add(new Recusal(without, reason.strip(), now));
        auditorId = null;
        visitedOn = null;
        independenceDeclaredAt = null;
        conclusion = null;
        status = Status.TO_ASSIGN;
    }

    /** What the auditor writes over the days: kept as it is, judged when the draft leaves. */
    void note(PersonId by, @Nullable LocalDate visit, String text) {
        requireWriting(by);
        Texts.requireShort("conclusion", text, LONGEST_TEXT);
        visitedOn = visit;
        conclusion = text.isBlank() ? null : text.strip();
    }

    /** The draft leaves for the team. */
    void conclude(PersonId by, DraftCheck check, Independence independence, LocalDate today, Instant now) {
        requireFinding(by);
        independence.requireStillOf(by);
        if (visitedOn != null && visitedOn.isAfter(today)) {
            throw new BusinessRefusal(
                    "visitedOn",
                    "La date de visite est à venir : un audit se conclut après la visite. Corrigez la date ou revenez "
                            + "conclure ce jour-là.");
        }
        check.requireComplete(visitedOn, conclusion);
        status = Status.RIGHT_OF_REPLY;
        draftAt = now;
    }

    /** The process gives the team its time: to the end of the last day, so that nobody loses an evening. */
    void openRightOfReply(int days) {
        if (replyEndsAt == null) {
            replyEndsAt = PublicTime.endOf(PublicTime.dayOf(requireDraft()).plusDays(days));
        }
    }

    void requireReplyOpen(Instant now) {
        requireStatus(Status.RIGHT_OF_REPLY);
        if (replyEndsAt == null || now.isAfter(replyEndsAt)) {
            throw new StepNoLongerOpen("Le délai de réponse est écoulé : l'audit continue avec ce qui a été enregistré "
                    + "jusque-là. Pour ajouter quelque chose, écrivez à votre référent qualité.");
        }
    }

    void reply(PersonId by, Instant now) {
        requireReplyOpen(now);
        repliedBy = by.value();
        repliedAt = now;
        status = Status.FINALISING;
    }

    /** The time is over; what the team saved stands as its reply. */
    void closeWithoutReply() {
        if (status == Status.RIGHT_OF_REPLY) {
            status = Status.FINALISING;
        }
    }

    /** The final report leaves the auditor's hands; the process freezes it. */
    void finalise(PersonId by, DraftCheck check, Instant now) {
        requireFinalising(by);
        check.requireTreated(conclusion);
        reportAt = now;
    }

    void close(Instant now) {
        if (status != Status.CLOSED) {
            status = Status.CLOSED;
            closedAt = now;
        }
    }

    /** The auditor may plan, rate and write: independence declared, on site or while the replies are answered. */
    void requireWriting(PersonId by) {
        requireAuditor(by);
        if (status == Status.FINALISING) {
            requireReportOpen();
        } else {
            requireStatus(Status.ON_SITE);
        }
        if (independenceDeclaredAt == null) {
            throw new BusinessRefusal("Signez d'abord votre déclaration d'indépendance, sur la première page de "
                    + "l'audit : rien ne se planifie ni ne se cote avant.");
        }
    }

    /** Findings are made, changed and removed on site only; later they are treated. */
    void requireFinding(PersonId by) {
        requireOnSite(by);
        requireWriting(by);
    }

    void requireFinalising(PersonId by) {
        requireAuditor(by);
        requireStatus(Status.FINALISING);
        requireReportOpen();
    }

    void requireOnSite(PersonId by) {
        requireAuditor(by);
        requireStatus(Status.ON_SITE);
    }

    private void requireReportOpen() {
        if (reportAt != null) {
            throw new StepNoLongerOpen("Le rapport final est rendu : il ne change plus.");
        }
    }

    private void requireAuditor(PersonId by) {
        if (!by.value().equals(auditorId)) {
            throw new NotAllowed("Seule la personne désignée pour cet audit peut le mener.");
        }
    }

    private void requireStatus(Status wanted) {
        if (status != wanted) {
            throw new StepNoLongerOpen();
        }
    }

    private Instant requireDraft() {
        if (draftAt == null) {
            throw new StepNoLongerOpen();
        }
        return draftAt;
    }

    /** When the team's time is over; before the process has opened it, when it would be. */
    Instant replyEnds(int days) {
        return replyEndsAt != null
                ? replyEndsAt
                : PublicTime.endOf(PublicTime.dayOf(requireDraft()).plusDays(days));
    }

    /** Whoever audits does not answer for the team, not even in somebody's place. */
    void requireReplyBy(PersonId person) {
        if (isAuditedBy(person)) {
            throw new NotAllowed(
                    "Vous menez cet audit : vous ne répondez pas à vos propres constats. La réponse revient "
                            + "à une autre personne responsable de l'équipe.");
        }
    }

    boolean hasSetAside(PersonId person) {
        return recusals.stream().anyMatch(recusal -> recusal.personId().equals(person.value()));
    }

    /** Why the last auditor stepped aside, for whoever chooses the next. */
    List<Recusal> recusals() {
        return List.copyOf(recusals);
    }

    boolean isAuditedBy(PersonId person) {
        return person.value().equals(auditorId);
    }

    boolean isDraftOut() {
        return draftAt != null;
    }

    boolean isReportOut() {
        return reportAt != null;
    }

    Optional<Instant> replyEndsAt() {
        return Optional.ofNullable(replyEndsAt);
    }

    Optional<Instant> repliedAt() {
        return Optional.ofNullable(repliedAt);
    }

    Optional<PersonId> repliedBy() {
        return Optional.ofNullable(repliedBy).map(PersonId::new);
    }

    Status status() {
        return status;
    }

    long version() {
        return version;
    }

    EvaluationId evaluation() {
        return new EvaluationId(evaluationId);
    }

    Summary summary() {
        return new Summary(
                status,
                auditorId == null ? null : new PersonId(auditorId),
                visitedOn,
                independenceDeclaredAt,
                draftAt,
                repliedAt,
                closedAt,
                conclusion);
    }
}
