package org.capaccueil.shared;

/** The five phases of a team's evaluation, with the same words everywhere: process, stepper, tasks, reports. */
public enum Phase {
    COLLECTION("Collecte"),
    SELF_ASSESSMENT("Autoévaluation"),
    AUDIT("Audit"),
    ACTION_PLAN("Plan d'action"),
    FOLLOW_UP("Suivi");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
