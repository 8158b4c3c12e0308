package org.capaccueil.mystery.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/** One edition of a commune's grid: a draft changes, a published edition never does. */
@Entity
@Table(name = "mystery_grid")
class Grid {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private int edition;
    private String content;
    private @Nullable Instant publishedAt;

    protected Grid() {}

    Grid(CommuneId commune, int edition, GridText text) {
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        this.edition = edition;
        this.content = text.written();
    }

    void rewrite(GridText text) {
        requireDraft();
        content = text.written();
    }

    void publish(Instant now) {
        requireDraft();
        text().requireUsable();
        publishedAt = now;
    }

    private void requireDraft() {
        if (publishedAt != null) {
            throw new StepNoLongerOpen(
                    "Cette édition de la grille est publiée : elle ne change plus. " + "Commencez la suivante.");
        }
    }

    boolean isOf(CommuneId commune) {
        return communeId.equals(commune.value());
    }

    UUID id() {
        return id;
    }

    GridText text() {
        return GridText.read(content);
    }

    GridView view() {
        return new GridView(id, edition, text(), publishedAt, version);
    }
}
