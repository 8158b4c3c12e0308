package org.capaccueil.mystery.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;

/** A scenario in a wave, with the words it had when visits were planned. */
@Entity
@Table(name = "mystery_script")
class Script {

    @Id
    private UUID id;

    private UUID waveId;
    private UUID scenarioId;

    @Enumerated(EnumType.STRING)
    private VisitKind kind;

    private String title;
    private String situation;
    private String request;
    private String expected;

    protected Script() {}

    Script(UUID wave, Scenario scenario) {
        this.id = UUID.randomUUID();
        this.waveId = wave;
        this.scenarioId = scenario.id();
        copy(scenario);
    }

    final void copy(Scenario scenario) {
        ScenarioText text = scenario.text();
        kind = Objects.requireNonNull(text.kind());
        title = text.title();
        situation = text.situation();
        request = text.request();
        expected = text.expected();
    }

    UUID id() {
        return id;
    }

    UUID wave() {
        return waveId;
    }

    UUID scenario() {
        return scenarioId;
    }

    ScenarioText text() {
        return new ScenarioText(kind, title, situation, request, expected);
    }

    Planner.Played played() {
        return new Planner.Played(id, kind);
    }
}
