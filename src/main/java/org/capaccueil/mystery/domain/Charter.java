package org.capaccueil.mystery.domain;

import java.util.List;

/** The rules whoever observes accepts. Another wording is another version, and is accepted anew. */
public final class Charter {

    public static final int VERSION = 1;

    private static final List<String> RULES = List.of(
            "J'évalue le service rendu, jamais la personne qui le rend.",
            "Je ne note ni nom, ni signe qui ferait reconnaître quelqu'un, et je ne décris personne.",
            "Je n'enregistre et ne photographie rien.",
            "Je viens aux heures prévues, hors des heures de pointe, et je laisse passer un habitant pressé.",
            "Je ne dis à personne ce que j'ai prévu ni ce que j'ai noté avant l'ouverture des résultats.",
            "Je n'évalue pas une équipe dont je fais partie ou que je dirige ; si cela change, je le dis.");

    private Charter() {}

    public static List<String> rules() {
        return RULES;
    }
}
