package org.capaccueil.standard.exchange;

import java.util.List;
import java.util.Map;

/** What a file says, whatever its format, each value with the place it stands at: « ligne 12 », « feuille Critères, cellule D7 ». */
sealed interface Source {

    String at();

    /** A value without parts. */
    record Scalar(Type type, String text, String at) implements Source {}

    /** Values in their order. */
    record Items(List<Source> all, String at) implements Source {}

    /** Values by name, in their order. */
    record Fields(Map<String, Source> all, String at) implements Source {}

    /** What a value was written as: "2" in quotes is a text, 2 is a number. */
    enum Type {
        TEXT,
        NUMBER,
        FLAG,
        NOTHING
    }
}
