package org.capaccueil.survey.domain;

/** How a question is answered. */
public enum QuestionType {
    SINGLE("Un seul choix"),
    MULTIPLE("Plusieurs choix"),
    LIKERT5("Cinq degrés"),
    TEXT("Texte libre");

    private final String title;

    QuestionType(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean isChoice() {
        return this != TEXT;
    }
}
