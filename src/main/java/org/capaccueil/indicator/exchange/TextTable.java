package org.capaccueil.indicator.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a text file with delimiters, one record at a time. */
final class TextTable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 10_000;

    private TextTable() {}

    static void read(InputStream file, TableForm form, TableFaults faults, Table.Rows rows) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(form.delimiter())
                .setIgnoreEmptyLines(false)
                .get();
        long line = 1;
        try (Reader text = reader(file, form);
                CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord row = records.next();
                long next = parser.getCurrentLineNumber() + 1;
                if (!take(row, (int) line, faults, rows)) {
                    return;
                }
                line = next;
            }
        } catch (UncheckedIOException | IllegalStateException | IOException broken) {
            faults.add(TableFault.ofLine((int) line, reason(broken)));
        }
    }

    private static boolean take(CSVRecord row, int line, TableFaults faults, Table.Rows rows) {
        if (row.size() > MOST_COLUMNS) {
            faults.add(TableFault.ofLine(
                    line,
                    "la ligne a plus de " + MOST_COLUMNS
                            + " cellules : le séparateur choisi n'est sans doute pas le bon."));
            return true;
        }
        List<Cell> cells = new ArrayList<>(row.size());
        boolean blank = true;
        for (String value : row) {
            if (value.length() > LONGEST_CELL) {
                faults.add(TableFault.ofLine(
                        line,
                        "une cellule dépasse " + LONGEST_CELL
                                + " caractères : un guillemet ouvert plus haut n'est sans doute pas fermé."));
                return true;
            }
            if (value.indexOf('\0') >= 0) {
                faults.add(TableFault.ofLine(
                        line, "la ligne contient un caractère nul : l'encodage choisi n'est pas le bon."));
                return true;
            }
            Cell cell = Cell.text(value);
            blank &= cell.isBlank();
            cells.add(cell);
        }
        return blank || rows.take(line, cells);
    }

    private static Reader reader(InputStream file, TableForm form) throws IOException {
        Reader text = new InputStreamReader(
                file,
                form.encoding()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        java.io.PushbackReader marked = new java.io.PushbackReader(text);
        int first = marked.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            marked.unread(first);
        }
        return marked;
    }

    private static String reason(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return "à partir d'ici, un caractère n'existe pas dans l'encodage choisi. Choisissez-en un autre.";
            }
        }
        return "à partir d'ici, les guillemets ne se lisent pas : l'un d'eux est ouvert et n'est pas fermé, ou du texte "
                + "le suit. Corrigez la cellule.";
    }
}
