package org.capaccueil.standard;

/** Where a version is in its life. */
public enum StandardStatus {
    /** Being written; no campaign may start on it. */
    DRAFT("Brouillon"),
    /** Campaigns may start on it; its content never changes again. */
    PUBLISHED("Publié"),
    /** No new campaign starts on it; those that did keep it. */
    WITHDRAWN("Retiré");

    private final String title;

    StandardStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
