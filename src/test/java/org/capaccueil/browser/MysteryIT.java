package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.capaccueil.browser.Browser.axe;
import static org.capaccueil.browser.Browser.fitsTheWindow;
import static org.capaccueil.browser.Browser.look;
import static org.capaccueil.browser.Browser.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.capaccueil.mystery.MysteryTown;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An observer fills the grid in on a phone and hands it in; the manager opens the results; the team reads them. */
@ServedTest
class MysteryIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    MysteryTown mystery;

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void confirmed(Page page, String name) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void glance(Page page, String name) {
        screenshot(page, name + "-390");
        axe(page);
        fitsTheWindow(page);
    }

    @Test
    void aVisitIsNotedOnAPhoneHandedInOpenedAndRead() {
        Town town = fixtures.town(Channel.COUNTER);
        PersonId observer = mystery.observer(town, "Olga Observatrice");
        UUID wave = mystery.underway(town, 1);

        Page phone = Browser.signedIn(BROWSER.phone("http://127.0.0.1:" + port), organisation.person(observer));
        phone.navigate("/tasks");
        glance(phone, "mystery-tasks-observer");
        phone.getByText("1 observation mystère à faire").click();
        glance(phone, "mystery-home-observer");
        phone.getByText("Visite · Hôtel de ville").click();
        button(phone, "Commencer à noter").click();
        glance(phone, "mystery-visit");
        for (String line : new String[] {"I1", "I8", "I9", "I11", "I12", "I13", "I14", "I16", "I17"}) {
            phone.locator("label[for=item-" + line + "-1]").click();
        }
        for (String line : new String[] {"I2", "I3", "I10", "I15"}) {
            phone.locator("label[for=item-" + line + "-N]").click();
        }
        phone.locator("#line-I4").fill("6");
        phone.locator("#remark").fill("Mme Durand nous a reçus");
        phone.locator("#line-I4").focus();
        assertThat(phone.locator("#remark-error")).containsText("le nom d'une personne");
        phone.locator("#remark").fill("Les horaires affichés sont exacts");
        phone.locator("#line-I4").focus();
        assertThat(phone.locator("#remark-error")).isEmpty();
        assertThat(phone.locator("#visit-progress")).containsText("14 sur 14");
        // everything was saved as it was given
        phone.reload();
        assertThat(phone.locator("#item-I9-1")).isChecked();
        assertThat(phone.locator("#line-I4")).hasValue("6");
        assertThat(phone.locator("#remark")).hasValue("Les horaires affichés sont exacts");
        button(phone, "Rendre l’observation").click();
        confirmed(phone, "Rendre");
        assertThat(phone.locator("[data-notice]")).containsText("scellée");
        phone.getByText("Visite · Hôtel de ville").click();
        glance(phone, "mystery-visit-done");

        Page desk = BROWSER.signedIn(port, organisation.person(town.manager()));
        desk.navigate("/mystery/waves/" + wave);
        look(desk, "mystery-wave-manager");
        button(desk, "Ouvrir les résultats").click();
        confirmed(desk, "Ouvrir");
        assertThat(desk.locator("[data-notice]")).containsText("ouverts");
        desk.navigate("/mystery/waves/" + wave + "/remarks");
        look(desk, "mystery-remarks");
        button(desk, "Publier").click();
        desk.navigate("/mystery/waves/" + wave + "/results");
        assertThat(desk.locator("#by-channel-caption")).isVisible();
        look(desk, "mystery-results");

        Page team = BROWSER.signedIn(port, organisation.person(town.lead()));
        team.navigate("/mystery/waves/" + wave + "/results");
        assertThat(team.locator("main")).containsText("Les horaires affichés sont exacts");
        assertThat(team.locator("main")).not().containsText("Olga");
        team.navigate("/mystery/waves/" + wave);
        look(team, "mystery-wave-team");
    }

    @Test
    void thePagesOfWhoPreparesThem() {
        Town town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        mystery.observer(town, "Olga Observatrice");
        mystery.planned(town, 1);
        Page page = BROWSER.signedIn(port, organisation.person(town.manager()));
        page.navigate("/mystery");
        look(page, "mystery-home-manager");
        page.navigate("/mystery/waves/new");
        look(page, "mystery-wave-form");
        page.navigate("/mystery/observers");
        look(page, "mystery-observers");
        page.navigate("/mystery/scenarios");
        look(page, "mystery-scenarios");
        page.navigate("/mystery/scenarios/new");
        look(page, "mystery-scenario");
        page.navigate("/mystery/grids");
        button(page, "Commencer une édition").click();
        look(page, "mystery-grid");
    }
}
