package org.capaccueil.standard.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.capaccueil.standard.exchange.SheetHeadings.Place;
import org.capaccueil.standard.exchange.SheetLayout.Column;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;

/** What one row of a sheet says, or one form, in the words of the published form. */
final class SheetEntry {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}([.,]\\d{1,12})?");
    private static final Pattern POSITION = Pattern.compile("\\d");

    private final String at;
    private final Faults faults;
    private final Map<String, Source> values = new LinkedHashMap<>();
    private final Map<Column, TreeMap<Integer, Source>> several = new LinkedHashMap<>();

    SheetEntry(String at, Faults faults) {
        this.at = at;
        this.faults = faults;
    }

    void put(Place place, Scalar scalar) {
        Column column = place.column();
        switch (column.kind()) {
            case TEXT -> values.put(column.path(), scalar);
            case NUMBER, SHARE -> values.put(column.path(), number(scalar));
            case FLAG -> values.put(column.path(), flag(column, scalar));
            case WORD -> values.put(column.path(), word(column, scalar.text(), scalar.at()));
            case WORDS -> values.put(column.path(), words(column, scalar));
            case SERIES -> several(column).put(place.index(), scalar);
            case MARKS -> mark(column, place.index(), scalar);
        }
    }

    private TreeMap<Integer, Source> several(Column column) {
        return several.computeIfAbsent(column, none -> new TreeMap<>());
    }

    private void mark(Column column, int index, Scalar scalar) {
        String text = scalar.text().strip().toLowerCase(Locale.ROOT);
        if (text.equals("x") || text.equals("oui") || text.equals("true")) {
            String code = List.copyOf(column.words().keySet()).get(index);
            several(column).put(index, new Scalar(Type.TEXT, code, scalar.at()));
        } else if (!text.equals("non") && !text.equals("false")) {
            faults.add(new Fault(scalar.at(), "vaut " + PlainText.quoted(scalar.text()) + " ; mettez x, ou rien."));
        }
    }

    private static Scalar number(Scalar scalar) {
        if (scalar.type() != Type.TEXT) {
            return scalar;
        }
        String text = SPACES.matcher(scalar.text()).replaceAll("");
        return DECIMAL.matcher(text).matches() ? new Scalar(Type.NUMBER, text.replace(',', '.'), scalar.at()) : scalar;
    }

    private Scalar flag(Column column, Scalar scalar) {
        String text = scalar.text().strip().toLowerCase(Locale.ROOT);
        boolean yes = text.equals("oui") || text.equals("x") || text.equals("true");
        if (!yes && !text.equals("non") && !text.equals("false")) {
            faults.add(new Fault(
                    scalar.at(),
                    "« " + column.heading() + " » vaut " + PlainText.quoted(scalar.text())
                            + " ; répondez oui ou non."));
        }
        return new Scalar(Type.FLAG, String.valueOf(yes), scalar.at());
    }

    private Scalar word(Column column, String text, String at) {
        String wanted = text.strip();
        for (Map.Entry<String, String> word : column.words().entrySet()) {
            if (SheetHeadings.plain(word.getValue()).equals(SheetHeadings.plain(wanted))
                    || word.getKey().equals(wanted)) {
                return new Scalar(Type.TEXT, word.getKey(), at);
            }
        }
        faults.add(new Fault(
                at,
                "« " + column.heading() + " » vaut " + PlainText.quoted(wanted) + " ; les valeurs possibles sont "
                        + String.join(", ", column.words().values()) + "."));
        return new Scalar(Type.TEXT, column.words().keySet().iterator().next(), at);
    }

    private Items words(Column column, Scalar scalar) {
        List<Source> all = new ArrayList<>();
        for (String text : scalar.text().split("[,;\\n]")) {
            if (!text.isBlank()) {
                all.add(word(column, text, scalar.at()));
            }
        }
        return new Items(all, scalar.at());
    }

    Fields fields() {
        several.forEach((column, parts) -> values.put(
                column.path(),
                new Items(
                        List.copyOf(parts.values()),
                        parts.firstEntry().getValue().at())));
        return nested(values, at);
    }

    /** « applies_if.all_of » becomes a value of a group; a group whose parts are numbered, a list. */
    private static Fields nested(Map<String, Source> values, String at) {
        Map<String, Source> all = new LinkedHashMap<>();
        Map<String, Map<String, Source>> groups = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                all.put(path, value);
            } else {
                groups.computeIfAbsent(path.substring(0, dot), none -> new LinkedHashMap<>())
                        .put(path.substring(dot + 1), value);
            }
        });
        groups.forEach((name, parts) -> {
            String first = parts.values().iterator().next().at();
            all.put(
                    name,
                    parts.keySet().stream()
                                    .allMatch(key -> POSITION.matcher(key).matches())
                            ? new Items(List.copyOf(new TreeMap<>(parts).values()), first)
                            : nested(parts, first));
        });
        return new Fields(all, at);
    }
}
