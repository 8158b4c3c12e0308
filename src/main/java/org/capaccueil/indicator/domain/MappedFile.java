package org.capaccueil.indicator.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellReference;
import org.capaccueil.indicator.domain.Target.What;
import org.capaccueil.indicator.exchange.Cell;
import org.capaccueil.indicator.exchange.CellText;
import org.capaccueil.indicator.exchange.TableFault;
import org.capaccueil.indicator.exchange.TableFaults;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a file with the titles of its columns in front, and hands over those below by what they say. */
final class MappedFile {

    private final Recipe recipe;
    private final TableFaults faults;
    private final Consumer<Row> rows;
    private final Map<String, Integer> places = new HashMap<>();
    private List<String> titles = List.of();
    private boolean titled;
    private int taken;

    MappedFile(Recipe recipe, TableFaults faults, Consumer<Row> rows) {
        this.recipe = recipe;
        this.faults = faults;
        this.rows = rows;
    }

    /** One line of the file. */
    final class Row {

        private final int line;
        private final List<Cell> cells;
        private boolean faulty;

        private Row(int line, List<Cell> cells) {
            this.line = line;
            this.cells = cells;
        }

        int line() {
            return line;
        }

        @Nullable
        Cell cell(What what) {
            return cell(Target.of(what));
        }

        /** What a column says on this line; null where no column says it or the cell is empty. */
        @Nullable
        Cell cell(Target target) {
            Integer at = places.get(target.word());
            return at == null || at >= cells.size() || cells.get(at).isBlank() ? null : cells.get(at);
        }

        void fault(What what, String sentence) {
            fault(Target.of(what), sentence);
        }

        void fault(Target target, String sentence) {
            Integer at = places.get(target.word());
            add(at == null ? TableFault.ofLine(line, sentence) : at(line, at, sentence));
        }

        void fault(String sentence) {
            add(TableFault.ofLine(line, sentence));
        }

        private void add(TableFault fault) {
            faulty = true;
            faults.add(fault);
        }

        boolean isFaulty() {
            return faulty;
        }
    }

    boolean take(int line, List<Cell> cells) {
        if (line < recipe.form().headerLine()) {
            return true;
        }
        if (!titled) {
            return readTitles(line, cells);
        }
        taken++;
        for (int i = titles.size(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                faults.add(at(
                        line,
                        i,
                        "la ligne a plus de cellules (" + cells.size() + ") qu'il n'y a de titres (" + titles.size()
                                + ")."));
                return true;
            }
        }
        rows.accept(new Row(line, cells));
        return true;
    }

    private boolean readTitles(int line, List<Cell> cells) {
        titled = true;
        titles = cells.stream().map(cell -> CellText.onOneLine(cell.text())).toList();
        boolean sound = true;
        for (int i = 0; i < titles.size(); i++) {
            Target target = recipe.targets().get(titles.get(i));
            if (target != null && places.put(target.word(), i) != null) {
                faults.add(at(
                        line,
                        i,
                        "ce titre est déjà celui d'une autre colonne : on ne sait pas "
                                + "laquelle lire. Renommez l'une des deux."));
                sound = false;
            }
        }
        for (String needed : recipe.targets().keySet()) {
            if (!titles.contains(needed)) {
                faults.add(TableFault.ofLine(
                        line,
                        "la colonne « " + needed
                                + " » n'y est pas. Choisissez une autre ligne de titres ou une autre colonne."));
                sound = false;
            }
        }
        return sound;
    }

    /** For what has names instead of a line of titles. */
    void title(List<String> names) {
        titled = true;
        titles = names;
        recipe.targets().forEach((name, target) -> places.put(target.word(), names.indexOf(name)));
    }

    /** To be asked once the file is read. */
    void requireRows() {
        if (taken == 0 && faults.isEmpty()) {
            faults.add(TableFault.ofFile(
                    titled
                            ? "Le fichier n'a aucune ligne sous ses titres."
                            : "Le fichier n'a rien à la ligne des titres ("
                                    + recipe.form().headerLine() + ")."));
        }
    }

    private TableFault at(int line, int column, String sentence) {
        return new TableFault(
                line,
                CellReference.convertNumToColString(column),
                column < titles.size() ? titles.get(column) : null,
                sentence);
    }
}
