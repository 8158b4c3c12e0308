package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.capaccueil.CapAccueilApplication;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody goes away and is stood in for; a lead shares out the team's tasks. */
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
class AbsenceIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Organisation organisation;

    @Autowired
    TaskDesk desk;

    @Autowired
    Trail trail;

    @Test
    void somebodyNamesASubstituteWhoFindsTheTaskAndDoesIt() {
        Town town = fixtures.town();
        EvaluationId id = fixtures.openEvaluation(town).id();
        phases.fillFigures(fixtures.actor(town.agent()), id);
        PersonId standIn = fixtures.person(
                town.commune(), "Zoé Suppléante", UUID.randomUUID().toString().substring(0, 8), "Chargée de mission");
        LocalDate today = LocalDate.now(PublicTime.ZONE);

        Page lead = BROWSER.signedIn(port, organisation.person(town.lead()));
        lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mes absences"))
                .click();
        Browser.look(lead, "absences-none");
        link(lead, "Désigner un remplaçant");
        button(lead, "Enregistrer");
        lead.getByText("Choisissez la personne qui remplace.").first().waitFor();
        Browser.look(lead, "absence-refused");
        lead.locator("select[name=substitute]").selectOption(standIn.toString());
        lead.locator("input[name=firstDay]").fill(today.toString());
        lead.locator("input[name=lastDay]").fill(today.plusDays(4).toString());
        button(lead, "Enregistrer");
        lead.getByText("Le remplacement est enregistré.").waitFor();
        Browser.look(lead, "absences");

        Page zoe = BROWSER.signedIn(port, organisation.person(standIn));
        zoe.getByText("Vous remplacez").waitFor();
        zoe.getByText("En remplacement d'Éloïse Responsable").waitFor();
        Browser.look(zoe, "tasks-standing-in");
        zoe.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("Relever les indicateurs")
                                .setExact(true))
                .click();
        zoe.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Soumettre les chiffres"))
                .click();
        zoe.locator("#confirm-dialog [data-confirm-yes]").click();
        zoe.getByText("Les chiffres sont soumis.").waitFor();

        assertThat(trail.of(id))
                .filteredOn(line -> line.action().equals("Chiffres soumis"))
                .extracting(Trail.Line::actor)
                .containsExactly("Zoé Suppléante, en remplacement d'Éloïse Responsable");
    }

    @Test
    void aLeadGivesATaskToAMemberWhoFindsItAmongTheirs() {
        Town town = fixtures.town();
        EvaluationId id = fixtures.openEvaluation(town).id();
        Page lead = BROWSER.signedIn(port, organisation.person(town.lead()));
        lead.navigate("/teams/" + town.team());
        link(lead, "Répartir les tâches");
        Browser.look(lead, "team-tasks");
        lead.locator("select[name=person]").selectOption(town.agent().toString());
        button(lead, "Confier : Relever les indicateurs");
        lead.getByText("est confiée à Karim Agent").waitFor();
        Browser.look(lead, "team-tasks-given");

        Page agent = BROWSER.signedIn(port, organisation.person(town.agent()));
        agent.navigate("/tasks?whose=MINE");
        agent.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("Relever les indicateurs")
                                .setExact(true))
                .waitFor();
        assertThat(desk.openFor(List.of(id.value())).get(0).assignee())
                .isEqualTo(town.agent().value());
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
