package org.capaccueil.standard.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Says what a cell holds. What can be no value, a formula or a date or a damaged cell, is a fault at the cell. */
final class CellReader {

    /** Formats that show a whole number digit for digit. */
    private static final Set<String> PLAIN_FORMATS = Set.of("General", "@", "0");

    private final String sheet;
    private final Faults faults;

    /** Each text that cells share is looked up once: thousands of cells may point at one of megabytes. */
    private final Map<Integer, String> shared = new HashMap<>();

    CellReader(String sheet, Faults faults) {
        this.sheet = sheet;
        this.faults = faults;
    }

    String at(Cell cell) {
        return "feuille " + sheet + ", cellule " + CellReference.convertNumToColString(cell.getColumnIndex())
                + (cell.getRowIndex() + 1);
    }

    /** Whether nothing was ever written into a row: programs leave such rows behind where they set a colour or a height. */
    static boolean isEmpty(Row row) {
        for (Cell cell : row) {
            CTCell raw = ((XSSFCell) cell).getCTCell();
            if (raw.isSetV() || raw.isSetIs() || raw.isSetF()) {
                return false;
            }
        }
        return true;
    }

    /** The words in a cell, which are not judged yet; none when it holds anything else. */
    String words(Cell cell) {
        try {
            return cell.getCellType() == CellType.STRING
                    ? written((XSSFCell) cell).strip()
                    : "";
        } catch (RuntimeException damaged) {
            return "";
        }
    }

    /** The text of a cell; a number only where it is shown as it is: 1.10 would come as 1.1, and 007 as 7. */
    @Nullable
    Scalar text(Cell cell) {
        Scalar value = value(cell);
        if (value != null
                && value.type() == Type.NUMBER
                && !(value.text().matches("-?\\d{1,15}")
                        && PLAIN_FORMATS.contains(cell.getCellStyle().getDataFormatString()))) {
            fault(
                    cell,
                    "le tableur y voit un nombre (" + value.text() + "). Donnez à la cellule le format Texte et "
                            + "saisissez la valeur à nouveau.");
        }
        return value;
    }

    /** What a cell holds; null when it is empty, or when it holds what can be no value, which is noted. */
    @Nullable
    Scalar value(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        try {
            return read((XSSFCell) cell);
        } catch (RuntimeException damaged) {
            // The library looks into a cell only when it is asked to, and tells what is wrong by exceptions of its own.
            fault(cell, "cette cellule est illisible ; saisissez-la à nouveau.");
            return null;
        }
    }

    private @Nullable Scalar read(XSSFCell cell) {
        switch (cell.getCellType()) {
            case STRING -> {
                return text(cell, written(cell));
            }
            case NUMERIC -> {
                if (DateUtil.isCellDateFormatted(cell)) {
                    fault(
                            cell,
                            "c'est une date pour le tableur. Donnez à la cellule le format Texte et "
                                    + "saisissez la valeur à nouveau.");
                    return null;
                }
                return new Scalar(Type.NUMBER, NumberToTextConverter.toText(cell.getNumericCellValue()), at(cell));
            }
            case BOOLEAN -> {
                return new Scalar(Type.FLAG, String.valueOf(cell.getBooleanCellValue()), at(cell));
            }
            case FORMULA -> {
                fault(cell, "c'est une formule. Remplacez-la par sa valeur (copier, puis coller les valeurs).");
                return null;
            }
            case ERROR -> {
                fault(cell, "le tableur y affiche une erreur. Saisissez la valeur.");
                return null;
            }
            default -> {
                return null;
            }
        }
    }

    private @Nullable Scalar text(XSSFCell cell, String text) {
        if (PlainText.isTooLong(text)) {
            fault(cell, "a " + PlainText.length(text) + " caractères ; il en a " + PlainText.LONGEST + " au plus.");
            return null;
        }
        return PlainText.isBlank(text) ? null : new Scalar(Type.TEXT, text, at(cell));
    }

    /** The library takes a shared text that is not there for an empty one. */
    private String written(XSSFCell cell) {
        CTCell raw = cell.getCTCell();
        return raw.getT() == STCellType.S && raw.isSetV()
                ? shared.computeIfAbsent(Integer.parseInt(raw.getV()), index -> cell.getSheet()
                        .getWorkbook()
                        .getSharedStringSource()
                        .getItemAt(index)
                        .getString())
                : cell.getStringCellValue();
    }

    private void fault(Cell cell, String sentence) {
        faults.add(new Fault(at(cell), sentence));
    }
}
