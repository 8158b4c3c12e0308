package org.capaccueil.reporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What tests ask of a printed PDF: does veraPDF find it PDF/A-1a, and what is written on which page. */
public final class PdfCheck {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfCheck() {}

    /** The rules of PDF/A-1a the file breaks, in veraPDF's words; empty when it is compliant. */
    public static List<String> brokenRules(byte[] pdf) {
        try (var parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_1_A)) {
            var result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFA_1_A, false)
                    .validate(parser);
            var broken = new TreeSet<String>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage());
                }
            }
            if (result.isCompliant() != broken.isEmpty()) {
                broken.add("veraPDF says compliant: " + result.isCompliant());
            }
            return List.copyOf(broken);
        } catch (IOException | ModelParsingException | EncryptedPdfException | ValidationException failed) {
            throw new IllegalStateException("veraPDF could not judge the file", failed);
        }
    }

    /** The text of each page, in order. */
    public static List<String> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            var texts = new java.util.ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document));
            }
            return List.copyOf(texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The whole text, line breaks and repeated spaces made one space, so that a sentence is found wherever it broke. */
    public static String text(byte[] pdf) {
        return String.join(" ", pages(pdf)).replaceAll("[\\s\u00a0]+", " ");
    }
}
