package org.capaccueil.standard.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.SealedWorkbook;

/** Opens a workbook somebody sent, and only one that holds nothing but cells, as many as a standard may need. */
final class WorkbookFile {

    private static final SealedWorkbook SEALED =
            new SealedWorkbook("référentiel", "Recopiez les valeurs dans le classeur à remplir et importez celui-ci.");

    static {
        ZipSecureFile.setMaxEntrySize(SealedWorkbook.MOST_UNFOLDED);
        ZipSecureFile.setMinInflateRatio(0.005);
    }

    private WorkbookFile() {}

    static boolean isOne(byte[] file) {
        return SealedWorkbook.isOne(file);
    }

    static XSSFWorkbook open(byte[] file) throws UnreadableFile {
        try {
            SEALED.require(file, new WorkbookWeight()::add);
        } catch (BusinessRefusal refusal) {
            throw new UnreadableFile(Fault.ofFile(refusal.sentence()), refusal);
        }
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException notRead) {
            // The library tells a broken workbook by a dozen unchecked exceptions of its own.
            throw new UnreadableFile(
                    Fault.ofFile("Ce fichier n'est pas un classeur XLSX lisible. Ouvrez-le dans votre tableur et "
                            + "enregistrez-le à nouveau."),
                    notRead);
        }
    }
}
