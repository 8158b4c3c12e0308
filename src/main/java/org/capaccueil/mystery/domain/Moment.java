package org.capaccueil.mystery.domain;

/** When in the encounter something is noted; the order is the one of the grid. */
public enum Moment {
    ACCESS("Accessibilité et attente"),
    WELCOME("Accueil"),
    LISTENING("Écoute"),
    ANSWER("Réponse"),
    LEAVING("Prise de congé");

    private final String title;

    Moment(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
