package org.capaccueil.standard.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.capaccueil.standard.Standard;

/**
 * The formats standards come and go in. Reading never throws for what a file holds: it says every fault with its place.
 * What is written reads back as the same standard.
 */
public final class StandardFormats {

    /** Far above any real standard; a larger file is a mistake or an attack. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    public static final Fault TOO_LARGE = Fault.ofFile(
            "Le fichier dépasse 2 Mo. Un référentiel n'en a pas besoin : vérifiez que c'est le bon fichier.");

    /** The JSON Schema of the text form, on the class path. */
    public static final String SCHEMA = "schema/standard.schema.json";

    private StandardFormats() {}

    /** Reads a workbook, or YAML or JSON, in the published form or one of the shapes standards were exchanged in before. */
    public static StandardReading read(byte[] file) {
        if (file.length == 0) {
            return StandardReading.refused(Fault.ofFile("Le fichier est vide. Choisissez le fichier du référentiel."));
        }
        if (file.length > MAX_BYTES) {
            return StandardReading.refused(TOO_LARGE);
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

    /**
     * Reads what was kept, whatever its size. Faults of a draft do not count.
     *
     * @throws IllegalStateException when it is no standard that was ever kept
     */
    public static Standard kept(String yaml) {
        try {
            return Objects.requireNonNull(
                    StandardReader.read(TextSource.read(yaml), Faults.byKey()).standard(),
                    "a kept standard is always one");
        } catch (UnreadableFile impossible) {
            throw new IllegalStateException("a kept standard could not be read", impossible);
        }
    }

    /** What keeps a standard from being kept: written out, it has to be a file that could be brought in again. */
    public static Optional<String> tooLarge(String yaml) {
        int bytes = yaml.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MAX_BYTES
                ? Optional.empty()
                : Optional.of("Une fois enregistré, ce référentiel ferait "
                        + String.format(Locale.FRENCH, "%.1f", Math.ceil(bytes * 10.0 / (1024 * 1024)) / 10)
                        + " Mo de texte, pour 2 Mo au plus. Raccourcissez ses textes ou divisez-le.");
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
