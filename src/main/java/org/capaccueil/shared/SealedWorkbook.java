package org.capaccueil.shared;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Looks into a workbook somebody sent before any library does: it may hold nothing but cells, and what it unfolds to is
 * measured. Macros, links to other files and entities are refused.
 *
 * @param what is expected in it: « référentiel »
 * @param again what to do with a workbook that holds more than cells
 */
public record SealedWorkbook(String what, String again) {

    /** Neither a large standard nor a year of figures unfolds to a half of this. */
    public static final int MOST_UNFOLDED = 12 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int MOST_PARTS = 200;

    /** Whether a file begins like a workbook, of today's format or of the one before it. */
    public static boolean isOne(byte[] file) {
        return startsWith(file, ZIP) || startsWith(file, OLE);
    }

    /**
     * Refuses a file that is no workbook of cells alone.
     *
     * @param each is shown every part, whatever it is called: the workbook itself says which of them are sheets
     */
    public void require(byte[] file, Consumer<byte[]> each) {
        if (startsWith(file, OLE)) {
            throw new BusinessRefusal(
                    "Ce classeur est protégé par un mot de passe, ou dans l'ancien format .xls. Enregistrez-le au "
                            + "format .xlsx, sans mot de passe.");
        }
        int parts = 0;
        long unfolded = 0;
        boolean workbook = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (++parts > MOST_PARTS) {
                    throw refused("Ce classeur est fait de plus de " + MOST_PARTS + " parties, ce n'est pas un " + what
                            + ".");
                }
                byte[] content = read(zip, MOST_UNFOLDED - unfolded);
                unfolded += content.length;
                workbook |= name.equals("xl/workbook.xml");
                requireCells(name, content);
                each.accept(content);
            }
        } catch (ZipException | EOFException broken) {
            throw new BusinessRefusal("Ce fichier est incomplet ou abîmé. Enregistrez-le à nouveau et renvoyez-le.");
        } catch (IOException | IllegalArgumentException broken) {
            throw refused("Ce fichier ne se lit pas comme un classeur XLSX.");
        }
        if (!workbook) {
            throw refused("Ce fichier est une archive, mais pas un classeur XLSX.");
        }
    }

    private byte[] read(InputStream part, long most) throws IOException {
        byte[] content = part.readNBytes((int) most + 1);
        if (content.length > most) {
            throw refused("Une fois déplié, ce classeur dépasse " + MOST_UNFOLDED / (1024 * 1024) + " Mo : aucun "
                    + what + " n'est si grand.");
        }
        return content;
    }

    private void requireCells(String name, byte[] content) {
        if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
            throw new BusinessRefusal("Ce classeur contient des macros. Enregistrez-le au format .xlsx, sans macros.");
        }
        if (name.contains("/externallinks/") || name.contains("/embeddings/") || name.contains("/activex/")) {
            throw refused("Ce classeur contient des liens vers d'autres fichiers ou des objets.");
        }
        if ((name.endsWith(".xml") || name.endsWith(".rels")) && declaresEntities(content)) {
            throw refused("Ce classeur déclare des entités XML, ce qu'aucun tableur ne fait.");
        }
    }

    /** Looked for in the encodings XML may come in; no cell text holds « <!D »: it would be escaped. */
    private static boolean declaresEntities(byte[] content) {
        return contains(content, StandardCharsets.US_ASCII)
                || contains(content, StandardCharsets.UTF_16LE)
                || contains(content, StandardCharsets.UTF_16BE);
    }

    private static boolean contains(byte[] content, Charset charset) {
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

    private BusinessRefusal refused(String sentence) {
        return new BusinessRefusal(sentence + " " + again);
    }
}
