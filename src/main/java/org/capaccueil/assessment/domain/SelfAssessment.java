package org.capaccueil.assessment.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/**
 * A team rates itself: together, or each member alone first and then in agreement; submitted by its lead, then accepted
 * for good or returned to the team with a reason. The ratings are kept apart, each with a version of its own: people who
 * rate different criteria at once do not get in each other's way.
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
    private @Nullable Instant roundOpenedAt;
    private @Nullable Instant roundClosedAt;

    /** Who answered alone: it outlives their answers, which are deleted once the agreement is accepted. */
    @ElementCollection
    @CollectionTable(name = "round_participant", joinColumns = @JoinColumn(name = "evaluation_id"))
    @Column(name = "person_id")
    private Set<UUID> roundParticipants = new HashSet<>();

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

    /** The team's own sheet only changes while it rates together. */
    void requireOpen() {
        requireInTheTeamsHands();
        if (status == Status.INDIVIDUAL) {
            throw new StepNoLongerOpen("Chacun cote d'abord de son côté : la feuille commune attend la mise en commun. "
                    + "Rien n'a été modifié. Ouvrez votre propre feuille depuis vos tâches.");
        }
        if (status == Status.CONSENSUS) {
            throw new StepNoLongerOpen("L'équipe se met d'accord à partir des réponses de chacun : les valeurs se "
                    + "décident sur la page de la mise en commun. Rien n'a été modifié.");
        }
    }

    /** Evidence belongs to the whole team, however it rates. */
    void requireInTheTeamsHands() {
        if (status == Status.SUBMITTED) {
            throw new StepNoLongerOpen("L'autoévaluation a été soumise et le référent qualité la relit : plus rien n'y "
                    + "change, sauf s'il la renvoie à l'équipe. Rien n'a été modifié.");
        }
        if (status == Status.CLOSED) {
            throw new StepNoLongerOpen("L'autoévaluation est figée : plus rien n'y change. Rien n'a été modifié.");
        }
    }

    void requireIndividual() {
        if (status != Status.INDIVIDUAL) {
            throw new StepNoLongerOpen(
                    isRoundHeld()
                            ? "Les cotations individuelles sont closes : vos réponses servent maintenant à la mise en "
                                    + "commun et ne changent plus. Rien n'a été modifié."
                            : "L'équipe cote ensemble : il n'y a pas de feuille individuelle. Rien n'a été modifié.");
        }
    }

    void requireConsensus() {
        requireInTheTeamsHands();
        if (status != Status.CONSENSUS) {
            throw new StepNoLongerOpen("La mise en commun n'est pas ouverte : elle commence quand le responsable de "
                    + "l'équipe clôt les cotations individuelles. Rien n'a été modifié.");
        }
    }

    /**
     * Everybody rates alone first, so that nobody's answer leads another's.
     *
     * @param members how many people the team has
     * @param begun whether anything was answered together, even if it was taken back: the journal shows it to all
     */
    void openRound(int members, boolean begun, Instant now) {
        requireOpen();
        if (members < 2) {
            throw new BusinessRefusal("Coter chacun seul demande au moins deux membres, et votre équipe n'en a qu'un. "
                    + "Cotez directement, ou demandez au référent qualité d'inscrire vos collègues.");
        }
        if (begun) {
            throw new BusinessRefusal("L'équipe a déjà répondu ensemble, et le journal montre ces réponses à tous : "
                    + "il est trop tard pour que chacun se fasse d'abord son avis. Continuez ensemble.");
        }
        status = Status.INDIVIDUAL;
        roundOpenedAt = now;
    }

    /**
     * From here on the members see what was answered, and agree.
     *
     * @param raters those who answered at least once: one opinion alone leaves nothing to compare
     */
    void closeRound(Set<PersonId> raters, Instant now) {
        requireIndividual();
        if (raters.size() < 2) {
            throw new BusinessRefusal(
                    (raters.isEmpty() ? "Personne n'a encore coté. " : "Une seule personne a coté pour l'instant. ")
                            + "La mise en commun compare au moins deux avis : relancez vos collègues et clôturez quand un "
                            + "deuxième membre aura répondu, ou abandonnez ce tour pour coter ensemble.");
        }
        status = Status.CONSENSUS;
        roundClosedAt = now;
        raters.forEach(rater -> roundParticipants.add(rater.value()));
    }

    /** The round is given up, which its lead explains: the team rates together again, on an empty sheet. */
    void giveRoundUp(String reason) {
        requireIndividual();
        if (reason.isBlank()) {
            throw new BusinessRefusal(
                    "reason", "Dites à l'équipe pourquoi vous abandonnez les cotations individuelles.");
        }
        AnswerRules.requireShort("reason", reason);
        status = Status.OPEN;
        roundOpenedAt = null;
    }

    /**
     * The lead declares the self-assessment complete.
     *
     * @param missing criterion x place pairs nobody has rated, or on which the team has not agreed
     * @param unexplained those rated otherwise than the figures suggest, without a reason
     */
    void submit(PersonId by, List<?> missing, List<?> unexplained, Instant now) {
        requireInTheTeamsHands();
        if (status == Status.INDIVIDUAL) {
            throw new StepNoLongerOpen("Chacun cote encore de son côté : clôturez les cotations individuelles et "
                    + "mettez-vous d'accord avant de soumettre. Rien n'a été modifié.");
        }
        if (!missing.isEmpty()) {
            throw new BusinessRefusal((missing.size() == 1
                            ? "Il manque encore une cotation. "
                            : "Il manque encore " + missing.size() + " cotations. ")
                    + "Cotez chacune sur l'échelle du référentiel, ou répondez « Sans objet » avec sa raison.");
        }
        if (!unexplained.isEmpty()) {
            throw new BusinessRefusal(
                    (unexplained.size() == 1
                                    ? "Une cotation s'écarte de celle que suggèrent les chiffres. "
                                    : unexplained.size()
                                            + " cotations s'écartent de celles que suggèrent les chiffres. ")
                            + "Vous pouvez les garder : dites pour chacune, en commentaire, ce que les chiffres ne montrent pas.");
        }
        status = Status.SUBMITTED;
        submittedBy = by.value();
        submittedAt = now;
        returnedBy = null;
        returnedAt = null;
        returnReason = null;
    }

    /** The quality manager wants it completed; the team reads why, where it can change its values. */
    void returnToTeam(PersonId by, String reason, Instant now) {
        requireSubmitted();
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites à l'équipe ce qu'elle doit compléter ou revoir.");
        }
        status = isRoundHeld() ? Status.CONSENSUS : Status.OPEN;
        returnedBy = by.value();
        returnedAt = now;
        returnReason = reason.strip();
    }

    /** The quality manager is content. From here on the process is the only one to touch it. */
    void accept(PersonId by) {
        requireSubmitted();
        if (by.value().equals(submittedBy)) {
            throw new NotAllowed("Vous avez soumis cette autoévaluation : un autre référent qualité doit l'accepter.");
        }
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

    /** Whether the members rated alone before they agreed. */
    boolean isRoundHeld() {
        return roundClosedAt != null;
    }

    Set<PersonId> roundParticipants() {
        return roundParticipants.stream().map(PersonId::new).collect(Collectors.toSet());
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
