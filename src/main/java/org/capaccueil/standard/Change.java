package org.capaccueil.standard;

import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two standards, in words a quality manager reads.
 *
 * @param code of the theme, criterion, scale, indicator or question it is about; empty for the standard as a whole
 * @param title of the same, as the later standard has it
 * @param sentence what changes, complete in itself
 * @param before the text as it was, where a text changed
 * @param after the text as it is, where a text changed
 */
public record Change(
        Kind kind,
        Part part,
        String code,
        String title,
        String sentence,
        @Nullable String before,
        @Nullable String after) {

    /** What happens to the part, in the order pages group it. */
    public enum Kind {
        ADDED("Ajouté"),
        REMOVED("Retiré"),
        REWORDED("Reformulé"),
        REWEIGHTED("Pondérations"),
        MOVED("Déplacé"),
        CHANGED("Autres règles");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Which part of a standard it is about. */
    public enum Part {
        STANDARD("Référentiel"),
        SCALE("Échelle"),
        THEME("Thème"),
        CRITERION("Critère"),
        RULES("Règles du label"),
        INDICATOR("Indicateur"),
        SURVEY("Enquête");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Whether the page has two texts to show side by side. */
    public boolean hasTexts() {
        return before != null || after != null;
    }
}
