package org.capaccueil.mystery.domain;

/** Where a scenario is in its life. */
public enum ScenarioStatus {
    DRAFT("Brouillon"),
    IN_USE("En service"),
    RETIRED("Retiré");

    private final String title;

    ScenarioStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
