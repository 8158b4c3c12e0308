package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.capaccueil.browser.Browser.look;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A quality manager takes a standard away as a workbook, changes it and brings it back, in a real browser. */
@ServedTest
class StandardImportIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Test
    void aWorkbookIsTakenAwayRefusedCellByCellThenTriedAndConfirmed() throws IOException {
        Town town = fixtures.town();
        String label = "t" + UUID.randomUUID().toString().substring(0, 8);
        Page page = signedIn(town.manager());
        page.navigate("/standards/" + fixtures.starterStandard());
        Download download = page.waitForDownload(
                () -> page.locator(".file-links a[href$='.xlsx']").click());
        Path taken = folder.resolve("pris.xlsx");
        download.saveAs(taken);

        page.navigate("/standards/import");
        look(page, "standard-import");
        Path broken = changed(taken, "faux.xlsx", book -> {
            book.getSheet("Référentiel").getRow(2).getCell(1).setCellValue(label);
            book.getSheet("Thèmes").getRow(2).getCell(5).setCellValue(0);
            book.getSheet("Critères").getRow(3).getCell(9).setCellFormula("1+1");
            book.getSheet("Critères").getRow(4).getCell(1).setCellValue("ACC-1");
        });
        bring(page, broken);
        assertThat(page.locator("[data-refusal]")).containsText("rien n’est enregistré");
        assertThat(page.locator("main")).containsText("Feuille Thèmes, cellule F3");
        assertThat(page.locator("main")).containsText("une pondération est supérieure à 0");
        assertThat(page.locator("main")).containsText("Feuille Critères, cellule J4");
        look(page, "standard-import-refused");

        Path sound = changed(taken, "juste.xlsx", book -> {
            book.getSheet("Référentiel").getRow(2).getCell(1).setCellValue(label);
            book.getSheet("Critères").getRow(2).getCell(2).setCellValue("Horaires affichés à chaque porte");
        });
        bring(page, sound);
        assertThat(page.locator("main")).containsText("créerait une nouvelle version");
        assertThat(page.locator("main")).containsText("40, dont 14 obligatoires");
        assertThat(page.locator("main")).containsText("Un changement.");
        assertThat(page.locator("main")).containsText("Horaires affichés à chaque porte");
        look(page, "standard-import-dry-run");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer ce brouillon"))
                .click();
        assertThat(page.locator("[data-notice]")).containsText("Le brouillon est enregistré");
        assertThat(page.locator("main")).containsText("Horaires affichés à chaque porte");

        page.navigate("/standards/import");
        Download template = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("classeur à remplir"))
                        .click());
        Path filled = folder.resolve("modele.xlsx");
        template.saveAs(filled);
        bring(page, filled);
        assertThat(page.locator("main")).containsText("créerait un nouveau référentiel");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abandonner"))
                .click();
        assertThat(page.locator("[data-notice]")).containsText("rien n'a changé");
    }

    private static void bring(Page page, Path file) {
        page.navigate("/standards/import");
        page.locator("#file").setInputFiles(file);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vérifier le fichier"))
                .click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private Path changed(Path from, String name, Consumer<XSSFWorkbook> change) throws IOException {
        Path to = folder.resolve(name);
        try (InputStream in = Files.newInputStream(from);
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(to)) {
            change.accept(book);
            book.write(out);
        }
        return to;
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }
}
