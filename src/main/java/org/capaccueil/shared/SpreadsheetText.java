package org.capaccueil.shared;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as French spreadsheets open them: semicolons, and in front the mark that says UTF-8. */
public final class SpreadsheetText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);

    public SpreadsheetText line(List<String> cells) {
        text.append(row(cells));
        return this;
    }

    /** One more line, for a table that is written out as it is made. */
    public static String row(List<String> cells) {
        return cells.stream().map(SpreadsheetText::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** A text that begins like a formula is kept from being one: names are typed by people. */
    public static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[;\"\\n\\r].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
