package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.CapAccueilApplication;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages of the label in a real browser, everything on them opened. */
@ApplicationTest
@Import(AuditedTeam.class)
@SpringBootTest(
        classes = CapAccueilApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "capaccueil.demonstration=false",
            "capaccueil.mail-rounds=false",
            "camunda.bpm.job-execution.enabled=false"
        })
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

    private static void look(Page page, String address, String name) {
        assertThat(page.navigate(address).status()).isEqualTo(200);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        Browser.screenshot(page, name + "-1280");
        Browser.axe(page);
        page.setViewportSize(390, 844);
        Browser.screenshot(page, name + "-390");
        Browser.axe(page);
        Browser.fitsTheWindow(page);
        page.setViewportSize(1280, 900);
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
