package org.capaccueil.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class ImprovementPagesTest extends ImprovementStory {

    @Autowired
    WebApplicationContext context;

    @Autowired
    UserDetailsService accounts;

    private MockMvc mvc;

    @BeforeEach
    void browser() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @Test
    void theLeadFindsAFormForEachNonconformityAndAnOfferForTheRest() throws Exception {
        audited(MAJOR, OPPORTUNITY);
        open(lead, plan(""))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Rien ne mène au guichet."),
                                containsString("Non-conformité majeure"),
                                containsString("Constats sans action"),
                                containsString("5 pourquoi"),
                                containsString("dites la cause à traiter"),
                                containsString("name=\"expectedEffect\""))));
        open(manager, plan(""))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"expectedEffect\""))));
    }

    @Test
    void aFieldSavesItselfAndTheListOfWhatIsMissingFollows() throws Exception {
        audited(MINOR);
        UUID action = action().id();

        row(action, version(action), "cause", "Personne n'a la charge des panneaux.")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"version\" value=\"" + version(action) + "\""),
                                containsString("hx-swap-oob=\"true\""),
                                containsString("À compléter"),
                                not(containsString("dites la cause à traiter")))));

        assertThat(action().cause()).isEqualTo("Personne n'a la charge des panneaux.");
    }

    @Test
    void withoutScriptsTheSameFormWorksAndLandsOnTheAction() throws Exception {
        audited(MINOR);
        UUID action = action().id();
        send(lead, plan("/actions/" + action), "version", version(action) + "", "title", "Former l'équipe")
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("/evaluations/*/plan#action-" + action));
        assertThat(action().title()).isEqualTo("Former l'équipe");
    }

    @Test
    void aBadDateIsSaidAtItsFieldAndWhatWasTypedIsKept() throws Exception {
        audited(MINOR);
        UUID action = action().id();
        String before = action().title();

        row(action, version(action), "title", "Un titre tapé", "due", "demain peut-être")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(header().string("HX-Retarget", "#action-" + action))
                .andExpect(content()
                        .string(allOf(
                                containsString("n&#39;est pas une date"),
                                containsString("due-" + action + "-error"),
                                containsString("Un titre tapé"),
                                containsString("demain peut-être"))));
        row(action, version(action), "due", today() + "", "reviewDate", today() + "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("doit être après l&#39;échéance")));
        row(action, version(action), "why3", "x".repeat(201))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("why3-" + action + "-error")));
        row(action, version(action), "owner", "n'importe qui").andExpect(status().isUnprocessableEntity());
        assertThat(action().title()).isEqualTo(before);
    }

    @Test
    void aConflictShowsBothTextsAndTheNextSaveIsADecision() throws Exception {
        audited(MINOR);
        UUID action = action().id();
        long read = version(action);
        row(action, read, "cause", "La cause de l'autre");

        row(action, read, "cause", "Ma cause à moi")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("La cause de l&#39;autre"),
                                containsString("Ma cause à moi"),
                                containsString("name=\"version\" value=\"" + version(action) + "\""))));
        assertThat(action().cause()).isEqualTo("La cause de l'autre");

        row(action, version(action), "cause", "Ma cause à moi").andExpect(status().isOk());
        assertThat(action().cause()).isEqualTo("Ma cause à moi");
    }

    @Test
    void anIncompletePlanComesBackWithWhatIsMissing() throws Exception {
        audited(MINOR);
        send(lead, plan(""), "version", plan().state().version() + "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("pas complet")));
        send(lead, plan("/actions"), "criterion", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("criterion-error")));
    }

    @Test
    void aPlanGoesThroughItsPagesToItsSignature() throws Exception {
        audited(MAJOR);
        completeAll(town.agent());
        send(lead, plan(""), "version", plan().state().version() + "").andExpect(redirectedUrl("/tasks/next"));
        open(manager, plan("/review"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Accepter et envoyer à la signature")));
        send(manager, plan("/review/return"), "version", plan().state().version() + "", "reason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"reason-error\"")));
        send(manager, plan("/review/accept"), "version", plan().state().version() + "", "note", "Bien.")
                .andExpect(redirectedUrl("/tasks/next"));
        open(director, plan("/sign")).andExpect(status().isConflict());
        jobs.runAll();

        open(director, plan("/sign"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(sha256()),
                                containsString("Philippe Direction, Directeur général des services"),
                                containsString("Non-conformités majeures"),
                                containsString("Cotations conformes"),
                                containsString("Lire le PDF"))));
        send(director, plan("/sign"), "sha256", sha256())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"read-error\"")));
        send(director, plan("/sign/send-back"), "sha256", sha256(), "reason", "")
                .andExpect(status().isUnprocessableEntity());
        assertThat(plan().state().status()).isEqualTo(PlanStatus.TO_SIGN);
        send(director, plan("/sign"), "sha256", "0".repeat(64), "read", "true").andExpect(status().isConflict());
        send(director, plan("/sign"), "sha256", sha256(), "read", "true").andExpect(redirectedUrl("/tasks/next"));

        assertThat(plan().state().status()).isEqualTo(PlanStatus.SIGNED);
        send(director, plan("/sign"), "sha256", sha256(), "read", "true").andExpect(status().isConflict());
        open(agent, plan("")).andExpect(content().string(containsString("Philippe Direction")));
    }

    @Test
    void aStepThatIsSomebodyElsesOrOverIsAClearPage() throws Exception {
        printed(MINOR);
        open(lead, plan("/sign")).andExpect(status().isForbidden());
        open(manager, plan("/review")).andExpect(status().isConflict());
        Actor stranger = fixtures.actor(fixtures.town().leadership());
        for (String page : new String[] {"", "/review", "/sign", "/pdf"}) {
            open(stranger, plan(page)).andExpect(status().isNotFound());
        }
        open(stranger, "/evaluations/" + evaluation + "/actions").andExpect(status().isNotFound());
        open(stranger, "/actions/" + action().id()).andExpect(status().isNotFound());
        open(lead, "/actions/" + UUID.randomUUID()).andExpect(status().isNotFound());
        open(lead, "/evaluations/not-an-id/plan").andExpect(status().isNotFound());
    }

    @Test
    void thePdfIsServedAsStoredWithASafeName() throws Exception {
        audited(MINOR);
        open(director, plan("/pdf")).andExpect(status().isNotFound());
        completeAll(town.agent());
        submit();
        accept();

        byte[] bytes = open(director, plan("/pdf"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string(
                                "Content-Disposition",
                                org.hamcrest.Matchers.matchesPattern(
                                        "inline; filename=\"plan-action-[a-z0-9-]+-v1\\.pdf\"")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(Checksum.sha256(bytes)).isEqualTo(sha256());
        assertThat(new String(bytes, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        String old = plan("/pdf/" + plan().print().report());
        decisions.sendBack(director, evaluation, sha256(), "À revoir.");
        open(director, old).andExpect(status().isOk()).andExpect(content().bytes(bytes));
        open(director, plan("/pdf/" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void anActionIsReportedDoneAndVerifiedThroughItsPages() throws Exception {
        signed(MINOR);
        String page = "/actions/" + action().id();
        open(agent, page).andExpect(status().isOk()).andExpect(content().string(containsString("Rendre compte")));
        open(director, page)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Rendre compte"))));
        for (String bad : new String[] {"beaucoup", "", "101", "-1", "12.5"}) {
            send(
                            agent,
                            page + "/progress",
                            "version",
                            version(action().id()) + "",
                            "progress",
                            bad,
                            "note",
                            "Note entre-deux")
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content()
                            .string(allOf(containsString("id=\"progress-error\""), containsString("Note entre-deux"))));
        }
        send(agent, page + "/progress", "version", version(action().id()) + "", "progress", "40", "note", "Commandé.")
                .andExpect(redirectedUrl(page));
        send(agent, page + "/progress", "version", "0", "progress", "50", "note", "Ma note en retard")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ma note en retard")));
        send(agent, page + "/done", "version", version(action().id()) + "", "doneNote", "")
                .andExpect(status().isUnprocessableEntity());
        send(agent, page + "/done", "version", version(action().id()) + "", "doneNote", "Posé.")
                .andExpect(redirectedUrl("/tasks/next"));
        jobs.runAll();
        open(manager, page + "/verify").andExpect(status().isConflict());
        waitDays(90);
        open(agent, page + "/verify").andExpect(status().isForbidden());
        open(manager, page + "/verify")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Neuf visiteurs sur dix")));
        send(manager, page + "/verify", "verdict", "", "note", "x").andExpect(status().isUnprocessableEntity());
        send(manager, page + "/verify", "verdict", "NOT_EFFECTIVE", "note", "Pas vu.", "due", "bientôt")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("bientôt"), containsString("id=\"due-error\""))));
        send(manager, page + "/verify", "verdict", "EFFECTIVE", "note", "Vu sur place.")
                .andExpect(redirectedUrl("/tasks/next"));
        assertThat(action().status()).isEqualTo(ActionStatus.EFFECTIVE);
    }

    @Test
    void aQualityManagerExtendsAndAbandonsThroughThePage() throws Exception {
        signed(MINOR);
        String page = "/actions/" + action().id();
        send(manager, page + "/extend", "newDue", today() + "", "extensionReason", "Retard")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"newDue-error\"")));
        send(manager, page + "/extend", "newDue", action().due().plusDays(9) + "", "extensionReason", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"extensionReason-error\"")));
        send(manager, page + "/extend", "newDue", action().due().plusDays(9) + "", "extensionReason", "Retard")
                .andExpect(redirectedUrl(page));
        send(manager, page + "/abandon", "abandonReason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"abandonReason-error\"")));
        send(manager, page + "/abandon", "abandonReason", "Le guichet ferme.").andExpect(redirectedUrl(page));
        assertThat(action().status()).isEqualTo(ActionStatus.ABANDONED);
    }

    @Test
    void theListGroupsActionsAndMarksWhatIsLate() throws Exception {
        signed(MAJOR, MINOR);
        String list = "/evaluations/" + evaluation + "/actions";
        open(agent, list)
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("En cours (2)"), not(containsString("#alert")))));
        clock.advance(java.time.Duration.ofDays(40));
        open(agent, list).andExpect(content().string(allOf(containsString("#alert"), containsString("En retard"))));
    }

    private String plan(String rest) {
        return "/evaluations/" + evaluation + "/plan" + rest;
    }

    private ResultActions open(Actor actor, String address) throws Exception {
        return perform(actor, get(address));
    }

    private ResultActions send(Actor actor, String address, String... fields) throws Exception {
        return perform(actor, with(post(address).with(csrf()), fields));
    }

    /** What htmx sends when a field of an action changes: the whole row. */
    private ResultActions row(UUID action, long version, String... fields) throws Exception {
        return perform(
                lead,
                with(
                        post(plan("/actions/" + action))
                                .with(csrf())
                                .header("HX-Request", "true")
                                .param("version", version + ""),
                        fields));
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private ResultActions perform(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        String email =
                java.util.Objects.requireNonNull(organisation.person(actor.id()).email());
        return mvc.perform(request.with(user(accounts.loadUserByUsername(email))));
    }
}
