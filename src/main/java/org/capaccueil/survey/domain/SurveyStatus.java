package org.capaccueil.survey.domain;

/** Where a survey is. */
public enum SurveyStatus {
    PREPARED("En préparation"),
    OPEN("Ouverte"),
    CLOSED("Close");

    private final String title;

    SurveyStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
