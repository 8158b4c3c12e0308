package org.capaccueil.indicator.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file, and where.
 *
 * @param line counted from 1; 0 when it concerns the whole file
 * @param column its letter, null when it concerns the whole line
 * @param title of the column
 */
public record TableFault(int line, @Nullable String column, @Nullable String title, String sentence) {

    public static TableFault ofFile(String sentence) {
        return new TableFault(0, null, null, sentence);
    }

    public static TableFault ofLine(int line, String sentence) {
        return new TableFault(line, null, null, sentence);
    }

    /** « Ligne 12, colonne C (Appels) ». */
    public String place() {
        if (line == 0) {
            return "Tout le fichier";
        }
        return "Ligne " + line + (column == null ? "" : ", colonne " + column)
                + (title == null ? "" : " (" + title + ")");
    }

    @Override
    public String toString() {
        return place() + " : " + sentence;
    }
}
