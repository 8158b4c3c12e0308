package org.capaccueil.mystery.domain;

/** Where a remark is: until it is published only the moderator reads it. */
public enum RemarkState {
    RECEIVED("À relire"),
    PUBLISHED("Publiée"),
    REJECTED("Écartée");

    private final String title;

    RemarkState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
