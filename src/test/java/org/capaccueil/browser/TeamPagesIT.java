package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.ServedTest;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A team's two pages in a real browser: figures and ratings typed in haste, by two people, with the keyboard. */
@ServedTest
class TeamPagesIT {

    private static final String SHARE = "CNT-WAIT15";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Jobs jobs;

    @Autowired
    Measuring measuring;

    @Autowired
    Measurements measurements;

    @Autowired
    SelfRatingDesk ratings;

    @Autowired
    SelfAssessments assessments;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Organisation organisation;

    @Test
    void aFigureThatCannotBeIsRefusedAtItsFieldAndWhatWasTypedStays() {
        Town town = fixtures.town();
        EvaluationId id = fixtures.openEvaluation(town).id();
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/collection");
        Locator over = field(page, "numerator");
        Locator under = field(page, "denominator");

        over.fill("12");
        type(under, "0");
        error(page, "denominator").waitFor();
        Browser.look(page, "team-collection-refused");
        assertThat(over.inputValue()).isEqualTo("12");
        assertThat(under.getAttribute("aria-invalid")).isEqualTo("true");

        type(over, "600");
        type(under, "500");
        error(page, "numerator").waitFor();
        assertThat(measurements.of(id)).isEmpty();

        submitFigures(page);
        Locator question = page.locator("#confirm-dialog");
        question.getByText("Du texte n’est pas enregistré").waitFor();
        Browser.look(page, "team-collection-unsaved");
        question.locator("[data-dialog-close]").first().click();
        assertThat(over.inputValue()).as("still there to be mended").isEqualTo("600");

        type(over, "430");
        page.locator("#" + SHARE + "-counter-state").getByText("86 %").waitFor();
        assertThat(over.getAttribute("aria-invalid")).isNull();
        assertThat(measurements.of(id)).extracting(MeasurementView::indicator).containsExactly(SHARE);
    }

    @Test
    void aLineAColleagueHasSavedMeanwhileShowsBothVersionsAndKeepsMine() {
        Town town = fixtures.town();
        EvaluationId id = fixtures.openEvaluation(town).id();
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/collection");
        measuring.save(
                fixtures.actor(town.lead()),
                id,
                SHARE,
                Channel.COUNTER,
                0,
                Figures.notMeasured("Tickets en panne", null, null));

        field(page, "numerator").fill("430");
        type(field(page, "denominator"), "500");
        page.locator("#" + SHARE + "-counter-news")
                .getByText("Tickets en panne")
                .waitFor();
        Browser.look(page, "team-collection-conflict");
        assertThat(measurements.of(id).get(0).unavailable()).isEqualTo("Tickets en panne");

        page.locator("#" + SHARE + "-counter-news")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enregistrer ma version"))
                .click();
        page.locator("#" + SHARE + "-counter-state").getByText("86 %").waitFor();
        assertThat(measurements.of(id).get(0).numerator()).isEqualByComparingTo("430");
    }

    @Test
    void everyFigureOfAllFiveChannelsTypedInOneGoIsKeptAndSubmitted() {
        Town town = fixtures.town(Channel.values());
        EvaluationId id = fixtures.openEvaluation(town).id();
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/collection");
        submitFigures(page);
        page.locator("#incomplete").waitFor();
        Browser.look(page, "team-collection-incomplete");

        Locator rows = page.locator("form[data-row]");
        int lines = rows.count();
        assertThat(lines).isGreaterThan(30);
        for (int i = 0; i < lines; i++) {
            Locator row = rows.nth(i);
            if (row.locator("input[name=numerator]").count() > 0) {
                type(row.locator("input[name=numerator]"), "430");
                type(row.locator("input[name=denominator]"), "500");
            } else {
                type(row.locator("input[name=value]"), "7,5");
                if (row.locator("input[name=denominator]").count() > 0) {
                    type(row.locator("input[name=denominator]"), "500");
                }
            }
        }
        page.locator("#progress").getByText(lines + " sur " + lines).waitFor();
        submitFigures(page);
        page.getByText("Les chiffres sont soumis.").waitFor();
        assertThat(measurements.of(id)).hasSize(lines);
        jobs.runAll();
        assertThat(evaluations.get(id).phase()).isEqualTo(Phase.SELF_ASSESSMENT);
    }

    @Test
    void theLastFigureTypedBeforeSubmittingIsInWhatIsSubmittedHoweverSlowTheNetwork() {
        Town town = fixtures.town();
        EvaluationId id = fixtures.openEvaluation(town).id();
        phases.fillFigures(fixtures.actor(town.agent()), id);
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/collection");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 1_500);
        slow.addProperty("downloadThroughput", -1);
        slow.addProperty("uploadThroughput", -1);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", slow);

        Locator reason = page.locator("#" + SHARE + "-counter-reason");
        reason.fill("Compteur de tickets remplacé en mai");
        submitFigures(page);
        page.getByText("Les chiffres sont soumis.").waitFor();

        assertThat(measurements.of(id))
                .filteredOn(one -> one.indicator().equals(SHARE) && one.channel() == Channel.COUNTER)
                .extracting(MeasurementView::unavailable)
                .containsExactly("Compteur de tickets remplacé en mai");
    }

    @Test
    void aCriterionIsRatedWithTheKeyboardAloneAndNotApplicableAsksForItsReason() {
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationId id = phases.atSelfAssessment(town);
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/self-assessment?theme=ACC");

        page.locator("#ACC-1-counter input[name=grade][value='0']").focus();
        page.keyboard().press("3");
        page.waitForCondition(() -> assessments.ratings(id).size() == 1);
        page.keyboard().press("j");
        page.keyboard().press("n");
        page.locator("#ACC-2-counter-reason").waitFor();
        page.keyboard().type("Un seul bâtiment, sans étage");
        page.keyboard().press("Tab");
        page.waitForCondition(() -> assessments.ratings(id).size() == 2);
        assertThat(assessments.ratings(id).get(1).grade())
                .isEqualTo(Grade.notApplicable("Un seul bâtiment, sans étage"));

        ratings.rate(fixtures.actor(town.lead()), id, "ACC-4", Place.COUNTER, 0, Grade.of(4), "Vu ce matin");
        page.locator("#ACC-4-counter input[name=grade][value='0']").focus();
        page.keyboard().press("1");
        page.locator("#ACC-4-counter-news").getByText("Vu ce matin").waitFor();
        Browser.look(page, "team-self-assessment-conflict");
        assertThat(assessments.ratings(id).get(2).grade()).isEqualTo(Grade.of(4));
    }

    @Test
    void aFileOfTheWrongKindIsRefusedWhereItWasChosen() {
        Town town = fixtures.town();
        EvaluationId id = phases.atSelfAssessment(town);
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/self-assessment?theme=ACC");
        Locator evidence = page.locator("details:has(input[type=file])").first();
        evidence.locator("summary").click();
        evidence.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "affiche.pdf", "application/pdf", "MZ not a document".getBytes(StandardCharsets.UTF_8)));
        evidence.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ajouter le fichier"))
                .click();
        page.locator("[role=alert]").getByText("affiche.pdf").first().waitFor();
        Browser.look(page, "team-evidence-refused");
        assertThat(assessments.evidence(id)).isEmpty();
    }

    private static Locator field(Page page, String name) {
        return page.locator("#" + SHARE + "-counter-" + name);
    }

    private static Locator error(Page page, String name) {
        return page.locator("#" + SHARE + "-counter-" + name + "-error span");
    }

    private static void type(Locator field, String text) {
        field.fill(text);
        field.blur();
    }

    private static void submitFigures(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Soumettre les chiffres"))
                .click();
        page.locator("#confirm-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Soumettre").setExact(true))
                .click();
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }
}
