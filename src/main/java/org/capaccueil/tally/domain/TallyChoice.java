package org.capaccueil.tally.domain;

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

/** One of the words all points of a commune count under. Its code never changes: figures of other years are under it. */
@Entity
class TallyChoice {

    static final int LONGEST_LABEL = 40;

    private static final String CODE = "[A-Z0-9][A-Z0-9-]{0,19}";

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;

    @Enumerated(EnumType.STRING)
    private ChoiceKind kind;

    private String code;
    private String label;
    private int position;
    private @Nullable Instant archivedAt;

    protected TallyChoice() {}

    TallyChoice(CommuneId commune, ChoiceKind kind, String code, String label, int position) {
        if (!code.matches(CODE)) {
            throw new BusinessRefusal(
                    "code",
                    "Le code compte 1 à 20 lettres majuscules sans accent, chiffres ou tirets, par exemple ETAT-CIVIL.");
        }
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        this.kind = kind;
        this.code = code;
        this.position = position;
        rename(label);
    }

    final void rename(String wanted) {
        if (wanted.isBlank()) {
            throw new BusinessRefusal("label", "Donnez les mots que l'équipe lira sur le bouton.");
        }
        if (wanted.strip().length() > LONGEST_LABEL) {
            throw new BusinessRefusal(
                    "label",
                    "Un bouton se lit d'un coup d'œil : " + LONGEST_LABEL + " caractères au plus. Raccourcissez.");
        }
        label = wanted.strip();
    }

    /** Two neighbours change places. */
    void changePlacesWith(TallyChoice other) {
        int place = position;
        position = other.position;
        other.position = place;
    }

    void archive(Instant now) {
        if (archivedAt != null) {
            throw new StepNoLongerOpen("« " + label + " » est déjà archivé. Rechargez la page pour voir la liste.");
        }
        archivedAt = now;
    }

    /** Offered again, at the end of the list. */
    void bringBack(int lastPosition) {
        if (archivedAt == null) {
            throw new StepNoLongerOpen("« " + label + " » est déjà proposé. Rechargez la page pour voir la liste.");
        }
        archivedAt = null;
        position = lastPosition;
    }

    ChoiceView view() {
        return new ChoiceView(id, kind, code, label, position, archivedAt, version);
    }
}
