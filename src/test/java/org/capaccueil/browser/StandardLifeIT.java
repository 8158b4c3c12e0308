package org.capaccueil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.capaccueil.browser.Browser.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardMappings.Relation;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.MappingDesk;
import org.capaccueil.standard.domain.MappingDraft;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.ServedTest;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version from its draft to its withdrawal, an adapted copy, and last cycle's answers, in a real browser. */
@ServedTest
class StandardLifeIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    TeamPhases phases;

    @Autowired
    StandardLife life;

    @Autowired
    MappingDesk desk;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Evaluations evaluations;

    @Autowired
    AssessmentDecisions decisions;

    @Autowired
    SelfAssessments assessments;

    @Autowired
    Standards standards;

    @Autowired
    Organisation organisation;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNewVersionIsReadBesideTheOldOnePublishedAndTheOldOneWithdrawn() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        StandardVersionId first = libraries.copy(manager);
        CampaignId campaign = running(town, first);
        Page page = signedIn(town.manager());

        page.navigate("/standards/" + first);
        look(page, "standard-published");
        link(page, "Nouvelle version").click();
        page.locator("#label").fill("avec espace");
        button(page, "Créer le brouillon").click();
        assertThat(page.locator("[data-refusal]")).containsText("sans espace");
        look(page, "standard-new-version");
        page.locator("#label").fill("2");
        button(page, "Créer le brouillon").click();
        assertThat(page.locator("[data-notice]")).containsText("brouillon de la version 2");
        StandardVersionId draft = at(page);
        libraries.write(manager, draft, "ACC-1", Map.of("weight", 5, "title_fr", "Des horaires qui se lisent de loin"));
        libraries.write(manager, draft, "ACC-2", Map.of("evidence_fr", List.of("Relevé d'appels", "Photo datée")));
        page.reload();
        look(page, "standard-draft");

        link(page, "Ce qui diffère de").click();
        assertThat(page.locator("main")).containsText("pèse 5 au lieu de");
        assertThat(page.locator("main .version").first()).containsText("Horaires publiés");
        look(page, "standard-difference");

        page.navigate("/standards/" + draft);
        link(page, "Publier").click();
        assertThat(page.locator("main")).containsText("Campagnes en cours : rien.");
        assertThat(page.locator("main")).containsText("Campagne d'essai");
        look(page, "standard-publish");
        libraries.write(manager, draft, "ACC-1", Map.of("weight", 6));
        button(page, "Publier la version").click();
        assertThat(page.locator("[data-refusal]")).containsText("a modifié ce brouillon");
        assertThat(page.locator("main")).containsText("pèse 6 au lieu de");
        look(page, "standard-publish-overtaken");
        button(page, "Publier la version").click();
        assertThat(page.locator("[data-notice]")).containsText("est publié");
        assertThat(standards.version(draft).published()).isTrue();
        assertThat(evaluations.campaign(campaign).standard()).isEqualTo(first);
        assertThat(evaluations.campaign(campaign).status()).isNotEqualTo(CampaignStatus.CANCELLED);

        page.navigate("/standards/" + first + "/withdrawal");
        button(page, "Retirer la version").click();
        assertThat(page.locator("[data-refusal]")).containsText("Dites pourquoi");
        look(page, "standard-withdraw");
        page.locator("#reason").fill("Remplacée par la version 2");
        button(page, "Retirer la version").click();
        assertThat(page.locator("main")).containsText("Remplacée par la version 2");
        look(page, "standard-withdrawn");
        page.navigate("/standards");
        look(page, "standards-library");
    }

    @Test
    void aDraftFromAnOlderVersionSaysWhatItUndoesAndWhatTheNewestHasNoMore() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        StandardVersionId first = libraries.copy(manager);
        StandardVersionId second = life.newVersion(manager, first, "2");
        StandardVersionId third = life.newVersion(manager, first, "3");
        libraries.write(manager, second, "ACC-1", Map.of("title_fr", "Les mots de la version 2"));
        libraries.write(manager, third, "ACC-2", Map.of("title_fr", "Les mots de la version 3", "title_en", ""));
        life.publish(manager, second);
        Page page = signedIn(town.manager());

        page.navigate("/standards/" + third + "/publication");
        assertThat(page.locator("main")).containsText("ne part pas de la version publiée la plus récente");
        assertThat(page.locator("#difference")).containsText("Les mots de la version 2");
        look(page, "standard-publish-behind");

        String code = standards.version(first).code();
        desk.add(manager, "CAF-2020", code, new MappingDraft("1.1", "ACC-1", Relation.EQUAL, "Les horaires"));
        libraries.empty(manager, third, "ACC");
        page.reload();
        look(page, "standard-publish-faulty");
        libraries.add(manager, third, "ACC", "ACC-77");
        life.publish(manager, third);
        page.navigate("/standards/mappings/CAF-2020/" + code);
        assertThat(page.locator("#orphans")).containsText("ACC-1");
        look(page, "standard-mapping-orphans");
    }

    @Test
    void anAdaptedCopyShowsWhatDiffersFromItsOrigin() {
        Town town = fixtures.town();
        Page page = signedIn(town.manager());
        page.navigate("/standards/" + fixtures.starterStandard());
        link(page, "Adapter").click();
        page.locator("#code").fill("VILLE-" + Libraries.mark());
        page.locator("#title").fill("Accueil de notre ville");
        look(page, "standard-adapt");
        button(page, "Créer le brouillon").click();
        StandardVersionId copy = at(page);
        assertThat(page.locator("main")).containsText("Adapté de");
        libraries.write(
                fixtures.actor(town.manager()), copy, "ACC-1", Map.of("mandatory", true, "not_applicable", false));

        link(page, "Ce qui diffère de AMQ-START").click();
        assertThat(page.locator("main")).containsText("devient obligatoire");
        look(page, "standard-adapted-difference");
        page.navigate("/standards/" + copy);
        link(page, "Supprimer ce brouillon").click();
        assertThat(page.locator("main")).containsText("devient obligatoire");
        look(page, "standard-discard");
        button(page, "Supprimer le brouillon").click();
        assertThat(page.locator("[data-notice]")).containsText("est supprimé");
    }

    @Test
    void aMappingCarriesLastCyclesAnswersOverAsSuggestions() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        StandardVersionId copy = libraries.copy(manager);
        String code = standards.version(copy).code();
        Page page = signedIn(town.manager());
        page.navigate("/standards/mappings");
        page.locator("#from").selectOption("AMQ-START");
        page.locator("#to").selectOption(code);
        look(page, "standard-mappings");
        button(page, "Ouvrir").click();
        page.locator("#target").selectOption("ACC-2");
        page.locator("#source").selectOption("ACC-1");
        button(page, "Ajouter").click();
        assertThat(page.locator("[data-refusal]")).containsText("Choisissez la correspondance.");
        look(page, "standard-mapping-refused");
        page.locator("#relation").selectOption("PARTLY");
        page.locator("#note").fill("Les horaires d'appel seulement");
        button(page, "Ajouter").click();
        assertThat(page.locator("#line-ACC-2")).containsText("couvre en partie");
        button(page, "Enregistrer ces correspondances").click();
        assertThat(page.locator("#line-ACC-1")).containsText("égal");
        look(page, "standard-mapping");

        EvaluationId then = phases.atReview(town);
        decisions.accept(manager, then);
        jobs.runAll();
        jdbc.sql("update evaluation set status = 'CLOSED', closed_at = now() where id = ?")
                .param(then.value())
                .update();
        EvaluationId now = evaluations.ofCampaign(running(town, copy)).get(0).id();
        phases.toSelfAssessment(town, now);
        Page agents = signedIn(town.agent());
        agents.navigate("/evaluations/" + now + "/self-assessment");
        Locator answer = agents.locator("#row-ACC-1-counter");
        assertThat(answer).containsText("3 · conforme, au guichet (critère ACC-1, correspondance : égal)");
        assertThat(agents.locator("form[id^='row-ACC-2-'] [data-take]")).hasCount(0);
        assertThat(answer.locator("input:checked")).hasCount(0);
        look(agents, "self-assessment-suggestions");

        answer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reprendre"))
                .click();
        assertThat(answer.locator("input[value='3']")).isChecked();
        assertThat(answer).containsText("pas encore enregistré");
        look(agents, "self-assessment-taken");
        assertThat(assessments.ratings(now)).isEmpty();
        answer.getByText("Enregistrer la réponse").click();
        await().until(() -> assessments.ratings(now).size() == 1);
        assertThat(answer).not().containsText("pas encore enregistré");
    }

    private CampaignId running(Town town, StandardVersionId version) {
        CampaignPlan plan = fixtures.plan(town.team());
        Actor manager = fixtures.actor(town.manager());
        CampaignId campaign = planning.prepare(
                manager,
                new CampaignPlan(
                        plan.name(),
                        plan.periodStart(),
                        plan.periodEnd(),
                        version,
                        plan.teams(),
                        plan.deadlines(),
                        plan.closingDate(),
                        12,
                        null));
        planning.launch(manager, campaign);
        jobs.runAll();
        return campaign;
    }

    private static StandardVersionId at(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return StandardVersionId.of(page.url().replaceAll(".*/standards/([^/?#]+).*", "$1"));
    }

    private static Locator link(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }
}
