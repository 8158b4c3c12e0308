package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Place;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the label in a real browser, everything on them opened. */
@ServedTest
class LabelPagesIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam team;

    @Autowired
    Organisation organisation;

    @Test
    void scoresResultsAndTheEffectOfRulesCanBeReadByEverybody() {
        Town town = fixtures.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        team.rated(evaluation, town, 4, 3, "CLOSED");
        team.auditorGrades(evaluation, "ACC-3", Place.PHONE, 2);
        UUID finding = team.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        team.signedPlan(evaluation, town, finding, "ACC-3", "IN_PROGRESS");
        team.measured(evaluation, "62");
        Page page = signedIn(town.manager());

        look(page, "/evaluations/" + evaluation.id() + "/scores", "label-scores");
        look(page, "/campaigns/" + evaluation.campaign() + "/results", "label-results");
        look(page, "/standards/" + evaluation.standard() + "/what-if", "label-what-if");
    }

    /** From the total down to one rating, as somebody who doubts it: every step shows what the step below comes to. */
    @Test
    void aScoreIsOpenedFromTheTotalDownToARating() {
        Town town = fixtures.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        team.rated(evaluation, town, 4, 3, "CLOSED");
        team.auditorGrades(evaluation, "ACC-1", Place.PHONE, 2);
        team.auditorGrades(evaluation, "ACC-3", Place.PHONE, 2);
        Page page = signedIn(town.lead());
        page.navigate("/evaluations/" + evaluation.id() + "/scores");
        page.waitForLoadState(LoadState.NETWORKIDLE);

        // the total is made of the themes
        assertThat(page.locator(".cards").textContent()).contains("73,6");
        assertThat(page.locator("[aria-labelledby=total-title]").textContent())
                .contains(
                        "(15 × 65,9… + 10 × 75 + 10 × 75 + 20 × 75 + 15 × 75 + 10 × 75 + 10 × 75 + 10 × 75) ÷ 100 = 73,63…");

        // a click on its name opens the theme, which is made of its criteria
        Locator access = theme(page, "ACC");
        Locator criteria = access.locator("table");
        assertThat(criteria.isVisible()).isFalse();
        page.locator("a[href='#theme-ACC']").click();
        criteria.waitFor();
        assertThat(access.locator("summary").textContent())
                .contains("poids 15", "audit 65,9 sur 100", "écart −34,1 points");
        assertThat(access.textContent()).contains("(2 × 62,5 + 1 × 75 + 3 × 50 + 2 × 75 + 3 × 75) ÷ 11 = 65,9…");

        // a criterion is made of its ratings
        Locator criterion = criteria.locator("tbody tr").first();
        assertThat(criterion.textContent())
                .contains(
                        "ACC-1",
                        "Guichet : 3 · Conforme = 75",
                        "Téléphone : 2 · Partiel = 50",
                        "moyenne de Guichet 75, Téléphone 50 = 62,5");
        fitsAndReads(page, "label-score-opened");

        // the same by the keyboard alone
        Locator information = theme(page, "INF").locator("summary");
        information.focus();
        page.keyboard().press("Enter");
        assertThat(theme(page, "INF").locator("table").isVisible()).isTrue();
        page.keyboard().press("Enter");
        assertThat(theme(page, "INF").locator("table").isVisible()).isFalse();
    }

    private static Locator theme(Page page, String code) {
        return page.locator("details:has(#theme-" + code + ")");
    }

    private static void fitsAndReads(Page page, String name) {
        Browser.screenshot(page, name + "-1280");
        Browser.axe(page);
        page.setViewportSize(390, 844);
        Browser.screenshot(page, name + "-390");
        Browser.axe(page);
        Browser.fitsTheWindow(page);
        page.setViewportSize(1280, 900);
    }

    private static void look(Page page, String address, String name) {
        assertThat(page.navigate(address).status()).isEqualTo(200);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        fitsAndReads(page, name);
    }

    private Page signedIn(PersonId person) {
        Page page = BROWSER.desk("http://127.0.0.1:" + port);
        page.navigate("/login");
        page.locator("input[name=username]")
                .fill(Objects.requireNonNull(organisation.person(person).email()));
        page.locator("input[name=password]").fill("accueil");
        page.locator("form:has(input[name=password]) button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }
}
