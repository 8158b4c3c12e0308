package org.capaccueil.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.capaccueil.improvement.report.ActionPlanReport;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {

    private static final byte[] PDF = TestPrinter.print("printer-probe", printout(ActionPlanReport.DESIGN));

    private static Printout printout(String design) {
        return new Printout(
                design,
                "Plan d'action – Point accueil citoyen",
                "Ville du Pont-de-Claix",
                "Plan d'action soumis à signature",
                "Ville du Pont-de-Claix · Campagne 2027",
                SmallPlan.plan());
    }

    @Test
    void titleAuthorAndLanguageAreInTheFile() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Plan d'action – Point accueil citoyen");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Ville du Pont-de-Claix");
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo("Plan d'action soumis à signature");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .isNotEmpty();
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            for (var page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(page.getResources().getFont(name).getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void veraPdfFindsItCompliant() {
        assertThat(PdfCheck.brokenRules(PDF)).isEmpty();
    }

    /** The check itself must be able to say no: here to the same file without its structure, then without its profile. */
    @Test
    void veraPdfRefusesTheSameFileOnceItsTagsAreTakenOut() throws IOException {
        assertThat(PdfCheck.brokenRules(without(COSName.STRUCT_TREE_ROOT)))
                .anySatisfy(rule -> assertThat(rule).startsWith("6.8"));
    }

    @Test
    void veraPdfRefusesTheSameFileOnceItsColourProfileIsTakenOut() throws IOException {
        assertThat(PdfCheck.brokenRules(without(COSName.getPDFName("OutputIntents"))))
                .anySatisfy(rule -> assertThat(rule).startsWith("6.2"));
    }

    private static byte[] without(COSName entry) throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            document.getDocumentCatalog().getCOSObject().removeItem(entry);
            var changed = new ByteArrayOutputStream();
            document.save(changed, CompressParameters.NO_COMPRESSION);
            return changed.toByteArray();
        }
    }

    /** Java 17 changes how it makes an object after 15 times; the class filter must let it. */
    @Test
    void theFortiethPrintReadsLikeTheFirst() {
        byte[] last = PDF;
        for (int nth = 0; nth < 40; nth++) {
            last = TestPrinter.print("printer-probe", printout(ActionPlanReport.DESIGN));
        }
        assertThat(PdfCheck.pages(last)).isEqualTo(PdfCheck.pages(PDF));
    }

    @Test
    void aRecordThatDoesNotFitTheDesignIsRefusedByName() {
        assertThatThrownBy(() -> TestPrinter.print("never", printout("label/label-report")))
                .hasStackTraceContaining("in org.capaccueil.improvement.report.ActionPlanReport");
    }
}
