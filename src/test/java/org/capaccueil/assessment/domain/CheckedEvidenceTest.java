package org.capaccueil.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.capaccueil.shared.BusinessRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedEvidenceTest {

    private static final byte[] PDF = ascii("%PDF-1.7\n%%EOF");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600010100");
    private static final byte[] WEBP = concat(ascii("RIFF"), new byte[] {36, 0, 0, 0}, ascii("WEBPVP8 "));

    @Test
    void everyAllowedTypeIsKnownByItsContent() throws IOException {
        assertThat(CheckedFile.of("a.pdf", PDF).contentType()).isEqualTo("application/pdf");
        assertThat(CheckedFile.of("a.PNG", PNG).contentType()).isEqualTo("image/png");
        assertThat(CheckedFile.of("a.jpeg", JPEG).contentType()).isEqualTo("image/jpeg");
        assertThat(CheckedFile.of("a.webp", WEBP).contentType()).isEqualTo("image/webp");
        assertThat(CheckedFile.of("a.docx", zip("[Content_Types].xml", "word/document.xml"))
                        .contentType())
                .endsWith("wordprocessingml.document");
        assertThat(CheckedFile.of("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))
                        .contentType())
                .endsWith("spreadsheetml.sheet");
        assertThat(CheckedFile.of("a.odt", openDocument("text")).contentType()).endsWith("opendocument.text");
        assertThat(CheckedFile.of("a.ods", openDocument("spreadsheet")).contentType())
                .endsWith("opendocument.spreadsheet");
        assertThat(CheckedFile.of("a.txt", "Été à l'accueil".getBytes(StandardCharsets.UTF_8))
                        .contentType())
                .isEqualTo("text/plain");
        assertThat(CheckedFile.of("a.csv", "mois;été\n".getBytes(Charset.forName("windows-1252")))
                        .contentType())
                .isEqualTo("text/csv");
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefused() throws IOException {
        byte[] program = concat(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, new byte[200]);
        assertRefused("facture.pdf", program, "n'est pas celui");
        assertRefused("photo.png", PDF, "n'est pas celui");
        assertRefused("notes.txt", program, "n'est pas celui");
        assertRefused("notes.txt", ascii("<!DOCTYPE html><html><script>alert(1)</script></html>"), "n'est pas celui");
        assertRefused("tableau.xlsx", zip("[Content_Types].xml", "word/document.xml"), "n'est pas celui");
        assertRefused("texte.docx", zip("anything.class"), "n'est pas celui");
        assertRefused("programme.exe", program, "type de fichier");
        assertRefused("page.html", ascii("<html></html>"), "type de fichier");
        assertRefused("sans-extension", PDF, "type de fichier");
    }

    @Test
    void anEmptyOrTooLargeFileIsRefused() {
        assertRefused("vide.pdf", new byte[0], "vide");
        assertRefused("gros.pdf", concat(PDF, new byte[CheckedFile.MOST_BYTES]), "10 Mo");
        byte[] largest = new byte[CheckedFile.MOST_BYTES];
        System.arraycopy(PDF, 0, largest, 0, PDF.length);
        assertThat(CheckedFile.of("juste.pdf", largest).bytes()).hasSize(CheckedFile.MOST_BYTES);
    }

    @Test
    void itsFingerprintIsThatOfItsBytes() {
        assertThat(CheckedFile.of("a.txt", ascii("abc")).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.txt | passwd.txt",
                "C:\\Users\\karim\\Été 2026.pdf | Été 2026.pdf",
                "a\"b<c>.pdf | abc.pdf",
                "..hidden.txt | hidden.txt",
                "rapport\u202Efdp.exe | rapportfdp.exe",
                "  deux   espaces.pdf | deux espaces.pdf",
                "/ | preuve"
            })
    void aNameKeepsNothingThatAFileSystemOrAHeaderUnderstands(String given, String kept) {
        assertThat(CheckedFile.sanitised(given)).isEqualTo(kept);
    }

    @Test
    void aLongNameIsCutBeforeItsExtension() {
        assertThat(CheckedFile.sanitised("x".repeat(500) + ".pdf")).hasSize(120).endsWith(".pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://a.example",
                "www.example.org",
                "https://",
                "a b",
                ""
            })
    void aLinkThatIsNoWebAddressIsRefused(String address) {
        assertThatThrownBy(() -> CheckedLink.of("Titre", address))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("link"));
    }

    @Test
    void aLinkWithoutTitleShowsItsAddress() {
        assertThat(CheckedLink.of(" ", " https://commune.example/horaires ").title())
                .isEqualTo("https://commune.example/horaires");
    }

    private static void assertRefused(String name, byte[] bytes, String because) {
        assertThatThrownBy(() -> CheckedFile.of(name, bytes))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("file"))
                .hasMessageContaining(because);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ascii("<x/>"));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument(String kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] type = ascii("application/vnd.oasis.opendocument." + kind);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("mimetype");
            java.util.zip.CRC32 sum = new java.util.zip.CRC32();
            sum.update(type);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(ascii("<x/>"));
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
