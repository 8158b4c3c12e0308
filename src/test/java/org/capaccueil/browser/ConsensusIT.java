package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Objects;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.assessment.domain.AssessmentSheet;
import org.capaccueil.assessment.domain.ConsensusDesk;
import org.capaccueil.assessment.domain.ConsensusReading;
import org.capaccueil.assessment.domain.IndividualRatingDesk;
import org.capaccueil.assessment.domain.IndividualReading;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two members rate alone, each in their own browser; then the team meets before one screen, with the keyboard. */
@ServedTest
class ConsensusIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Register register;

    @Autowired
    IndividualRatingDesk alone;

    @Autowired
    IndividualReading individual;

    @Autowired
    ConsensusReading meeting;

    @Autowired
    ConsensusDesk consensus;

    @Autowired
    SelfAssessments assessments;

    @Autowired
    Organisation organisation;

    Town town;
    EvaluationId id;
    PersonId newcomer;
    String base;

    @BeforeEach
    void aTeamOfThreeAboutToRateItself() {
        town = fixtures.town(Channel.COUNTER);
        newcomer = fixtures.person(
                town.commune(), "Inès Agente", town.team().toString().substring(0, 8), "Agente d'accueil");
        register.enrol(fixtures.actor(town.manager()), town.team(), newcomer, false);
        id = phases.atSelfAssessment(town);
        base = "/evaluations/" + id + "/self-assessment";
    }

    @Test
    void aTeamRatesAloneComparesAndAgrees() {
        Page lead = signedIn(town.lead());
        Page agent = signedIn(town.agent());

        lead.navigate(base);
        Browser.look(lead, "consensus-choice");
        confirm(lead, "Chacun cote seul d’abord", "Commencer");
        lead.getByText("Il faut au moins deux avis").waitFor();
        Browser.look(lead, "consensus-round-begun");

        agent.navigate("/tasks");
        agent.getByText("Vos réponses : 0 sur ").waitFor();
        Browser.look(agent, "consensus-task-of-all");
        agent.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("Coter chacun de son côté")
                                .setExact(true))
                .click();
        ready(agent);
        agent.locator("#ACC-1-counter input[name=grade][value='0']").focus();
        agent.keyboard().press("1");
        agent.locator("#ACC-1-counter-comment").fill("L'affiche est illisible depuis la rue");
        agent.locator("#ACC-1-counter-comment").blur();
        agent.waitForCondition(() -> answered(town.agent()) == 1
                && Objects.equals(
                        own(town.agent()).criterion("ACC-1").ratings().get(0).comment(),
                        "L'affiche est illisible depuis la rue"));
        Browser.look(agent, "consensus-individual");
        Browser.axe(agent);

        lead.navigate(base + "/individual?theme=ACC");
        assertThat(lead.content()).doesNotContain("illisible");
        ready(lead);
        lead.locator("#ACC-1-counter input[name=grade][value='0']").focus();
        lead.keyboard().press("3");
        lead.waitForCondition(() -> answered(town.lead()) == 1);
        rateTheRest(town.agent(), 3);
        rateTheRest(town.lead(), 3);
        rateTheRest(newcomer, 3, "ACC-4");

        lead.navigate(base + "/round");
        Browser.look(lead, "consensus-round");
        confirm(lead, "Clore les cotations individuelles", "Clore");
        lead.waitForURL("**/consensus");
        agree(lead);

        agent.navigate(base + "/individual");
        assertThat(agent.url()).as("there is no sheet of one's own any more").endsWith("/consensus");

        decideTheRest();
        lead.navigate(base + "/consensus");
        lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vérifier et soumettre"))
                .click();
        confirm(lead, "Soumettre l’autoévaluation", "Soumettre");
        lead.getByText("L'autoévaluation est soumise").waitFor();
        lead.navigate(base + "/consensus?theme=ACC&show=decided");
        Browser.look(lead, "consensus-meeting-submitted");
    }

    @Test
    void aRoundNobodyElseJoinsIsGivenUpAndTheTeamRatesTogether() {
        Page lead = signedIn(town.lead());
        lead.navigate(base);
        confirm(lead, "Chacun cote seul d’abord", "Commencer");
        confirm(lead, "Abandonner les cotations individuelles", "Abandonner");
        lead.getByText("Dites à l'équipe pourquoi").waitFor();
        Browser.look(lead, "consensus-giving-up-refused");

        lead.locator("#reason").fill("Deux collègues sont en congé");
        confirm(lead, "Abandonner les cotations individuelles", "Abandonner");
        lead.getByText("l'équipe cote ensemble").waitFor();
        ready(lead);
        lead.locator("#ACC-1-counter input[name=grade][value='0']").focus();
        lead.keyboard().press("3");
        lead.waitForCondition(() -> assessments.ratings(id).size() == 1);
        assertThat(assessments.summary(id).orElseThrow().status()).isEqualTo(Status.OPEN);
    }

    /** The meeting: with the keyboard, with a reason where answers differ, and all that is unanimous at once. */
    private void agree(Page page) {
        page.navigate(base + "/consensus?theme=ACC");
        Browser.look(page, "consensus-meeting");
        Browser.axe(page);
        Locator reason = page.locator("#ACC-1-counter-reason");
        page.locator("#ACC-1-counter input[name=grade][value='0']").focus();
        page.keyboard().press("2");
        page.locator("#ACC-1-counter-reason-error span").waitFor();
        assertThat(reason.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(decided("ACC-1")).isNull();
        Browser.look(page, "consensus-meeting-reason-missing");

        reason.fill("Affiche refaite depuis, à l'intérieur seulement");
        reason.blur();
        page.waitForCondition(() -> Grade.of(2).equals(decided("ACC-1")));
        page.locator("#ACC-1-counter-decided").getByText("Décidé").waitFor();
        assertThat(reason.getAttribute("aria-invalid")).isNull();

        consensus.agree(
                fixtures.actor(town.agent()), id, "ACC-2", Place.COUNTER, 0, Grade.of(4), "Vu ce matin en tournée");
        page.locator("#ACC-2-counter input[name=grade][value='0']").focus();
        page.keyboard().press("0");
        page.locator("#ACC-2-counter-news").getByText("Vu ce matin").waitFor();
        Browser.look(page, "consensus-meeting-conflict");
        assertThat(decided("ACC-2")).isEqualTo(Grade.of(4));

        page.navigate(base + "/consensus?theme=ACC");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Adopter la réponse unanime de ce thème"))
                .click();
        page.getByText("La réponse unanime est adoptée").waitFor();
        page.navigate(base + "/consensus?theme=ACC&show=discuss");
        Browser.look(page, "consensus-meeting-to-discuss");
    }

    private void decideTheRest() {
        Actor lead = fixtures.actor(town.lead());
        meeting.sheet(lead, id).themes().stream()
                .filter(theme -> !theme.adoptable().isEmpty())
                .forEach(theme ->
                        consensus.adoptUnanimous(lead, id, theme.theme().code()));
        meeting.sheet(lead, id).themes().forEach(theme -> theme.points().stream()
                .filter(point -> !point.isDecided())
                .forEach(point -> consensus.agree(
                        lead,
                        id,
                        point.criterion().code(),
                        point.place(),
                        point.agreed().version(),
                        Grade.of(3),
                        "Retenu ensemble")));
        assertThat(assessments.summary(id).orElseThrow().status()).isEqualTo(Status.CONSENSUS);
    }

    private void rateTheRest(PersonId person, int value, String... leftOut) {
        own(person).themes().stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(criterion -> criterion.ratings().stream())
                .filter(row -> row.grade() == null && !List.of(leftOut).contains(row.criterion()))
                .forEach(row -> alone.rate(
                        fixtures.actor(person),
                        id,
                        row.criterion(),
                        row.place(),
                        row.version(),
                        Grade.of(value),
                        null));
    }

    private AssessmentSheet own(PersonId person) {
        return individual.ownSheet(fixtures.actor(person), id).orElseThrow();
    }

    private long answered(PersonId person) {
        return own(person).answered();
    }

    private Grade decided(String criterion) {
        return meeting.sheet(fixtures.actor(town.lead()), id)
                .point(criterion, Place.COUNTER)
                .agreed()
                .grade();
    }

    private static void confirm(Page page, String button, String yes) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        page.locator("#confirm-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(yes).setExact(true))
                .click();
    }

    /** Every state at both widths; axe on the phone, and at a desk for the two pages laid out otherwise there. */
    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }

    /** A key pressed before the scripts are there saves nothing. */
    private static void ready(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
