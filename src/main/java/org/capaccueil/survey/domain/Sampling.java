package org.capaccueil.survey.domain;

/** Who is asked. Only a random sample has a margin of error. */
public enum Sampling {
    OPEN("Ouverte à qui veut répondre", "Réponses recueillies : elles ne représentent que ceux qui ont répondu."),
    RANDOM("Échantillon tiré au hasard", "Échantillon tiré au hasard : l'intervalle de confiance à 95 % est donné.");

    private final String title;
    private final String meaning;

    Sampling(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }
}
