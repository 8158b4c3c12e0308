package org.capaccueil.network.domain;

/** Where a good practice is in its life. */
public enum PracticeState {
    /** The commune's own, being written. */
    DRAFT("Brouillon"),
    /** Every commune reads it. */
    SHARED("Partagée"),
    /** Offered no longer; communes that adopted it still read it. */
    WITHDRAWN("Retirée");

    private final String title;

    PracticeState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
