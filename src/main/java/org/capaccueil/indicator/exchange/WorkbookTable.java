package org.capaccueil.indicator.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.SealedWorkbook;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads the first sheet of a workbook, cell after cell and without building a model of it. */
final class WorkbookTable {

    private static final SealedWorkbook SEALED = new SealedWorkbook(
            "relevé", "Recopiez les valeurs dans un classeur neuf, ou enregistrez la feuille au format CSV.");

    private static final String UNREADABLE =
            "Ce fichier n'est pas un classeur XLSX lisible. Ouvrez-le dans votre tableur et enregistrez-le à nouveau.";

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_NUMBER = 40;
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final XMLStreamReader xml;
    private final ReadOnlySharedStringsTable texts;
    private final StylesTable styles;
    private final boolean from1904;
    private final TableFaults faults;
    private int line;

    private WorkbookTable(
            XMLStreamReader xml,
            ReadOnlySharedStringsTable texts,
            StylesTable styles,
            boolean from1904,
            TableFaults faults) {
        this.xml = xml;
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
        this.faults = faults;
    }

    static void requireSafe(byte[] file) {
        SEALED.require(file, part -> {});
    }

    /** By way of a file of its own: what is in memory only would be unfolded whole. */
    static void read(byte[] file, TableFaults faults, Table.Rows rows) {
        Path copy = null;
        try {
            copy = Files.createTempFile("releve", ".xlsx");
            Files.write(copy, file);
            try (OPCPackage book = OPCPackage.open(copy.toFile(), PackageAccess.READ)) {
                read(book, faults, rows);
            }
        } catch (IOException | OpenXML4JException | SAXException | XMLStreamException broken) {
            throw new BusinessRefusal("file", UNREADABLE);
        } catch (BusinessRefusal refusal) {
            throw refusal;
        } catch (RuntimeException broken) {
            // The library tells a broken workbook by a dozen unchecked exceptions of its own.
            throw new BusinessRefusal("file", UNREADABLE);
        } finally {
            delete(copy);
        }
    }

    private static void delete(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException left) {
            copy.toFile().deleteOnExit();
        }
    }

    private static void read(OPCPackage book, TableFaults faults, Table.Rows rows)
            throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        XSSFReader reader = new XSSFReader(book);
        Iterator<InputStream> sheets = reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw new BusinessRefusal("file", "Ce classeur n'a pas de feuille.");
        }
        try (InputStream sheet = sheets.next()) {
            new WorkbookTable(
                            XML.createXMLStreamReader(sheet),
                            new ReadOnlySharedStringsTable(book),
                            reader.getStylesTable(),
                            countsFrom1904(reader),
                            faults)
                    .rows(rows);
        }
    }

    /** Workbooks of some Macs count their days from 1904 on. */
    private static boolean countsFrom1904(XSSFReader reader)
            throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream book = reader.getWorkbookData()) {
            XMLStreamReader xml = XML.createXMLStreamReader(book);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("workbookPr")) {
                    String told = xml.getAttributeValue(null, "date1904");
                    return "1".equals(told) || "true".equals(told);
                }
            }
            return false;
        }
    }

    private void rows(Table.Rows rows) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                String number = xml.getAttributeValue(null, "r");
                line = number == null ? line + 1 : Integer.parseInt(number);
                List<Cell> cells = row();
                if (cells.stream().anyMatch(cell -> !cell.isBlank()) && !rows.take(line, cells)) {
                    return;
                }
            }
        }
    }

    private List<Cell> row() throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(cells.size());
                Cell cell = cell();
                if (column >= MOST_COLUMNS) {
                    if (!cell.isBlank()) {
                        faults.add(TableFault.ofLine(
                                line, "la ligne a plus de " + MOST_COLUMNS + " colonnes. Retirez celles de trop."));
                    }
                    continue;
                }
                while (cells.size() < column) {
                    cells.add(Cell.text(""));
                }
                cells.add(cell);
            }
        }
        return cells;
    }

    private int column(int next) {
        String reference = xml.getAttributeValue(null, "r");
        return reference == null ? next : new CellReference(reference).getCol();
    }

    private Cell cell() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder value = new StringBuilder();
        boolean formula = false;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
                formula |= xml.getLocalName().equals("f");
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                value.append(xml.getText());
            }
        }
        if (formula) {
            return new Cell("", Cell.Kind.FORMULA);
        }
        String text = value.toString();
        return switch (type == null ? "n" : type) {
            case "s" ->
                Cell.text(texts.getItemAt(Integer.parseInt(text.strip())).getString());
            case "str", "inlineStr" -> Cell.text(text);
            case "b" -> Cell.text(text.strip().equals("1") ? "vrai" : "faux");
            case "e" -> new Cell(text, Cell.Kind.FAULT);
            case "d" -> new Cell(text.strip(), Cell.Kind.MOMENT);
            default -> number(text.strip(), style);
        };
    }

    private Cell number(String text, @Nullable String style) {
        if (text.isEmpty()) {
            return Cell.text("");
        }
        if (style != null && isDate(Integer.parseInt(style))) {
            // to the nearest second: days are kept as fractions
            return new Cell(
                    DateUtil.getLocalDateTime(Double.parseDouble(text), from1904, true)
                            .toString(),
                    Cell.Kind.MOMENT);
        }
        if (text.length() > LONGEST_NUMBER) {
            return Cell.text(text);
        }
        // what a spreadsheet keeps of 0.1 + 0.2 is not what it shows: fifteen digits are all it promises
        return Cell.number(new BigDecimal(text).round(new MathContext(15)).stripTrailingZeros());
    }

    private boolean isDate(int style) {
        var format = styles.getStyleAt(style);
        return format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
    }
}
