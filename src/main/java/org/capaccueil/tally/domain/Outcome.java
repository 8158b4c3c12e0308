package org.capaccueil.tally.domain;

/** How a contact ended, for the resident. The order is the one of the buttons and of the figures. */
public enum Outcome {
    ANSWERED("Répondu"),
    ORIENTED("Orienté"),
    APPOINTMENT("Rendez-vous"),
    CALL_BACK("À rappeler"),
    CAME_BACK("Revient pour la même demande");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    /** The word shown on pages and in exports. */
    public String title() {
        return title;
    }
}
