package org.capaccueil.survey.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/** One version of a commune's questionnaire: a document and where it is in its life. Only a draft's document changes. */
@Entity
class Questionnaire {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;

    /** What all versions of the same questionnaire share. */
    private UUID family;

    private int edition;
    private String title;

    @Enumerated(EnumType.STRING)
    private QuestionnaireStatus status = QuestionnaireStatus.DRAFT;

    private String content;
    private @Nullable Instant publishedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBecause;

    protected Questionnaire() {}

    private Questionnaire(CommuneId commune, UUID family, int edition, QuestionnaireText text) {
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        this.family = family;
        this.edition = edition;
        keep(text);
    }

    /** The first version of a new questionnaire. */
    static Questionnaire first(CommuneId commune, QuestionnaireText text) {
        return new Questionnaire(commune, UUID.randomUUID(), 1, text);
    }

    /** The next version of this one, to begin with its words. */
    Questionnaire next(int newEdition) {
        return new Questionnaire(new CommuneId(communeId), family, newEdition, text());
    }

    void write(QuestionnaireText text) {
        requireDraft();
        keep(text);
    }

    private void keep(QuestionnaireText text) {
        title = text.title();
        content = QuestionnaireJson.written(text);
    }

    void requireDraft() {
        if (status != QuestionnaireStatus.DRAFT) {
            throw new StepNoLongerOpen("Cette version du questionnaire est publiée et ne change plus. "
                    + "Commencez une nouvelle version pour la modifier.");
        }
    }

    void publish(Instant now) {
        requireDraft();
        text().requirePublishable();
        status = QuestionnaireStatus.PUBLISHED;
        publishedAt = now;
    }

    /** No new survey asks it; those that do go on. */
    void withdraw(String reason, Instant now) {
        if (status != QuestionnaireStatus.PUBLISHED) {
            throw new StepNoLongerOpen("Seule une version publiée se retire. Un brouillon se supprime.");
        }
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi cette version est retirée : les autres le liront.");
        }
        status = QuestionnaireStatus.WITHDRAWN;
        withdrawnAt = now;
        withdrawnBecause = reason.strip();
    }

    void requirePublished() {
        if (status != QuestionnaireStatus.PUBLISHED) {
            throw new BusinessRefusal(
                    "questionnaire", "Ce questionnaire n'est pas publié : choisissez-en un qui l'est.");
        }
    }

    QuestionnaireText text() {
        return QuestionnaireJson.read(content);
    }

    boolean isOf(CommuneId commune) {
        return commune.value().equals(communeId);
    }

    UUID id() {
        return id;
    }

    UUID family() {
        return family;
    }

    long version() {
        return version;
    }

    QuestionnaireView view() {
        return new QuestionnaireView(
                id, family, edition, title, status, publishedAt, withdrawnAt, withdrawnBecause, version);
    }
}
