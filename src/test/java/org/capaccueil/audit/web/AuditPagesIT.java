package org.capaccueil.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.browser.Browser;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Phases;
import org.capaccueil.support.ServedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The audit in a real browser: the auditor rates with the keyboard alone, and every page is looked at. */
@ServedTest
class AuditPagesIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Phases phases;

    @Autowired
    Jobs jobs;

    @Autowired
    Audits audits;

    @Autowired
    AuditAssignment assignment;

    @Autowired
    SiteVisit visit;

    @Autowired
    Organisation organisation;

    @Test
    void anAuditorRatesWithTheKeyboardAndEveryAnswerIsSavedAsItIsGiven() {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        Page page = signedIn(town.auditor());
        page.navigate("/evaluations/" + id + "/audit");

        page.locator("#cote-ACC-1-counter input[name=grade][value='0']").focus();
        page.keyboard().press("1");
        page.locator("#cote-ACC-1-counter").getByText("Écart −2").waitFor();
        Locator comment = page.locator("#cote-ACC-1-counter-commentaire");
        comment.fill("Fermé à 11 h le jour de la visite");
        comment.blur();
        page.waitForCondition(() -> "Fermé à 11 h le jour de la visite"
                .equals(audits.ratings(id).get(0).comment()));
        page.locator("#cote-ACC-1-counter input[name=grade][value='1']").focus();
        page.keyboard().press("j");
        page.keyboard().press("n");
        page.keyboard().type("Pas de standard ce mois-ci");
        page.keyboard().press("Tab");
        page.waitForCondition(() -> audits.ratings(id).size() == 2);
        assertThat(audits.ratings(id).get(1).grade()).isEqualTo(Grade.notApplicable("Pas de standard ce mois-ci"));

        Actor auditor = fixtures.actor(town.auditor());
        visit.rate(auditor, id, "ACC-2", Place.COUNTER, null, Grade.of(4), "Depuis la tablette");
        Locator row = page.locator("#cote-ACC-2-counter");
        row.locator("input[name=grade][value='0']").focus();
        page.keyboard().press("2");
        row.getByText("Depuis la tablette").waitFor();
        Browser.look(page, "audit-on-site-conflict");
        assertThat(audits.ratings(id).get(2).grade()).isEqualTo(Grade.of(4));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Garder ma version"))
                .click();
        page.waitForCondition(() -> audits.ratings(id).get(2).grade().equals(Grade.of(2)));
    }

    @Test
    void everyPageOfAnAuditIsAccessibleAtADeskAndOnAPhone() {
        Town town = fixtures.town();
        EvaluationId id = phases.toAudit(town);
        String audit = "/evaluations/" + id + "/audit";
        see(town.manager(), audit + "/assign", "assign");
        see(town.lead(), audit, "waiting");
        assignment.assign(fixtures.actor(town.manager()), id, town.auditor(), null);

        Page page = signedIn(town.auditor());
        page.navigate(audit);
        Browser.look(page, "audit-before");
        page.locator("#signed").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Signer la déclaration"))
                .click();
        page.locator("#conclure").waitFor();
        visit.rate(fixtures.actor(town.auditor()), id, "ACC-1", Place.COUNTER, null, Grade.of(1), "Fermé à 11 h");
        page.navigate(audit);
        Browser.look(page, "audit-on-site");

        page.navigate(audit + "/findings/new?at=ACC-1%7Ccounter");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer le constat"))
                .click();
        Browser.look(page, "audit-finding-refused");
        page.locator("#kind").selectOption("MINOR");
        page.locator("#text").fill("L'accueil ferme avant l'heure affichée.");
        page.locator("#basis").fill("Observation du jour, porte close à 11 h ; affiche photographiée.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer le constat"))
                .click();
        page.getByText("Le constat n° 1 est enregistré.").waitFor();
        conclude(page);
        page.getByText("Le rapport ne peut pas encore partir").waitFor();
        Browser.look(page, "audit-conclude-refused");
        phases.takeOverEverything(fixtures.actor(town.auditor()), id);
        page.navigate(audit);
        page.locator("#visitedOn").fill(LocalDate.now(PublicTime.ZONE).toString());
        page.locator("#conclusion").fill("Un accueil attentif. Les horaires affichés restent à tenir.");
        conclude(page);
        page.getByText("Le rapport provisoire est remis à l'équipe.").waitFor();
        jobs.runAll();
        Browser.look(page, "audit-draft");

        Page lead = signedIn(town.lead());
        lead.navigate(audit + "/reply");
        lead.locator("#reply-1").fill("L'affiche est corrigée depuis lundi.");
        lead.locator("#reply-1").blur();
        lead.locator("#constat-1").getByText("Enregistré à").waitFor();
        Browser.look(lead, "audit-reply");
        lead.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remettre à l’auditeur"))
                .click();
        confirm(lead, "Remettre");
        lead.getByText("Vos réponses sont remises à l'auditeur.").waitFor();

        page.navigate(audit + "/final");
        Browser.look(page, "audit-final");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Donner suite à la réponse sur le constat n° 1"))
                .click();
        page.locator("#decision-MAINTAINED").check();
        page.locator("#words").fill("Correction vue ; à confirmer au suivi.");
        Browser.look(page, "audit-treatment");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer la suite"))
                .click();
        page.getByText("est enregistrée.").waitFor();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rendre le rapport final"))
                .click();
        confirm(page, "Rendre");
        page.getByText("Le rapport final est rendu.").waitFor();
        jobs.runAll();
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.CLOSED);
        see(town.leadership(), audit, "report");
    }

    private static void conclude(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Conclure et remettre à l’équipe"))
                .click();
        confirm(page, "Remettre");
    }

    private static void confirm(Page page, String label) {
        page.locator("#confirm-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private void see(PersonId person, String address, String name) {
        Page page = signedIn(person);
        page.navigate(address);
        Browser.look(page, "audit-" + name);
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }
}
