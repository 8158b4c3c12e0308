package org.capaccueil.survey.domain;

/** Where a free text is: until it is published only the moderator reads it. */
public enum CommentState {
    RECEIVED("À relire"),
    PUBLISHED("Publié"),
    REJECTED("Écarté");

    private final String title;

    CommentState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
