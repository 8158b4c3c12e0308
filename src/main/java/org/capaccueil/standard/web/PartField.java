package org.capaccueil.standard.web;

import java.util.List;
import java.util.Map;
import org.capaccueil.standard.exchange.FieldNames;
import org.jspecify.annotations.Nullable;

/**
 * One value of a part as a page asks for it.
 *
 * @param path where it stands in the part's values: « weight », « nc_deadlines.plan_days »
 * @param unit what a number counts, shown behind it
 * @param options what may be chosen, each with its title
 * @param columns what one row holds, for rows
 */
record PartField(
        String path,
        Input input,
        @Nullable String hint,
        @Nullable String unit,
        Map<String, String> options,
        List<PartField> columns,
        boolean needed) {

    enum Input {
        LINE,
        TEXT,
        NUMBER,
        /** Two numbers, from and to. */
        RANGE,
        /** A share of 0 to 1, shown in percent. */
        PERCENT,
        FLAG,
        CHOICE,
        CHOICES,
        /** Texts of a list, one a line. */
        LINES,
        ROWS
    }

    static PartField line(String path) {
        return new PartField(path, Input.LINE, null, null, Map.of(), List.of(), true);
    }

    static PartField of(String path, Input input) {
        return new PartField(path, input, null, null, FieldNames.words(path), List.of(), true);
    }

    static PartField number(String path, @Nullable String unit) {
        return new PartField(path, Input.NUMBER, null, unit, Map.of(), List.of(), true);
    }

    static PartField rows(String path, PartField... columns) {
        return new PartField(path, Input.ROWS, null, null, Map.of(), List.of(columns), true);
    }

    PartField hint(String sentence) {
        return new PartField(path, input, sentence, unit, options, columns, needed);
    }

    PartField optional() {
        return new PartField(path, input, hint, unit, options, columns, false);
    }

    PartField options(Map<String, String> choices) {
        return new PartField(path, input, hint, unit, choices, columns, needed);
    }

    /** The key it has in the published form: the last step of its path. */
    String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** What it is called on the page: a code that is chosen and not given says which level a row is about. */
    public String title() {
        return input == Input.CHOICE && key().equals("code") ? "Niveau" : FieldNames.title(key());
    }
}
