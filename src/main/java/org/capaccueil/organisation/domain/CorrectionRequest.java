package org.capaccueil.organisation.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.organisation.CorrectionItem;
import org.capaccueil.organisation.domain.CorrectionView.Status;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/** A person asks, in words, to have an entry of the register about them corrected; answered once. */
@Entity
class CorrectionRequest {

    static final int LONGEST = 1_000;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private CorrectionItem item;

    private String wish;
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    private @Nullable String answer;
    private @Nullable UUID answeredBy;
    private @Nullable Instant answeredAt;

    protected CorrectionRequest() {}

    CorrectionRequest(UUID id, CommuneId commune, PersonId person, CorrectionItem item, String wish, Instant now) {
        if (wish.isBlank()) {
            throw new BusinessRefusal("wish", "Dites ce qui est à corriger, et comment ce doit être écrit.");
        }
        requireShort("wish", wish);
        this.id = id;
        this.communeId = commune.value();
        this.personId = person.value();
        this.item = item;
        this.wish = wish.strip();
        this.askedAt = now;
    }

    void make(PersonId by, Instant now) {
        settle(Status.MADE, null, by, now);
    }

    void decline(String reason, PersonId by, Instant now) {
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi : la personne lira votre réponse.");
        }
        requireShort("reason", reason);
        settle(Status.DECLINED, reason.strip(), by, now);
    }

    private void settle(Status outcome, @Nullable String words, PersonId by, Instant now) {
        if (status != Status.OPEN) {
            throw new StepNoLongerOpen("Cette demande a déjà reçu une réponse. Rechargez la page pour la lire.");
        }
        status = outcome;
        answer = words;
        answeredBy = by.value();
        answeredAt = now;
    }

    private static void requireShort(String field, String text) {
        if (text.strip().length() > LONGEST) {
            throw new BusinessRefusal(field, "Ce texte compte plus de " + LONGEST + " caractères. Raccourcissez-le.");
        }
    }

    boolean isOf(CommuneId commune) {
        return communeId.equals(commune.value());
    }

    CorrectionView view() {
        return new CorrectionView(id, new PersonId(personId), item, wish, askedAt, status, answer, answeredAt);
    }
}
