package org.capaccueil.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The printer as the application has it, without the application; compiles the designs once for all tests of a run. */
public final class TestPrinter {

    private static final PdfPrinter PRINTER = new PdfPrinter(new Designs());

    private TestPrinter() {}

    /** Prints, and leaves the file below target/printed/ for whoever wants to look at it. */
    public static byte[] print(String file, Printout printout) {
        byte[] pdf = PRINTER.print(printout);
        try {
            Path folder = Files.createDirectories(Path.of("target", "printed"));
            Files.write(folder.resolve(file + ".pdf"), pdf);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return pdf;
    }
}
