package org.capaccueil.standard.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.exchange.SheetLayout.Column;
import org.capaccueil.standard.exchange.SheetLayout.Kind;
import org.jspecify.annotations.Nullable;

/** Writes a standard as the workbook a quality manager fills in. */
final class WorkbookWriter {

    private static final int MOST_DIGITS = 15;
    private static final int SPARE_SERIES = 3;
    private static final int LAST_ROW = 1_000;
    private static final int MOST_PRINTED_ACROSS = 8;
    private static final float LINE_HEIGHT = 15f;

    /** No row may be higher. */
    private static final float MOST_POINTS = 409f;

    private static final int NARROW = 14 * 256;
    private static final int WIDE = 42 * 256;

    /** What a spreadsheet takes for a character written by its number has to be written so itself. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle heading = heading();
    private final CellStyle text = style("@");
    private final CellStyle number = style("General");
    private final CellStyle share = style("0.######%");
    private final CellStyle hint = hint();

    private WorkbookWriter() {}

    static byte[] write(Standard standard) {
        WorkbookWriter writer = new WorkbookWriter();
        writer.help();
        Map<SheetLayout, List<Map<String, Object>>> rows = rows(StandardTree.of(standard));
        for (SheetLayout layout : WorkbookLayout.SHEETS) {
            if (layout.isForm()) {
                writer.form(layout, rows.get(layout).get(0));
            } else {
                writer.list(layout, rows.get(layout));
            }
        }
        writer.book.forEach(WorkbookWriter::fitRows);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                XSSFWorkbook book = writer.book) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a workbook in memory could not be written", impossible);
        }
    }

    /** What stands on each sheet; what stands under something else names it. */
    private static Map<SheetLayout, List<Map<String, Object>>> rows(Map<String, Object> standard) {
        Map<String, Object> rules = map(standard.get("label_rules"));
        Map<String, Object> survey = map(standard.get("survey"));
        Map<SheetLayout, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        rows.put(WorkbookLayout.STANDARD, List.of(standard));
        rows.put(WorkbookLayout.THEMES, maps(standard.get("themes")));
        rows.put(WorkbookLayout.CRITERIA, under(standard.get("themes"), "criteria", "theme"));
        rows.put(WorkbookLayout.SCALES, maps(standard.get("scales")));
        rows.put(WorkbookLayout.LEVELS, under(standard.get("scales"), "levels", "scale"));
        rows.put(WorkbookLayout.LABEL, maps(rules.get("levels")));
        rows.put(WorkbookLayout.RULES, List.of(rules));
        rows.put(WorkbookLayout.INDICATORS, maps(standard.get("indicators")));
        rows.put(WorkbookLayout.SURVEY, List.of(survey));
        rows.put(WorkbookLayout.QUESTIONS, maps(survey.get("questions")));
        return rows;
    }

    private static List<Map<String, Object>> under(@Nullable Object owners, String parts, String owner) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> one : maps(owners)) {
            for (Map<String, Object> part : maps(one.get(parts))) {
                Map<String, Object> row = new LinkedHashMap<>(part);
                row.put(owner, one.get("code"));
                rows.add(row);
            }
        }
        return rows;
    }

    /** As high as the longest text of each row needs: not every spreadsheet program does it when it opens a file. */
    private static void fitRows(Sheet sheet) {
        for (Row row : sheet) {
            int lines = 1;
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    int across = Math.max(1, sheet.getColumnWidth(cell.getColumnIndex()) / 256 - 2);
                    lines = Math.max(
                            lines,
                            cell.getStringCellValue()
                                    .lines()
                                    .mapToInt(line -> 1 + Math.max(0, line.length() - 1) / across)
                                    .sum());
                }
            }
            row.setHeightInPoints(Math.min(MOST_POINTS, lines * LINE_HEIGHT));
        }
    }

    private void help() {
        Sheet sheet = book.createSheet(WorkbookLayout.HELP);
        sheet.setColumnWidth(0, 85 * 256);
        List<String> lines = List.of(
                "Ce classeur contient un référentiel entier. Remplissez ses feuilles, puis importez-le dans Cap Accueil : "
                        + "l'import montre d'abord chaque faute avec sa cellule, ou tout ce qui changerait.",
                "Une colonne marquée * doit être remplie. L'explication de chaque colonne est en deuxième ligne, que "
                        + "l'import ne lit pas.",
                "Une ligne vide est ignorée. Une feuille ou une colonne inconnue est refusée, pour que rien ne se perde.",
                "Écrivez des valeurs, jamais des formules. Une case à cocher se remplit avec x, une réponse avec oui ou "
                        + "non.",
                "Plusieurs mots dans une même cellule se séparent par une virgule : Guichet, Téléphone.",
                "Les codes relient les feuilles entre elles, et les versions d'un référentiel entre elles.");
        for (int i = 0; i < lines.size(); i++) {
            Cell cell = sheet.createRow(i).createCell(0);
            cell.setCellValue(lines.get(i));
            cell.setCellStyle(text);
        }
    }

    /** A sheet that prints across one page unless that would be too small to read, its headings on each. */
    private Sheet sheet(SheetLayout layout) {
        Sheet sheet = book.createSheet(layout.name());
        sheet.setFitToPage(layout.isForm() || layout.columns().size() <= MOST_PRINTED_ACROSS);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        return sheet;
    }

    private void form(SheetLayout layout, Map<String, Object> values) {
        Sheet sheet = sheet(layout);
        sheet.setColumnWidth(0, WIDE);
        sheet.setColumnWidth(1, WIDE);
        sheet.setColumnWidth(2, 2 * WIDE);
        head(sheet.createRow(0), List.of("Champ", "Valeur", "Explication"));
        sheet.createFreezePane(1, 1);
        for (int i = 0; i < layout.columns().size(); i++) {
            Column column = layout.columns().get(i);
            Row row = sheet.createRow(i + 1);
            head(row, List.of(column.shown()));
            fill(row.createCell(1), column, at(values, column.path()));
            Cell why = row.createCell(2);
            why.setCellValue(column.hint());
            why.setCellStyle(hint);
            choices(sheet, column, i + 1, i + 1, 1);
        }
    }

    private void list(SheetLayout layout, List<Map<String, Object>> rows) {
        Sheet sheet = sheet(layout);
        Row heads = sheet.createRow(0);
        Row hints = sheet.createRow(1);
        sheet.createFreezePane(0, 2);
        int at = 0;
        for (Column column : layout.columns()) {
            List<String> headings = headings(column, rows);
            for (int i = 0; i < headings.size(); i++) {
                head(heads, at, headings.get(i));
                Cell why = hints.createCell(at);
                why.setCellValue(i == 0 ? column.hint() : "");
                why.setCellStyle(hint);
                boolean wide = (column.kind() == Kind.TEXT && !column.path().matches("code|theme|scale|unit|version"))
                        || column.kind() == Kind.SERIES;
                sheet.setColumnWidth(at, wide ? WIDE : NARROW);
                sheet.setDefaultColumnStyle(at, styleOf(column));
                choices(sheet, column, 2, LAST_ROW, at);
                for (int row = 0; row < rows.size(); row++) {
                    Object value = at(rows.get(row), column.path());
                    cell(sheet, row + 2, at, column, value, i);
                }
                at++;
            }
        }
    }

    private static List<String> headings(Column column, List<Map<String, Object>> rows) {
        if (column.kind() == Kind.MARKS) {
            return List.copyOf(column.words().values());
        }
        if (column.kind() == Kind.SERIES) {
            int most = rows.stream()
                    .mapToInt(row -> at(row, column.path()) instanceof Collection<?> all ? all.size() : 0)
                    .max()
                    .orElse(0);
            List<String> headings = new ArrayList<>();
            for (int i = 1; i <= Math.max(most, SPARE_SERIES); i++) {
                headings.add(column.heading() + " " + i);
            }
            return headings;
        }
        return List.of(column.shown());
    }

    private void cell(Sheet sheet, int row, int at, Column column, @Nullable Object value, int part) {
        Object shown = value;
        if (column.kind() == Kind.MARKS) {
            String word = List.copyOf(column.words().keySet()).get(part);
            shown = value instanceof Collection<?> all && all.contains(word) ? "x" : null;
        } else if (column.kind() == Kind.SERIES) {
            shown = value instanceof List<?> all && part < all.size() ? all.get(part) : null;
        }
        if (shown != null) {
            Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
            fill(line.createCell(at), column, shown);
        }
    }

    private void fill(Cell cell, Column column, @Nullable Object value) {
        cell.setCellStyle(styleOf(column));
        if (value == null) {
            return;
        }
        switch (column.kind()) {
            case NUMBER, SHARE -> number(cell, new BigDecimal(value.toString()));
            case FLAG -> cell.setCellValue(Boolean.TRUE.equals(value) ? "oui" : "non");
            case WORD -> cell.setCellValue(column.words().getOrDefault(value.toString(), value.toString()));
            case WORDS ->
                cell.setCellValue(((Collection<?>) value)
                        .stream()
                                .map(word -> column.words().getOrDefault(word.toString(), word.toString()))
                                .collect(Collectors.joining(", ")));
            default -> cell.setCellValue(escaped(value.toString()));
        }
    }

    /** A spreadsheet keeps fifteen digits; a number with more is written as a text, which is read as well. */
    private static void number(Cell cell, BigDecimal value) {
        if (value.stripTrailingZeros().precision() <= MOST_DIGITS) {
            cell.setCellValue(value.doubleValue());
        } else {
            cell.setCellValue(value.toPlainString());
        }
    }

    private static String escaped(String text) {
        return ESCAPED.matcher(text).replaceAll("_x005F_");
    }

    private static void choices(Sheet sheet, Column column, int from, int to, int at) {
        String[] words =
                switch (column.kind()) {
                    case FLAG -> new String[] {"oui", "non"};
                    case MARKS -> new String[] {"x"};
                    case WORD -> column.words().values().toArray(String[]::new);
                    default -> new String[0];
                };
        if (words.length > 0) {
            DataValidation only = sheet.getDataValidationHelper()
                    .createValidation(
                            sheet.getDataValidationHelper().createExplicitListConstraint(words),
                            new CellRangeAddressList(from, to, at, at));
            only.setSuppressDropDownArrow(true);
            only.setShowErrorBox(true);
            only.createErrorBox(column.heading(), "Choisissez dans la liste : " + String.join(", ", words) + ".");
            sheet.addValidationData(only);
        }
    }

    private void head(Row row, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            head(row, i, titles.get(i));
        }
    }

    private void head(Row row, int at, String title) {
        Cell cell = row.createCell(at);
        cell.setCellValue(title);
        cell.setCellStyle(heading);
    }

    private CellStyle styleOf(Column column) {
        return switch (column.kind()) {
            case NUMBER -> number;
            case SHARE -> share;
            default -> text;
        };
    }

    private CellStyle style(String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        return style;
    }

    private CellStyle heading() {
        CellStyle style = style("@");
        Font bold = font();
        bold.setBold(true);
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private Font font() {
        Font usual = book.getFontAt(0);
        Font font = book.createFont();
        font.setFontName(usual.getFontName());
        font.setFontHeight(usual.getFontHeight());
        return font;
    }

    private CellStyle hint() {
        CellStyle style = style("@");
        Font italic = font();
        italic.setItalic(true);
        italic.setColor(IndexedColors.GREY_80_PERCENT.getIndex());
        style.setFont(italic);
        return style;
    }

    private static @Nullable Object at(Map<String, Object> values, String path) {
        Object found = values;
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map
                    ? map.get(step)
                    : found instanceof List<?> list && list.size() > Integer.parseInt(step)
                            ? list.get(Integer.parseInt(step))
                            : null;
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }
}
