package org.capaccueil.reporting;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.capaccueil.shared.PublicTime;
import org.springframework.stereotype.Component;

/**
 * Fills a design from a record and returns the PDF: archivable and readable aloud (PDF/A-1a, tagged, in French, fonts and
 * colour profile inside). Nothing is compiled here: a call made while the application still compiles its designs waits.
 */
@Component
public class PdfPrinter {

    private final Designs designs;

    PdfPrinter(Designs designs) {
        this.designs = designs;
    }

    public byte[] print(Printout printout) {
        try {
            return export(fill(printout), printout);
        } catch (JRException cause) {
            throw new PrintingFailed(printout.design(), cause);
        }
    }

    private JasperPrint fill(Printout printout) throws JRException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, Locale.FRANCE);
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone(PublicTime.ZONE));
        parameters.put("title", printout.title());
        parameters.put("runningHead", printout.runningHead());
        return JasperFillManager.getInstance(designs.context())
                .fill(designs.compiled(printout.design()), parameters, RecordSource.of(printout.content()));
    }

    private byte[] export(JasperPrint filled, Printout printout) throws JRException {
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setPdfVersion(PdfVersionEnum.VERSION_1_4);
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_1A);
        configuration.setEmbedIccProfile(true);
        configuration.setIccProfilePath(Designs.COLOUR_PROFILE);
        configuration.setTagged(true);
        configuration.setTagLanguage("fr-FR");
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataTitle(printout.title());
        configuration.setMetadataAuthor(printout.author());
        configuration.setMetadataSubject(printout.subject());
        configuration.setMetadataCreator("Cap Accueil");

        var pdf = new ByteArrayOutputStream();
        var exporter = new JRPdfExporter(designs.context());
        exporter.setConfiguration(configuration);
        exporter.setExporterInput(new SimpleExporterInput(filled));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
        exporter.exportReport();
        return pdf.toByteArray();
    }
}
