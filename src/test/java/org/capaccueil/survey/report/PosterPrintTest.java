package org.capaccueil.survey.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.capaccueil.reporting.PdfCheck;
import org.capaccueil.reporting.TestPrinter;
import org.junit.jupiter.api.Test;

class PosterPrintTest {

    private static final String ADDRESS = "https://accueil.lepontdeclaix.example/s/7h2kq9xw3m";

    private static byte[] printed(String file, String place) {
        return TestPrinter.print(
                file,
                PosterPress.printout(
                        "Le Pont-de-Claix", "Votre avis sur l'accueil de la mairie", place, ADDRESS, 3, "31 mai 2027"));
    }

    /** As a phone does it: from the picture of the page, not from what is in the file. */
    @Test
    void aDecoderReadsTheAddressFromThePrintedPage() throws Exception {
        byte[] pdf = printed("poster", "Guichet citoyen, guichet");
        for (int dpi : new int[] {72, 150}) {
            BufferedImage page;
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                page = new PDFRenderer(document).renderImageWithDPI(0, dpi);
            }
            assertThat(decoded(page)).isEqualTo(ADDRESS);
        }
    }

    @Test
    void theAddressStandsInLettersUnderTheCodeAndThePageIsArchivable() {
        byte[] pdf = printed(
                "poster-long",
                "Maison des habitantes et des habitants du quartier des Îles de Mars et du Grand Galet, hors les murs");
        assertThat(PdfCheck.text(pdf))
                .contains("accueil.lepontdeclaix.example/s/7h2kq9xw3m")
                .contains("Scannez ce code")
                .contains("Anonyme")
                .contains("Jusqu'au 31 mai 2027.")
                .contains("hors les murs");
        assertThat(PdfCheck.pages(pdf)).hasSize(1);
        assertThat(PdfCheck.brokenRules(pdf)).isEmpty();
    }

    private static String decoded(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        try {
            return Objects.requireNonNull(new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))))
                    .getText());
        } catch (NotFoundException unreadable) {
            throw new AssertionError("no code is found on the page", unreadable);
        }
    }
}
