package org.capaccueil.indicator.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.apache.tika.Tika;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.SealedWorkbook;

/**
 * A file of rows and columns, read row by row. What it is, is told from its content; nothing in it is ever executed.
 * Whatever keeps a file from being read at all is a refusal with a sentence.
 */
public final class Table {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    public static final String TOO_LARGE =
            "Le fichier dépasse 10 Mo. Découpez-le par période, ou envoyez les événements par l'interface de programmation.";

    private static final Tika TIKA = new Tika();

    private Table() {}

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface Rows {

        /**
         * @param line in the file, counted from 1
         * @return whether to go on
         */
        boolean take(int line, List<Cell> cells);
    }

    /** Refuses what is no table, by its content and not by its name. */
    public static void requireTable(byte[] file) {
        if (file.length == 0) {
            throw new BusinessRefusal("file", "Le fichier est vide. Choisissez celui que votre outil a exporté.");
        }
        if (file.length > MAX_BYTES) {
            throw new BusinessRefusal("file", TOO_LARGE);
        }
        if (SealedWorkbook.isOne(file)) {
            WorkbookTable.requireSafe(file);
            return;
        }
        String type = TIKA.detect(file);
        if (!type.startsWith("text/") && !TableDetection.isWideText(file)) {
            throw new BusinessRefusal(
                    "file",
                    "Ce fichier n'est ni un texte à colonnes (CSV) ni un classeur XLSX. Exportez-le à nouveau.");
        }
    }

    /** Reads every row that holds something; what is broken in the middle of a file is a fault at its line. */
    public static void read(byte[] file, TableForm form, TableFaults faults, Rows rows) {
        if (form.workbook()) {
            WorkbookTable.read(file, faults, rows);
        } else {
            readText(new ByteArrayInputStream(file), form, faults, rows);
        }
    }

    /** The same for a text that comes as it is read. */
    public static void readText(InputStream text, TableForm form, TableFaults faults, Rows rows) {
        TextTable.read(text, form, faults, rows);
    }
}
