package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.capaccueil.CapAccueilApplication;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Phases;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From lending an auditor to the link they declare, each in the browser of the person it belongs to. */
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
class AuditorPoolIT {

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
    Register register;

    @Autowired
    Organisation organisation;

    @Test
    void aCommuneLendsItsAuditorAndTakesThemBack() {
        Town town = fixtures.town();
        String name = "Malik " + UUID.randomUUID().toString().substring(0, 8);
        PersonId malik = auditor(town, name);
        Page manager = signedIn(town.manager());
        manager.navigate("/teams");
        manager.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Auditeurs"))
                .click();
        manager.locator("#auditors").waitFor();
        Browser.look(manager, "auditors");

        manager.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .click();
        manager.locator("#lent").check();
        manager.locator("#qualifications").fill("Formé à l'audit interne, trois accueils audités.");
        Browser.look(manager, "auditor-terms");
        save(manager, "Enregistrer");
        manager.getByText("les autres communes peuvent choisir cette personne").waitFor();

        Page neighbour = signedIn(fixtures.neighbour(town.auditor()).id());
        neighbour.navigate("/auditors");
        neighbour
                .getByText("Formé à l'audit interne, trois accueils audités.")
                .first()
                .waitFor();
        manager.navigate("/auditors/" + malik);
        manager.locator("#lent").uncheck();
        save(manager, "Enregistrer");
        manager.getByText("seule votre commune peut choisir cette personne").waitFor();
        neighbour.navigate("/auditors");
        assertThat(neighbour.getByText(name).count()).isZero();
    }

    @Test
    void aRefusedCandidateADeclaredLinkAndTheManagersJudgement() {
        Town town = fixtures.town();
        PersonId member = auditor(town, "Zoé Membre");
        register.enrol(fixtures.actor(town.manager()), town.team(), member, false);
        EvaluationId id = phases.toAudit(town);
        String audit = "/evaluations/" + id + "/audit";

        Page manager = signedIn(town.manager());
        manager.navigate(audit + "/assign");
        Locator refused = manager.locator("input[name=auditor][value='" + member + "']");
        assertThat(refused.isDisabled()).isTrue();
        manager.getByText("fait partie de l'équipe à auditer").waitFor();
        Browser.look(manager, "assign-reasons");
        manager.locator("input[name=auditor][value='" + town.auditor() + "']").check();
        save(manager, "Désigner");
        manager.getByText("L'auditeur est désigné").waitFor();

        Page auditor = signedIn(town.auditor());
        auditor.navigate(audit);
        save(auditor, "Signer la déclaration");
        auditor.getByText("Cochez la case pour signer").first().waitFor();
        auditor.locator("#link").fill("J'ai travaillé avec la responsable de cette équipe il y a dix ans.");
        auditor.locator("#signed").check();
        Browser.look(auditor, "declaration");
        save(auditor, "Signer la déclaration");
        auditor.getByText("Votre déclaration est signée").waitFor();
        Browser.look(auditor, "declaration-waiting");
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.LINK_DECLARED);

        manager.navigate("/");
        manager.getByText("Examiner le lien déclaré").first().click();
        manager.getByText("il y a dix ans").waitFor();
        save(manager, "Enregistrer la décision");
        manager.locator("#verdict-error").waitFor();
        Browser.look(manager, "link-refused");
        manager.locator("#verdict-KEEP").check();
        manager.locator("#reason").fill("Dix ans sans relation de travail.");
        save(manager, "Enregistrer la décision");
        manager.getByText("L'auditeur est maintenu").waitFor();
        jobs.runAll();

        auditor.navigate(audit);
        auditor.locator("#conclure").waitFor();
        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.ON_SITE);
    }

    @Test
    void whomAPersonAnswersToIsChosenFromTheirPage() {
        Town town = fixtures.town();
        Page manager = signedIn(town.manager());
        manager.navigate("/people/" + town.agent() + "/edit");
        manager.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dire qui est son supérieur hiérarchique"))
                .click();
        manager.locator("#manager").selectOption(town.lead().toString());
        Browser.look(manager, "person-manager");
        save(manager, "Enregistrer");
        manager.getByText("est enregistré.").waitFor();

        manager.navigate("/people/" + town.lead() + "/manager");
        manager.locator("#manager").selectOption(town.agent().toString());
        save(manager, "Enregistrer");
        manager.locator("#manager-error").waitFor();
        Browser.look(manager, "person-manager-circle");
    }

    private PersonId auditor(Town town, String name) {
        return fixtures.person(
                town.commune(), name, UUID.randomUUID().toString().substring(0, 8), "Auditrice qualité", Role.AUDITOR);
    }

    private static void save(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }
}
