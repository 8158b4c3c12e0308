package org.capaccueil.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.exchange.SheetLayout.Column;
import org.capaccueil.standard.exchange.SheetLayout.Kind;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Nothing a workbook says is lost or changed without a word, and nothing damaged in it is more than a fault at its cell. */
class WorkbookFaultsTest {

    private static final byte[] STARTER_BOOK = starterBook();

    private static final String DAMAGED = "cette cellule est illisible ; saisissez-la à nouveau.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"F3\"><v>abc</v></c>",
                "<c r=\"F3\" t=\"d\"><v>2027-01-01</v></c>",
                "<c r=\"F3\" t=\"zz\"><v>1</v></c>",
                "<c r=\"F3\" t=\"s\"><v>99999</v></c>",
                "<c r=\"F3\" t=\"s\"><v>-1</v></c>",
                "<c r=\"F3\" t=\"s\"><v>x</v></c>",
                "<c r=\"F3\" t=\"b\"><v>peut-être</v></c>"
            })
    void aDamagedCellIsAFaultThere(String cell) {
        byte[] book =
                part(STARTER_BOOK, "xl/worksheets/sheet3.xml", xml -> xml.replaceFirst("<c r=\"F3\".*?</c>", cell));

        assertThat(sentences(book))
                .contains("Feuille Thèmes, cellule F3 : "
                        + (cell.contains("peut-être")
                                ? "« Pondération » (thème ACC) devrait être un nombre."
                                : DAMAGED));
    }

    @Test
    void withoutItsSharedTextsEveryCellThatPointsAtOneIsDamaged() {
        assertThat(sentences(part(
                        STARTER_BOOK,
                        "xl/sharedStrings.xml",
                        xml -> "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")))
                .contains("Feuille Référentiel, cellule A2 : " + DAMAGED);
    }

    @Test
    void aTextOfMegabytesInEveryCellIsRefusedSoonAndShortly() {
        byte[] book = part(
                changed(many -> {
                    for (int i = 3; i < 5000; i++) {
                        many.getSheet("Thèmes").createRow(i).createCell(3).setCellValue("interminable");
                    }
                }),
                "xl/sharedStrings.xml",
                xml -> xml.replace(">interminable<", ">" + endless() + "<"));

        List<String> sentences = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> sentences(book));

        assertThat(sentences)
                .contains("Feuille Thèmes, cellule D4 : a 5000000 caractères ; il en a 2000 au plus.")
                .hasSize(201)
                .allSatisfy(sentence -> assertThat(sentence).hasSizeLessThan(400));
    }

    /** Five million signs that are no zip bomb to the library. */
    private static String endless() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 5_000_000) {
            text.append(Long.toHexString(random.nextLong() | Long.MIN_VALUE)).append("x".repeat(484));
        }
        return text.toString();
    }

    @Test
    void twoSheetsOfOneNameAreAFault() {
        byte[] book = part(
                changed(two ->
                        two.createSheet("Critères2").createRow(0).createCell(0).setCellValue("Thème")),
                "xl/workbook.xml",
                xml -> xml.replace("\"Critères2\"", "\"Critères \""));

        assertThat(sentences(book))
                .containsExactly("Feuille Critères : elle est là deux fois. Réunissez les deux en une seule, pour que "
                        + "rien ne se perde.");
    }

    @Test
    void aNumberIsTakenForATextOnlyWhereItIsShownDigitForDigit() {
        assertThat(sentences(changed("Référentiel", "B3", cell -> cell.setCellValue(1.1))))
                .containsExactly("Feuille Référentiel, cellule B3 : le tableur y voit un nombre (1.1). Donnez à la "
                        + "cellule le format Texte et saisissez la valeur à nouveau.");
        assertThat(sentences(changed("Référentiel", "B3", cell -> {
                    CellStyle padded = cell.getSheet().getWorkbook().createCellStyle();
                    padded.setDataFormat(
                            cell.getSheet().getWorkbook().createDataFormat().getFormat("000"));
                    cell.setCellStyle(padded);
                    cell.setCellValue(7);
                })))
                .singleElement()
                .asString()
                .startsWith("Feuille Référentiel, cellule B3 : le tableur y voit un nombre (7).");
        assertThat(standard(changed("Référentiel", "B3", cell -> cell.setCellValue(2027)))
                        .version())
                .isEqualTo("2027");
    }

    @Test
    void linesEndTheOneWayInACellToo() {
        byte[] book = changed("Thèmes", "B3", cell -> cell.setCellValue("Accès_x000D_\net joignabilité"));

        assertThat(standard(book).theme("ACC").orElseThrow().titleFr()).isEqualTo("Accès\net joignabilité");
    }

    @Test
    void hintsOfAnOlderEditionAreSkippedAndARowOfDataIsNot() {
        byte[] book = changed(old -> {
            old.getSheet("Thèmes").getRow(1).getCell(1).setCellValue("Une explication d'hier.");
            old.getSheet("Critères").getRow(1).getCell(2).setCellValue("Une autre.");
        });
        assertThat(standard(book)).isEqualTo(standard(STARTER_BOOK));

        byte[] unexplained = changed(short_ -> {
            short_.getSheet("Thèmes").removeRow(short_.getSheet("Thèmes").getRow(1));
            short_.getSheet("Thèmes").shiftRows(2, 10, -1);
        });
        assertThat(standard(unexplained)).isEqualTo(standard(STARTER_BOOK));
    }

    @Test
    void theFirstRowOfAFormIsReadUnlessItIsItsHead() {
        byte[] headless = changed(form -> {
            form.getSheet("Référentiel").removeRow(form.getSheet("Référentiel").getRow(0));
            form.getSheet("Référentiel").shiftRows(1, 9, -1);
        });

        assertThat(standard(headless)).isEqualTo(standard(STARTER_BOOK));
    }

    @Test
    void rowsAndColumnsAnyProgramLeavesBehindEmptyAreNoFault() {
        byte[] book = changed(wide -> {
            wide.getSheet("Thèmes").createRow(1_048_575).createCell(0).setBlank();
            wide.getSheet("Thèmes").getRow(0).createCell(16_000).setBlank();
        });

        assertThat(standard(book)).isEqualTo(standard(STARTER_BOOK));
    }

    @Test
    void millionsOfEmptyCellsAreRefusedBeforeAModelIsBuiltOfThem() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 400_000; i++) {
            rows.append("<row><c/><c/></row>");
        }
        byte[] book = part(
                STARTER_BOOK, "xl/worksheets/sheet3.xml", xml -> xml.replace("</sheetData>", rows + "</sheetData>"));

        assertThat(sentences(book)).singleElement().asString().startsWith("Ce classeur a bien plus de cellules");
    }

    @Test
    void whateverIsMarkedAsNeededIsMissedWhenItIsNotThere() {
        for (SheetLayout layout : WorkbookLayout.SHEETS) {
            int at = 0;
            for (Column column : layout.columns()) {
                if (column.needed()) {
                    String cell = layout.isForm() ? "B" + (at + 2) : CellReference.convertNumToColString(at) + "3";
                    assertThat(sentences(changed(layout.name(), cell, Cell::setBlank)))
                            .as("%s, %s", layout.name(), column.heading())
                            .isNotEmpty();
                }
                at += column.kind() == Kind.MARKS ? column.words().size() : column.kind() == Kind.SERIES ? 100 : 1;
            }
        }
    }

    @Test
    void asManyTextsAsAreWrittenAreReadAndTooManyAreRefused() {
        byte[] thirty = changed(book -> evidence(book, 30));
        assertThat(standard(thirty).criterion("ACC-1").orElseThrow().evidenceFr())
                .hasSize(30);
        assertThat(standard(StandardFormats.xlsx(standard(thirty)))).isEqualTo(standard(thirty));

        assertThat(sentences(changed(book -> evidence(book, 120))))
                .containsExactly("Feuille Critères, cellule N3 : « Preuves attendues » (critère ACC-1) a 120 preuves "
                        + "attendues, pour 30 au plus.");
    }

    /** The columns of evidence moved to the right of everything, so that there is room for many. */
    private static void evidence(XSSFWorkbook book, int number) {
        Row heads = book.getSheet("Critères").getRow(0);
        Row row = book.getSheet("Critères").getRow(2);
        int first = 0;
        while (!heads.getCell(first).getStringCellValue().equals("Preuve attendue 1")) {
            first++;
        }
        int free = heads.getLastCellNum();
        int known = 0;
        while (heads.getCell(first + known).getStringCellValue().startsWith("Preuve attendue")) {
            row.getCell(first + known, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellValue("Preuve " + ++known);
        }
        for (int i = known; i < number; i++) {
            heads.createCell(free + i - known).setCellValue("Preuve attendue " + (i + 1));
            row.createCell(free + i - known).setCellValue("Preuve " + (i + 1));
        }
    }

    @Test
    void theMonthsOfTheWindowAreReadInTheirOrderWhereverTheirRowsStand() {
        byte[] swapped = changed(book -> {
            Row from = book.getSheet("Règles du label").getRow(8);
            Row to = book.getSheet("Règles du label").getRow(9);
            String title = from.getCell(0).getStringCellValue();
            double month = from.getCell(1).getNumericCellValue();
            from.getCell(0).setCellValue(to.getCell(0).getStringCellValue());
            from.getCell(1).setCellValue(to.getCell(1).getNumericCellValue());
            to.getCell(0).setCellValue(title);
            to.getCell(1).setCellValue(month);
        });

        assertThat(standard(swapped)).isEqualTo(standard(STARTER_BOOK));
    }

    @Test
    void sentencesAboutAWorkbookSpeakFrenchAndNameNoKeyOfTheTextForm() {
        assertThat(sentences(changed(book -> {
                    book.getSheet("Échelons").getRow(3).getCell(2).setBlank();
                    book.getSheet("Critères").getRow(2).getCell(1).setBlank();
                    book.getSheet("Référentiel").getRow(3).getCell(1).setBlank();
                    book.getSheet("Niveaux du label").getRow(2).getCell(0).setBlank();
                    book.getSheet("Indicateurs").getRow(2).getCell(4).setBlank();
                    book.getSheet("Thèmes").getRow(3).getCell(1).setCellValue(true);
                })))
                .contains(
                        "Feuille Échelons, ligne 4 : « Points » (échelon 2 de l'échelle maturity-5) manque.",
                        "Feuille Critères, ligne 3 : « Code » (critère 1 du thème ACC) manque ou est vide.",
                        "Feuille Référentiel : « Forme » manque ; les valeurs possibles sont Grille pondérée, Panneaux "
                                + "de 0 à 100, Engagements.",
                        "Feuille Niveaux du label, ligne 3 : « Code » (niveau 1 du label) manque ; les valeurs possibles "
                                + "sont Bronze, Argent, Or.",
                        "Feuille Indicateurs, ligne 3 : « Sens » (indicateur CNT-WAIT) manque ; les valeurs possibles sont "
                                + "Plus est mieux, Moins est mieux.",
                        "Feuille Thèmes, cellule B4 : « Intitulé » (thème INF) devrait être un texte. Donnez à la cellule "
                                + "le format Texte et saisissez-le à nouveau.");
    }

    private static List<String> sentences(byte[] book) {
        return StandardFormats.read(book).faults().stream().map(Fault::toString).toList();
    }

    private static Standard standard(byte[] book) {
        StandardReading reading = StandardFormats.read(book);
        assertThat(reading.faults()).isEmpty();
        return Objects.requireNonNull(reading.standard());
    }

    private static byte[] starterBook() {
        try {
            return StandardFormats.xlsx(Objects.requireNonNull(
                    StandardFormats.read(new ClassPathResource("standards/starter.yaml").getContentAsByteArray())
                            .standard()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static byte[] changed(String sheet, String at, Consumer<Cell> change) {
        CellReference place = new CellReference(at);
        return changed(book -> change.accept(book.getSheet(sheet)
                .getRow(place.getRow())
                .getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)));
    }

    private static byte[] changed(Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(STARTER_BOOK));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The workbook with one of its files written over. */
    private static byte[] part(byte[] book, String name, UnaryOperator<String> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean found = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(name)) {
                    found = true;
                    content = change.apply(new String(content, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                }
                zip.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        assertThat(found).as(name).isTrue();
        return out.toByteArray();
    }
}
