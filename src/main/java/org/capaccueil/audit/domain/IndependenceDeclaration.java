package org.capaccueil.audit.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.audit.Audits.Declaration;
import org.capaccueil.audit.Audits.Judgement;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/**
 * An auditor's signed declaration of independence for one audit: wording, name and capacity as they were that day,
 * whatever becomes of the account. A link declared with it is judged once, by somebody else.
 */
@Entity
class IndependenceDeclaration {

    @Id
    private UUID id;

    private UUID evaluationId;
    private UUID personId;
    private String name;
    private String capacity;
    private int textVersion;
    private String text;
    private @Nullable String link;
    private Instant signedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    private @Nullable UUID judgedBy;
    private @Nullable String judgedName;
    private @Nullable String judgedCapacity;
    private @Nullable Instant judgedAt;
    private @Nullable String judgedReason;

    /** What a declared link leads to. */
    enum Verdict {
        KEPT,
        REPLACED
    }

    protected IndependenceDeclaration() {}

    IndependenceDeclaration(EvaluationId evaluation, PersonView signer, String link, Instant now) {
        Texts.requireShort("link", link, Texts.SHORT);
        this.id = UUID.randomUUID();
        this.evaluationId = evaluation.value();
        this.personId = signer.id().value();
        this.name = signer.name();
        this.capacity = signer.capacity() + ", " + signer.communeName();
        this.textVersion = DeclarationText.CURRENT.version();
        this.text = DeclarationText.CURRENT.words();
        this.link = link.isBlank() ? null : link.strip();
        this.signedAt = now;
    }

    void judge(Verdict how, PersonView judge, String reason, Instant now) {
        if (link == null || verdict != null) {
            throw new StepNoLongerOpen();
        }
        if (judge.id().value().equals(personId)) {
            throw new NotAllowed("Vous avez déclaré ce lien : un autre référent qualité doit l'examiner.");
        }
        String given = Texts.requireGiven(
                "reason", reason, Texts.SHORT, "Dites pourquoi : le motif figure au journal et dans le rapport.");
        verdict = how;
        judgedBy = judge.id().value();
        judgedName = judge.name();
        judgedCapacity = judge.capacity();
        judgedReason = given;
        judgedAt = now;
    }

    boolean hasLink() {
        return link != null;
    }

    Declaration view() {
        return new Declaration(
                new PersonId(personId),
                name,
                capacity,
                textVersion,
                text,
                link,
                signedAt,
                judgement().orElse(null));
    }

    private Optional<Judgement> judgement() {
        if (verdict == null
                || judgedName == null
                || judgedCapacity == null
                || judgedAt == null
                || judgedReason == null) {
            return Optional.empty();
        }
        return Optional.of(new Judgement(verdict == Verdict.KEPT, judgedName, judgedCapacity, judgedAt, judgedReason));
    }
}
