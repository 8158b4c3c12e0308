package org.capaccueil.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Objects;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditDesk;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Phases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the audit as people meet them. */
@ApplicationTest
class AuditPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Phases phases;

    @Autowired
    Jobs jobs;

    @Autowired
    Audits audits;

    @Autowired
    AuditDesk desk;

    @Autowired
    Organisation organisation;

    private MockMvc mvc;

    @BeforeEach
    void openTheDoor() {
        mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void fourPeopleWalkThroughTheWholeAuditOnItsPages() throws Exception {
        Town town = fixtures.town();
        EvaluationId id = phases.toAudit(town);
        String base = "/evaluations/" + id + "/audit";
        MockHttpSession manager = signIn(town.manager());
        MockHttpSession auditor = signIn(town.auditor());
        MockHttpSession lead = signIn(town.lead());

        mvc.perform(get(base + "/assign").session(manager))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hélène Auditrice")));
        mvc.perform(send(base + "/assign", manager)
                        .param("auditor", town.auditor().toString()))
                .andExpect(redirectedUrl(base));
        mvc.perform(get(base).session(manager))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("en cours")));

        mvc.perform(get(base).session(auditor))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Signer la déclaration")));
        mvc.perform(send(base + "/independence", auditor))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Cochez la case pour signer")));
        mvc.perform(send(base + "/independence", auditor).param("signed", "true"))
                .andExpect(redirectedUrl(base));
        mvc.perform(get(base).session(auditor))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Votre cotation · Guichet")))
                .andExpect(content().string(containsString("Tenu toute l&#39;année")));

        mvc.perform(send(base + "/ratings/ACC-1/counter", auditor)
                        .header("HX-Request", "true")
                        .param("grade", "1")
                        .param("comment", "Fermé à 11 h"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Écart −2")))
                .andExpect(content().string(containsString("name=\"version\" value=\"")));
        mvc.perform(get(base).session(auditor).param("filter", "GAPS"))
                .andExpect(content().string(containsString("cote-ACC-1-counter")))
                .andExpect(content().string(not(containsString("cote-ACC-1-phone\""))));
        mvc.perform(get(base).session(auditor).param("filter", "UNRATED"))
                .andExpect(content().string(not(containsString("id=\"cote-ACC-1-counter\""))));
        for (var theme : desk.page(fixtures.actor(town.auditor()), id).themes()) {
            mvc.perform(send(base + "/themes/" + theme.theme().code() + "/take-over", auditor))
                    .andExpect(status().is3xxRedirection());
        }
        mvc.perform(get(base + "/findings/new").session(auditor).param("at", "ACC-1|counter"))
                .andExpect(status().isOk());
        mvc.perform(send(base + "/findings/new", auditor)
                        .param("version", "0")
                        .param("kind", "MINOR")
                        .param("at", "ACC-1|counter")
                        .param("text", "Horaires non tenus")
                        .param("basis", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Horaires non tenus")))
                .andExpect(content().string(containsString("pas de constat sans preuve")));
        mvc.perform(send(base + "/findings/new", auditor)
                        .param("version", "0")
                        .param("kind", "MINOR")
                        .param("at", "ACC-1|counter")
                        .param("text", "Horaires non tenus")
                        .param("basis", "Observation du jour"))
                .andExpect(redirectedUrl(base + "#constat-1"));
        String finding = base + "/findings/" + audits.findings(id).get(0).id();
        mvc.perform(get(finding).session(auditor))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Observation du jour")));
        String version =
                Long.toString(desk.page(fixtures.actor(town.auditor()), id).version());
        mvc.perform(send(base + "/conclude", auditor).param("version", version).param("conclusion", "Bon accueil"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Date de la visite")))
                .andExpect(content().string(containsString("Bon accueil")));
        version = Long.toString(desk.page(fixtures.actor(town.auditor()), id).version());
        mvc.perform(send(base + "/note", auditor)
                        .header("HX-Request", "true")
                        .param("version", version)
                        .param("visitedOn", LocalDate.now(PublicTime.ZONE).toString())
                        .param("conclusion", "Bon accueil, horaires à tenir"))
                .andExpect(status().isOk());
        mvc.perform(send(base + "/note", auditor)
                        .header("HX-Request", "true")
                        .param("version", version)
                        .param("visitedOn", LocalDate.now(PublicTime.ZONE).toString())
                        .param("conclusion", "Une autre fenêtre"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Bon accueil, horaires à tenir")))
                .andExpect(content().string(containsString("Une autre fenêtre")));
        version = Long.toString(desk.page(fixtures.actor(town.auditor()), id).version());
        mvc.perform(send(base + "/conclude", auditor)
                        .param("version", version)
                        .param("visitedOn", LocalDate.now(PublicTime.ZONE).toString())
                        .param("conclusion", "Bon accueil, horaires à tenir"))
                .andExpect(redirectedUrl(base));
        mvc.perform(send(base + "/conclude", auditor).param("version", version)).andExpect(status().isConflict());
        jobs.runAll();

        mvc.perform(get(base + "/reply").session(lead))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Votre réponse au constat n° 1")));
        String replyTo = base + "/reply/" + audits.findings(id).get(0).id();
        mvc.perform(send(replyTo, lead)
                        .header("HX-Request", "true")
                        .param("version", "0")
                        .param("reply", "Une affiche est posée"))
                .andExpect(status().isOk());
        mvc.perform(send(replyTo, lead)
                        .header("HX-Request", "true")
                        .param("version", "0")
                        .param("reply", "Autre texte"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Une affiche est posée")))
                .andExpect(content().string(containsString("Autre texte")));
        mvc.perform(send(base + "/reply", lead)).andExpect(redirectedUrl(base));
        mvc.perform(send(base + "/reply", lead)).andExpect(status().isConflict());
        mvc.perform(get(base + "/reply").session(lead)).andExpect(status().isConflict());

        mvc.perform(get(base + "/final").session(auditor))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Une affiche est posée")));
        String treat = base + "/final/" + audits.findings(id).get(0).id();
        mvc.perform(get(treat).session(auditor)).andExpect(status().isOk());
        version = Long.toString(
                desk.page(fixtures.actor(town.auditor()), id).findings().get(0).version());
        mvc.perform(send(treat, auditor).param("version", version).param("decision", "MAINTAINED"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Dites à l&#39;équipe")));
        mvc.perform(send(treat, auditor)
                        .param("version", version)
                        .param("decision", "MAINTAINED")
                        .param("words", "À confirmer au suivi"))
                .andExpect(redirectedUrl(base + "/final#constat-1"));
        mvc.perform(get(base + "/final").session(lead)).andExpect(status().isForbidden());
        version = Long.toString(desk.page(fixtures.actor(town.auditor()), id).version());
        mvc.perform(send(base + "/final", auditor)
                        .param("version", version)
                        .param("visitedOn", LocalDate.now(PublicTime.ZONE).toString())
                        .param("conclusion", "Bon accueil"))
                .andExpect(redirectedUrl(base));
        jobs.runAll();

        assertThat(audits.summary(id).orElseThrow().status()).isEqualTo(Status.CLOSED);
        for (MockHttpSession anybody : new MockHttpSession[] {manager, auditor, lead, signIn(town.leadership())}) {
            mvc.perform(get(base).session(anybody))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("À confirmer au suivi")))
                    .andExpect(content().string(containsString("1 · ébauché")));
        }
    }

    @Test
    void toStrangersTheAuditDoesNotExist() throws Exception {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        Town elsewhere = fixtures.town();
        String base = "/evaluations/" + id + "/audit";

        for (PersonId stranger : new PersonId[] {elsewhere.manager(), elsewhere.auditor(), elsewhere.lead()}) {
            MockHttpSession session = signIn(stranger);
            for (String page : new String[] {"", "/assign", "/reply", "/final", "/findings/new"}) {
                mvc.perform(get(base + page).session(session)).andExpect(status().isNotFound());
            }
            mvc.perform(send(base + "/ratings/ACC-1/counter", session).param("grade", "3"))
                    .andExpect(status().isNotFound());
        }
        MockHttpSession auditor = signIn(town.auditor());
        mvc.perform(get("/evaluations/nimporte-quoi/audit").session(auditor)).andExpect(status().isNotFound());
        mvc.perform(send(base + "/ratings/XXX-1/counter", auditor).param("grade", "3"))
                .andExpect(status().isNotFound());
        mvc.perform(send(base + "/ratings/ACC-1/mail", auditor).param("grade", "3"))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatCannotBeSavedSaysWhyAndKeepsWhatIsThere() throws Exception {
        Town town = fixtures.town();
        EvaluationId id = phases.onSite(town);
        String rating = "/evaluations/" + id + "/audit/ratings/ACC-1/counter";
        MockHttpSession auditor = signIn(town.auditor());

        mvc.perform(htmx(rating, auditor).param("comment", "Sans cotation"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Le commentaire s&#39;enregistre avec la cotation")));
        mvc.perform(htmx(rating, auditor).param("grade", "N").param("reason", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("pourquoi ce critère est sans objet")));
        mvc.perform(htmx(rating, auditor).param("grade", "9")).andExpect(status().isUnprocessableEntity());
        mvc.perform(htmx(rating, auditor).param("grade", "3").param("comment", "x".repeat(5_000)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("5000 caractères")));
        assertThat(audits.ratings(id)).isEmpty();
        mvc.perform(htmx(rating, auditor).param("grade", "3").param("comment", "Première fenêtre"))
                .andExpect(status().isOk());
        mvc.perform(htmx(rating, auditor).param("grade", "0").param("comment", "Deuxième fenêtre"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Première fenêtre")))
                .andExpect(content().string(containsString("Deuxième fenêtre")))
                .andExpect(content().string(containsString("Garder ma version")));
        mvc.perform(send("/evaluations/" + id + "/audit/recusal", auditor).param("reason", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Dites pourquoi vous vous récusez")));
    }

    private MockHttpServletRequestBuilder htmx(String address, MockHttpSession session) {
        return send(address, session).header("HX-Request", "true");
    }

    private static MockHttpServletRequestBuilder send(String address, MockHttpSession session) {
        return post(address).session(session).with(csrf());
    }

    private MockHttpSession signIn(PersonId person) throws Exception {
        String email = Objects.requireNonNull(organisation.person(person).email());
        return (MockHttpSession) Objects.requireNonNull(
                mvc.perform(formLogin("/login").user(email).password("accueil"))
                        .andReturn()
                        .getRequest()
                        .getSession());
    }
}
