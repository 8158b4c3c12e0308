package org.capaccueil.tally.domain;

/** What a commune's choices are about. */
public enum ChoiceKind {
    SUBJECT("Sujet", "Sujets"),
    ORIENTATION("Orientation", "Orientations");

    private final String title;
    private final String plural;

    ChoiceKind(String title, String plural) {
        this.title = title;
        this.plural = plural;
    }

    public String title() {
        return title;
    }

    public String plural() {
        return plural;
    }
}
