package org.capaccueil.indicator.domain;

/** What the values of several periods say together. */
public enum Gathering {
    /** Calls, letters, visits: what happens is counted once, and adds up. */
    SUM("les quantités s'additionnent"),
    /** Trained agents, pages that conform: what is there is counted again each time. */
    LATEST("la dernière valeur compte");

    private final String title;

    Gathering(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
