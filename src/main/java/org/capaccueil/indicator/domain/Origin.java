package org.capaccueil.indicator.domain;

/** How a value came in. */
public enum Origin {
    TYPED("saisie"),
    IMPORTED("import de fichier"),
    PROGRAM("envoi par un programme"),
    EVENTS("événements");

    private final String title;

    Origin(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
