package org.capaccueil.assessment.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Checksum;

/**
 * A file that may be kept: not empty, not too large, of an allowed type by its content, and with the extension of that
 * type. The name a browser sends is a stranger's text: only its last part is kept, without anything a file system or a
 * header would understand.
 */
record CheckedFile(String name, String contentType, byte[] bytes, String sha256) {

    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;
    private static final Tika TIKA = new Tika();

    private static final Map<String, String> TYPE_OF_EXTENSION = Map.of(
            "pdf", "application/pdf",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "webp", "image/webp",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "odt", "application/vnd.oasis.opendocument.text",
            "ods", "application/vnd.oasis.opendocument.spreadsheet");

    private static final Map<String, String> TEXT_TYPES = Map.of("txt", "text/plain", "csv", "text/csv");

    static CheckedFile of(String givenName, byte[] bytes) {
        if (bytes.length == 0) {
            throw refusal("Le fichier est vide. Choisissez-en un autre.");
        }
        if (bytes.length > MOST_BYTES) {
            throw refusal("Le fichier dépasse 10 Mo. Réduisez-le ou donnez un lien vers lui.");
        }
        String name = sanitised(givenName);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPE_OF_EXTENSION.getOrDefault(extension, TEXT_TYPES.get(extension));
        if (type == null) {
            throw refusal("Ce type de fichier n'est pas accepté. Déposez un PDF, une image (PNG, JPEG, WebP), "
                    + "un document (DOCX, ODT), un tableau (XLSX, ODS, CSV) ou du texte (TXT).");
        }
        if (!isReally(extension, type, bytes)) {
            throw refusal("Le contenu de « " + name + " » n'est pas celui d'un fichier ." + extension
                    + ". Ouvrez-le, enregistrez-le dans ce format, puis recommencez.");
        }
        return new CheckedFile(name, type, bytes, Checksum.sha256(bytes));
    }

    private static boolean isReally(String extension, String type, byte[] bytes) {
        // by content only: Tika is not told the name, so that it cannot believe it
        String detected = TIKA.detect(bytes);
        if (TEXT_TYPES.containsKey(extension)) {
            // a short text in an old code page is « any bytes » to Tika
            boolean perhapsText = detected.startsWith("text/") || detected.equals("application/octet-stream");
            return perhapsText && !detected.equals("text/html") && isText(bytes);
        }
        if (detected.equals(type)) {
            return true;
        }
        // The core of Tika sees a zip and leaves looking inside to a parser that is deliberately not here.
        return (detected.equals("application/zip") || detected.equals("application/x-tika-ooxml"))
                && type.equals(officeTypeOf(bytes));
    }

    private static String officeTypeOf(byte[] bytes) {
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (names.isEmpty() && entry.getName().equals("mimetype")) {
                    return new String(zip.readNBytes(100), StandardCharsets.US_ASCII).strip();
                }
                names.add(entry.getName());
                if (names.contains("[Content_Types].xml") && names.contains("word/document.xml")) {
                    return TYPE_OF_EXTENSION.get("docx");
                }
                if (names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")) {
                    return TYPE_OF_EXTENSION.get("xlsx");
                }
                if (names.size() > 10_000) {
                    return "";
                }
            }
            return "";
        } catch (IOException | IllegalArgumentException damaged) {
            // a damaged archive is of no type: refused like any other mismatch
            return "";
        }
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException older) {
            // exports of older office software are Windows-1252, in which any byte but control characters is text
            for (byte one : bytes) {
                if (one >= 0 && one < 32 && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
                    return false;
                }
            }
            return true;
        }
    }

    static String sanitised(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?;%]", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^\\.+", "");
        if (clean.isEmpty()) {
            return "preuve";
        }
        if (clean.length() <= LONGEST_NAME) {
            return clean;
        }
        int dot = clean.lastIndexOf('.');
        String end = dot > 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
        return clean.substring(0, LONGEST_NAME - end.length()) + end;
    }

    private static BusinessRefusal refusal(String sentence) {
        return new BusinessRefusal("file", sentence + " Rien n'a été enregistré.");
    }
}
