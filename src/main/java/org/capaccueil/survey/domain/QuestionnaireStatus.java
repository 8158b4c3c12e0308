package org.capaccueil.survey.domain;

/** Where a version of a questionnaire is in its life. */
public enum QuestionnaireStatus {
    DRAFT("Brouillon"),
    PUBLISHED("Publié"),
    WITHDRAWN("Retiré");

    private final String title;

    QuestionnaireStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
