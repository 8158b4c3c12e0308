package org.capaccueil.audit.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;

/** What the auditor found at one place, what the team replied, and what became of it. */
@Entity
class AuditFinding {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID evaluationId;
    private int number;

    @Enumerated(EnumType.STRING)
    private FindingKind kind;

    private String criterion;

    @Enumerated(EnumType.STRING)
    private Place place;

    private String text;
    private String basis;
    private @Nullable String reply;

    @Enumerated(EnumType.STRING)
    private @Nullable Treatment decision;

    private @Nullable String treatment;

    protected AuditFinding() {}

    AuditFinding(EvaluationId evaluation, int number, FindingDraft draft) {
        this.id = UUID.randomUUID();
        this.evaluationId = evaluation.value();
        this.number = number;
        change(draft);
    }

    final void change(FindingDraft draft) {
        kind = draft.kind();
        criterion = draft.criterion();
        place = draft.place();
        text = Texts.requireGiven(
                "text", draft.text(), Texts.LONG, "Décrivez le constat : ce qui est, à quel endroit.");
        basis = Texts.requireGiven(
                "basis",
                draft.basis(),
                Texts.LONG,
                "Indiquez la preuve et la méthode (observation, document, entretien…) : il n'y a pas de constat sans preuve.");
    }

    /** The team's words; empty takes them back. */
    void reply(String words) {
        Texts.requireShort("reply", words, Texts.LONG);
        reply = words.isBlank() ? null : words.strip();
    }

    /** The auditor takes the reply into account; amending changes kind and text, the original stays in the trail. */
    void treat(Treatment how, String words, FindingKind amendedKind, String amendedText) {
        if (reply == null) {
            throw new BusinessRefusal(
                    "decision", "L'équipe n'a pas répondu au constat n° " + number + " : il reste tel quel.");
        }
        String given = Texts.requireGiven(
                "words", words, Texts.LONG, "Dites à l'équipe comment vous avez tenu compte de sa réponse.");
        if (how == Treatment.AMENDED) {
            String newText = Texts.requireGiven(
                    "text", amendedText, Texts.LONG, "Donnez le texte du constat tel qu'il doit figurer au rapport.");
            if (amendedKind == kind && newText.equals(text) && decision != Treatment.AMENDED) {
                throw new BusinessRefusal(
                        "text",
                        "Rien n'est modifié dans le constat. Changez sa nature ou son texte, ou choisissez « maintenu ».");
            }
            kind = amendedKind;
            text = newText;
        }
        decision = how;
        treatment = given;
    }

    boolean isStanding() {
        return decision != Treatment.WITHDRAWN;
    }

    boolean isNonconformity() {
        return isStanding() && kind.isNonconformity();
    }

    boolean awaitsTreatment() {
        return reply != null && decision == null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    int number() {
        return number;
    }

    FindingKind kind() {
        return kind;
    }

    String criterion() {
        return criterion;
    }

    Place place() {
        return place;
    }

    String text() {
        return text;
    }

    String basis() {
        return basis;
    }

    @Nullable
    String reply() {
        return reply;
    }

    @Nullable
    Treatment decision() {
        return decision;
    }

    @Nullable
    String treatment() {
        return treatment;
    }

    boolean belongsTo(EvaluationId evaluation) {
        return evaluationId.equals(evaluation.value());
    }

    /** « Non-conformité majeure : … », for the trail. */
    String inWords() {
        return kind.title() + " : " + text;
    }

    /**
     * As other rooms see it.
     *
     * @param replyShown whether the team's words are out: a draft of a reply is the team's own
     */
    Audits.Finding view(boolean replyShown) {
        String treated = decision == null ? null : decision.title() + " : " + treatment;
        return new Audits.Finding(id, number, kind, criterion, place, text, basis, replyShown ? reply : null, treated);
    }

    EvaluationId evaluation() {
        return new EvaluationId(evaluationId);
    }
}
