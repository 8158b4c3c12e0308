package org.capaccueil.standard.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Opens a workbook somebody sent, and only one that holds nothing but cells: what a workbook unfolds to is measured, and
 * macros, links to other files and entities are refused, before any library builds a model of it.
 */
final class WorkbookFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Five hundred criteria unfold to a tenth of this. */
    private static final int MOST_UNFOLDED = 12 * 1024 * 1024;

    private static final int MOST_PARTS = 200;
    private static final String AGAIN = " Recopiez les valeurs dans le classeur à remplir et importez celui-ci.";

    static {
        ZipSecureFile.setMaxEntrySize(MOST_UNFOLDED);
        ZipSecureFile.setMinInflateRatio(0.005);
    }

    private WorkbookFile() {}

    static boolean isOne(byte[] file) {
        return startsWith(file, ZIP) || startsWith(file, OLE);
    }

    static XSSFWorkbook open(byte[] file) throws UnreadableFile {
        if (startsWith(file, OLE)) {
            throw refused(
                    "Ce classeur est protégé par un mot de passe, ou dans l'ancien format .xls. Enregistrez-le au "
                            + "format .xlsx, sans mot de passe.");
        }
        inspect(file);
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException notRead) {
            // The library tells a broken workbook by a dozen unchecked exceptions of its own.
            throw new UnreadableFile(
                    Fault.ofFile("Ce fichier n'est pas un classeur XLSX lisible. Ouvrez-le dans votre tableur et "
                            + "enregistrez-le à nouveau."),
                    notRead);
        }
    }

    private static void inspect(byte[] file) throws UnreadableFile {
        int parts = 0;
        long unfolded = 0;
        boolean workbook = false;
        WorkbookWeight weight = new WorkbookWeight();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (++parts > MOST_PARTS) {
                    throw refused("Ce classeur est fait de plus de " + MOST_PARTS + " parties, ce n'est pas un "
                            + "référentiel." + AGAIN);
                }
                byte[] content = read(zip, MOST_UNFOLDED - unfolded);
                unfolded += content.length;
                workbook |= name.equals("xl/workbook.xml");
                inspect(name, content, weight);
            }
        } catch (ZipException | java.io.EOFException broken) {
            throw new UnreadableFile(
                    Fault.ofFile("Ce fichier est incomplet ou abîmé. Enregistrez-le à nouveau et renvoyez-le."),
                    broken);
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFile(Fault.ofFile("Ce fichier ne se lit pas comme un classeur XLSX." + AGAIN), broken);
        }
        if (!workbook) {
            throw refused("Ce fichier est une archive, mais pas un classeur XLSX." + AGAIN);
        }
    }

    private static byte[] read(InputStream part, long most) throws IOException, UnreadableFile {
        byte[] content = part.readNBytes((int) most + 1);
        if (content.length > most) {
            throw refused("Une fois déplié, ce classeur dépasse " + MOST_UNFOLDED / (1024 * 1024)
                    + " Mo : aucun référentiel n'est si grand." + AGAIN);
        }
        return content;
    }

    private static void inspect(String name, byte[] content, WorkbookWeight weight) throws UnreadableFile {
        if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
            throw refused("Ce classeur contient des macros. Enregistrez-le au format .xlsx, sans macros.");
        }
        if (name.contains("/externallinks/") || name.contains("/embeddings/") || name.contains("/activex/")) {
            throw refused("Ce classeur contient des liens vers d'autres fichiers ou des objets." + AGAIN);
        }
        if ((name.endsWith(".xml") || name.endsWith(".rels")) && declaresEntities(content)) {
            throw refused("Ce classeur déclare des entités XML, ce qu'aucun tableur ne fait." + AGAIN);
        }
        // whatever it is called: the workbook itself says which of its parts are sheets
        weight.add(content);
    }

    /** Looked for in the encodings XML may come in; no cell text holds « <!D »: it would be escaped. */
    private static boolean declaresEntities(byte[] content) {
        return contains(content, StandardCharsets.US_ASCII)
                || contains(content, StandardCharsets.UTF_16LE)
                || contains(content, StandardCharsets.UTF_16BE);
    }

    private static boolean contains(byte[] content, java.nio.charset.Charset charset) {
        return new String(content, charset).contains("<!DOCTYPE");
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (file[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static UnreadableFile refused(String sentence) {
        return new UnreadableFile(Fault.ofFile(sentence));
    }
}
