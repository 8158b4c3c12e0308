package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every fragment in every state, through a real browser under the real content security policy. */
@SpringBootTest(
        classes = StyleGuideApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.mvc.format.date=iso"})
class StyleGuideIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    private String base() {
        return "http://localhost:" + port;
    }

    private Page guide(int width) {
        Page page = browser.person(base(), width, 900);
        page.navigate("/styleguide");
        page.locator("[data-diagram-url][data-ready]").waitFor();
        page.locator("figure[data-drawn]").waitFor();
        page.locator(".live-flag").waitFor();
        return page;
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390, 320})
    void theGuideIsAccessibleAndFitsTheWindow(int width) {
        Page page = guide(width);
        Browser.screenshot(page, "styleguide-" + width);
        Browser.axe(page);
        Browser.fitsTheWindow(page);
    }

    @Test
    void onPaperTheContentIsAllThereIs() {
        Page page = guide(1280);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".site-head")).isHidden();
        assertThat(page.locator(".page-actions")).isHidden();
        assertThat(page.locator(".route").first()).isVisible();
        page.setViewportSize(720, 1000);
        Browser.fitsTheWindow(page);
        Browser.screenshot(page, "styleguide-paper");
    }

    @Test
    void aPhoneOpensTheMenuByItsButton() {
        Page page = browser.phone(base());
        page.navigate("/styleguide/form");
        assertThat(page.locator("#site-nav")).isHidden();
        page.getByRole(AriaRole.BUTTON, button("Menu")).click();
        assertThat(page.getByRole(AriaRole.LINK, named("Campagnes"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, button("Se déconnecter"))).isVisible();
        Browser.axe(page);
        Browser.screenshot(page, "menu-390");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 413, 422, 500})
    void anErrorPageIsAccessibleAndSaysWhereToGoNext(int code) {
        for (Page page : new Page[] {browser.desk(base()), browser.phone(base())}) {
            page.navigate("/styleguide/error/" + code);
            assertThat(page.getByRole(AriaRole.LINK, named("Aller à mes tâches")))
                    .isVisible();
            Browser.axe(page);
            Browser.fitsTheWindow(page);
            Browser.screenshot(page, "error-" + code + "-" + page.viewportSize().width);
        }
    }

    @Test
    void aFaultOfAccessibilityIsSeenByTheseTests() {
        Page page = guide(1280);
        page.evaluate("() => document.querySelector('main input[id]').labels[0].remove()");
        assertThatThrownBy(() -> Browser.axe(page)).hasMessageContaining("label (");
    }

    @Test
    void anUnknownAddressShowsTheErrorPageInTheFrame() {
        Page page = browser.desk(base());
        page.navigate("/nulle-part");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Cette page n’existe pas")))
                .isVisible();
    }

    @Test
    void theLoginPageIsAccessibleWithAndWithoutLocalAccounts() {
        for (Page page : new Page[] {browser.desk(base()), browser.phone(base())}) {
            for (boolean local : new boolean[] {true, false}) {
                page.navigate("/login?local=" + local);
                Browser.axe(page);
                Browser.fitsTheWindow(page);
                Browser.screenshot(page, "login-" + local + "-" + page.viewportSize().width);
            }
        }
    }

    @Test
    void theFormNamesEveryErrorAndKeepsWhatWasTyped() {
        for (Page page : new Page[] {browser.desk(base()), browser.phone(base())}) {
            page.navigate("/styleguide/form");
            page.getByLabel("Dénominateur").fill("0");
            page.getByRole(AriaRole.BUTTON, button("Créer la campagne")).click();
            assertThat(page.getByText("4 points sont à corriger")).isVisible();
            assertThat(page.locator("[data-focus]")).isFocused();
            assertThat(page.locator("[data-focus] li")).hasText(new String[] {
                "Donnez un nom à la campagne.",
                "Indiquez la date de fin.",
                "Le dénominateur doit être supérieur à 0.",
                "Choisissez une équipe."
            });
            assertThat(page.getByLabel("Dénominateur")).hasValue("0");
            assertThat(page.getByLabel("Dénominateur"))
                    .hasAttribute("aria-describedby", "denominator-hint denominator-error");
            Browser.axe(page);
            Browser.fitsTheWindow(page);
            Browser.screenshot(page, "form-errors-" + page.viewportSize().width);
            page.locator("[data-focus] a", new Page.LocatorOptions().setHasText("Donnez un nom"))
                    .click();
            assertThat(page.getByLabel("Nom de la campagne")).isFocused();
        }
    }

    @Test
    void theKeyboardRatesAndMovesToTheNextCriterion() {
        Page page = guide(1280);
        Locator counter = page.locator("#rating-counter");
        counter.locator("input").first().focus();
        // the key of a French keyboard, whose upper row types figures with the shift key only
        page.evaluate("() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
                + " { code: 'Digit4', key: '\\'', bubbles: true, cancelable: true }))");
        assertThat(counter.locator("input[value='4']")).isChecked();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#rating-phone input[value='3']")).isFocused();
        assertThat(page.locator("#rating-phone input[value='3']")).isChecked();
        page.keyboard().press("k");
        assertThat(counter.locator("input[value='4']")).isFocused();
        page.keyboard().press("n");
        assertThat(counter.locator("textarea")).isFocused();
        page.keyboard().type("3n");
        assertThat(counter.locator("textarea")).hasValue("3n");
        assertThat(counter.locator("input[value='N']")).isChecked();
    }

    @Test
    void aRatingIsAtLeastFortyFourPixelsWideAndHigh() {
        Page page = guide(320);
        for (Locator choice : page.locator(".rating-choice").all()) {
            assertThat(choice.boundingBox().width).isGreaterThanOrEqualTo(44);
            assertThat(choice.boundingBox().height).isGreaterThanOrEqualTo(44);
        }
    }

    @Test
    void aTextTheServerAcknowledgedIsSaidSavedAndNotKept() {
        Page page = guide(1280);
        page.locator("#comment").fill("Tout va bien");
        page.locator("#comment").blur();
        assertThat(page.locator("#answer")).hasText("reçu");
        assertThat(page.locator("#save-form [data-autosave]")).containsText("Enregistré à");
        assertThat(keptTexts(page)).isZero();
        assertThat(page.request().get(base() + "/styleguide/comment").text()).isEqualTo("Tout va bien");
    }

    @ParameterizedTest
    @ValueSource(strings = {"panne", "expiré", "interdit"})
    void aTextTheServerRefusedIsOfferedBackAfterAReload(String text) {
        Page page = guide(1280);
        page.onDialog(dialog -> dialog.accept());
        page.locator("#comment").fill(text);
        page.locator("#comment").blur();
        assertThat(page.locator("#alerts .message-danger")).isVisible();
        assertThat(page.locator("#save-form [data-autosave]")).containsText("Non enregistré");
        page.reload();
        assertThat(page.locator("#comment")).hasValue("");
        page.getByRole(AriaRole.BUTTON, button("Reprendre mon texte")).click();
        assertThat(page.locator("#comment")).hasValue(text);
        // taken back is saved again at once, and refused again
        assertThat(page.locator("#alerts .message-danger")).isVisible();
        assertThat(browser.takeComplaints()).allMatch(complaint -> complaint.contains("/styleguide/save"));
    }

    @Test
    void aConflictIsSwappedInAndTakesTheFocus() {
        Page page = guide(1280);
        page.locator("#comment").fill("conflit");
        page.locator("#comment").blur();
        assertThat(page.locator("#answer")).isFocused();
        assertThat(keptTexts(page)).isEqualTo(1);
    }

    @Test
    void leavingWithUnsavedTextAsksFirst() {
        Page page = browser.desk(base());
        page.navigate("/styleguide/form");
        boolean[] asked = {false};
        page.onDialog(dialog -> {
            asked[0] = dialog.type().equals("beforeunload");
            dialog.accept();
        });
        page.getByLabel("Nom de la campagne").pressSequentially("Automne");
        page.navigate("/login");
        assertThat(asked[0]).isTrue();
    }

    @Test
    void aTextSentToAClosedStepIsShownOnTheRefusalAndOfferedBackOnItsForm() {
        Page page = browser.desk(base());
        page.navigate("/styleguide/form");
        page.getByLabel("Remarque").pressSequentially("À ne pas perdre");
        page.getByRole(AriaRole.BUTTON, button("Envoyer à une étape close")).click();
        assertThat(page.locator("[data-kept-text]")).containsText("À ne pas perdre");
        Browser.axe(page);
        page.navigate("/styleguide/form");
        assertThat(page.locator("[data-offer]")).containsText("À ne pas perdre");
        Browser.axe(page);
        Browser.screenshot(page, "text-offered-back");
        page.getByRole(AriaRole.BUTTON, button("L’écarter")).click();
        assertThat(keptTexts(page)).isZero();
    }

    @Test
    void aTextLostToAnExpiredSessionIsOfferedBackAfterSigningIn() {
        Page page = browser.desk(base());
        page.navigate("/styleguide/form");
        page.getByLabel("Remarque").pressSequentially("Avant l’expiration");
        page.route(
                "**/styleguide/refused",
                route -> route.fulfill(
                        new Route.FulfillOptions().setStatus(302).setHeaders(java.util.Map.of("Location", "/login"))));
        page.getByRole(AriaRole.BUTTON, button("Envoyer à une étape close")).click();
        page.waitForURL("**/login");
        page.navigate("/styleguide/form");
        assertThat(page.locator("[data-offer]")).containsText("Avant l’expiration");
    }

    @Test
    void aFormThatWentThroughLeavesNothingBehind() {
        Page page = browser.desk(base());
        page.navigate("/styleguide/form");
        page.getByLabel("Nom de la campagne").fill("Automne");
        page.getByLabel("Date de fin").fill("2027-12-01");
        page.getByLabel("Équipe").selectOption("mairie");
        page.getByRole(AriaRole.BUTTON, button("Créer la campagne")).click();
        assertThat(page.locator("[data-notice]")).containsText("La campagne « Automne » est créée.");
        assertThat(keptTexts(page)).isZero();
        assertThat(page.locator("[data-offer]")).hasCount(0);
    }

    @Test
    void whatCannotBeUndoneAsksInADialogBeforeItIsSent() {
        Page page = guide(1280);
        page.getByRole(AriaRole.BUTTON, button("Annuler l’évaluation")).click();
        assertThat(page.locator("#confirm-dialog")).isVisible();
        assertThat(page.locator("#confirm-dialog")).containsText("plus personne ne pourra les modifier");
        Browser.axe(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#confirm-dialog")).isHidden();
        assertThat(page.url()).endsWith("/styleguide");
    }

    @Test
    void whatIsPressedBeforeTheScriptsAreThereWaitsForThemAndAsksToo() {
        Page page = browser.desk(base());
        List<Route> held = new ArrayList<>();
        page.route("**/js/app.js", held::add);
        page.navigate("/styleguide", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.getByRole(AriaRole.BUTTON, button("Annuler l’évaluation")).click();
        assertThat(page.locator("#confirm-dialog")).isHidden();
        held.forEach(Route::resume);
        assertThat(page.locator("#confirm-dialog")).isVisible();
        assertThat(page.url()).endsWith("/styleguide");
    }

    @Test
    void whatIsPressedIsSentAlsoWhereTheScriptsNeverCome() {
        Page page = browser.desk(base());
        List<Route> held = new ArrayList<>();
        page.route("**/js/app.js", held::add);
        page.navigate("/styleguide/form", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.getByLabel("Nom de la campagne").fill("Automne");
        page.getByLabel("Date de fin").fill("2027-12-01");
        page.getByLabel("Équipe").selectOption("mairie");
        page.getByRole(AriaRole.BUTTON, button("Créer la campagne")).click();
        page.unroute("**/js/app.js");
        held.forEach(Route::abort);
        assertThat(page.locator("[data-notice]")).containsText("La campagne « Automne » est créée.");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent(@TempDir Path folder) throws IOException {
        // on the disk: what is handed over from memory goes letter by letter through the browser's driver
        Path photo = Files.write(folder.resolve("photo.png"), new byte[21 * 1024 * 1024]);
        Page page = guide(1280);
        page.locator("#evidence").setInputFiles(photo);
        assertThat(page.locator("#evidence-error")).containsText("« photo.png » fait 21 Mo");
        assertThat(page.locator("#evidence")).hasValue("");
    }

    @Test
    void theDiagramSaysInWordsWhereItIsAndWhatComesNext() {
        Page page = guide(1280);
        Locator words = page.locator("[data-diagram-text]");
        assertThat(words).containsText("Auditer");
        assertThat(words).containsText("Sofia Benali");
        assertThat(words).containsText("Suivre les actions");
        assertThat(page.locator(".bjs-powered-by")).isVisible();
        assertThat(page.locator(".live-active")).hasCount(1);
    }

    @Test
    void aScriptInThePageIsRefusedByThePolicyAndSeenByTheseTests() {
        Page page = guide(1280);
        page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
                + " document.body.append(s); }");
        page.waitForTimeout(100);
        assertThat(page.evaluate("() => window.bad ?? 'refused'")).isEqualTo("refused");
        assertThat(browser.takeComplaints()).anyMatch(complaint -> complaint.contains("CSP script-src"));
    }

    private static Number keptTextsNumber(Page page) {
        return (Number)
                page.evaluate("() => Object.keys(sessionStorage).filter(k => k.startsWith('cap-texts:')).length");
    }

    private static int keptTexts(Page page) {
        return keptTextsNumber(page).intValue();
    }

    private static Page.GetByRoleOptions button(String name) {
        return named(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return named(name);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
