package org.capaccueil.standard.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.core.io.ClassPathResource;

/**
 * A file nobody should be able to bring in.
 *
 * @param says how its refusal begins: with its place and the reason
 */
public record BrokenFile(String name, byte[] content, String says) {

    @Override
    public String toString() {
        return name;
    }

    /** More than fifty of them, texts and workbooks. */
    public static List<BrokenFile> all() {
        List<BrokenFile> all = new ArrayList<>(texts());
        all.addAll(workbooks());
        return all;
    }

    private static List<BrokenFile> texts() {
        String starter = starter();
        return List.of(
                text("nothing at all", "", "Le fichier est vide"),
                text("only a comment", "# rien\n", "Le fichier ne contient aucun référentiel"),
                text(
                        "a list",
                        "- a\n- b\n",
                        "Ligne 1 : le fichier n'a pas la forme d'un référentiel : il commence par code, version et kind"),
                text(
                        "a table of values",
                        "a;b;c\n1;2;3\n",
                        "Ligne 1 : le fichier n'a pas la forme d'un référentiel : il commence par code, version et kind"),
                text(
                        "weight nought",
                        starter.replaceFirst("weight: 15", "weight: 0"),
                        "Ligne 32 : « weight » (thème ACC) vaut 0"),
                text(
                        "weight below nought",
                        starter.replaceFirst("weight: 15", "weight: -2"),
                        "Ligne 32 : « weight » (thème ACC) vaut -2"),
                text(
                        "weight in words",
                        starter.replaceFirst("weight: 15", "weight: \"lourd\""),
                        "Ligne 32 : « weight » (thème ACC) devrait être un nombre, écrit sans guillemets"),
                text(
                        "weight with decimals",
                        starter.replaceFirst("weight: 15", "weight: 1.5"),
                        "Ligne 32 : « weight » (thème ACC) vaut 1.5 ; il faut un nombre entier"),
                text(
                        "weight not a number",
                        starter.replaceFirst("weight: 15", "weight: .nan"),
                        "Ligne 32 : « weight » (thème ACC) vaut « .nan », qui n'est pas un nombre décimal"),
                text(
                        "weight without end",
                        starter.replaceFirst("weight: 15", "weight: 1e999999999"),
                        "Ligne 32 : « weight » (thème ACC) a trop de chiffres : neuf au plus avant la virgule, neuf après"),
                text(
                        "a flag in words",
                        starter.replaceFirst("mandatory: false", "mandatory: \"peut-être\""),
                        "Ligne 41 : « mandatory » (critère ACC-1) devrait valoir true ou false"),
                text(
                        "a code twice",
                        starter.replaceFirst("code: \"ACC-2\"", "code: \"ACC-1\""),
                        "Ligne 51 : « code » (critère ACC-1) est déjà pris : chaque code du référentiel est unique"),
                text(
                        "a theme's code on a criterion",
                        starter.replaceFirst("code: \"ACC-1\"", "code: \"ACC\""),
                        "Ligne 34 : « code » (critère ACC) est déjà pris : chaque code du référentiel est unique"),
                text(
                        "a code with spaces",
                        starter.replaceFirst("code: \"ACC-1\"", "code: \"ACC 1\""),
                        "Ligne 34 : « code » (critère 1 du thème ACC) vaut « ACC 1 » ; un code se compose de lettres, de chiffres, de points, de tirets et de traits bas, sans espace"),
                text(
                        "no title",
                        starter.replaceFirst("title_fr: \"Accès et joignabilité\"", "title_fr: \"\""),
                        "Ligne 29 : « title_fr » (thème ACC) manque ou est vide"),
                text(
                        "an unknown channel",
                        starter.replaceFirst("- \"counter\"", "- \"smoke\""),
                        "Ligne 38 : « channels » (critère ACC-1) contient « smoke », inconnu"),
                text(
                        "an unknown method",
                        starter.replaceFirst("- \"D\"", "- \"Z\""),
                        "Ligne 48 : « methods » (critère ACC-1) contient « Z », inconnu"),
                text(
                        "an unknown key",
                        starter.replaceFirst("title_en:", "titel_en:"),
                        "Ligne 5 : la clé « titel_en » est inconnue"),
                text(
                        "an unknown scale",
                        starter.replaceFirst("scale: \"maturity-5\"", "scale: \"autre\""),
                        "Ligne 31 : « scale » (thème ACC) vaut « autre », qui n'est pas une échelle de ce référentiel"),
                text(
                        "a title far too long",
                        starter.replaceFirst("Accès et joignabilité", "a".repeat(2001)),
                        "Ligne 29 : « title_fr » (thème ACC) a 2001 caractères"),
                text(
                        "an invisible sign",
                        starter.replaceFirst("Accès et joignabilité", "Acc\\\\u0000s"),
                        "Ligne 29 : « title_fr » (thème ACC) contient un caractère invisible qui ne peut pas être enregistré"),
                text(
                        "a key twice",
                        starter.replaceFirst("version:", "code: \"x\"\nversion:"),
                        "Ligne 2 : la clé « code » est présente deux fois au même endroit"),
                text("two documents", starter + "---\ncode: x\n", "Ligne 1136 : un second document commence ici"),
                text(
                        "an origin that is itself",
                        starter.replaceFirst("scales:", "origin: {code: AMQ-START, version: \"broken\"}\nscales:"),
                        "Ligne 6 : « code » (référentiel d'origine) désigne ce référentiel lui-même : une adaptation vient d'un autre référentiel"),
                text(
                        "a cycle of anchors",
                        "code: &a\n  - *a\n",
                        "Ligne 1 : les ancres, les alias et les étiquettes YAML (&, *, !) ne sont pas admis"),
                text(
                        "an anchor that unfolds",
                        "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n",
                        "Ligne 1 : les ancres, les alias et les étiquettes YAML (&, *, !) ne sont pas admis"),
                text(
                        "a tag that makes an object",
                        "code: !!javax.script.ScriptEngineManager []\n",
                        "Ligne 1 : les ancres, les alias et les étiquettes YAML (&, *, !) ne sont pas admis"),
                text(
                        "nested a thousand deep",
                        "[".repeat(1000) + "]".repeat(1000),
                        "Ligne 1 : les valeurs y sont imbriquées sur plus de 20 niveaux"),
                text(
                        "broken indentation",
                        starter.replaceFirst("    weight: 15", "  weight: 15"),
                        "Ligne 32 : le retrait (les espaces au début de la ligne) ne correspond pas aux lignes d'avant"),
                text(
                        "JSON cut off",
                        "{\"code\": \"A\", \"version\": \"1\"",
                        "Ligne 1 : le fichier n'est pas du JSON lisible : il s'arrête avant la fin, un guillemet, un crochet ou une accolade n'est pas refermé"),
                text(
                        "levels upside down",
                        starter.replaceFirst("overall_min: 75", "overall_min: 20"),
                        "Ligne 788 : « code » (niveau 2 du label) n'est pas au-dessus du niveau précédent : rangez-les du plus bas au plus haut, chacun une fois, avec des seuils croissants"),
                text(
                        "a threshold above a hundred",
                        starter.replaceFirst("mandatory_min: 75", "mandatory_min: 175"),
                        "Ligne 794 : « mandatory_min » (règles du label) vaut 175 ; il doit être compris entre 0 et 100"),
                text(
                        "an alert better than the target",
                        starter.replaceFirst("alert: 15", "alert: 5"),
                        "Ligne 821 : « alert » (indicateur CNT-WAIT) (5) est un seuil meilleur que la cible (10). Inversez-les"),
                text(
                        "ten thousand criteria",
                        manyCriteria(10_000),
                        "Ligne 6 : « themes » a 10000 critères, pour 500 au plus"),
                new BrokenFile(
                        "a text in another encoding",
                        starter.getBytes(StandardCharsets.ISO_8859_1),
                        "Le fichier n'est pas encodé en UTF-8"),
                new BrokenFile(
                        "a text in UTF-16",
                        starter.getBytes(StandardCharsets.UTF_16),
                        "Le fichier n'est pas encodé en UTF-8"),
                new BrokenFile("bytes at random", noise(), "Le fichier n'est pas encodé en UTF-8"),
                new BrokenFile("three megabytes", new byte[3 * 1024 * 1024], "Le fichier dépasse 2 Mo"));
    }

    private static List<BrokenFile> workbooks() {
        return List.of(
                book(
                        "a formula",
                        cell("Critères", "F3", cell -> cell.setCellFormula("1+1")),
                        "Feuille Critères, cellule F3 : c'est une formule"),
                book(
                        "a formula in a text",
                        cell("Thèmes", "B3", cell -> cell.setCellFormula("\"a\"")),
                        "Feuille Thèmes, cellule B3 : c'est une formule"),
                book(
                        "a date",
                        cell("Thèmes", "B3", BrokenFile::date),
                        "Feuille Thèmes, cellule B3 : c'est une date pour le tableur"),
                book(
                        "an error",
                        cell("Thèmes", "F3", cell -> cell.setCellErrorValue((byte) 7)),
                        "Feuille Thèmes, cellule F3 : le tableur y affiche une erreur"),
                book(
                        "weight nought in a cell",
                        cell("Thèmes", "F3", cell -> cell.setCellValue(0)),
                        "Feuille Thèmes, cellule F3 : « Pondération » (thème ACC) vaut 0"),
                book(
                        "weight below nought in a cell",
                        cell("Critères", "J3", cell -> cell.setCellValue(-1)),
                        "Feuille Critères, cellule J3 : « Pondération » (critère ACC-1) vaut -1"),
                book(
                        "weight in words in a cell",
                        cell("Thèmes", "F3", cell -> cell.setCellValue("lourd")),
                        "Feuille Thèmes, cellule F3 : « Pondération » (thème ACC) devrait être un nombre."),
                book(
                        "a mark that is none",
                        cell("Critères", "E3", cell -> cell.setCellValue("peut-être")),
                        "Feuille Critères, cellule E3 : vaut « peut-être » ; mettez x, ou rien"),
                book(
                        "neither yes nor no",
                        cell("Critères", "K3", cell -> cell.setCellValue("bof")),
                        "Feuille Critères, cellule K3 : « Obligatoire » vaut « bof » ; répondez oui ou non"),
                book(
                        "an unknown word",
                        cell("Référentiel", "B4", cell -> cell.setCellValue("Gélatine")),
                        "Feuille Référentiel, cellule B4 : « Forme » vaut « Gélatine » ; les valeurs possibles sont Grille pondérée"),
                book(
                        "a code twice in cells",
                        cell("Critères", "B4", cell -> cell.setCellValue("ACC-1")),
                        "Feuille Critères, cellule B4 : « Code » (critère ACC-1) est déjà pris : chaque code du référentiel est unique"),
                book(
                        "a criterion of no theme",
                        cell("Critères", "A3", cell -> cell.setCellValue("NUL")),
                        "Feuille Critères, cellule A3 : « Thème » vaut « NUL », que la feuille Thèmes ne connaît pas"),
                book(
                        "a criterion that names no theme",
                        cell("Critères", "A3", Cell::setBlank),
                        "Feuille Critères, ligne 3 : « Thème » manque : rien ne dit où ranger cette ligne"),
                book(
                        "an unknown heading",
                        cell("Critères", "F1", cell -> cell.setCellValue("Poids plume")),
                        "Feuille Critères, cellule F1 : « Poids plume » est inconnu sur cette feuille"),
                book(
                        "a heading twice",
                        cell("Critères", "D1", cell -> cell.setCellValue("Intitulé")),
                        "Feuille Critères, cellule D1 : « Intitulé » est déjà là (feuille Critères, cellule C1)"),
                book(
                        "a value without a heading",
                        cell("Thèmes", "H3", cell -> cell.setCellValue("égaré")),
                        "Feuille Thèmes, cellule H3 : cette colonne n'a pas de titre : rien ne dit ce que c'est"),
                book(
                        "a value beside a form",
                        cell("Référentiel", "E3", cell -> cell.setCellValue("égaré")),
                        "Feuille Référentiel, cellule E3 : rien n'est lu ici"),
                book(
                        "an unknown sheet",
                        book -> book.createSheet("Brouillon"),
                        "Feuille Brouillon : elle est inconnue et ne serait pas lue"),
                book(
                        "no sheet of the standard",
                        book -> book.removeSheetAt(book.getSheetIndex("Référentiel")),
                        "Ce classeur n'a pas de feuille « Référentiel » : ce n'est pas un référentiel"),
                book(
                        "no criteria",
                        book -> book.removeSheetAt(book.getSheetIndex("Critères")),
                        "Feuille Thèmes, ligne 3 : « Critères » (thème ACC) manque ou est vide : ajoutez un critère ou retirez le thème"),
                book(
                        "ten thousand criteria in a sheet",
                        BrokenFile::manyRows,
                        "Feuille Thèmes, ligne 3 : « Thèmes » a 10000 critères, pour 500 au plus"),
                book(
                        "a row at the end of the sheet",
                        book -> book.getSheet("Thèmes")
                                .createRow(900_000)
                                .createCell(0)
                                .setCellValue("x"),
                        "Feuille Thèmes, ligne 900001 : une valeur s'y trouve, et la feuille a plus de 20000 lignes"),
                book(
                        "a column at the end of the sheet",
                        book -> book.getSheet("Thèmes")
                                .getRow(0)
                                .createCell(16_000)
                                .setCellValue("x"),
                        "Feuille Thèmes, cellule WQK1 : la feuille a plus de 200 colonnes"),
                zipped(
                        "a workbook with macros",
                        "xl/vbaProject.bin",
                        "macro".getBytes(StandardCharsets.UTF_8),
                        "Ce classeur contient des macros"),
                zipped(
                        "a workbook of other workbooks",
                        "xl/externalLinks/externalLink1.xml",
                        "<a/>".getBytes(StandardCharsets.UTF_8),
                        "Ce classeur contient des liens vers d'autres fichiers ou des objets"),
                zipped(
                        "entities that unfold",
                        "xl/styles2.xml",
                        "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>"
                                .getBytes(StandardCharsets.UTF_8),
                        "Ce classeur déclare des entités XML, ce qu'aucun tableur ne fait"),
                zipped(
                        "entities in another encoding",
                        "xl/styles2.xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_16),
                        "Ce classeur déclare des entités XML, ce qu'aucun tableur ne fait"),
                zipped(
                        "a zip bomb",
                        "xl/media/image1.png",
                        new byte[200 * 1024 * 1024],
                        "Une fois déplié, ce classeur dépasse 12 Mo : aucun référentiel n'est si grand"),
                new BrokenFile(
                        "a thousand parts",
                        manyParts(),
                        "Ce classeur est fait de plus de 200 parties, ce n'est pas un référentiel"),
                new BrokenFile(
                        "a zip of something else", onlyZip(), "Ce fichier est une archive, mais pas un classeur XLSX"),
                new BrokenFile(
                        "a workbook cut off", Arrays.copyOf(starterBook(), 3000), "Ce fichier est incomplet ou abîmé"),
                new BrokenFile("a workbook with a hole", holed(), "Ce fichier est incomplet ou abîmé"),
                new BrokenFile(
                        "a locked workbook",
                        encrypted(),
                        "Ce classeur est protégé par un mot de passe, ou dans l'ancien format .xls"),
                new BrokenFile(
                        "an old workbook",
                        old(),
                        "Ce classeur est protégé par un mot de passe, ou dans l'ancien format .xls"));
    }

    private static BrokenFile text(String name, String text, String says) {
        return new BrokenFile(name, text.getBytes(StandardCharsets.UTF_8), says);
    }

    private static String starter() {
        try {
            return new ClassPathResource("standards/starter.yaml")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceFirst("version: \"0.2\"", "version: \"broken\"");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String manyCriteria(int number) {
        StringBuilder text = new StringBuilder(
                "code: A\nversion: \"broken\"\nkind: commitments\ntitle_fr: A\nthemes:\n- code: T\n  title_fr: T\n  criteria:\n");
        for (int i = 0; i < number; i++) {
            text.append("  - {code: c").append(i).append(", title_fr: x}\n");
        }
        return text.toString();
    }

    /** The starter standard as a workbook. */
    private static byte[] starterBook() {
        return StandardFormats.xlsx(java.util.Objects.requireNonNull(
                StandardFormats.read(starter().getBytes(StandardCharsets.UTF_8)).standard()));
    }

    private static BrokenFile book(String name, Consumer<XSSFWorkbook> change, String says) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(starterBook()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return new BrokenFile(name, out.toByteArray(), says);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Consumer<XSSFWorkbook> cell(String sheet, String at, Consumer<Cell> change) {
        CellReference place = new CellReference(at);
        return book -> {
            Row row = book.getSheet(sheet).getRow(place.getRow());
            change.accept(row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
        };
    }

    private static void date(Cell cell) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat((short) 14);
        cell.setCellStyle(style);
        cell.setCellValue(new Date(0));
    }

    private static void manyRows(XSSFWorkbook book) {
        Sheet criteria = book.getSheet("Critères");
        for (int i = 0; i < 10_000; i++) {
            Row row = criteria.createRow(i + 2);
            row.createCell(0).setCellValue("ACC");
            row.createCell(1).setCellValue("c" + i);
            row.createCell(2).setCellValue("x");
            row.createCell(4).setCellValue("x");
            row.createCell(9).setCellValue(1);
        }
    }

    private static BrokenFile zipped(String name, String part, byte[] content, String says) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(starterBook()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new BrokenFile(name, out.toByteArray(), says);
    }

    private static byte[] manyParts() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 1000; i++) {
                zip.putNextEntry(new ZipEntry("xl/part" + i + ".xml"));
                zip.write('a');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] onlyZip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("lettre.txt"));
            zip.write("Bonjour".getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] holed() {
        byte[] book = starterBook();
        Arrays.fill(book, book.length / 3, book.length / 3 + 400, (byte) 0);
        return book;
    }

    private static byte[] encrypted() {
        try (POIFSFileSystem store = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor lock = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            lock.confirmPassword("secret");
            try (java.io.OutputStream in = lock.getDataStream(store)) {
                in.write(starterBook());
            }
            store.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] old() {
        try (org.apache.poi.hssf.usermodel.HSSFWorkbook book = new org.apache.poi.hssf.usermodel.HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Référentiel");
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] noise() {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
