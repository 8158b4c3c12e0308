package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.capaccueil.browser.Browser.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.capaccueil.CapAccueilApplication;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.network.PublishedTown;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardSharing;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.AuditedEvaluation;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A standard and a good practice that go from one commune to another, and what the métropole compares, in a real browser. */
@ApplicationTest
@ExtendWith(SystemScope.class)
@SpringBootTest(
        classes = CapAccueilApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "capaccueil.demonstration=false",
            "capaccueil.mail-rounds=false",
            "camunda.bpm.job-execution.enabled=false"
        })
class NetworkIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    StandardSharing sharing;

    @Autowired
    PublishedTown published;

    @Autowired
    AuditedEvaluation audited;

    @Autowired
    Register register;

    @Autowired
    Organisation organisation;

    @Autowired
    Standards standards;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Jobs jobs;

    @Test
    void oneCommuneSharesAStandardAndTheOtherLaunchesACampaignWithIt() {
        Town town = fixtures.town();
        Town neighbour = fixtures.town();
        StandardVersionId version = libraries.copy(fixtures.actor(town.manager()));
        String title = standards.version(version).fullTitle();

        Page page = signedIn(town.manager());
        page.navigate("/standards/" + version);
        link(page, "Partager avec le réseau").click();
        button(page, "Partager la version").click();
        assertThat(page.locator("[data-refusal]")).containsText("Dites pourquoi");
        look(page, "network-share");
        page.locator("#why").fill("Elle convient aux mairies de quartier.");
        button(page, "Partager la version").click();
        assertThat(page.locator("[data-notice]")).containsText("est partagée");
        look(page, "network-shared-standard");

        Page other = signedIn(neighbour.manager());
        other.navigate("/standards");
        look(other, "network-offers");
        other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))
                .click();
        assertThat(other.locator("main")).containsText("Elle convient aux mairies de quartier.");
        look(other, "network-offered-standard");
        button(other, "Adopter tel quel").click();
        assertThat(other.locator("[data-notice]")).containsText("est adopté");
        assertThat(button(other, "Adopter tel quel")).hasCount(0);
        look(other, "network-adopted-standard");

        other.navigate("/campaigns/new");
        other.locator("#standard").selectOption(version.toString());
        other.locator("#name").fill("Printemps partagé");
        other.locator("input[name=teams]").first().check();
        button(other, "Enregistrer et vérifier").click();
        other.waitForURL(url -> url.matches(".*/campaigns/[0-9a-f-]{36}.*"));
        CampaignView campaign = evaluations.campaignsOf(neighbour.commune()).get(0);
        assertThat(campaign.standard()).isEqualTo(version);
        other.navigate("/campaigns/" + campaign.id() + "/launch");
        button(other, "Lancer la campagne").click();
        other.locator("[data-confirm-yes]").click();
        other.waitForURL(url -> !url.endsWith("/launch"));
        jobs.runAll();
        assertThat(evaluations.ofCampaign(campaign.id()))
                .isNotEmpty()
                .allMatch(evaluation -> evaluation.standard().equals(version));
    }

    @Test
    void aGoodPracticeIsToldSharedAndTakenOverIntoAPlan() {
        Town town = fixtures.town();
        Town neighbour = fixtures.town();
        audited.of(neighbour);

        Page page = signedIn(town.manager());
        page.navigate("/network");
        link(page, "Raconter une bonne pratique").click();
        button(page, "Enregistrer le brouillon").click();
        assertThat(page.locator("[data-refusal]")).containsText("Donnez un titre");
        look(page, "network-practice-form");
        String title = "Un numéro unique " + Libraries.mark();
        page.locator("#title").fill(title);
        page.locator("#situation").fill("Les habitants composaient le mauvais numéro.");
        page.locator("#done").fill("Un numéro unique, avec débordement vers le guichet.");
        page.locator("#result").fill("Les appels trouvent une réponse.");
        page.locator("#figure").fill("92,5");
        page.locator("#unit").fill("% d'appels décrochés");
        page.locator("#channel-phone").check();
        page.locator("#theme").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        button(page, "Enregistrer le brouillon").click();
        assertThat(page.locator("[data-notice]")).containsText("Le brouillon est enregistré");
        look(page, "network-practice-draft");
        page.locator("#main .page-actions button").click();
        page.locator("[data-confirm-yes]").click();
        assertThat(page.locator("[data-notice]")).containsText("est partagée");
        look(page, "network-practice-shared");

        Page other = signedIn(neighbour.lead());
        other.navigate("/network?channel=phone&commune=" + town.commune());
        look(other, "network-practices");
        link(other, title).click();
        look(other, "network-practice-to-adopt");
        other.locator("#team").selectOption(neighbour.team().toString());
        other.locator("#criterion").selectOption("ACC-1");
        button(other, "Adopter chez nous").click();
        other.waitForURL("**/plan");
        assertThat(other.locator("[data-notice]")).containsText("une action est ouverte");
        assertThat(other.locator("main")).containsText("ACC-1");
        other.navigate("/network");
        assertThat(other.locator("main"))
                .containsText(
                        "adoptée par " + organisation.team(neighbour.team()).name());
    }

    @Test
    void theObserverComparesThoseThatAgreedAndACommuneFindsItsPlace() {
        List<Town> towns = new ArrayList<>();
        StandardVersionId standard = null;
        for (int grade = 2; grade <= 4; grade++) {
            Town town = fixtures.town();
            Actor manager = fixtures.actor(town.manager());
            if (standard == null) {
                standard = libraries.copy(manager);
                sharing.share(manager, standard, "Pour se comparer");
            } else {
                sharing.adopt(manager, standard);
            }
            published.publishes(town, standard, grade);
            towns.add(town);
        }
        String heading =
                standards.version(java.util.Objects.requireNonNull(standard)).fullTitle();
        String mark = Libraries.mark();
        CommuneId metropole = register.foundMetropole(
                "Métropole " + mark,
                "m" + mark,
                450_000,
                towns.stream().map(Town::commune).collect(Collectors.toSet()));
        PersonId observer =
                fixtures.person(metropole, "Solène Observatrice", mark, "Chargée de qualité", Role.OBSERVER);

        Page seen = signedIn(observer);
        assertThat(seen.url()).endsWith("/network/comparison");
        assertThat(seen.locator("main")).not().containsText(heading);
        look(seen, "network-comparison-before");
        for (Town town : towns) {
            Page page = signedIn(town.leadership());
            page.navigate("/network/consent");
            if (town == towns.get(0)) {
                look(page, "network-consent");
            }
            button(page, "Signer l’accord").click();
            page.locator("[data-confirm-yes]").click();
            assertThat(page.locator("[data-notice]")).containsText("est signé");
        }
        seen.reload();
        Locator board = seen.locator("section", new Page.LocatorOptions().setHasText(heading));
        assertThat(board.first()).containsText("75");
        for (Town town : towns) {
            assertThat(seen.locator("main"))
                    .not()
                    .containsText(organisation.commune(town.commune()).name());
        }
        look(seen, "network-comparison");

        Page own = signedIn(towns.get(0).manager());
        own.navigate("/network/comparison");
        assertThat(own.locator("main")).containsText("Votre commune");
        look(own, "network-comparison-own");
        own.navigate("/network/consent");
        look(own, "network-consent-signed");
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }

    private static Locator link(Page page, String name) {
        return page.locator("#main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.locator("#main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
