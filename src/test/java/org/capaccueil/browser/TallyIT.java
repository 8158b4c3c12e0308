package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.capaccueil.browser.Browser.axe;
import static org.capaccueil.browser.Browser.fitsTheWindow;
import static org.capaccueil.browser.Browser.look;
import static org.capaccueil.browser.Browser.screenshot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.Cable;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.capaccueil.tally.domain.TallyDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The one-tap screen on a phone whose network goes and comes back, by keyboard, and without scripts. */
@ServedTest
class TallyIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    /** Fingers need it (WCAG 2.5.5). */
    private static final double SMALLEST_TARGET = 44;

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    Register register;

    @Autowired
    TallyDesk desk;

    private Town town;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
    }

    private PersonView person(PersonId id) {
        return organisation.person(id);
    }

    private long counted() {
        return desk.today(fixtures.actor(town.agent())).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The page says so once the server has, and the database agrees. */
    private void isCounted(Page page, long contacts) {
        page.waitForFunction("() => !Object.keys(localStorage).some(key => /:(tap|undo):/.test(key))");
        assertThat(counted()).isEqualTo(contacts);
    }

    private static void subject(Page page, String words) {
        page.locator(".tally-choice", new Page.LocatorOptions().setHasText(words))
                .click();
    }

    private static void tap(Page page, String words) {
        page.locator("#outcome")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .click();
    }

    private static Locator state(Page page) {
        return page.locator("[data-tally-state]");
    }

    @Test
    void whatIsTappedWithoutNetworkIsSentOnceEvenIfThePageWasClosedMeanwhile() throws IOException {
        try (Cable cable = new Cable(port)) {
            Page page = Browser.signedIn(BROWSER.phone(cable.address()), person(town.agent()));
            BrowserContext phone = page.context();
            page.navigate("/tally");
            page.waitForFunction(
                    "async () => Boolean(await caches.match('/fonts/source-sans-3-latin-wght-normal.woff2'))"
                            + " && Boolean(navigator.serviceWorker.controller)");
            tap(page, "Répondu");
            assertThat(state(page)).containsText("Choisissez le sujet");
            subject(page, "État civil");
            tap(page, "Répondu");
            assertThat(page.locator("[data-tally-last]")).containsText("État civil, papiers, Répondu");
            assertThat(page.locator("#announcer")).hasText("Noté : État civil, papiers, Répondu");
            isCounted(page, 1);
            fitsTheWindow(page);
            targetsAreLargeEnough(page);

            cable.pull();
            phone.setOffline(true);
            tap(page, "À rappeler");
            tap(page, "CCAS");
            assertThat(state(page)).containsText("Pas de réseau : 2 demandes en attente d’envoi");
            screenshot(page, "tally-away-390");
            page.close();

            Page reopened = phone.newPage();
            reopened.navigate("/tally");
            assertThat(reopened).hasTitle("Recueil des demandes, hors connexion · Cap Accueil");
            assertThat(state(reopened)).containsText("Pas de réseau : 2 demandes en attente d’envoi");
            assertThat(reopened.locator("body")).not().containsText("Karim");
            tap(reopened, "Rendez-vous");
            assertThat(state(reopened)).containsText("3 demandes en attente d’envoi");
            screenshot(reopened, "tally-shell-390");
            fitsTheWindow(reopened);
            axe(reopened);
            assertThat(counted()).isEqualTo(1);

            cable.putBack();
            phone.setOffline(false);
            assertThat(state(reopened)).containsText("Envoyé : 3 demandes");
            isCounted(reopened, 4);
            reopened.reload();
            assertThat(reopened.locator("[data-tally-today]")).hasText("4");
            isCounted(reopened, 4);
        }
    }

    @Test
    void whoWasTakenOutOfTheTeamIsToldSoAndLosesNothing() {
        Page page = Browser.signedIn(BROWSER.phone("http://127.0.0.1:" + port), person(town.agent()));
        page.navigate("/tally");
        subject(page, "État civil");
        register.release(fixtures.actor(town.manager()), town.team(), town.agent());

        tap(page, "Répondu");

        assertThat(state(page)).containsText("Vous n’êtes plus membre de l’équipe d’accueil : 1 demande en attente");
        fitsTheWindow(page);
        register.enrol(fixtures.actor(town.manager()), town.team(), town.agent(), false);
        page.navigate("/tally");
        isCounted(page, 1);
    }

    private static void targetsAreLargeEnough(Page page) {
        for (Locator target : page.locator(".tally-choice, .tally-tap, .tally-last button, .tally summary")
                .all()) {
            assertThat(List.of(target.boundingBox().width, target.boundingBox().height))
                    .as(target.textContent())
                    .allMatch(size -> size >= SMALLEST_TARGET);
        }
    }

    @Test
    void aQueueWaitsForItsOwnerToSignInAgain() {
        Page page = BROWSER.signedIn(port, person(town.agent()));
        page.navigate("/tally");
        subject(page, "Enfance");
        page.context().clearCookies();
        tap(page, "Répondu");
        assertThat(state(page))
                .containsText("1 demande en attente d’envoi, gardée sur cet appareil : votre session est terminée");
        axe(page);

        Browser.signedIn(page, person(town.lead())).navigate("/tally");
        assertThat(state(page)).containsText("garde 1 demande d’une autre personne");
        assertThat(counted()).isZero();

        page.context().clearCookies();
        Browser.signedIn(page, person(town.agent())).navigate("/tally");
        isCounted(page, 1);
    }

    @Test
    void aQueueIsNotSentInTheSessionOfWhoSignedInInAnotherWindow() {
        Page theirs = BROWSER.signedIn(port, person(town.agent()));
        theirs.navigate("/tally");
        subject(theirs, "Enfance");
        Page other = theirs.context().newPage();
        theirs.context().clearCookies();
        Browser.signedIn(other, person(town.lead()));

        tap(theirs, "Répondu");
        assertThat(state(theirs)).containsText("une autre personne s’y est connectée");
        tap(theirs, "Rendez-vous");
        assertThat(state(theirs)).containsText("2 demandes en attente d’envoi, gardées sur cet appareil");
        assertThat(theirs.locator("[data-tally-refused]")).isEmpty();
        axe(theirs);
        assertThat(counted()).isZero();

        theirs.context().clearCookies();
        Browser.signedIn(other, person(town.agent())).navigate("/tally");
        isCounted(other, 2);
        assertThat(theirs.locator("[data-tally-refused]")).isEmpty();
    }

    /** What the server does is done: only its answer stays away. */
    private static final String LOSES_ANSWERS =
            """
            () => {
              const real = window.fetch;
              window.fetch = async (...sent) => {
                await real(...sent);
                throw new TypeError("lost");
              };
              window.findAnswersAgain = () => {
                window.fetch = real;
                window.dispatchEvent(new Event("online"));
              };
            }""";

    @Test
    void aTapWhoseAnswerWasLostIsTakenBackByTheServerBeforeThePageSaysSo() {
        Page page = BROWSER.signedIn(port, person(town.agent()));
        page.navigate("/tally");
        subject(page, "Enfance");
        page.evaluate(LOSES_ANSWERS);
        tap(page, "Répondu");
        assertThat(state(page)).containsText("Pas de réseau : 1 demande en attente d’envoi");
        assertThat(counted()).isEqualTo(1);

        button(page, "Annuler").click();
        assertThat(state(page)).containsText("Pas de réseau : 1 annulation en attente d’envoi");
        assertThat(page.locator("[data-tally-today]")).hasText("0");

        page.evaluate("() => findAnswersAgain()");
        assertThat(state(page)).containsText("Annulé : Enfance");
        isCounted(page, 0);

        tap(page, "Rendez-vous");
        isCounted(page, 1);
        Page other = page.context().newPage();
        page.context().clearCookies();
        Browser.signedIn(other, person(town.agent()));
        // the page is older than the session now
        button(page, "Annuler").click();
        assertThat(state(page)).containsText("Annulé : Enfance");
        isCounted(page, 0);
    }

    @Test
    void whatIsRefusedStaysToBeReadAndAServerThatFailsIsNoLostNetwork() {
        Page page = BROWSER.signedIn(port, person(town.agent()));
        page.navigate("/tally");
        tap(page, "Répondu");
        assertThat(state(page)).containsText("Choisissez le sujet");
        page.evaluate("() => window.dispatchEvent(new Event('focus'))");
        assertThat(state(page)).containsText("Choisissez le sujet");

        subject(page, "Enfance");
        page.evaluate("() => { window.real = window.fetch;"
                + " window.fetch = async () => Object.defineProperty(new Response('', { status: 500 }), 'url',"
                + " { value: location.href }); }");
        tap(page, "Répondu");
        assertThat(state(page)).containsText("Le serveur ne répond pas comme il devrait : 1 demande en attente");
        axe(page);
        page.evaluate("() => { window.fetch = window.real; window.dispatchEvent(new Event('focus')); }");
        isCounted(page, 1);
    }

    @Test
    void byKeyboardWithATapTakenBack() {
        Page page = BROWSER.signedIn(port, person(town.agent()));
        page.navigate("/tally");
        page.waitForFunction("() => Boolean(document.querySelector('[data-tally-keys]:not([hidden])'))");
        pressOnAFrenchKeyboard(page, "Digit3", "\"");
        page.keyboard().press("v");
        assertThat(page.locator("[data-tally-last]")).containsText("Aide sociale, CCAS, Rendez-vous");
        page.keyboard().press("o");
        pressOnAFrenchKeyboard(page, "Digit2", "é");
        assertThat(page.locator("[data-tally-last]")).containsText("orienté vers CCAS");
        isCounted(page, 2);

        button(page, "Annuler").click();
        assertThat(state(page)).containsText("Annulé");
        assertThat(counted()).isEqualTo(1);
        assertThat(page.locator("[data-tally-today]")).hasText("1");

        page.locator(".tally-note summary").click();
        page.locator("#note").fill("rv 3");
        assertThat(counted()).as("letters typed in a note are no taps").isEqualTo(1);
        page.locator("#note").fill("écrire à a@example.org");
        tap(page, "Répondu");
        assertThat(page.locator("[data-tally-refused]")).containsText("contient une adresse électronique");
        axe(page);
        button(page, "Écarter").click();
        isCounted(page, 1);
        page.locator(".tally-note summary").click();
        page.locator("#note").fill("mme très agacée");
        tap(page, "Répondu");
        button(page, "Compter sans la note").click();
        isCounted(page, 2);
        assertThat(page.locator("[data-tally-refused]")).isEmpty();
        bothWidths(page, "tally");

        Page manager = BROWSER.signedIn(port, person(town.manager()));
        manager.navigate("/tally");
        assertThat(manager.locator("h1")).hasText("Chiffres du recueil");
        look(manager, "tally-figures");
        manager.navigate("/tally/subjects");
        look(manager, "tally-subjects");
    }

    /** Playwright's own keyboard is an American one. */
    private static void pressOnAFrenchKeyboard(Page page, String code, String typed) {
        page.evaluate(
                "([code, key]) => document.activeElement.dispatchEvent("
                        + "new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }))",
                List.of(code, typed));
    }

    /** Its service worker keeps the network busy on its own account, so nobody waits for it to be idle. */
    private static void bothWidths(Page page, String name) {
        screenshot(page, name + "-1280");
        axe(page);
        page.setViewportSize(390, 844);
        screenshot(page, name + "-390");
        axe(page);
        fitsTheWindow(page);
    }

    private static Locator button(Page page, String name) {
        return page.locator("#main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    void aBrowserWithoutScriptsTapsAndTakesBack() {
        Page page = BROWSER.withoutScripts(port, person(town.agent()));
        page.navigate("/tally");
        page.locator("summary", new Page.LocatorOptions().setHasText("Hôtel de ville"))
                .click();
        page.locator(".tally-stands a", new Page.LocatorOptions().setHasText("Téléphone"))
                .click();
        subject(page, "Logement");
        tap(page, "Répondu");
        assertThat(page.locator("main")).containsText("Demande notée à");
        assertThat(page.locator("[data-tally-stand]")).hasText("Hôtel de ville · Téléphone");
        tap(page, "Rendez-vous");
        assertThat(page.locator(".tally-today")).containsText("2");
        assertThat(counted()).isEqualTo(2);
        button(page, "Annuler").click();
        assertThat(page.locator("[data-notice]")).containsText("annulée");
        assertThat(counted()).isEqualTo(1);
    }
}
