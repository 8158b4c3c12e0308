package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.LocalDate;
import org.capaccueil.CapAccueilApplication;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person reads, takes away and has corrected what is held about them; the quality manager records that they left. */
@ApplicationTest
@ExtendWith(SystemScope.class)
@SpringBootTest(
        classes = CapAccueilApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "capaccueil.demonstration=false",
            "capaccueil.mail-rounds=false",
            "capaccueil.retention-rounds=false",
            "camunda.bpm.job-execution.enabled=false"
        })
class PersonalDataIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Test
    void fromTheFirstLookToTheDeparture() throws Exception {
        Town town = fixtures.town();
        fixtures.openEvaluation(town);
        Page agent = signedIn(town.agent());
        agent.locator(".who a").click();
        agent.waitForURL("**/my-data");
        Browser.look(agent, "my-data");
        Download file = agent.waitForDownload(
                () -> agent.locator("a[href='/my-data/export']").click());
        assertThat(Files.readString(file.path())).contains("Karim Agent");

        agent.navigate("/my-data/corrections");
        agent.locator("#item-CAPACITY").check();
        agent.locator("#wish").fill("Je suis agent polyvalent");
        assertThat(agent.locator("#wish").getAttribute("aria-describedby")).contains("wish-no-names");
        assertThat(agent.locator("#wish-no-names").textContent()).contains("Ne nommez personne");
        agent.locator("main button[type=submit]").click();
        agent.waitForURL("**/my-data/corrections");
        assertThat(agent.locator("main").textContent()).contains("En attente");
        Browser.look(agent, "my-corrections");

        Page manager = signedIn(town.manager());
        manager.navigate("/people");
        Browser.look(manager, "people-corrections");
        manager.locator("a[href^='/people/corrections/']").click();
        Browser.look(manager, "correction");
        manager.locator("#value").fill("Agent polyvalent");
        manager.locator("form[action$='/make'] button[type=submit]").click();
        manager.waitForURL("**/people");
        agent.reload();
        assertThat(agent.locator("main").textContent()).contains("Corrigé");

        manager.navigate("/people/" + town.agent() + "/departure");
        Browser.look(manager, "departure");
        manager.locator("#leftOn").fill(LocalDate.now(PublicTime.ZONE).toString());
        manager.locator("main button[type=submit]").click();
        manager.waitForURL("**/people/retention");
        assertThat(manager.locator("main").textContent()).contains("Karim Agent", "24 mois");
        Browser.look(manager, "retention");

        // gone at the next click
        assertThat(agent.navigate("/my-data").status()).isNotEqualTo(200);
        BROWSER.takeComplaints();
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }
}
