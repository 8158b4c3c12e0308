package org.capaccueil.indicator.exchange;

/**
 * What stands in a cell of a file.
 *
 * @param text a number with a point, a moment as « 2027-03-12T14:32:05 », anything else as it is written
 */
public record Cell(String text, Kind kind) {

    /** What a file itself says about a cell: a text file says nothing. */
    public enum Kind {
        TEXT,
        NUMBER,
        MOMENT,
        FORMULA,
        FAULT
    }

    static Cell text(String text) {
        return new Cell(text.strip(), Kind.TEXT);
    }

    public boolean isBlank() {
        return text.isEmpty() && kind != Kind.FORMULA;
    }
}
