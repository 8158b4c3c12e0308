package org.capaccueil.improvement.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/**
 * One action of a plan, from its proposal to its end. It ends when another person than those who carried it out has found
 * it effective, or when it is abandoned with a reason; being done is not an end.
 */
@Entity
class ImprovementAction {

    private static final String LINE = "\n";

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID evaluationId;
    private int number;
    private @Nullable UUID findingId;
    private String criterion;
    private String title;
    private String cause = "";
    private String whys = "";
    private String expectedEffect = "";
    private @Nullable UUID ownerId;
    private @Nullable LocalDate due;
    private @Nullable LocalDate reviewDate;

    @Enumerated(EnumType.STRING)
    private ActionStatus status = ActionStatus.PROPOSED;

    private int progress;
    private @Nullable String progressNote;
    private @Nullable UUID doneBy;
    private @Nullable Instant doneAt;
    private @Nullable UUID verifiedBy;
    private @Nullable Instant verifiedAt;
    private @Nullable String effectivenessNote;
    private int reopened;
    private Instant savedAt;

    protected ImprovementAction() {}

    ImprovementAction(
            UUID id,
            EvaluationId evaluation,
            int number,
            @Nullable UUID finding,
            String criterion,
            String title,
            Instant now) {
        this.id = id;
        this.evaluationId = evaluation.value();
        this.number = number;
        this.findingId = finding;
        this.criterion = criterion;
        this.title = title;
        this.savedAt = now;
    }

    void propose(PlanProposal proposal, Instant now) {
        if (status != ActionStatus.PROPOSED) {
            throw new StepNoLongerOpen("L'action n° " + number + " est dans un plan signé : son texte ne change plus.");
        }
        proposal.requireConsistent();
        title = proposal.title();
        cause = proposal.cause();
        whys = String.join(LINE, proposal.whys());
        expectedEffect = proposal.expectedEffect();
        ownerId = proposal.owner() == null ? null : proposal.owner().value();
        due = proposal.due();
        reviewDate = proposal.reviewDate();
        savedAt = now;
    }

    /** The plan is signed: the work begins. */
    void start() {
        if (status == ActionStatus.PROPOSED) {
            status = ActionStatus.IN_PROGRESS;
        }
    }

    void report(int percent, String note) {
        requireInProgress();
        if (percent < 0 || percent > 100) {
            throw new BusinessRefusal("progress", "L'avancement va de 0 à 100 %.");
        }
        requireSaid("note", note, "Dites en quelques mots où en est l'action.");
        progress = percent;
        progressNote = note.strip();
    }

    /** The work is done; whether it worked is for somebody else to say, from the review date on. */
    void carriedOut(PersonId by, String note, Instant now) {
        requireInProgress();
        requireSaid("note", note, "Dites ce qui a été fait : c'est ce que la vérification regardera.");
        progress = 100;
        progressNote = note.strip();
        status = ActionStatus.DONE;
        doneBy = by.value();
        doneAt = now;
    }

    void effective(PersonId by, String note, LocalDate today, Instant now) {
        requireVerifiable(by, today);
        requireSaid("note", note, "Dites sur quoi vous vous appuyez : chiffre relevé, visite, témoignage.");
        judged(by, note, now);
        status = ActionStatus.EFFECTIVE;
    }

    /** It did not work: its owner takes it up again, with new dates. */
    void notEffective(
            PersonId by,
            String reason,
            @Nullable LocalDate newDue,
            @Nullable LocalDate newReview,
            LocalDate today,
            Instant now) {
        requireVerifiable(by, today);
        requireSaid(
                "note", reason, "Dites pourquoi l'action n'a pas produit son effet : c'est ce qui guide la reprise.");
        if (newDue == null) {
            throw new BusinessRefusal("due", "Indiquez la nouvelle échéance de l'action rouverte.");
        }
        ActionDates.requireNotPast(newDue, today);
        LocalDate review = newReview == null ? newDue.plusDays(PlanProposal.DAYS_TO_WORK) : newReview;
        ActionDates.requireReviewAfterDue(newDue, review);
        judged(by, reason, now);
        due = newDue;
        reviewDate = review;
        status = ActionStatus.IN_PROGRESS;
        progress = 0;
        doneBy = null;
        doneAt = null;
        reopened++;
    }

    /** Found without effect and given up. */
    void abandonAtReview(PersonId by, String reason, LocalDate today, Instant now) {
        requireVerifiable(by, today);
        abandoned(by, reason, now);
    }

    /** Given up while it is under way. */
    void abandon(PersonId by, String reason, Instant now) {
        requireInProgress();
        abandoned(by, reason, now);
    }

    private void abandoned(PersonId by, String reason, Instant now) {
        requireSaid("note", reason, "Dites pourquoi l'action est abandonnée : le label en tiendra compte.");
        judged(by, reason, now);
        status = ActionStatus.ABANDONED;
    }

    /** More time; the review moves along, so that the action keeps the same time to work. */
    void extend(LocalDate day, LocalDate today) {
        requireInProgress();
        LocalDate before = java.util.Objects.requireNonNull(due);
        if (!day.isAfter(before)) {
            throw new BusinessRefusal(
                    "due",
                    "La nouvelle échéance doit être après l'actuelle. Une échéance se repousse, elle ne s'avance pas.");
        }
        ActionDates.requireNotPast(day, today);
        long timeToWork =
                java.time.temporal.ChronoUnit.DAYS.between(before, java.util.Objects.requireNonNull(reviewDate));
        due = day;
        reviewDate = day.plusDays(timeToWork);
    }

    private void judged(PersonId by, String note, Instant now) {
        effectivenessNote = note.strip();
        verifiedBy = by.value();
        verifiedAt = now;
    }

    private void requireInProgress() {
        if (status != ActionStatus.IN_PROGRESS) {
            throw new StepNoLongerOpen("L'action n° " + number + " est « " + status.title()
                    + " » : elle n'est plus en cours. Rien n'a été modifié.");
        }
    }

    private void requireVerifiable(PersonId by, LocalDate today) {
        if (status != ActionStatus.DONE) {
            throw new StepNoLongerOpen("L'action n° " + number + " est « " + status.title()
                    + " » : il n'y a rien à vérifier pour le moment. Rien n'a été modifié.");
        }
        requireOtherThanWhoCarriedOut(by);
        if (reviewDate != null && today.isBefore(reviewDate)) {
            throw new StepNoLongerOpen("La revue de l'action n° " + number
                    + " n'est pas encore venue : il faut lui laisser le temps d'agir.");
        }
    }

    /** Whoever did the work does not judge it. */
    void requireOtherThanWhoCarriedOut(PersonId by) {
        PlanDuty.DOER_DOES_NOT_VERIFY.refuse(
                by.value().equals(ownerId) || by.value().equals(doneBy));
    }

    private static void requireSaid(String field, String text, String sentence) {
        if (text.isBlank()) {
            throw new BusinessRefusal(field, sentence);
        }
        if (text.strip().length() > PlanProposal.MAX_TEXT) {
            throw new BusinessRefusal(
                    field, "Ce texte compte plus de " + PlanProposal.MAX_TEXT + " caractères. Raccourcissez-le.");
        }
    }

    boolean isCarriedBy(PersonId person) {
        return person.value().equals(ownerId);
    }

    long version() {
        return version;
    }

    ActionView view() {
        return new ActionView(
                new ActionPlans.Action(
                        id,
                        new EvaluationId(evaluationId),
                        number,
                        findingId,
                        criterion,
                        title,
                        cause,
                        expectedEffect,
                        ownerId == null ? null : new PersonId(ownerId),
                        due,
                        reviewDate,
                        status,
                        progress,
                        progressNote,
                        effectivenessNote,
                        status.hasEnded() ? verifiedAt : null,
                        reopened),
                version,
                whys.isEmpty() ? List.of() : Arrays.asList(whys.split(LINE, -1)),
                doneBy == null ? null : new PersonId(doneBy),
                doneAt,
                verifiedBy == null ? null : new PersonId(verifiedBy),
                verifiedAt,
                savedAt);
    }
}
