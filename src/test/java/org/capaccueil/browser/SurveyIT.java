package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.capaccueil.browser.Browser.axe;
import static org.capaccueil.browser.Browser.fitsTheWindow;
import static org.capaccueil.browser.Browser.look;
import static org.capaccueil.browser.Browser.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.WayKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A survey answered on a phone, with and without scripts, and on a kiosk; and the pages of those who ask, in a real browser. */
@ServedTest
class SurveyIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    SurveyDesk desk;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private SurveyId survey;

    @BeforeEach
    void anOpenSurvey() {
        town = fixtures.town();
        survey = surveyed.opened(town);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private String address(WayKind kind) {
        return "/s/" + surveyed.way(town, survey, kind).code();
    }

    private int answers() {
        return jdbc.sql("select count(*) from survey_answer where commune_id = ?")
                .param(town.commune().value())
                .query(Integer.class)
                .single();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void aResidentAnswersOnAPhone() {
        answeredOn(BROWSER.phone(base()), true);
    }

    @Test
    void aResidentAnswersOnAPhoneWithoutScripts() {
        answeredOn(BROWSER.phoneWithoutScripts(base()), false);
    }

    private void answeredOn(Page page, boolean looked) {
        page.navigate(address(WayKind.LINK));
        glance(page, "survey-resident-welcome", looked);
        button(page, "Commencer").click();
        for (int number = 1; number <= 9; number++) {
            assertThat(page).hasTitle(Pattern.compile("Question " + number + " sur 10.*"));
            if (number == 2) {
                button(page, "Précédent").click();
                assertThat(page.locator("#option-1")).isChecked();
                button(page, "Suivant").click();
            }
            if (number == 3) {
                button(page, "Suivant").click();
                assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choisissez une réponse pour continuer.");
                glance(page, "survey-resident-question", looked);
            }
            // with the keyboard: to the first choice, or the one before
            page.locator("input[name=answer]").first().focus();
            page.keyboard().press("Space");
            button(page, "Suivant").click();
        }
        glance(page, "survey-resident-text", looked);
        page.locator("#answer").fill("Plus de bancs, de l'ombre.");
        button(page, "Envoyer mes réponses").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Merci !")))
                .isVisible();
        glance(page, "survey-resident-thanks", looked);
        nobodyGoesBackToIt(page);
        Assertions.assertThat(answers()).isEqualTo(1);
        Assertions.assertThat(page.context().cookies()).isEmpty();
    }

    /** Whoever comes next presses the browser's own button: the page with the answer is not there any more. */
    private static void nobodyGoesBackToIt(Page page) {
        try {
            page.goBack();
            assertThat(page.locator("#answer")).hasCount(0);
        } catch (PlaywrightException gone) {
            Assertions.assertThat(gone).hasMessageContaining("ERR_CACHE_MISS");
        }
    }

    private static void glance(Page page, String name, boolean looked) {
        if (looked) {
            fitsTheWindow(page);
            screenshot(page, name + "-390");
            axe(page);
        }
    }

    @Test
    void anArabicReaderFindsThePageFromRightToLeft() {
        Page page = BROWSER.phone(base());
        page.navigate(address(WayKind.LINK));
        page.getByText("العربية").click();
        page.getByRole(AriaRole.BUTTON).click();
        Assertions.assertThat(page.evaluate("() => document.documentElement.dir"))
                .isEqualTo("rtl");
        glance(page, "survey-resident-arabic", true);
    }

    @Test
    void aKioskGoesBackToItsBeginningAfterTheThanksAndWhenNobodyGoesOn() {
        Page page = BROWSER.person(base(), 1024, 768);
        page.clock().install();
        String kiosk = address(WayKind.KIOSK) + "/kiosk";
        page.navigate(kiosk);
        button(page, "Commencer").click();
        page.locator("#option-2").check();
        button(page, "Suivant").click();
        assertThat(page).hasTitle(Pattern.compile("Question 2.*"));
        page.clock().fastForward(61_000);
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("toujours là");
        axe(page);
        screenshot(page, "survey-kiosk-idle");
        button(page, "Continuer").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        page.clock().fastForward(61_000);
        page.clock().fastForward(16_000);
        page.waitForURL("**" + kiosk);
        page.navigate(address(WayKind.KIOSK) + "/thanks");
        axe(page);
        page.clock().fastForward(9_000);
        page.waitForURL("**" + kiosk);
        Assertions.assertThat(page.locator("a").evaluateAll("links => links.map(a => new URL(a.href).pathname)"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .allMatch(path -> path.startsWith(address(WayKind.KIOSK)));
    }

    @Test
    void thePagesOfThoseWhoAskAreAccessibleOnADeskAndOnAPhone() {
        for (int i = 0; i < 30; i++) {
            surveyed.answer(surveyed.way(town, survey, i < 24 ? WayKind.LINK : WayKind.POSTER), 1 + i % 5, "");
        }
        surveyed.written(surveyed.way(town, survey, WayKind.LINK), "Les horaires affichés ne sont pas les bons.");
        Page page = BROWSER.signedIn(port, organisation.person(town.manager()));
        page.navigate("/surveys");
        look(page, "surveys");
        page.navigate("/surveys/new");
        button(page, "Enregistrer").click();
        look(page, "survey-form");
        page.navigate("/surveys/" + survey);
        look(page, "survey");
        page.navigate("/surveys/" + survey + "/paper");
        look(page, "survey-paper");
        page.navigate("/surveys/" + survey + "/comments");
        look(page, "survey-comments");
        page.locator("textarea[name=mask]").first().fill("ce qui n'y est pas");
        button(page, "Publier").first().click();
        assertThat(page.locator("[data-refusal]")).containsText("recopiez le passage");
        axe(page);
        page.locator("textarea[name=mask]").first().fill("");
        button(page, "Publier").first().click();
        assertThat(page.locator("[data-notice]")).containsText("est publié");
        page.navigate("/surveys/" + survey + "/results");
        look(page, "survey-results-open");
        desk.close(fixtures.actor(town.manager()), survey);
        page.reload();
        look(page, "survey-results");
        page.navigate("/surveys/sample-size?population=10500&margin=5");
        look(page, "survey-sample-size");
        page.navigate("/surveys/questionnaires");
        look(page, "survey-questionnaires");
        button(page, "Commencer avec les dix questions livrées").click();
        assertThat(page.locator("[data-notice]")).containsText("dix questions");
        look(page, "survey-questionnaire");
        String draft = page.url();
        page.navigate(draft + "/questions/overall");
        page.locator("#options").fill("Un");
        button(page, "Enregistrer").click();
        assertThat(page.locator("[data-refusal]")).containsText("cinq degrés");
        look(page, "survey-question");
        page.navigate(draft + "/languages/ar");
        look(page, "survey-language");
        page.navigate(draft + "/preview?number=9");
        look(page, "survey-preview");
    }
}
