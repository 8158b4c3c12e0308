package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.capaccueil.browser.Browser.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A quality manager rewrites a draft in a real browser, while a colleague does. */
@ServedTest
class StandardEditorIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    StandardLife life;

    @Autowired
    Standards standards;

    @Autowired
    Organisation organisation;

    @Test
    void aDraftIsReweightedReorderedRewordedExtendedAndPreviewed() {
        Town town = fixtures.town();
        StandardVersionId draft = draft(town, fixtures.starterStandard());
        Page page = signedIn(town.manager());
        page.navigate("/standards/" + draft + "/edit");
        look(page, "standard-edit");

        Locator access = page.locator("#theme-ACC [data-weight]");
        access.fill("35");
        assertThat(page.locator("#weights-themes [data-sum]")).hasText("120");
        assertThat(page.locator("#theme-ACC [data-share]")).hasText("29,2 %");
        access.blur();
        await().until(() -> standards.content(draft).theme("ACC").orElseThrow().weight() == 35);
        assertThat(page.locator("#weights-themes [data-autosave-text]")).containsText("Enregistré");

        access.fill("rien");
        access.blur();
        assertThat(page.locator("#weight-themes-ACC-error")).containsText("devrait être un nombre");
        Browser.axe(page);
        access.fill("15,0");
        access.blur();
        await().until(() -> standards.content(draft).theme("ACC").orElseThrow().weight() == 15);
        Locator information = page.locator("#theme-INF [data-weight]");
        information.fill("11");
        information.blur();
        await().until(() -> standards.content(draft).theme("INF").orElseThrow().weight() == 11);
        assertThat(page.locator("#weights-themes-news")).isEmpty();

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Descendre ACC-1").setExact(true))
                .click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(standards
                        .content(draft)
                        .theme("ACC")
                        .orElseThrow()
                        .criteria()
                        .get(1)
                        .code())
                .isEqualTo("ACC-1");

        page.locator("#criterion-ACC-1 th a").click();
        look(page, "standard-edit-criterion");
        page.getByLabel("Intitulé", new Page.GetByLabelOptions().setExact(true)).fill("");
        page.locator("#weight").fill("-2");
        save(page);
        assertThat(page.locator("[data-refusal]")).containsText("2 points sont à corriger");
        assertThat(page.locator("#weight")).hasValue("-2");
        look(page, "standard-edit-refused");
        page.locator("#title_fr").fill("Horaires publiés et tenus");
        page.locator("#title_en").fill("Opening hours published and kept");
        page.locator("#weight").fill("4");
        save(page);
        assertThat(page.locator("[data-notice]")).containsText("critère ACC-1");
        assertThat(page.locator("#criterion-ACC-1")).containsText("Opening hours published and kept");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ajouter un critère à Accès et joignabilité"))
                .click();
        page.locator("#code").fill("ACC-9");
        page.locator("#title_fr").fill("Entrée sans marche signalée");
        page.getByLabel("Guichet", new Page.GetByLabelOptions().setExact(true))
                .first()
                .check();
        save(page);
        assertThat(page.locator("#criterion-ACC-9")).containsText("Entrée sans marche signalée");

        page.locator("#theme-INF a[title='Retirer…']").click();
        assertThat(page.locator("main")).containsText("Ce qui serait retiré du brouillon");
        look(page, "standard-edit-removal");
        page.navigate("/standards/" + draft + "/edit");
        page.locator("#criterion-ACC-2 a[title='Retirer…']").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retirer du brouillon"))
                .click();
        assertThat(page.locator("[data-notice]")).containsText("Retiré du brouillon : critère ACC-2");

        for (String part : new String[] {
            "rules", "scale/maturity-5", "theme/ACC", "indicator/FCR", "survey", "question/channel", "standard"
        }) {
            page.navigate("/standards/" + draft + "/edit/" + part);
            look(page, "standard-edit-" + part.replace('/', '-'));
        }

        page.navigate("/standards/" + draft + "/edit");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voir comme une équipe"))
                .click();
        assertThat(page.locator("main")).containsText("Entrée sans marche signalée");
        look(page, "standard-preview");
        page.getByLabel("Guichet", new Page.GetByLabelOptions().setExact(true))
                .first()
                .uncheck();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Montrer"))
                .click();
        assertThat(page.locator("main")).not().containsText("Entrée sans marche signalée");
        assertThat(page.locator("main")).containsText("Horaires publiés et tenus");
    }

    @Test
    void colleaguesOnOneCriterionSeeEachOthersWordsAndLoseNone() {
        Town town = fixtures.town();
        StandardVersionId draft = draft(town, fixtures.starterStandard());
        Page first = signedIn(town.manager());
        Page second = signedIn(town.manager());
        String address = "/standards/" + draft + "/edit/criterion/WEL-1";
        first.navigate(address);
        second.navigate(address);
        first.locator("#title_fr").fill("Saluer et se nommer");
        save(first);
        second.locator("#title_fr").fill("Dire bonjour et son service");
        save(second);
        assertThat(second.locator("[data-refusal]")).containsText("Saluer et se nommer");
        assertThat(second.locator("#title_fr")).hasValue("Dire bonjour et son service");
        look(second, "standard-edit-conflict");
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer ma version"))
                .click();
        assertThat(second.locator("#criterion-WEL-1")).containsText("Dire bonjour et son service");

        first.navigate("/standards/" + draft + "/edit");
        second.navigate("/standards/" + draft + "/edit");
        first.locator("#theme-WEL [data-weight]").fill("21");
        first.locator("#theme-WEL [data-weight]").blur();
        await().until(() -> standards.content(draft).theme("WEL").orElseThrow().weight() == 21);
        second.locator("#theme-WEL [data-weight]").fill("22");
        second.locator("#theme-WEL [data-weight]").blur();
        assertThat(second.locator("#weights-themes-news")).containsText("21");
        look(second, "standard-edit-weights-conflict");
        second.locator("#weights-themes-news button[name=over]").click();
        await().until(() -> standards.content(draft).theme("WEL").orElseThrow().weight() == 22);
    }

    @Test
    void whoReordersByKeyboardGoesOnFromTheSameButtonAndHearsThePlace() {
        Town town = fixtures.town();
        StandardVersionId draft = draft(town, fixtures.starterStandard());
        Page page = signedIn(town.manager());
        page.navigate("/standards/" + draft + "/edit");
        int criteria =
                standards.content(draft).theme("ACC").orElseThrow().criteria().size();
        reorderByKeyboard(page, criteria);
        assertThat(page.locator("#announcer")).hasText("Critère ACC-1 est maintenant n° " + criteria + ".");
        look(page, "standard-edit-moved");

        page.keyboard().press("Enter");
        assertThat(page.locator(":focus")).hasAttribute("aria-label", "Monter ACC-1");
        assertThat(page.locator("#announcer")).hasText("Critère ACC-1 est maintenant n° " + (criteria - 1) + ".");
    }

    @Test
    void withoutScriptsTheButtonKeepsItsFocusTooAndItsDescriptionSaysThePlace() {
        Town town = fixtures.town();
        StandardVersionId draft = draft(town, fixtures.starterStandard());
        Page page = BROWSER.withoutScripts(port, organisation.person(town.manager()));
        page.navigate("/standards/" + draft + "/edit");
        int criteria =
                standards.content(draft).theme("ACC").orElseThrow().criteria().size();

        reorderByKeyboard(page, criteria);

        assertThat(page.locator(":focus"))
                .hasAccessibleDescription("Critère ACC-1 est maintenant n° " + criteria + ".");
    }

    /** Down to the last place, where only the way up is left. */
    private static void reorderByKeyboard(Page page, int criteria) {
        page.locator("#criterion-ACC-1 button[title=Descendre]").focus();
        for (int place = 2; place <= criteria; place++) {
            // what is typed before a page is painted goes nowhere
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.keyboard().press("Enter");
            assertThat(page.locator("#moved-to")).hasText("Critère ACC-1 est maintenant n° " + place + ".");
            assertThat(page.locator(":focus"))
                    .hasAttribute("aria-label", place < criteria ? "Descendre ACC-1" : "Monter ACC-1");
        }
    }

    @Test
    void cancellingAPartForgetsItsWordsAndNotTheWeightsTypedBefore() {
        Town town = fixtures.town();
        StandardVersionId draft = draft(town, fixtures.starterStandard());
        Page page = signedIn(town.manager());
        AtomicInteger asked = new AtomicInteger();
        page.onDialog(dialog -> {
            asked.incrementAndGet();
            dialog.accept();
        });
        page.navigate("/standards/" + draft + "/edit");
        page.locator("#theme-ACC [data-weight]").fill("rien");
        page.locator("#theme-ACC [data-weight]").blur();
        assertThat(page.locator("#weight-themes-ACC-error")).containsText("devrait être un nombre");
        page.locator("#criterion-ACC-1 th a").click();
        page.waitForURL("**/edit/criterion/ACC-1");
        assertThat(asked.get()).as("the weight was not saved").isEqualTo(1);

        page.locator("#title_fr").fill("Des mots dont personne ne veut");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Annuler"))
                .click();
        page.waitForURL("**/edit");

        assertThat(asked.get()).as("cancelling asks nothing").isEqualTo(1);
        assertThat(page.locator("#weights-themes .kept-text")).containsText("rien");
        page.navigate("/standards/" + draft + "/edit/criterion/ACC-1");
        assertThat(page.locator("#title_fr")).not().hasValue("Des mots dont personne ne veut");
        assertThat(page.locator(".kept-text")).hasCount(0);
    }

    @Test
    void theFineTunedPanelsAreEditedAndPreviewedToo() {
        Town town = fixtures.town();
        StandardVersionId draft =
                draft(town, standards.shipped("CAF-2020-PDCA").orElseThrow().id());
        Page page = signedIn(town.manager());
        page.navigate("/standards/" + draft + "/edit");
        look(page, "standard-edit-panels");
        page.locator("#scales tbody a").first().click();
        look(page, "standard-edit-panel-scale");
        page.navigate("/standards/" + draft + "/preview");
        look(page, "standard-preview-panels");
    }

    private StandardVersionId draft(Town town, StandardVersionId from) {
        return life.newVersion(
                fixtures.actor(town.manager()),
                from,
                "t" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static void save(Page page) {
        page.locator("main form.panel .actions button.btn-primary").last().click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }
}
