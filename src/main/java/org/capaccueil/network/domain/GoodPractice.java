package org.capaccueil.network.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/** Something that worked in one commune, told so that another can do it. It names nobody. */
@Entity
class GoodPractice {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private String title;
    private String situation;
    private String done;
    private String result;
    private @Nullable BigDecimal figure;
    private String unit;
    private String channels;
    private String theme;
    private String criterion;
    private @Nullable UUID actionId;

    @Enumerated(EnumType.STRING)
    private PracticeState state = PracticeState.DRAFT;

    private int edition = 1;
    private Instant savedAt;
    private @Nullable Instant sharedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBecause;

    protected GoodPractice() {}

    GoodPractice(CommuneId commune, PracticeText text, @Nullable UUID action, Instant now) {
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        this.actionId = action;
        write(text, now);
    }

    /** What others have read already becomes another edition when it changes. */
    void change(PracticeText text, Instant now) {
        if (state == PracticeState.WITHDRAWN) {
            throw new StepNoLongerOpen("Cette bonne pratique est retirée : son texte ne change plus.");
        }
        if (state == PracticeState.SHARED) {
            text.requireComplete();
            edition++;
        }
        write(text, now);
    }

    private void write(PracticeText text, Instant now) {
        text.requireKeepable();
        title = text.title();
        situation = text.situation();
        done = text.done();
        result = text.result();
        figure = text.figure();
        unit = text.unit();
        channels = text.channelNames();
        theme = text.theme();
        criterion = text.criterion();
        savedAt = now;
    }

    void share(Instant now) {
        if (state != PracticeState.DRAFT) {
            throw new StepNoLongerOpen(
                    "Cette bonne pratique n'est plus un brouillon. Rouvrez sa page pour la voir telle "
                            + "qu'elle est.");
        }
        text().requireComplete();
        state = PracticeState.SHARED;
        sharedAt = now;
    }

    void withdraw(String reason, Instant now) {
        if (state != PracticeState.SHARED) {
            throw new StepNoLongerOpen("Seule une bonne pratique partagée se retire.");
        }
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi : les communes qui l'ont adoptée le liront.");
        }
        state = PracticeState.WITHDRAWN;
        withdrawnAt = now;
        withdrawnBecause = reason.strip();
    }

    void requireAdoptable() {
        if (state != PracticeState.SHARED) {
            throw new StepNoLongerOpen("Cette bonne pratique n'est plus partagée : elle ne s'adopte plus.");
        }
    }

    PracticeText text() {
        return new PracticeText(
                title, situation, done, result, figure, unit, PracticeText.channels(channels), theme, criterion);
    }

    PracticeView view() {
        return new PracticeView(
                id,
                new CommuneId(communeId),
                text(),
                state,
                edition,
                savedAt,
                sharedAt,
                withdrawnAt,
                withdrawnBecause,
                actionId != null,
                version);
    }
}
