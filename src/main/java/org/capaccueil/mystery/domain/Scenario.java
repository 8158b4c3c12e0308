package org.capaccueil.mystery.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StepNoLongerOpen;

/** A situation observers play: drafted, in use, retired. Visits that are planned keep the words they were planned with. */
@Entity
@Table(name = "mystery_scenario")
class Scenario {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;

    @Enumerated(EnumType.STRING)
    private VisitKind kind;

    private String title;
    private String situation;
    private String request;
    private String expected;

    @Enumerated(EnumType.STRING)
    private ScenarioStatus status = ScenarioStatus.DRAFT;

    protected Scenario() {}

    Scenario(CommuneId commune, ScenarioText text) {
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        take(text);
    }

    void reword(ScenarioText text) {
        if (status == ScenarioStatus.RETIRED) {
            throw new StepNoLongerOpen("Ce scénario est retiré : remettez-le en service pour le modifier.");
        }
        take(text);
    }

    private void take(ScenarioText text) {
        text.requireSound();
        kind = Objects.requireNonNull(text.kind());
        title = text.title();
        situation = text.situation();
        request = text.request();
        expected = text.expected();
    }

    void use() {
        status = ScenarioStatus.IN_USE;
    }

    void retire() {
        status = ScenarioStatus.RETIRED;
    }

    boolean isOf(CommuneId commune) {
        return communeId.equals(commune.value());
    }

    boolean isInUse() {
        return status == ScenarioStatus.IN_USE;
    }

    UUID id() {
        return id;
    }

    ScenarioText text() {
        return new ScenarioText(kind, title, situation, request, expected);
    }

    ScenarioView view() {
        return new ScenarioView(id, text(), kind, status, version);
    }
}
