package org.capaccueil.standard.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.capaccueil.standard.exchange.SheetHeadings.Place;
import org.capaccueil.standard.exchange.SheetLayout.Kind;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sheet into values that know their cells. What cannot be a value or stands where nothing is read is a fault
 * at its cell; everything else is judged by the reader of standards.
 */
final class SheetReader {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 200;
    private static final String FORM_HEAD = "champ";

    private final SheetLayout layout;
    private final List<Row> rows;
    private final Faults faults;
    private final SheetHeadings headings;
    private final CellReader cells;

    private SheetReader(SheetLayout layout, List<Row> rows, Faults faults) {
        this.layout = layout;
        this.rows = rows;
        this.faults = faults;
        this.headings = new SheetHeadings(layout, faults);
        this.cells = new CellReader(layout.name(), faults);
    }

    /** The things a list names, one a row; the single thing of a form, or none when nothing is filled in. */
    static List<Fields> read(SheetLayout layout, Sheet sheet, Faults faults) throws UnreadableFile {
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            if (!CellReader.isEmpty(row)) {
                rows.add(row);
            }
        }
        int last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).getRowNum() + 1;
        if (last > MOST_ROWS) {
            throw new UnreadableFile(new Fault(
                    "feuille " + layout.name() + ", ligne " + last,
                    "une valeur s'y trouve, et la feuille a plus de " + MOST_ROWS + " lignes. Effacez ce qui est aussi "
                            + "bas."));
        }
        SheetReader reader = new SheetReader(layout, rows, faults);
        return layout.isForm() ? reader.form() : reader.list();
    }

    private List<Fields> form() {
        SheetEntry entry = new SheetEntry("feuille " + layout.name(), faults);
        for (Row row : rows) {
            Scalar name = cells.value(row.getCell(0));
            if (name == null) {
                requireEmpty(row, 1);
            } else if (row.getRowNum() > 0 || !SheetHeadings.plain(name.text()).equals(FORM_HEAD)) {
                Place place = headings.place(name);
                if (place != null) {
                    put(entry, place, row.getCell(1));
                }
                requireEmpty(row, 3);
            }
        }
        Fields fields = entry.fields();
        return fields.all().isEmpty() ? List.of() : List.of(fields);
    }

    private void put(SheetEntry entry, Place place, @Nullable Cell cell) {
        Kind kind = place.column().kind();
        Scalar value =
                cell != null && (kind == Kind.TEXT || kind == Kind.SERIES) ? cells.text(cell) : cells.value(cell);
        if (value != null) {
            entry.put(place, value);
        }
    }

    /** What stands where nothing is read would be lost without a word. */
    private void requireEmpty(Row row, int from) {
        for (Cell cell : row) {
            Scalar value = cell.getColumnIndex() < from ? null : cells.value(cell);
            if (value != null) {
                faults.add(new Fault(value.at(), "rien n'est lu ici. Effacez cette cellule ou déplacez sa valeur."));
            }
        }
    }

    private List<Fields> list() throws UnreadableFile {
        Map<Integer, Place> columns = columns();
        List<Fields> all = new ArrayList<>();
        for (Row row : rows) {
            if (row.getRowNum() == 0 || (row.getRowNum() == 1 && isHints(row, columns))) {
                continue;
            }
            SheetEntry entry = new SheetEntry("feuille " + layout.name() + ", ligne " + (row.getRowNum() + 1), faults);
            for (Cell cell : row) {
                Place place = columns.get(cell.getColumnIndex());
                if (place != null) {
                    put(entry, place, cell);
                } else if (cells.value(cell) != null) {
                    faults.add(new Fault(
                            cells.at(cell),
                            "cette colonne n'a pas de titre : rien ne dit ce que c'est. Donnez-lui un titre ou effacez "
                                    + "la cellule."));
                }
            }
            Fields fields = entry.fields();
            if (!fields.all().isEmpty()) {
                all.add(fields);
            }
        }
        return all;
    }

    private Map<Integer, Place> columns() throws UnreadableFile {
        Map<Integer, Place> columns = new TreeMap<>();
        if (rows.isEmpty() || rows.get(0).getRowNum() > 0) {
            return columns;
        }
        for (Cell cell : rows.get(0)) {
            Scalar heading = cells.value(cell);
            if (heading != null && cell.getColumnIndex() >= MOST_COLUMNS) {
                throw new UnreadableFile(new Fault(
                        heading.at(),
                        "la feuille a plus de " + MOST_COLUMNS + " colonnes. Supprimez celles qui ne servent pas."));
            }
            Place place = heading == null ? null : headings.place(heading);
            if (place != null) {
                columns.put(cell.getColumnIndex(), place);
            }
        }
        return columns;
    }

    /** Whether a row explains the columns, as the second row of our workbooks does; a hint may be of an older edition. */
    private boolean isHints(Row row, Map<Integer, Place> columns) {
        int hints = 0;
        int others = 0;
        for (Cell cell : row) {
            Place place = columns.get(cell.getColumnIndex());
            String text = cells.words(cell);
            if (!text.isEmpty()) {
                boolean isHint = place != null && text.equals(place.column().hint());
                hints += isHint ? 1 : 0;
                others += isHint ? 0 : 1;
            }
        }
        return hints > others;
    }
}
