package org.capaccueil.indicator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.capaccueil.indicator.exchange.Table;
import org.capaccueil.shared.PublicTime;

/**
 * A file nobody should be able to bring in.
 *
 * @param charset read in this encoding instead of the one recognised; empty for that one
 * @param place where the fault is
 * @param says what its sentence holds
 */
record BrokenTable(String name, byte[] content, String charset, String place, String says) {

    static final String PART = "appels décrochés par un agent";
    static final String BASE = "appels demandant un agent aux heures d'ouverture";

    private static final LocalDate TODAY = LocalDate.now(PublicTime.ZONE);
    static final String MONTH = Period.lastOver(Frequency.MONTH, TODAY).code();
    private static final String WIDE = "Équipe;Canal;Période;" + PART + ";" + BASE + "\n";
    private static final String LONG = "Indicateur;Équipe;Canal;Période;Quantité;Total\n";
    private static final String EVENTS = "Identifiant;Contact;Événement;Moment;Équipe;Canal\n";
    private static final String FILE = "Tout le fichier";

    @Override
    public String toString() {
        return name;
    }

    /**
     * All of them.
     *
     * @param team the code of a team with counter and phone, which has a value of another size for the month
     * @param foreign the name of another commune's team
     */
    static List<BrokenTable> all(String team, String foreign) {
        List<BrokenTable> all = new ArrayList<>(noTables());
        all.addAll(lines(team, foreign));
        all.addAll(named(team));
        all.addAll(events(team));
        all.addAll(workbooks(team));
        return all;
    }

    private static List<BrokenTable> noTables() {
        return List.of(
                file("nothing at all", new byte[0], "est vide"),
                file("too large", new byte[Table.MAX_BYTES + 1], "dépasse 10 Mo"),
                file("a PDF", "%PDF-1.7\nEssai".getBytes(StandardCharsets.ISO_8859_1), "ni un texte à colonnes"),
                file(
                        "a picture",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0},
                        "ni un texte à colonnes"),
                file("a program", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0}, "ni un texte à colonnes"),
                file("a zip of something else", zip(Map.of("a.txt", "a")), "pas un classeur XLSX"),
                file("a workbook with macros", with("xl/vbaProject.bin", "x"), "contient des macros"),
                file(
                        "a workbook that asks others",
                        with("xl/externalLinks/externalLink1.xml", "<a/>"),
                        "liens vers d'autres"),
                file("a workbook with an object", with("xl/embeddings/oleObject1.bin", "x"), "liens vers d'autres"),
                file(
                        "a workbook with entities",
                        with("xl/x.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                        "déclare des entités"),
                file("a workbook that unfolds", with("xl/x.bin", "0".repeat(13 * 1024 * 1024)), "dépasse 12 Mo"),
                file("a workbook cut off", half(workbook(row -> {})), "incomplet ou abîmé"),
                file(
                        "the format before",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0},
                        "l'ancien format .xls"));
    }

    private static List<BrokenTable> lines(String team, String foreign) {
        String good = team + ";Guichet et téléphone";
        return List.of(
                new BrokenTable("titles only", bytes(WIDE), "", FILE, "aucune ligne sous ses titres"),
                wide(
                        "a team nobody knows",
                        "MAIRIE-X;Téléphone;" + MONTH + ";1;2",
                        "A (Équipe)",
                        "ni le code ni le nom"),
                wide("no team", ";Téléphone;" + MONTH + ";1;2", "A (Équipe)", "l'équipe manque"),
                wide(
                        "another commune's team",
                        foreign + ";Téléphone;" + MONTH + ";1;2",
                        "A (Équipe)",
                        "ni le code ni le nom"),
                wide("a channel nobody knows", good + ";" + MONTH + ";1;2", "B (Canal)", "n'est pas un canal"),
                wide("no channel", team + ";;" + MONTH + ";1;2", "B (Canal)", "le canal manque"),
                wide(
                        "a channel the team has not",
                        team + ";Courrier;" + MONTH + ";1;2",
                        "B (Canal)",
                        "n'a pas de point"),
                wide(
                        "a channel without these quantities",
                        team + ";Guichet;" + MONTH + ";1;2",
                        null,
                        "n'a toutes ses quantités"),
                wide("no period", team + ";Téléphone;;1;2", "C (Période)", "la période manque"),
                wide("no such day", team + ";Téléphone;31/02/2026;1;2", "C (Période)", "n'est pas une date"),
                wide(
                        "words for a period",
                        team + ";Téléphone;le mois dernier;1;2",
                        "C (Période)",
                        "n'est pas une date"),
                wide(
                        "a period to come",
                        team + ";Téléphone;" + (TODAY.getYear() + 1) + "-12;1;2",
                        "C (Période)",
                        "n'est pas finie"),
                wide("a period long past", team + ";Téléphone;2015-01;1;2", "C (Période)", "plus de 5 ans"),
                wide(
                        "a quarter for a month",
                        team + ";Téléphone;2026-T1;1;2",
                        "C (Période)",
                        "pas une période de cet indicateur"),
                wide("no number", team + ";Téléphone;" + MONTH + ";beaucoup;2", part(), "n'est pas un nombre"),
                wide("a formula in a text", team + ";Téléphone;" + MONTH + ";=1+1;2", part(), "n'est pas un nombre"),
                wide("an empty number", team + ";Téléphone;" + MONTH + ";;2", part(), "la cellule est vide"),
                wide("a negative number", team + ";Téléphone;" + MONTH + ";-1;2", part(), "négatif"),
                wide("half a call", team + ";Téléphone;" + MONTH + ";1,5;2", part(), "nombre entier"),
                wide("more than all", team + ";Téléphone;" + MONTH + ";3;2", part(), "dépasser le total"),
                wide("out of nothing", team + ";Téléphone;" + MONTH + ";5;0", "E (" + BASE + ")", "ne peut pas être 0"),
                wide(
                        "too many to be true",
                        team + ";Téléphone;" + MONTH + ";1;99999999999",
                        "E (" + BASE + ")",
                        "trop grand"),
                wide("no quantity", team + ";Téléphone;" + MONTH + ";;", null, "ne donne aucune quantité"),
                wide("more cells than titles", team + ";Téléphone;" + MONTH + ";1;2;3", "F", "plus de cellules"),
                wide(
                        "another value than what stands",
                        team + ";Téléphone;" + MONTH + ";1;2",
                        null,
                        "une autre valeur est déjà enregistrée"),
                new BrokenTable(
                        "two values for one month",
                        bytes(WIDE + row(team, "2026-01;1;2") + row(team, "2026-01;1;3")),
                        "",
                        "Ligne 3",
                        "la ligne 2 donne déjà une autre valeur"),
                new BrokenTable(
                        "two columns of one title",
                        bytes(WIDE.replace(BASE, PART) + row(team, MONTH + ";1;2")),
                        "",
                        "Ligne 1, colonne E (" + PART + ")",
                        "déjà celui d'une autre colonne"),
                new BrokenTable(
                        "a quote that is never closed",
                        bytes(WIDE + row(team, "2026-01;1;2") + "\"" + team + ";Téléphone;" + MONTH + ";1;2\n"),
                        "",
                        "Ligne 3",
                        "les guillemets ne se lisent pas"),
                new BrokenTable(
                        "an encoding it is not written in",
                        (WIDE + row(team, "2026-01;1;2")).getBytes(java.nio.charset.Charset.forName("windows-1252")),
                        "UTF-8",
                        "Ligne 1",
                        "n'existe pas dans l'encodage choisi"),
                new BrokenTable(
                        "far too wide",
                        bytes(WIDE + row(team, "2026-01;1;2") + ";".repeat(300) + "x\n"),
                        "",
                        "Ligne 3",
                        "plus de 200 cellules"));
    }

    private static List<BrokenTable> named(String team) {
        return List.of(
                named(
                        "an indicator nobody knows",
                        "TEL-X;" + team + ";Téléphone;" + MONTH + ";1;2",
                        "A (Indicateur)",
                        "aucun indicateur en service"),
                named(
                        "a retired indicator",
                        "FCR;" + team + ";Téléphone;" + MONTH + ";1;2",
                        "A (Indicateur)",
                        "aucun indicateur en service"),
                named(
                        "no indicator",
                        ";" + team + ";Téléphone;" + MONTH + ";1;2",
                        "A (Indicateur)",
                        "le code de l'indicateur manque"),
                named(
                        "an indicator of another channel",
                        "CNT-WAIT;" + team + ";Téléphone;" + MONTH + ";1;2",
                        "C (Canal)",
                        "ne se mesure pas sur le canal"),
                new BrokenTable(
                        "the other decimal sign",
                        bytes(LONG + "HOURS;" + team + ";Téléphone;2026-01;3,5;\nHOURS;" + team
                                + ";Téléphone;2026-02;3.5;\n"),
                        "",
                        "Ligne 3, colonne E (Quantité)",
                        "séparateur décimal choisi"),
                named(
                        "a total where there is none",
                        "HOURS;" + team + ";Téléphone;" + MONTH + ";3;2",
                        "F (Total)",
                        "n'a pas de total"),
                named(
                        "more hours than a week has",
                        "HOURS;" + team + ";Téléphone;" + MONTH + ";200;",
                        "E (Quantité)",
                        "168 heures"));
    }

    private static List<BrokenTable> events(String team) {
        DateTimeFormatter written = DateTimeFormatter.ofPattern("dd/MM/yyyy");
        String tomorrow = TODAY.plusDays(2).format(written);
        String day = TODAY.minusMonths(2).withDayOfMonth(13).format(written);
        String summerBegins = LocalDate.of(TODAY.getYear() - 1, 3, 31)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
                .format(written);
        return List.of(
                event(
                        "an event of no kind",
                        "1;c1;appel rêvé;" + day + " 10:00;" + team + ";Téléphone",
                        "C (Événement)",
                        "n'est pas la nature"),
                event(
                        "an event to come",
                        "1;c1;appel présenté;" + tomorrow + " 10:00;" + team + ";Téléphone",
                        "D (Moment)",
                        "à venir"),
                event(
                        "an event of another age",
                        "1;c1;appel présenté;1970-01-01T00:00:00Z;" + team + ";Téléphone",
                        "D (Moment)",
                        "ne se gardent pas si longtemps"),
                event(
                        "an event before all ages",
                        "1;c1;appel présenté;-999999999-01-01T00:00:00Z;" + team + ";Téléphone",
                        "D (Moment)",
                        "ne se gardent pas si longtemps"),
                event(
                        "an hour that never was",
                        "1;c1;appel présenté;" + summerBegins + " 02:30;" + team + ";Téléphone",
                        "D (Moment)",
                        "heure d'été"),
                event(
                        "a day without an hour",
                        "1;c1;appel présenté;" + day + ";" + team + ";Téléphone",
                        "D (Moment)",
                        "avec son heure"),
                event(
                        "an event of nothing",
                        "1;;appel présenté;" + day + " 10:00;" + team + ";Téléphone",
                        "B (Contact)",
                        "identifiant du contact manque"),
                event(
                        "an event without a name",
                        ";c1;appel présenté;" + day + " 10:00;" + team + ";Téléphone",
                        "A (Identifiant)",
                        "identifiant de l'événement manque"),
                new BrokenTable(
                        "one event told twice, differently",
                        bytes(EVENTS + "1;c1;appel présenté;" + day + " 10:00;" + team
                                + ";Téléphone\n1;c1;appel présenté;" + day + " 10:01;" + team + ";Téléphone\n"),
                        "",
                        "Ligne 3",
                        "la ligne 2 dit autre chose du même événement"));
    }

    private static List<BrokenTable> workbooks(String team) {
        return List.of(
                sheet(
                        "a formula in a cell",
                        team,
                        row -> row.createCell(3).setCellFormula("1+1"),
                        "contient une formule"),
                sheet(
                        "a cell that failed",
                        team,
                        row -> {
                            row.createCell(3).setCellErrorValue((byte) 7);
                        },
                        "erreur du tableur"),
                sheet(
                        "a date for a number",
                        team,
                        row -> {
                            CellStyle date = row.getSheet().getWorkbook().createCellStyle();
                            date.setDataFormat((short) 14);
                            row.createCell(3).setCellValue(LocalDate.of(2026, 3, 12));
                            row.getCell(3).setCellStyle(date);
                        },
                        "est une date"));
    }

    private static BrokenTable file(String name, byte[] content, String says) {
        return new BrokenTable(name, content, "", FILE, says);
    }

    private static BrokenTable wide(String name, String line, String column, String says) {
        return line(name, WIDE, line, column, says);
    }

    private static BrokenTable named(String name, String line, String column, String says) {
        return line(name, LONG, line, column, says);
    }

    private static BrokenTable event(String name, String line, String column, String says) {
        return line(name, EVENTS, line, column, says);
    }

    private static BrokenTable line(String name, String titles, String line, String column, String says) {
        return new BrokenTable(
                name, bytes(titles + line + "\n"), "", "Ligne 2" + (column == null ? "" : ", colonne " + column), says);
    }

    private static String part() {
        return "D (" + PART + ")";
    }

    private static String row(String team, String rest) {
        return team + ";Téléphone;" + rest + "\n";
    }

    private static BrokenTable sheet(String name, String team, Consumer<Row> break_, String says) {
        return new BrokenTable(
                name,
                workbook(row -> {
                    row.createCell(0).setCellValue(team);
                    row.createCell(1).setCellValue("Téléphone");
                    row.createCell(2).setCellValue(MONTH);
                    row.createCell(4).setCellValue(5);
                    break_.accept(row);
                }),
                "",
                "Ligne 2, colonne " + part(),
                says);
    }

    private static byte[] workbook(Consumer<Row> second) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Row head = book.createSheet().createRow(0);
            String[] titles = WIDE.strip().split(";");
            for (int i = 0; i < titles.length; i++) {
                head.createCell(i).setCellValue(titles[i]);
            }
            second.accept(book.getSheetAt(0).createRow(1));
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] with(String part, String content) {
        return zip(Map.of("xl/workbook.xml", "<workbook/>", part, content));
    }

    private static byte[] zip(Map<String, String> parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
