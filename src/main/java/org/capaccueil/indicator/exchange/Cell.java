package org.capaccueil.indicator.exchange;

import java.math.BigDecimal;

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

    /** Scales no number somebody counted has; written out, a number of a few signs would fill the memory. */
    private static final int MOST_PLACES = 40;

    public static Cell text(String text) {
        return new Cell(stripped(text), Kind.TEXT);
    }

    /** One that is too large or too fine stays as it is written, which readers refuse. */
    public static Cell number(BigDecimal number) {
        boolean usual = Math.abs((long) number.scale()) <= MOST_PLACES;
        return new Cell(usual ? number.toPlainString() : number.toString(), Kind.NUMBER);
    }

    /** Spaces that do not break are spaces too. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    public boolean isBlank() {
        return text.isEmpty() && kind != Kind.FORMULA;
    }
}
