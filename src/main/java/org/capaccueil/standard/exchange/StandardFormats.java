package org.capaccueil.standard.exchange;

import org.capaccueil.standard.Standard;

/**
 * The formats standards come and go in. Reading never throws for what a file holds: it says every fault with its place.
 * What is written reads back as the same standard.
 */
public final class StandardFormats {

    /** Far above any real standard; a larger file is a mistake or an attack. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    /** The JSON Schema of the text form, on the class path. */
    public static final String SCHEMA = "schema/standard.schema.json";

    private StandardFormats() {}

    /** Reads a workbook, or YAML or JSON, in the published form or one of the shapes standards were exchanged in before. */
    public static StandardReading read(byte[] file) {
        if (file.length == 0) {
            return StandardReading.refused(Fault.ofFile("Le fichier est vide. Choisissez le fichier du référentiel."));
        }
        if (file.length > MAX_BYTES) {
            return StandardReading.refused(Fault.ofFile(
                    "Le fichier dépasse 2 Mo. Un référentiel n'en a pas besoin : vérifiez que c'est le bon fichier."));
        }
        try {
            if (WorkbookFile.isOne(file)) {
                Faults faults = Faults.byTitle();
                return StandardReader.read(WorkbookSource.read(file, faults), faults);
            }
            return StandardReader.read(TextSource.read(file), Faults.byKey());
        } catch (UnreadableFile unreadable) {
            return StandardReading.refused(unreadable.fault());
        }
    }

    /** The standard as YAML, in the published form. */
    public static String yaml(Standard standard) {
        return YamlText.of(standard);
    }

    /** The standard as a workbook. */
    public static byte[] xlsx(Standard standard) {
        return WorkbookWriter.write(standard);
    }

    /** A workbook to begin with: a scale, usual label rules and one example of everything else, to be written over. */
    public static byte[] template() {
        return WorkbookWriter.write(Beginning.STANDARD);
    }

    /** Everything that keeps a standard from being published, by the same rules as a file's. */
    public static StandardReading check(Standard standard) {
        return StandardReader.read(TreeSource.of(StandardTree.of(standard)), Faults.byTitle());
    }
}
