package org.capaccueil.indicator.exchange;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.capaccueil.shared.BusinessRefusal;

/**
 * How a table is written down: recognised from the file, and changeable where that went wrong.
 *
 * @param workbook whether it is an XLSX file, which has neither encoding nor delimiter
 * @param headerLine the line the columns are named on
 */
public record TableForm(
        boolean workbook, String charset, char delimiter, char decimal, DateOrder dates, int headerLine) {

    /** The encodings files come in, with the words a page says them in. */
    public static final Map<String, String> CHARSETS = charsets();

    /** What stands between the cells of a text file. */
    public static final Map<Character, String> DELIMITERS = delimiters();

    private static final int LAST_HEADER_LINE = 100;

    public TableForm {
        if (!CHARSETS.containsKey(charset) || !DELIMITERS.containsKey(delimiter)) {
            throw new BusinessRefusal("charset", "Choisissez l'encodage et le séparateur dans la liste.");
        }
        if (decimal != ',' && decimal != '.') {
            throw new BusinessRefusal("decimal", "Le séparateur décimal est la virgule ou le point.");
        }
        if (headerLine < 1 || headerLine > LAST_HEADER_LINE) {
            throw new BusinessRefusal(
                    "headerLine", "La ligne des titres est l'une des " + LAST_HEADER_LINE + " premières.");
        }
    }

    /** The same with the columns named on another line. */
    public TableForm titledOn(int line) {
        return new TableForm(workbook, charset, delimiter, decimal, dates, line);
    }

    Charset encoding() {
        return Charset.forName(charset);
    }

    private static Map<String, String> charsets() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("UTF-8", "UTF-8");
        all.put("windows-1252", "Windows-1252 (Europe occidentale)");
        all.put("UTF-16LE", "UTF-16, petit-boutiste");
        all.put("UTF-16BE", "UTF-16, gros-boutiste");
        return all;
    }

    private static Map<Character, String> delimiters() {
        Map<Character, String> all = new LinkedHashMap<>();
        all.put(';', "point-virgule");
        all.put(',', "virgule");
        all.put('\t', "tabulation");
        all.put('|', "barre verticale");
        return all;
    }
}
