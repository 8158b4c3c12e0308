package org.capaccueil.campaign;

/** Whether a team's evaluation still goes on. */
public enum EvaluationStatus {
    OPEN("En cours"),
    CLOSED("Close"),
    CANCELLED("Annulée");

    private final String title;

    EvaluationStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
