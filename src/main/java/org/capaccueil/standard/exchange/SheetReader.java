package org.capaccueil.standard.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.capaccueil.standard.exchange.SheetLayout.Column;
import org.capaccueil.standard.exchange.SheetLayout.Kind;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sheet into values that know their cells. What cannot be a value (a formula, a date, a word nobody knows) is a
 * fault at its cell; everything else is judged by the reader of standards.
 */
final class SheetReader {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 200;
    private static final String DECIMAL = "-?\\d{1,12}([.,]\\d{1,12})?";

    private final SheetLayout layout;
    private final Sheet sheet;
    private final Faults faults;

    private SheetReader(SheetLayout layout, Sheet sheet, Faults faults) {
        this.layout = layout;
        this.sheet = sheet;
        this.faults = faults;
    }

    /** The things a list names, one a row; the single thing of a form, or none when nothing is filled in. */
    static List<Fields> read(SheetLayout layout, Sheet sheet, Faults faults) throws UnreadableFile {
        if (sheet.getLastRowNum() > MOST_ROWS) {
            throw new UnreadableFile(new Fault(
                    "feuille " + layout.name(),
                    "elle a plus de " + MOST_ROWS + " lignes. Supprimez les lignes vides du bas."));
        }
        SheetReader reader = new SheetReader(layout, sheet, faults);
        return layout.isForm() ? reader.form() : reader.rows();
    }

    /** A physical column: a part of a value when the value takes several. */
    private record Part(Column column, int index) {}

    private List<Fields> form() throws UnreadableFile {
        Map<String, Part> known = known();
        Thing thing = new Thing("feuille " + layout.name());
        Map<String, String> seen = new HashMap<>();
        for (Row row : sheet) {
            Cell title = row.getCell(0);
            Source name = value(title);
            if (row.getRowNum() == 0 || name == null) {
                requireEmpty(row, row.getRowNum() == 0 ? MOST_COLUMNS : 1);
                continue;
            }
            Part part = part(known, name, seen);
            if (part != null) {
                thing.put(part, row.getCell(1), at(row.getRowNum(), 1));
            }
            requireEmpty(row, 3);
        }
        Fields fields = thing.fields();
        return fields.all().isEmpty() ? List.of() : List.of(fields);
    }

    /** What stands where nothing is read would be lost without a word. */
    private void requireEmpty(Row row, int from) {
        for (Cell cell : row) {
            Source value = cell.getColumnIndex() < from ? null : value(cell);
            if (value != null) {
                faults.add(new Fault(value.at(), "rien n'est lu ici. Effacez cette cellule ou déplacez sa valeur."));
            }
        }
    }

    private List<Fields> rows() throws UnreadableFile {
        Map<String, Part> known = known();
        Map<Integer, Part> columns = new TreeMap<>();
        Map<String, String> seen = new HashMap<>();
        Row heads = sheet.getRow(0);
        if (heads != null) {
            if (heads.getLastCellNum() > MOST_COLUMNS) {
                throw new UnreadableFile(new Fault(
                        "feuille " + layout.name(),
                        "elle a plus de " + MOST_COLUMNS + " colonnes. Supprimez celles qui ne servent pas."));
            }
            for (Cell cell : heads) {
                Source name = value(cell);
                Part part = name == null ? null : part(known, name, seen);
                if (part != null) {
                    columns.put(cell.getColumnIndex(), part);
                }
            }
        }
        List<Fields> all = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() == 0 || (row.getRowNum() == 1 && isHints(row, columns))) {
                continue;
            }
            Thing thing = new Thing("feuille " + layout.name() + ", ligne " + (row.getRowNum() + 1));
            for (Cell cell : row) {
                Part part = columns.get(cell.getColumnIndex());
                if (part != null) {
                    thing.put(part, cell, at(row.getRowNum(), cell.getColumnIndex()));
                } else if (value(cell) != null) {
                    faults.add(new Fault(
                            at(row.getRowNum(), cell.getColumnIndex()),
                            "cette colonne n'a pas de titre : rien ne dit ce que c'est. Donnez-lui un titre ou effacez "
                                    + "la cellule."));
                }
            }
            Fields fields = thing.fields();
            if (!fields.all().isEmpty()) {
                all.add(fields);
            }
        }
        return all;
    }

    /** Whether a row explains the columns, as the second row of a workbook we wrote does. */
    private static boolean isHints(Row row, Map<Integer, Part> columns) {
        boolean any = false;
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.BLANK) {
                continue;
            }
            Part part = columns.get(cell.getColumnIndex());
            if (part == null || cell.getCellType() != CellType.STRING) {
                return false;
            }
            String text = cell.getStringCellValue().strip();
            if (!text.isEmpty() && !text.equals(part.column().hint())) {
                return false;
            }
            any |= !text.isEmpty();
        }
        return any;
    }

    private Map<String, Part> known() {
        Map<String, Part> known = new LinkedHashMap<>();
        for (Column column : layout.columns()) {
            if (column.kind() == Kind.MARKS) {
                int index = 0;
                for (String title : column.words().values()) {
                    known.put(plain(title), new Part(column, index++));
                }
            } else {
                known.put(plain(column.heading()), new Part(column, 0));
            }
        }
        return known;
    }

    private @Nullable Part part(Map<String, Part> known, Source name, Map<String, String> seen) {
        String heading = name instanceof Scalar scalar ? scalar.text().strip() : "";
        String title = plain(heading);
        String before = seen.put(title, name.at());
        if (before != null) {
            faults.add(new Fault(name.at(), "« " + heading + " » est déjà là (" + before + "). Gardez-en un seul."));
            return null;
        }
        Part part = known.get(title);
        if (part == null) {
            part = series(title);
        }
        if (part == null) {
            faults.add(new Fault(
                    name.at(),
                    "« " + heading + " » est inconnu sur cette feuille. Les titres possibles sont "
                            + layout.columns().stream()
                                    .map(column -> column.kind() == Kind.MARKS
                                            ? String.join(", ", column.words().values())
                                            : column.kind() == Kind.SERIES ? column.heading() + " 1" : column.heading())
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        return part;
    }

    private @Nullable Part series(String title) {
        for (Column column : layout.columns()) {
            String prefix = plain(column.heading()) + " ";
            if (column.kind() == Kind.SERIES
                    && title.startsWith(prefix)
                    && title.substring(prefix.length()).matches("[1-9]\\d?")) {
                return new Part(column, Integer.parseInt(title.substring(prefix.length())));
            }
        }
        return null;
    }

    private static String plain(String heading) {
        return heading.replace("*", "").replace('’', '\'').strip().toLowerCase(Locale.ROOT);
    }

    private String at(int row, int column) {
        return "feuille " + layout.name() + ", cellule " + CellReference.convertNumToColString(column) + (row + 1);
    }

    /** What a cell holds; null when it is empty, or when it holds what can be no value, which is noted. */
    private @Nullable Source value(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        String at = at(cell.getRowIndex(), cell.getColumnIndex());
        switch (cell.getCellType()) {
            case STRING -> {
                String text = cell.getStringCellValue();
                return text.isBlank() ? null : new Scalar(Type.TEXT, text, at);
            }
            case NUMERIC -> {
                if (DateUtil.isCellDateFormatted(cell)) {
                    faults.add(new Fault(
                            at,
                            "c'est une date pour le tableur. Donnez à la cellule le format Texte et "
                                    + "saisissez la valeur à nouveau."));
                    return null;
                }
                return new Scalar(Type.NUMBER, NumberToTextConverter.toText(cell.getNumericCellValue()), at);
            }
            case BOOLEAN -> {
                return new Scalar(Type.FLAG, String.valueOf(cell.getBooleanCellValue()), at);
            }
            case FORMULA -> {
                faults.add(new Fault(
                        at, "c'est une formule. Remplacez-la par sa valeur (copier, puis coller les " + "valeurs)."));
                return null;
            }
            case ERROR -> {
                faults.add(new Fault(at, "le tableur y affiche une erreur. Saisissez la valeur."));
                return null;
            }
            default -> {
                return null;
            }
        }
    }

    /** What one row says, or one form. */
    private final class Thing {

        private final String at;
        private final Map<String, Source> values = new LinkedHashMap<>();
        private final Map<Column, TreeMap<Integer, Source>> several = new LinkedHashMap<>();

        Thing(String at) {
            this.at = at;
        }

        void put(Part part, @Nullable Cell cell, String cellAt) {
            Source value = value(cell);
            if (!(value instanceof Scalar scalar)) {
                return;
            }
            Column column = part.column();
            switch (column.kind()) {
                case TEXT -> values.put(column.path(), scalar);
                case NUMBER, SHARE -> values.put(column.path(), number(scalar));
                case FLAG -> values.put(column.path(), flag(column, scalar));
                case WORD -> values.put(column.path(), word(column, scalar.text(), cellAt));
                case WORDS -> values.put(column.path(), words(column, scalar));
                case SERIES -> several(column).put(part.index(), scalar);
                case MARKS -> mark(column, part.index(), scalar);
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
                faults.add(new Fault(scalar.at(), "vaut « " + scalar.text() + " » ; mettez x, ou rien."));
            }
        }

        private Scalar number(Scalar scalar) {
            String text = scalar.text().replaceAll("[\\s\\u00a0\\u202f]", "");
            return scalar.type() == Type.TEXT && text.matches(DECIMAL)
                    ? new Scalar(Type.NUMBER, text.replace(',', '.'), scalar.at())
                    : scalar;
        }

        private Scalar flag(Column column, Scalar scalar) {
            String text = scalar.text().strip().toLowerCase(Locale.ROOT);
            boolean yes = text.equals("oui") || text.equals("x") || text.equals("true");
            if (!yes && !text.equals("non") && !text.equals("false")) {
                faults.add(new Fault(
                        scalar.at(),
                        "« " + column.heading() + " » vaut « " + scalar.text() + " » ; répondez oui ou non."));
            }
            return new Scalar(Type.FLAG, String.valueOf(yes), scalar.at());
        }

        private Scalar word(Column column, String text, String cellAt) {
            String wanted = text.strip();
            for (Map.Entry<String, String> word : column.words().entrySet()) {
                if (plain(word.getValue()).equals(plain(wanted))
                        || word.getKey().equals(wanted)) {
                    return new Scalar(Type.TEXT, word.getKey(), cellAt);
                }
            }
            faults.add(new Fault(
                    cellAt,
                    "« " + column.heading() + " » vaut « " + wanted + " » ; les valeurs possibles sont "
                            + String.join(", ", column.words().values()) + "."));
            return new Scalar(Type.TEXT, column.words().keySet().iterator().next(), cellAt);
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
                        parts.keySet().stream().allMatch(key -> key.matches("\\d"))
                                ? new Items(List.copyOf(parts.values()), first)
                                : nested(parts, first));
            });
            return new Fields(all, at);
        }
    }
}
