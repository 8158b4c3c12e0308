package org.capaccueil.standard.exchange;

import java.util.List;
import java.util.Map;

/**
 * A sheet of the workbook a quality manager fills in.
 *
 * @param isForm whether it asks for one thing, a value a row; otherwise it lists several, one a row
 */
record SheetLayout(String name, boolean isForm, List<Column> columns) {

    /** How a value is written in cells. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A number of 0 to 1 shown in percent. */
        SHARE,
        /** « oui » or « non ». */
        FLAG,
        /** One of some words. */
        WORD,
        /** Some of some words in one cell, with commas. */
        WORDS,
        /** A column for each of some words, marked with x. */
        MARKS,
        /** Texts in as many columns as needed, numbered from 1. */
        SERIES
    }

    /**
     * A value of the published form.
     *
     * @param heading what stands above it; for marks, the words themselves do
     * @param path where it belongs: « weight », « applies_if.all_of »
     * @param words codes and their titles, where only some words are possible
     */
    record Column(String heading, String path, Kind kind, Map<String, String> words, boolean needed, String hint) {

        static Column of(String path, Kind kind, String hint) {
            String key = path.substring(path.lastIndexOf('.') + 1);
            return new Column(FieldNames.title(key), path, kind, FieldNames.words(key), false, hint);
        }

        Column headed(String other) {
            return new Column(other, path, kind, words, needed, hint);
        }

        Column must() {
            return new Column(heading, path, kind, words, true, hint);
        }

        Column words(Map<String, String> only) {
            return new Column(heading, path, kind, only, needed, hint);
        }

        /** The heading as it is written, with a mark when the value must be given. */
        String shown() {
            return needed ? heading + " *" : heading;
        }
    }
}
