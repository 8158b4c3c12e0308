package org.capaccueil.survey.domain;

/** What leads a resident to a survey. */
public enum WayKind {
    LINK("Lien", "Lien à donner ou à publier"),
    POSTER("Affiche", "Affiche avec code QR"),
    KIOSK("Borne", "Tablette sur place"),
    FOOTER("Pied de courriel", "Texte sous les courriels de l'équipe"),
    PAPER("Papier", "Réponse sur papier, saisie par un agent");

    private final String title;
    private final String meaning;

    WayKind(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** Whether it can be given to certain people; the others are there for whoever comes by. */
    boolean reachesWhoWasDrawn() {
        return this == LINK || this == PAPER;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }
}
