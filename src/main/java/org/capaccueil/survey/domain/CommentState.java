package org.capaccueil.survey.domain;

/**
 * Where a free text is: until it is published only the moderator reads it, and not even they as long as it is one of few,
 * for whoever sees somebody answer and looks would know whose it is.
 */
public enum CommentState {
    ARRIVED("Pas encore lisible"),
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
