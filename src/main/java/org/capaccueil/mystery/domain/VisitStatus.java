package org.capaccueil.mystery.domain;

/** Where a visit is. */
public enum VisitStatus {
    PLANNED("Prévue"),
    STARTED("Commencée"),
    DONE("Rendue"),
    NOT_DONE("Non faite"),
    WITHDRAWN("Retirée");

    private final String title;

    VisitStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
