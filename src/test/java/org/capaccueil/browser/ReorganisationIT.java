package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.CapAccueilApplication;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.domain.FinalReport;
import org.capaccueil.audit.domain.FindingDraft;
import org.capaccueil.audit.domain.FindingsBook;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.audit.domain.Treatment;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Place;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a quality manager does on a Monday in the middle of a campaign, and what teams see of it. */
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
class ReorganisationIT {

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
    SiteVisit visit;

    @Autowired
    FindingsBook findings;

    @Autowired
    FinalReport finalReport;

    @Autowired
    Audits audits;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void twoTeamsMergeInMidAuditAndTheSuccessorsLeadTakesTheAuditToItsConclusion() {
        Town town = fixtures.town();
        EvaluationId id = draftAudit(town);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        PersonId lead = fixtures.person(town.commune(), "Samira Cheffe", mark, "Responsable de l'accueil sud");
        PersonId agent = fixtures.person(town.commune(), "Yves Agent", mark, "Agent d'accueil");
        TeamId south = fixtures.team(town.manager(), "SUD" + mark, "Accueil sud " + mark, lead, agent);

        Page manager = signedIn(town.manager());
        manager.navigate("/teams/" + town.team());
        manager.getByRole(AriaRole.LINK, named("Réorganiser")).click();
        Browser.look(manager, "reorganise-ways");
        manager.locator("#with").selectOption(south.toString());
        button(manager, "Voir ce qui est touché").click();
        manager.getByText("Répondre aux constats").waitFor();
        Browser.look(manager, "reorganise-merge");
        button(manager, "Fusionner les équipes").click();
        manager.getByText("Dites pourquoi").first().waitFor();
        Browser.look(manager, "reorganise-merge-refused");
        manager.locator("#reason").fill("Un seul guichet pour le centre");
        button(manager, "Fusionner les équipes").click();
        manager.waitForURL("**/teams/" + south);
        Browser.look(manager, "reorganise-merged");
        assertThat(organisation.team(south).hasMember(town.lead())).isTrue();

        Page successor = signedIn(lead);
        successor.navigate("/tasks?whose=OFFERED");
        successor
                .getByRole(AriaRole.LINK, named("Répondre aux constats"))
                .first()
                .click();
        Locator reply = successor.locator("#reply-1");
        reply.fill("L'affiche est corrigée depuis la fusion.");
        reply.blur();
        successor.locator("#constat-1").getByText("Enregistré à").waitFor();
        button(successor, "Remettre à l’auditeur").click();
        successor
                .locator("#confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remettre"))
                .click();
        successor.getByText("Vos réponses sont remises à l'auditeur.").waitFor();
        jobs.runAll();

        Actor auditor = fixtures.actor(town.auditor());
        Audits.Finding finding = audits.findings(id).get(0);
        assertThat(finding.reply()).isEqualTo("L'affiche est corrigée depuis la fusion.");
        finalReport.treat(
                auditor,
                id,
                finding.id(),
                jdbc.sql("select version from audit_finding where id = ?")
                        .param(finding.id())
                        .query(Long.class)
                        .single(),
                new FinalReport.Answer(
                        Treatment.MAINTAINED, "Vu, à vérifier au suivi.", finding.kind(), finding.text()));
        finalReport.giveOut(auditor, id);
        jobs.runAll();
        assertThat(evaluations.get(id).phase()).isEqualTo(Phase.ACTION_PLAN);

        successor.navigate("/evaluations/" + id);
        successor.getByText("Ce qui a changé").waitFor();
        successor.getByText("fusionnée dans").first().waitFor();
        Browser.look(successor, "reorganise-evaluation");
    }

    @Test
    void aNewPointBecomesTheMainOneOfTheCommune() {
        Town town = fixtures.town();
        EvaluationId id = fixtures.openEvaluation(town).id();
        Page manager = signedIn(town.manager());
        manager.navigate("/teams/" + town.team());
        manager.getByRole(AriaRole.LINK, named("Ajouter un point d’accueil")).click();
        manager.locator("#name").fill("Guichet de l'hôtel de ville");
        manager.locator("#address").fill("Place du 8 Mai 1945");
        manager.locator("#channel-counter").check();
        button(manager, "Ajouter le point d’accueil").click();
        manager.getByText("Prendre ce point en compte dès maintenant").waitFor();
        Browser.look(manager, "reorganise-take-in");
        manager.locator("input[name=now]").check();
        manager.locator("#reason").fill("Un guichet ouvre à l'hôtel de ville");
        button(manager, "Confirmer").click();
        button(manager, "Désigner comme point d’accueil principal : Guichet de l'hôtel de ville")
                .click();
        manager.getByText("est le point d'accueil principal").waitFor();
        Browser.look(manager, "reorganise-main-point");

        assertThat(organisation.team(town.team()).points())
                .filteredOn(PointView::main)
                .extracting(PointView::name)
                .containsExactly("Guichet de l'hôtel de ville");
        assertThat(evaluations.points(List.of(id)).get(id))
                .extracting(PointView::name)
                .containsExactly("Hôtel de ville", "Guichet de l'hôtel de ville");
    }

    @Test
    void aMemberMovesToAnotherTeamWhileBothAreEvaluated() {
        Town town = fixtures.town();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        PersonId lead = fixtures.person(town.commune(), "Samira Cheffe", mark, "Responsable de l'accueil sud");
        PersonId agent = fixtures.person(town.commune(), "Yves Agent", mark, "Agent d'accueil");
        TeamId south = fixtures.team(town.manager(), "SUD" + mark, "Accueil sud " + mark, lead, agent);
        fixtures.launched(town, town.team(), south);
        EvaluationId left = evaluations.ofTeam(town.team()).get(0).id();
        Page karim = signedIn(town.agent());
        karim.navigate("/tasks?whose=OFFERED");
        button(karim, "Prendre").first().click();
        karim.waitForLoadState();

        Page manager = signedIn(town.manager());
        manager.navigate("/teams/" + town.team());
        Browser.look(manager, "reorganise-team");
        manager.getByRole(AriaRole.LINK, named("Changer d’équipe : Karim Agent"))
                .click();
        Browser.look(manager, "reorganise-move-choice");
        manager.locator("#to").selectOption(south.toString());
        button(manager, "Voir ce qui est touché").click();
        manager.getByText("Relever les indicateurs : de nouveau à prendre").waitFor();
        Browser.look(manager, "reorganise-move");
        button(manager, "Changer d’équipe").click();
        manager.getByText("Dites pourquoi").first().waitFor();
        Browser.look(manager, "reorganise-move-refused");
        manager.locator("#reason").fill("Le guichet sud manquait de bras");
        button(manager, "Changer d’équipe").click();
        manager.getByText("Karim Agent fait désormais partie de l'équipe").waitFor();
        assertThat(organisation.team(south).hasMember(town.agent())).isTrue();

        Page first = signedIn(town.lead());
        first.navigate("/tasks?whose=OFFERED");
        first.getByRole(AriaRole.LINK, named("Relever les indicateurs")).first().waitFor();
        first.navigate("/evaluations/" + left);
        first.getByText("Une personne de l'équipe est passée à").first().waitFor();
        Browser.look(first, "reorganise-move-evaluation");
    }

    /** The draft is with the team for its reply. */
    private EvaluationId draftAudit(Town town) {
        EvaluationId id = phases.rated(town);
        Actor auditor = fixtures.actor(town.auditor());
        findings.add(
                auditor,
                id,
                new FindingDraft(
                        Audits.FindingKind.MINOR,
                        "ACC-1",
                        Place.COUNTER,
                        "Horaires affichés différents de ceux du site",
                        "Photo du 12 mars"));
        long version = jdbc.sql("select version from audit where evaluation_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
        visit.note(auditor, id, version, LocalDate.now(PublicTime.ZONE), "Accueil attentif, affichage à reprendre.");
        visit.conclude(auditor, id);
        jobs.runAll();
        return id;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
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
