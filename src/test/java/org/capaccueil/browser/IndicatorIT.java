package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.capaccueil.browser.Browser.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.ServedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A team gives a value and revises it, and a quality manager brings the rest in from a file, in a real browser. */
@ServedTest
class IndicatorIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Period MONTH = Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE));

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    Indicators indicators;

    @Autowired
    Measuring measuring;

    @Autowired
    Jobs jobs;

    @Test
    void aValueIsGivenRevisedWithAReasonAndTheOthersComeFromAFile() {
        Town town = fixtures.town();
        Page page = signedIn(town.agent());
        page.locator("#site-nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Écoute"))
                .click();
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Écoute"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Indicateurs"))
                .click();
        look(page, "indicator-board-empty");
        page.locator("a[href*='/TEL-ANSWER/phone']").click();
        page.locator("#part").fill("852");
        page.locator("#base").fill("10");
        button(page, "Enregistrer la valeur").click();
        assertThat(page.locator("[data-refusal]")).containsText("ne peuvent pas dépasser le total");
        look(page, "indicator-value-refused");
        page.locator("#base").fill("1 000");
        button(page, "Enregistrer la valeur").click();
        assertThat(page.locator("[data-notice]")).containsText("est enregistrée");
        assertThat(page.locator("#trend")).containsText("85,2");

        page.locator("#part").fill("672");
        button(page, "Réviser la valeur").click();
        assertThat(page.locator("[data-refusal]")).containsText("Dites pourquoi la valeur est révisée");
        page.locator("#reason").fill("Les appels d'un jour étaient comptés deux fois");
        button(page, "Réviser la valeur").click();
        assertThat(page.locator("[data-notice]")).containsText("est enregistrée");
        assertThat(page.locator("main")).containsText("Remplacée");
        assertThat(page.locator("main")).containsText("comptés deux fois");
        look(page, "indicator-history");

        Page manager = signedIn(town.manager());
        manager.navigate("/indicators/imports");
        look(manager, "indicator-import");
        String team = organisation.team(town.team()).code();
        bring(
                manager,
                rows(
                        team,
                        MONTH.code() + ";900;1000\n" + team + ";Téléphone;"
                                + MONTH.previous().code() + ";beaucoup;1000"));
        assertThat(manager.locator("main")).containsText("Ligne 3, colonne D (appels décrochés par un agent)");
        look(manager, "indicator-import-refused");
        manager.navigate("/indicators/imports");
        bring(
                manager,
                rows(
                        team,
                        MONTH.code() + ";672;1000\n" + team + ";Téléphone;"
                                + MONTH.previous().code() + ";810;1000"));
        assertThat(manager.locator("main")).containsText("Ce fichier est juste : 1 valeur à écrire");
        look(manager, "indicator-import-dry-run");
        manager.locator("#name").fill("Autocommutateur");
        button(manager, "Enregistrer la recette").click();
        assertThat(manager.locator("[data-notice]")).containsText("La recette est enregistrée");
        button(manager, "Enregistrer").last().click();
        assertThat(manager.locator("[data-notice]")).containsText("1 valeur écrite");
        assertThat(manager.locator("main")).containsText("67,2");
        look(manager, "indicator-board");
        manager.navigate("/indicators/definitions");
        look(manager, "indicator-definitions");
        manager.locator("#main .page-actions a").first().click();
        button(manager, "Définir l’indicateur").click();
        assertThat(manager.locator("[data-refusal]").first()).isVisible();
        look(manager, "indicator-definition-form");
    }

    @Test
    void whatIsKnownNeedsNoTypingInTheEvaluationAndStandsBesideTheRatingItSuggests() {
        Town town = fixtures.town(Channel.PHONE);
        Actor agent = fixtures.actor(town.agent());
        indicators.give(
                agent, town.team(), "TEL-ANSWER", Channel.PHONE, MONTH, new BigDecimal("824"), new BigDecimal("1000"));
        EvaluationId id = fixtures.openEvaluation(town).id();

        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/collection");
        assertThat(page.locator("#TEL-ANSWER-phone")).containsText("Sera repris");
        assertThat(page.locator("#TEL-ANSWER-phone")).containsText("824 sur 1");
        page.locator("#TEL-ANSWER-phone summary").first().click();
        assertThat(page.locator("#TEL-ANSWER-phone-numerator")).isVisible();
        look(page, "collection-known");

        for (MeasureRow row : measuring.sheet(agent, id).missing()) {
            measuring.save(
                    agent,
                    id,
                    row.indicator().code(),
                    row.channel(),
                    row.version(),
                    Figures.notMeasured("Pas d'outil de mesure", null, null));
        }
        page.reload();
        button(page, "Soumettre les chiffres").click();
        page.locator("dialog[open]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Soumettre"))
                .click();
        assertThat(page.locator("#TEL-ANSWER-phone")).containsText("repris des chiffres de la commune");
        look(page, "collection-taken-over");
        jobs.runAll();

        page.navigate("/evaluations/" + id + "/self-assessment?theme=ACC");
        assertThat(page.locator("#row-ACC-3-phone")).containsText("Cotation suggérée");
        page.locator("#ACC-3-phone label")
                .filter(new Locator.FilterOptions().setHasText("maîtrisé"))
                .click();
        assertThat(page.locator("#row-ACC-3-phone .row-news")).containsText("Les chiffres suggèrent 2 · partiel");
        look(page, "rating-beside-figures");
        page.locator("#ACC-3-phone-comment").fill("Standard remplacé en mai, le taux monte depuis.");
        page.locator("#ACC-3-phone-comment").blur();
        assertThat(page.locator("#row-ACC-3-phone .row-news")).not().containsText("Les chiffres suggèrent");
    }

    private static String rows(String team, String rest) {
        return "Équipe;Canal;Période;appels décrochés par un agent;appels demandant un agent aux heures d'ouverture\n"
                + team + ";Téléphone;" + rest + "\n";
    }

    private static void bring(Page page, String file) {
        page.locator("#file")
                .setInputFiles(new FilePayload("autocom.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        button(page, "Lire le fichier").click();
        page.waitForURL(url -> url.matches(".*/imports/[0-9a-f-]{36}"));
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }

    private static Locator button(Page page, String name) {
        return page.locator("#main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
