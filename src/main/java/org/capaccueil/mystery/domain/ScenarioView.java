package org.capaccueil.mystery.domain;

import java.util.UUID;

/**
 * A scenario as its pages show it.
 *
 * @param version what a form that changes it has to give back
 */
public record ScenarioView(UUID id, ScenarioText text, VisitKind kind, ScenarioStatus status, long version) {

    public boolean isInUse() {
        return status == ScenarioStatus.IN_USE;
    }

    public boolean isRetired() {
        return status == ScenarioStatus.RETIRED;
    }
}
