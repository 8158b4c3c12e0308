package org.capaccueil.indicator.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.capaccueil.indicator.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final TableForm FRENCH = new TableForm(false, "UTF-8", ';', ',', DateOrder.DAY_FIRST, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "UTF-8        ! '' ! UTF-8",
                "UTF-8        ! \uFEFF ! UTF-8",
                "windows-1252 ! '' ! windows-1252",
                "UTF-16LE     ! \uFEFF ! UTF-16LE",
                "UTF-16BE     ! \uFEFF ! UTF-16BE",
                "UTF-16LE     ! '' ! UTF-16LE"
            })
    void theEncodingIsRecognisedWithAndWithoutItsMark(String written, String mark, String found) {
        byte[] file = (mark + "Équipe;Décrochés\nMairie;12\n").getBytes(Charset.forName(written));

        TableForm form = TableDetection.of(file);

        assertThat(form.charset()).isEqualTo(found);
        assertThat(texts(file, form)).containsExactly(List.of("Équipe", "Décrochés"), List.of("Mairie", "12"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a;b,c;d#1,5;2;3   ! ;",
                "a,b,c#1,2,3       ! ,",
                "a|b#1|2           ! |",
                "a\tb#1,5\t2,5     ! '\t'",
                "'\"x;y\",b#\"1;2\",3' ! ,"
            })
    void theDelimiterIsTheSignThatStandsEquallyOftenOnEveryLine(String lines, char delimiter) {
        assertThat(TableDetection.of(lines.strip().replace('#', '\n').getBytes(StandardCharsets.UTF_8))
                        .delimiter())
                .isEqualTo(delimiter);
    }

    @ParameterizedTest
    @CsvSource({
        "12/03/2027, 12.5, DAY_FIRST, .",
        "03/25/2027, '12,5', MONTH_FIRST, ','",
        "2027-03-12, '1 234,5', YEAR_FIRST, ','",
        "25.03.2027, 3, DAY_FIRST, ','"
    })
    void theOrderOfDatesAndTheDecimalSignAreReadOffTheCells(String date, String number, DateOrder dates, char decimal) {
        TableForm form =
                TableDetection.of(("Jour;Nombre\n" + date + ";" + number + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(form.dates()).isEqualTo(dates);
        assertThat(form.decimal()).isEqualTo(decimal);
    }

    @Test
    void whatAToolWritesAboveItsTitlesIsLeftOut() {
        byte[] file = "Rapport du standard\n\nÉdité le;12/03/2027\nÉquipe;Jour;Appels\nMairie;11/03/2027;12\n"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(TableDetection.of(file).headerLine()).isEqualTo(4);
    }

    @Test
    void linesAreCountedAsAnEditorCountsThemWhateverACellHolds() {
        List<Integer> lines = new ArrayList<>();
        Table.read(
                "a;b\n\"sur\ndeux lignes\";1\n\n;;\nc;2\n".getBytes(StandardCharsets.UTF_8),
                FRENCH,
                new TableFaults(),
                (line, cells) -> lines.add(line));

        assertThat(lines).containsExactly(1, 2, 6);
    }

    @Test
    void aWorkbookGivesItsCellsWithoutBuildingAModel() throws IOException {
        TableFaults faults = new TableFaults();
        List<List<Cell>> rows = new ArrayList<>();
        byte[] file = workbook();

        Table.requireTable(file);
        Table.read(file, TableDetection.of(file), faults, (line, cells) -> rows.add(cells));

        assertThat(faults.isEmpty()).isTrue();
        assertThat(rows.get(1))
                .extracting(Cell::text)
                .containsExactly("Mairie", "", "2027-03-12T14:32", "0.3", "", "vrai");
        assertThat(rows.get(1)).extracting(Cell::kind).contains(Cell.Kind.MOMENT, Cell.Kind.NUMBER, Cell.Kind.FORMULA);
    }

    @Test
    void aSpaceThatDoesNotBreakIsASpace() {
        assertThat(Cell.text("\u00a0\u202f").isBlank()).isTrue();
        assertThat(Cell.text("\u00a0Mairie\u00a0annexe ").text()).isEqualTo("Mairie\u00a0annexe");
        assertThat(CellText.plain("Mairie\u00a0 Annexe")).isEqualTo("mairie annexe");
    }

    @Test
    void aWorkbookThatCountsFrom1904SaysTheSameDay() throws IOException {
        List<String> days = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            CellStyle date = book.createCellStyle();
            date.setDataFormat((short) 14);
            var cell = book.createSheet().createRow(0).createCell(0);
            cell.setCellValue(DateUtil.getExcelDate(LocalDate.of(2027, 3, 12), true));
            cell.setCellStyle(date);
            book.write(out);
            Table.read(
                    out.toByteArray(),
                    new TableForm(true, "UTF-8", ';', ',', DateOrder.DAY_FIRST, 1),
                    new TableFaults(),
                    (line, cells) -> days.add(cells.get(0).text()));
        }
        assertThat(days).containsExactly("2027-03-12T00:00");
    }

    @Test
    void aNumberOfAFewSignsIsNotWrittenOut() {
        Cell huge = Cell.number(new BigDecimal("1E900000000"));

        assertThat(huge.text()).isEqualTo("1E+900000000");
        assertThatThrownBy(() -> CellText.number(huge, FRENCH)).hasMessageContaining("n'est pas un nombre");
        assertThat(Cell.number(new BigDecimal("1E+3")).text()).isEqualTo("1000");
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            Row head = sheet.createRow(0);
            for (int i = 0; i < 6; i++) {
                head.createCell(i).setCellValue("t" + i);
            }
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue(" Mairie ");
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
            row.createCell(2).setCellValue(LocalDateTime.of(2027, 3, 12, 14, 32));
            row.getCell(2).setCellStyle(date);
            row.createCell(3).setCellValue(0.1 + 0.2);
            row.createCell(4).setCellFormula("1+1");
            row.createCell(5).setCellValue(true);
            book.write(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"'1 234,5', 1234.5", "'1\u202f234', 1234", "12, 12", "'-3,25', -3.25"})
    void numbersAreReadAsTheFileWritesThem(String written, BigDecimal number) throws CellFault {
        assertThat(CellText.number(Cell.text(written), FRENCH)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({"1.5", "douze", "1e5", "'1,2,3'", "=1+1", "12 %"})
    void whatIsNoNumberThereIsNone(String written) {
        assertThatThrownBy(() -> CellText.number(Cell.text(written), FRENCH)).isInstanceOf(CellFault.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 12/03/2027, 2027-03",
        "MONTH, 1/3/27, 2027-03",
        "MONTH, 2027-03, 2027-03",
        "MONTH, 03/2027, 2027-03",
        "MONTH, mars 2027, 2027-03",
        "MONTH, Février 2027, 2027-02",
        "MONTH, mars\u00a02027, 2027-03",
        "MONTH, mars-27, 2027-03",
        "MONTH, janv.-27, 2027-01",
        "MONTH, févr. 2027, 2027-02",
        "MONTH, juil.-27, 2027-07",
        "MONTH, déc.-27, 2027-12",
        "MONTH, 12 mars 2027, 2027-03",
        "MONTH, 1er mars 2027, 2027-03",
        "MONTH, vendredi 12\u202fmars 2027, 2027-03",
        "MONTH, 12-août-27, 2027-08",
        "QUARTER, 1er trimestre 2027, 2027-T1",
        "QUARTER, 4e trimestre\u00a02027, 2027-T4",
        "QUARTER, 2ème trim. 2027, 2027-T2",
        "QUARTER, T1 2027, 2027-T1",
        "QUARTER, 2027-T4, 2027-T4",
        "QUARTER, 15/11/2027, 2027-T4",
        "YEAR, 2027, 2027"
    })
    void aPeriodIsNamedOrTheOneADayLiesIn(Frequency frequency, String written, String period) throws CellFault {
        assertThat(CellText.period(Cell.text(written), FRENCH, frequency).code())
                .isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2027",
        "2027-03-12",
        "12/2027/03",
        "hier",
        "12/13/2027",
        "T1 2027",
        "jui-27",
        "mars 27",
        "31 février 2027",
        "12 brumaire 2027"
    })
    void whatIsNoPeriodThereIsNone(String written) {
        assertThatThrownBy(() -> CellText.period(Cell.text(written), FRENCH, Frequency.MONTH))
                .isInstanceOf(CellFault.class);
    }

    @Test
    void aMomentIsTheClockOnTheWallUnlessItSaysOtherwise() throws CellFault {
        assertThat(CellText.instant(Cell.text("12/03/2027 14:32"), FRENCH))
                .isEqualTo(Instant.parse("2027-03-12T13:32:00Z"));
        assertThat(CellText.instant(Cell.text("12/07/2027 14h32"), FRENCH))
                .isEqualTo(Instant.parse("2027-07-12T12:32:00Z"));
        assertThat(CellText.instant(Cell.text("2027-03-12T14:32:05+02:00"), FRENCH))
                .isEqualTo(Instant.parse("2027-03-12T12:32:05Z"));
        assertThat(CellText.instant(Cell.text("12 mars 2027 à 14h32"), FRENCH))
                .isEqualTo(Instant.parse("2027-03-12T13:32:00Z"));
        assertThat(CellText.instant(Cell.text("12/03/2027\u00a014:32"), FRENCH))
                .isEqualTo(Instant.parse("2027-03-12T13:32:00Z"));
        assertThatThrownBy(() -> CellText.instant(Cell.text("28/03/2027 02:30"), FRENCH))
                .hasMessageContaining("heure d'été");
        assertThat(CellText.day(Cell.text("12/03/2027 23:59"), FRENCH)).isEqualTo(LocalDate.of(2027, 3, 12));
    }

    private static List<List<String>> texts(byte[] file, TableForm form) {
        List<List<String>> rows = new ArrayList<>();
        Table.read(
                file,
                form,
                new TableFaults(),
                (line, cells) -> rows.add(cells.stream().map(Cell::text).toList()));
        return rows;
    }
}
