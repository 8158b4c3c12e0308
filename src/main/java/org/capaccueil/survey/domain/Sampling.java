package org.capaccueil.survey.domain;

import java.util.Collection;
import org.capaccueil.shared.BusinessRefusal;

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

    /** Whether nobody but those who are asked comes to it by these ways. */
    boolean isReachedBy(Collection<WayKind> kinds) {
        return this == OPEN || kinds.stream().allMatch(WayKind::reachesWhoWasDrawn);
    }

    void requireReachedBy(Collection<WayKind> kinds) {
        if (!isReachedBy(kinds)) {
            throw new BusinessRefusal(
                    "kinds",
                    "Un échantillon tiré au hasard répond par un lien qui lui est donné ou sur papier. Une affiche, une borne "
                            + "ou un pied de courriel s'adressent à qui passe : décochez-les, ou ouvrez l'enquête à qui veut "
                            + "répondre.");
        }
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }
}
