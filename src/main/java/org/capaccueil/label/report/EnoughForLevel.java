package org.capaccueil.label.report;

import java.util.List;

/**
 * What would be enough for the next level, as the report prints it.
 *
 * @param level by its French name
 * @param reachable false when better ratings alone would not do
 */
public record EnoughForLevel(String level, boolean reachable, List<Raise> raises) {

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
            return "Les cotations données, même toutes portées au plus haut, ne suffiraient pas.";
        }
        return raises.isEmpty()
                ? "Aucune cotation n'est à relever : il suffit de lever les motifs ci-dessus."
                : "Relever ces cotations, une façon d'y arriver parmi d'autres, et lever les motifs ci-dessus que les "
                        + "cotations ne changent pas.";
    }
}
