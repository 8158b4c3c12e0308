package org.capaccueil.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.capaccueil.browser.Browser;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.domain.PlanProposal;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ServedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of plans and actions in a real browser: what saves itself, what a conflict looks like, and every page looked at. */
@ServedTest
class ImprovementPagesIT extends ImprovementStory {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Test
    void aLeadWordsAnActionFieldByFieldAndLosesNothingToAColleague() {
        audited(MAJOR, MINOR, OPPORTUNITY);
        UUID action = action().id();
        Page page = signedIn(lead);
        page.navigate(plan(""));

        Locator cause = page.locator("#cause-" + action);
        cause.fill("Personne n'a la charge des panneaux.");
        page.locator("#expectedEffect-" + action).fill("Neuf visiteurs sur dix trouvent seuls.");
        page.locator("#owner-" + action).selectOption(town.agent().toString());
        page.locator("#due-" + action).fill(today().plusDays(200).toString());
        page.locator("#due-" + action).press("Tab");
        page.locator("#action-" + action)
                .getByText("Complète", new Locator.GetByTextOptions().setExact(true))
                .waitFor();

        assertThat(action().cause()).isEqualTo("Personne n'a la charge des panneaux.");
        assertThat(action().expectedEffect()).isEqualTo("Neuf visiteurs sur dix trouvent seuls.");
        assertThat(page.locator("#reviewDate-" + action).inputValue())
                .as("no answer writes into a field somebody may be typing in")
                .isEmpty();
        assertThat(page.locator("#action-" + action).innerText())
                .contains(
                        "Revue d’efficacité le " + PublicTime.inWords(today().plusDays(260)),
                        "se lève en 3 mois",
                        "Enregistré à");
        Browser.look(page, "improvement-plan-edit");

        proposing.save(lead, evaluation, action, version(action), complete(town.lead()));
        cause.fill("Ma version de la cause.");
        cause.blur();
        Locator conflict = page.getByText("Modifiée entre-temps par quelqu’un d’autre");
        conflict.waitFor();
        Browser.look(page, "improvement-plan-conflict");
        assertThat(page.locator("#action-" + action).innerText())
                .contains("Personne n'a la charge des panneaux.", "Ma version de la cause.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer ma version"))
                .click();
        conflict.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(action().cause()).isEqualTo("Ma version de la cause.");
    }

    @Test
    void everyPageOfAPlanAndItsActionsIsAccessibleAtADeskAndOnAPhone() {
        audited(MAJOR, MINOR, OPPORTUNITY);
        for (var view : plan().actions()) {
            PlanProposal complete = complete(town.agent());
            proposing.save(
                    lead,
                    evaluation,
                    view.action().id(),
                    view.version(),
                    new PlanProposal(
                            "Poser une signalétique lisible depuis la rue et la tenir à jour",
                            complete.cause(),
                            complete.whys(),
                            complete.expectedEffect(),
                            complete.owner(),
                            today().plusDays(view.action().number() == 1 ? 150 : 30),
                            null));
        }
        submit();
        see(manager, plan("/review"), "plan-review");
        accept();
        see(director, plan("/sign"), "plan-sign");
        decisions.sendBack(director, evaluation, sha256(), "L'échéance du guichet tombe en plein été.");
        jobs.runAll();
        see(lead, plan(""), "plan-returned");
        submit();
        accept();

        Page signing = signedIn(director);
        signing.navigate(plan("/sign"));
        signing.getByLabel("J’ai lu le document et je le signe").check();
        signing.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Signer le plan"))
                .click();
        signing.getByText("Le plan d'action est signé.").waitFor();
        assertThat(plan().state().status()).isEqualTo(PlanStatus.SIGNED);
        jobs.runAll();
        see(manager, plan(""), "plan-signed");

        UUID first = actions().get(0).id();
        UUID second = actions().get(1).id();
        followUp.report(agent, first, version(first), 40, "Les panneaux sont commandés.");
        see(agent, "/actions/" + first, "action-owner");
        see(manager, "/actions/" + first, "action-manager");
        carriedOut(second);
        waitDays(95);
        see(manager, "/actions/" + second + "/verify", "action-verify");
        followUp.effective(manager, second, "Neuf visiteurs sur dix trouvent seuls.");
        clock.advance(java.time.Duration.ofDays(60));
        see(agent, "/evaluations/" + evaluation + "/actions", "actions");
    }

    private String plan(String rest) {
        return "/evaluations/" + evaluation + "/plan" + rest;
    }

    private void see(Actor actor, String address, String name) {
        Page page = signedIn(actor);
        page.navigate(address);
        Browser.look(page, "improvement-" + name);
    }

    private Page signedIn(Actor actor) {
        return BROWSER.signedIn(port, organisation.person(actor.id()));
    }
}
