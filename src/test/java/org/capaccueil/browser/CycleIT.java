package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.ServedTest;
import org.capaccueil.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One whole cycle in a real browser as the people who live it: a quality manager, two team leads and an agent, an auditor
 * from the neighbour commune and leadership. One team goes straight through; the other takes every loop. Every page passed
 * is looked at once by axe, at desk and phone width.
 */
@ServedTest
class CycleIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    Evaluations evaluations;

    @Autowired
    ActionPlans plans;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    private final Set<String> seen = new HashSet<>();

    /** What is wrong with the looks of a page is told for all pages at the end, not for the first alone. */
    private final SoftAssertions faults = new SoftAssertions();

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void twoTeamsGoThroughTheWholeCycleAndTheLabelReportSaysSo() throws Exception {
        var town = fixtures.town(Channel.COUNTER);
        fixtures.team(town.manager(), "B" + port, "Guichet familles", town.lead(), town.agent(), Channel.COUNTER);
        Page manager = signedIn(town.manager());
        Page lead = signedIn(town.lead());
        Page agent = signedIn(town.agent());
        Page auditor = signedIn(town.auditor());
        Page leadership = signedIn(town.leadership());
        Page operator = signedIn(fixtures.person(
                town.commune(), "Sami Exploitant", town.team().toString(), "Exploitant", Role.OPERATOR));
        look(manager, "tasks-empty");

        CampaignId campaign = launch(manager);
        List<EvaluationView> files = evaluations.ofCampaign(campaign);
        assertThat(files).hasSize(2);
        EvaluationId straight = files.get(0).id();
        EvaluationId looped = files.get(1).id();
        lookAtCommonPages(manager, campaign, straight);

        for (EvaluationId file : List.of(straight, looped)) {
            collect(agent, file);
        }
        assess(agent, lead, straight);
        accept(manager, straight);
        assess(agent, lead, looped);
        returned(manager, looped);
        submitAgain(lead, looped);
        accept(manager, looped);

        for (EvaluationId file : List.of(straight, looped)) {
            audit(manager, town.auditor(), auditor, lead, file);
        }

        propose(lead, straight);
        review(manager, straight);
        String signedHash = sign(leadership, straight);

        propose(lead, looped);
        review(manager, looped);
        sendBack(leadership, looped);
        proposeAgain(lead, looped);
        review(manager, looped);
        sign(leadership, looped);

        carryOut(agent, straight);
        carryOut(agent, looped);
        wait(Duration.ofDays(65));
        verify(manager, straight, "EFFECTIVE");
        reopen(manager, looped);
        assertThat(evaluations.get(looped).status()).isEqualTo(EvaluationStatus.OPEN);
        carryOut(agent, looped);
        wait(Duration.ofDays(90));
        verify(manager, looped, "EFFECTIVE");

        assertThat(evaluations.get(straight).status()).isEqualTo(EvaluationStatus.CLOSED);
        assertThat(evaluations.get(looped).status()).isEqualTo(EvaluationStatus.CLOSED);
        publish(manager, leadership, campaign);
        lookAt(operator, "/operations", "operations");
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.CLOSED);

        lookAt(manager, "/campaigns/" + campaign + "/dashboard", "dashboard");
        lookAt(manager, "/campaigns/" + campaign + "/results", "results");
        lookAt(manager, "/evaluations/" + straight + "/scores", "scores");
        lookAt(manager, "/evaluations/" + straight + "/report", "report");
        lookAt(manager, "/evaluations/" + straight, "evaluation-closed");
        lookAt(manager, "/evaluations/" + looped + "/trail", "trail");
        readReport(manager, straight, files.get(0).teamName(), signedHash);
        faults.assertAll();
    }

    private CampaignId launch(Page manager) {
        lookAt(manager, "/campaigns", "campaigns-empty");
        lookAt(manager, "/campaigns/new", "campaign-new");
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        manager.getByLabel("Nom", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill("Campagne du navigateur");
        manager.evaluate(
                "() => document.querySelectorAll('input[type=checkbox][name=teams]').forEach(box => box.checked = true)");
        press(manager, Pattern.compile("Enregistrer|Préparer|Créer"));
        String address = manager.url();
        assertThat(address).matches(".*/campaigns/[0-9a-f-]{36}(/launch)?.*");
        CampaignId campaign = CampaignId.of(address.replaceAll(".*/campaigns/([0-9a-f-]{36}).*", "$1"));
        lookAt(manager, "/campaigns/" + campaign, "campaign-draft");
        lookAt(manager, "/campaigns/" + campaign + "/launch", "launch");
        press(manager, Pattern.compile("^Lancer"));
        jobs.runAll();
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(evaluations.campaign(campaign).deadlines().collection()).isAfter(today);
        return campaign;
    }

    private void lookAtCommonPages(Page manager, CampaignId campaign, EvaluationId file) {
        lookAt(manager, "/campaigns", "campaigns");
        lookAt(manager, "/campaigns/" + campaign, "campaign");
        lookAt(manager, "/campaigns/" + campaign + "/dashboard", "dashboard-start");
        lookAt(manager, "/campaigns/" + campaign + "/extend", "campaign-extend");
        lookAt(manager, "/campaigns/" + campaign + "/cancel", "campaign-cancel");
        lookAt(manager, "/evaluations/" + file, "evaluation");
        lookAt(manager, "/evaluations/" + file + "/extend", "evaluation-extend");
        lookAt(manager, "/teams", "teams");
        lookAt(manager, "/teams/" + evaluations.get(file).team(), "team");
        lookAt(manager, "/people", "people");
        lookAt(manager, "/standards", "standards");
        lookAt(manager, "/standards/" + evaluations.get(file).standard(), "standard");
        lookAt(manager, "/standards/import", "standard-import");
    }

    private void collect(Page agent, EvaluationId file) {
        lookAt(agent, "/", "tasks");
        lookAt(agent, "/evaluations/" + file + "/collection", "collection");
        Locator rows = agent.locator("form[data-row]");
        for (int i = 0; i < rows.count(); i++) {
            Locator row = rows.nth(i);
            Locator denominator = row.locator("input[name=denominator]");
            Locator value = row.locator("input[name=value]");
            if (row.locator("input[name=numerator]").count() > 0) {
                row.locator("input[name=numerator]").fill("430");
                saved(agent, "/collection/", () -> {
                    denominator.fill("500");
                    denominator.blur();
                });
            } else {
                if (denominator.count() > 0) {
                    denominator.fill("250");
                }
                saved(agent, "/collection/", () -> {
                    value.fill("7,5");
                    value.blur();
                });
            }
        }
        agent.navigate("/evaluations/" + file + "/collection");
        look(agent, "collection-filled");
        press(agent, Pattern.compile("^Soumettre"));
        jobs.runAll();
    }

    private void assess(Page agent, Page lead, EvaluationId file) {
        String page = "/evaluations/" + file + "/self-assessment";
        lookAt(agent, page, "self-assessment");
        List<String> themes = agent.locator("a[href*='self-assessment?theme=']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        Set<String> visited = new HashSet<>();
        rateShown(agent);
        for (String theme : themes) {
            if (visited.add(theme)) {
                agent.navigate(theme);
                rateShown(agent);
            }
        }
        look(agent, "self-assessment-rated");
        explain(agent, page);
        lookAt(agent, page + "/submission", "self-assessment-submission-agent");
        lookAt(lead, page + "/submission", "self-assessment-submission");
        press(lead, Pattern.compile("^Soumettre"));
        jobs.runAll();
    }

    /** Where the figures suggest another grade, the team says why it keeps its own. */
    private void explain(Page agent, String page) {
        lookAt(agent, page + "/submission", "self-assessment-to-explain");
        List<String> owed = agent.locator("ul.missing a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(owed).isNotEmpty();
        for (String place : owed) {
            agent.navigate(place);
            Locator comment = agent.locator("[id='" + place.substring(place.indexOf('#') + 1) + "-comment']");
            saved(agent, "/ratings/", () -> {
                comment.fill("Les chiffres datent d'avant les travaux du hall.");
                comment.blur();
            });
        }
    }

    private void rateShown(Page agent) {
        Locator rows = agent.locator("form[data-row]:not(:has(input[name=grade]:checked))");
        while (rows.count() > 0) {
            Locator row = rows.first();
            saved(agent, "/ratings/", () -> row.locator("input[name=grade][value='3']")
                    .first()
                    .check(new Locator.CheckOptions().setForce(true)));
        }
    }

    private void accept(Page manager, EvaluationId file) {
        lookAt(manager, "/evaluations/" + file + "/self-assessment/review", "self-assessment-review");
        press(manager, Pattern.compile("^Accepter"));
        jobs.runAll();
    }

    private void returned(Page manager, EvaluationId file) {
        manager.navigate("/evaluations/" + file + "/self-assessment/review");
        press(manager, Pattern.compile("^Renvoyer"));
        look(manager, "self-assessment-review-without-reason");
        manager.locator("textarea[name=reason]").fill("Précisez les horaires du samedi.");
        press(manager, Pattern.compile("^Renvoyer"));
        jobs.runAll();
    }

    private void submitAgain(Page lead, EvaluationId file) {
        lookAt(lead, "/evaluations/" + file + "/self-assessment", "self-assessment-returned");
        assertThat(lead.locator("main").innerText()).contains("Précisez les horaires du samedi.");
        lead.navigate("/evaluations/" + file + "/self-assessment/submission");
        press(lead, Pattern.compile("^Soumettre"));
        jobs.runAll();
    }

    private void audit(Page manager, PersonId audits, Page auditor, Page lead, EvaluationId file) {
        lookAt(manager, "/evaluations/" + file + "/audit/assign", "audit-assign");
        manager.locator("input[name=auditor][value='" + audits + "']").check();
        manager.locator("input[name=plannedVisit]")
                .fill(LocalDate.now(PublicTime.ZONE).toString());
        press(manager, Pattern.compile("^Désigner"));
        jobs.runAll();

        String page = "/evaluations/" + file + "/audit";
        lookAt(auditor, page, "audit-declaration");
        auditor.locator("#signed").check();
        press(auditor, Pattern.compile("^Signer la déclaration"));
        Locator take = auditor.locator("form[action*='/themes/'][action$='/take-over'] button");
        while (take.count() > 0) {
            click(auditor, take.first());
            auditor.navigate(page);
        }
        look(auditor, "audit-on-site");
        lookAt(auditor, page + "/findings/new", "audit-finding");
        auditor.locator("select[name=kind]").selectOption("MINOR");
        auditor.locator("select[name=at]")
                .selectOption(auditor.locator("select[name=at] option:not([value=''])")
                        .first()
                        .getAttribute("value"));
        auditor.locator("textarea[name=text]").fill("Les horaires affichés diffèrent de ceux du site de la ville.");
        press(auditor, Pattern.compile("^Enregistrer le constat"));
        look(auditor, "audit-finding-without-evidence");
        auditor.locator("textarea[name=basis]").fill("Photo de l'affiche et page d'accueil, même jour.");
        press(auditor, Pattern.compile("^Enregistrer le constat"));

        auditor.navigate(page);
        auditor.locator("#conclure input[name=visitedOn]")
                .fill(LocalDate.now(PublicTime.ZONE).toString());
        auditor.locator("#conclure textarea[name=conclusion]").fill("Accueil attentif ; affichage à reprendre.");
        press(auditor, Pattern.compile("^Conclure"));
        jobs.runAll();

        lookAt(lead, page + "/reply", "audit-reply");
        saved(lead, "/reply/", () -> {
            lead.locator("textarea[name=reply]").first().fill("L'affiche a été changée le lendemain.");
            lead.locator("textarea[name=reply]").first().blur();
        });
        press(lead, Pattern.compile("^Remettre"));
        jobs.runAll();

        lookAt(auditor, page + "/final", "audit-final");
        Locator treat = auditor.locator("a[href*='/audit/final/']");
        auditor.navigate(treat.first().getAttribute("href"));
        look(auditor, "audit-treatment");
        auditor.locator("input[name=decision][value=MAINTAINED]").check();
        auditor.locator("textarea[name=words]").fill("Correction notée, la cause reste à traiter.");
        press(auditor, Pattern.compile("^Enregistrer"));
        auditor.navigate(page + "/final");
        press(auditor, Pattern.compile("^Rendre"));
        jobs.runAll();
        lookAt(lead, page, "audit-report");
    }

    private void propose(Page lead, EvaluationId file) {
        lookAt(lead, "/evaluations/" + file + "/plan", "plan");
        LocalDate due = LocalDate.now(PublicTime.ZONE).plusDays(20);
        Locator actions = lead.locator("form[id^='form-']");
        assertThat(actions.count()).isPositive();
        for (int i = 0; i < actions.count(); i++) {
            Locator action = actions.nth(i);
            action.locator("input[name=title]").fill("Aligner les horaires affichés");
            action.locator("textarea[name=cause]").fill("Deux fichiers d'horaires tenus à part.");
            action.locator("textarea[name=expectedEffect]").fill("Mêmes horaires à l'affiche et sur le site.");
            action.locator("select[name=owner]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption()
                            .setValue(action.locator("select[name=owner] option:has-text('Karim')")
                                    .first()
                                    .getAttribute("value")));
            action.locator("input[name=due]").fill(due.toString());
            action.locator("input[name=reviewDate]").fill(due.plusDays(30).toString());
            action.locator("input[name=reviewDate]").blur();
        }
        lead.waitForCondition(() ->
                plans.actions(file).stream().allMatch(action -> due.plusDays(30).equals(action.reviewDate())));
        proposeAgain(lead, file);
    }

    private void proposeAgain(Page lead, EvaluationId file) {
        lookAt(lead, "/evaluations/" + file + "/plan", "plan-filled");
        press(lead, Pattern.compile("^Soumettre"));
        jobs.runAll();
    }

    private void review(Page manager, EvaluationId file) {
        lookAt(manager, "/evaluations/" + file + "/plan/review", "plan-review");
        manager.locator("textarea[name=note]").fill("Plan réaliste, à signer.");
        press(manager, Pattern.compile("^Accepter"));
        jobs.runAll();
    }

    private String sign(Page leadership, EvaluationId file) {
        lookAt(leadership, "/evaluations/" + file + "/plan/sign", "plan-sign");
        String hash = leadership.locator("input[name=sha256]").first().inputValue();
        leadership.locator("input[type=checkbox][name=read]").check();
        press(leadership, Pattern.compile("Signer"));
        jobs.runAll();
        return hash;
    }

    private void sendBack(Page leadership, EvaluationId file) {
        leadership.navigate("/evaluations/" + file + "/plan/sign");
        leadership.locator("textarea[name=reason]").fill("Ajoutez qui tient le fichier unique.");
        press(leadership, Pattern.compile("^Renvoyer"));
        jobs.runAll();
    }

    private void carryOut(Page owner, EvaluationId file) {
        for (var action : plans.actions(file)) {
            lookAt(owner, "/actions/" + action.id(), "action");
            owner.locator("textarea[name=doneNote]").fill("Affiche et site repris, un seul fichier.");
            press(owner, Pattern.compile("^Marquer"));
        }
        jobs.runAll();
    }

    private void verify(Page manager, EvaluationId file, String verdict) {
        for (var action : plans.actions(file)) {
            lookAt(manager, "/actions/" + action.id() + "/verify", "action-verify");
            manager.locator("input[name=verdict][value=" + verdict + "]").check();
            manager.locator("textarea[name=note]").fill("Aucun écart relevé en un mois.");
            press(manager, Pattern.compile("^Enregistrer"));
        }
        jobs.runAll();
        lookAt(manager, "/evaluations/" + file + "/actions", "actions");
    }

    private void reopen(Page manager, EvaluationId file) {
        LocalDate due = LocalDate.now(clock.withZone(PublicTime.ZONE)).plusDays(20);
        for (var action : plans.actions(file)) {
            manager.navigate("/actions/" + action.id() + "/verify");
            manager.locator("input[name=verdict][value=NOT_EFFECTIVE]").check();
            manager.locator("textarea[name=note]").fill("L'affiche du samedi est encore l'ancienne.");
            manager.locator("input[name=due]").fill(due.toString());
            press(manager, Pattern.compile("^Enregistrer"));
        }
        jobs.runAll();
        assertThat(plans.actions(file))
                .allSatisfy(action -> assertThat(action.reopened()).isEqualTo(1));
    }

    private void publish(Page manager, Page leadership, CampaignId campaign) {
        jobs.runAll();
        lookAt(manager, "/campaigns/" + campaign + "/review", "campaign-review");
        manager.locator("textarea[name=note]").fill("Deux équipes, un écart commun traité.");
        press(manager, Pattern.compile("^Transmettre"));
        jobs.runAll();
        lookAt(leadership, "/campaigns/" + campaign + "/sign", "campaign-sign");
        press(leadership, Pattern.compile("^Signer"));
        jobs.runAll();
    }

    private void readReport(Page manager, EvaluationId file, String team, String signedHash) throws Exception {
        byte[] pdf =
                manager.request().get("/evaluations/" + file + "/report/pdf").body();
        Files.createDirectories(java.nio.file.Path.of("target/reports"));
        Files.write(java.nio.file.Path.of("target/reports/label-report.pdf"), pdf);
        byte[] plan =
                manager.request().get("/evaluations/" + file + "/plan/pdf").body();
        Files.write(java.nio.file.Path.of("target/reports/action-plan.pdf"), plan);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plan)))
                .as("the plan served is the plan signed")
                .isEqualTo(signedHash);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(team)
                    .contains("Campagne du navigateur")
                    .contains("Hélène Auditrice")
                    .contains("Philippe Direction")
                    .contains("Directeur général des services")
                    .contains("Les horaires affichés diffèrent de ceux du site de la ville.")
                    .contains("L'affiche a été changée le lendemain.")
                    .contains("Aligner les horaires affichés")
                    .contains("Page 2 sur " + document.getNumberOfPages());
            assertThat(text.replace(" ", "")).contains(signedHash);
        }
    }

    private Page signedIn(PersonId person) {
        Page page = BROWSER.desk("http://127.0.0.1:" + port);
        page.navigate("/login");
        if (seen.add("login")) {
            look(page, "login-page");
        }
        page.locator("#username").fill(organisation.person(person).email());
        page.locator("#password").fill("accueil");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Se connecter").setExact(true))
                .click();
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    /** Time passes for the application and its process alike. */
    private void wait(Duration time) {
        clock.advance(time);
        jobs.runAll();
    }

    private void lookAt(Page page, String address, String name) {
        int status = page.navigate(address).status();
        assertThat(status).as("status of %s", address).isEqualTo(200);
        look(page, name);
    }

    /** Once for each page: axe and a picture at both widths. */
    private void look(Page page, String name) {
        if (!seen.add(name)) {
            return;
        }
        Browser.atRest(page);
        Browser.screenshot(page, "cycle-" + name + "-1280");
        faults.check(() -> Browser.axe(page));
        page.setViewportSize(390, 844);
        Browser.screenshot(page, "cycle-" + name + "-390");
        faults.check(() -> Browser.axeOnAPhone(page));
        faults.check(() -> Browser.fitsTheWindow(page));
        page.setViewportSize(1280, 900);
    }

    /** Does something that is saved by itself, and waits until the server has said so. */
    private static void saved(Page page, String address, Runnable doing) {
        page.waitForResponse(
                answer -> answer.url().contains(address)
                        && answer.request().method().equals("POST")
                        && answer.status() == 200,
                doing);
    }

    private static void press(Page page, Pattern name) {
        click(
                page,
                page.locator("main")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                        .first());
    }

    /** Presses a button and says yes where it asks. */
    private static void click(Page page, Locator button) {
        boolean asks = button.getAttribute("data-confirm") != null;
        page.evaluate("() => { window.thisPage = true; }");
        button.click();
        if (asks) {
            page.locator("#confirm-dialog [data-confirm-yes]").click();
        }
        page.waitForCondition(() -> hasMovedOn(page));
        page.waitForLoadState();
        assertThat(page.locator(".lone[data-outcome=refused]").count())
                .as("refused: %s", page.locator("h1").first().innerText())
                .isZero();
    }

    private static boolean hasMovedOn(Page page) {
        try {
            return !Boolean.TRUE.equals(page.evaluate("() => window.thisPage === true"));
        } catch (PlaywrightException inBetweenTwoPages) {
            return false;
        }
    }
}
