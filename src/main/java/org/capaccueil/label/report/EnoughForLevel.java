package org.capaccueil.label.report;

import java.util.List;

/**
 * What would be enough for the next level, as the report prints it.
 *
 * @param level by its French name
 * @param reachable false when better ratings alone would not do
 * @param besides how many of the reasons above better ratings do not change
 * @param assumesGaps whether ratings stay « sans objet » or « non coté »
 */
public record EnoughForLevel(String level, boolean reachable, List<Raise> raises, int besides, boolean assumesGaps) {

    /** A rating to be raised, in words. */
    public record Raise(String criterion, String place, String from, String to) {}

    public EnoughForLevel {
        raises = List.copyOf(raises);
    }

    String title() {
        return "Ce qui suffirait pour le niveau " + level;
    }

    String sentence() {
        if (!reachable) {
            return "Les cotations données, même toutes portées au plus haut, ne suffiraient pas : il faut aussi revoir ce "
                    + "qui est sans objet ou non coté.";
        }
        String gaps = assumesGaps
                ? " Cette liste suppose que ce qui est sans objet ou non coté le reste : une fois coté, il entrerait dans "
                        + "le calcul."
                : "";
        if (raises.isEmpty()) {
            return "Aucune cotation n'est à relever : il suffit de lever " + reasonsAbove() + "." + gaps;
        }
        return "Relever ces cotations, une façon d'y arriver parmi d'autres"
                + (besides == 0 ? "" : ", et lever " + reasonsAbove() + " que les cotations ne changent pas") + "."
                + gaps;
    }

    private String reasonsAbove() {
        return besides == 1 ? "le motif ci-dessus" : "les " + besides + " motifs ci-dessus";
    }
}
