package org.capaccueil.tally.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.tally.TallyTown;
import org.capaccueil.tally.domain.ChoiceBook;
import org.capaccueil.tally.domain.ChoiceView;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.TallyDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class TallyPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    Browsers browsers;

    @Autowired
    TallyDesk desk;

    @Autowired
    ChoiceBook book;

    @Autowired
    Register register;

    @Autowired
    Organisation organisation;

    @Autowired
    ObjectMapper json;

    private Town town;
    private TallyTown at;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
        at = new TallyTown(desk, fixtures.actor(town.agent()));
    }

    private ResultActions tap(String... more) throws Exception {
        String[] fields = {
            "id", UUID.randomUUID().toString(), "point", at.point().toString(), "channel", "PHONE"
        };
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return pages.send(town.agent(), "/tally", all);
    }

    private long today() {
        return desk.today(at.actor()).getOrDefault(at.point(), 0L);
    }

    @Test
    void aPlainFormNotesARequestAndTakesItBack() throws Exception {
        String subject = at.subject("SOCIAL").toString();
        ResultActions tapped = tap("subject", subject, "outcome", "ANSWERED", "note", "");

        tapped.andExpect(redirectedUrl("/tally?point=" + at.point() + "&channel=PHONE&subject=" + subject));
        assertThat(today()).isEqualTo(1);
        String page = pages.follow(town.agent(), tapped)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Demande notée à"),
                                containsString("Annuler"),
                                containsString("Hôtel de ville · Téléphone"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).containsPattern("value=\"" + subject + "\"[^>]*checked");
        String id = tapped.andReturn().getRequest().getParameter("id");

        pages.send(
                        town.agent(),
                        "/tally/undo",
                        "id",
                        String.valueOf(id),
                        "point",
                        at.point().toString(),
                        "channel",
                        "PHONE")
                .andExpect(redirectedUrlPattern("/tally?*"));

        assertThat(today()).isZero();
    }

    @Test
    void anOrientationIsOneTapToo() throws Exception {
        tap(
                        "subject",
                        at.subject("SOCIAL").toString(),
                        "orientation",
                        at.orientation("CCAS").toString())
                .andExpect(status().is3xxRedirection());

        assertThat(today()).isEqualTo(1);
    }

    @Test
    void aFormSentTwiceCountsOnce() throws Exception {
        String id = UUID.randomUUID().toString();
        for (int n = 0; n < 2; n++) {
            pages.send(
                            town.agent(),
                            "/tally",
                            "id",
                            id,
                            "point",
                            at.point().toString(),
                            "channel",
                            "COUNTER",
                            "subject",
                            at.subject("AUTRE").toString(),
                            "outcome",
                            "ANSWERED")
                    .andExpect(status().is3xxRedirection());
        }

        assertThat(today()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsSaidWhereItIsMissingAndTheRestStays() throws Exception {
        tap("outcome", "ANSWERED")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choisissez le sujet")));
        tap("subject", at.subject("SOCIAL").toString(), "outcome", "ANSWERED", "note", "écrire à a.martin@example.org")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("contient une adresse électronique"),
                                containsString("écrire à a.martin@example.org"),
                                containsString("note-error"))));
        tap("subject", "'; drop table", "outcome", "NONSENSE").andExpect(status().isUnprocessableEntity());
        assertThat(today()).isZero();
    }

    @Test
    void managersAndLeadershipAreLedToTheFigures() throws Exception {
        pages.open(town.manager(), "/tally").andExpect(redirectedUrl("/tally/figures"));
        pages.open(town.leadership(), "/tally").andExpect(redirectedUrl("/tally/figures"));
        pages.open(town.auditor(), "/tally").andExpect(status().isForbidden());
        pages.send(town.manager(), "/tally/contacts", "batch", "x").andExpect(status().isForbidden());
    }

    @Test
    void theShellTheBrowserKeepsHasNoNameAndNoToken() throws Exception {
        String shell = pages.open(town.agent(), "/tally/offline")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(shell)
                .contains("État civil, papiers", "Hôtel de ville", "data-tally-shell")
                .doesNotContain(
                        "_csrf",
                        organisation.person(town.agent()).name(),
                        town.agent().toString(),
                        String.valueOf(organisation.person(town.agent()).email()));
        assertThat(pages.open(town.agent(), "/tally").andReturn().getResponse().getContentAsString())
                .as("the page itself has both")
                .contains("_csrf", "Karim Agent");
    }

    @Test
    void theServiceWorkerIsReadWithoutASession() throws Exception {
        browsers.mvc()
                .perform(get("/tally-worker.js"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("javascript")));
    }

    private JsonNode session(PersonId person) throws Exception {
        return json.readTree(pages.open(person, "/tally/session")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Map<String, Object> waiting(String id, Outcome outcome) {
        return Map.of(
                "id",
                id,
                "point",
                at.point().toString(),
                "channel",
                "COUNTER",
                "subject",
                at.subject("ETAT-CIVIL").toString(),
                "outcome",
                outcome.name(),
                "at",
                Instant.now().minusSeconds(3_600).toEpochMilli());
    }

    private String batch(String account, List<?> taps) throws Exception {
        return json.writeValueAsString(
                Map.of("account", account, "now", Instant.now().toEpochMilli(), "taps", taps));
    }

    @Test
    void aQueueIsSentInBatchesAndToldTapByTap() throws Exception {
        String account = session(town.agent()).get("account").asText();
        String good = UUID.randomUUID().toString();
        String bad = UUID.randomUUID().toString();
        String sent = batch(
                account, List.of(waiting(good, Outcome.ANSWERED), waiting(bad, Outcome.ORIENTED), Map.of("id", "17")));

        for (int again = 0; again < 2; again++) {
            JsonNode answer = json.readTree(pages.send(town.agent(), "/tally/contacts", "batch", sent)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
            assertThat(answer.get("taps"))
                    .extracting(tap ->
                            tap.get("id").asText() + " " + tap.get("refusal").asText())
                    .containsExactlyInAnyOrder(
                            "17 Cette demande est illisible. Écartez-la et notez-la de nouveau.",
                            good + " null",
                            bad + " Choisissez vers qui la personne a été orientée.");
            assertThat(answer.get("today").get(at.point().toString()).asLong()).isEqualTo(1);
        }
    }

    @Test
    void aQueueGoesInItsOwnersSessionOnly() throws Exception {
        String account = session(town.agent()).get("account").asText();
        String sent = batch(account, List.of(waiting(UUID.randomUUID().toString(), Outcome.ANSWERED)));

        pages.send(town.lead(), "/tally/contacts", "batch", sent)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("par une autre personne")));

        assertThat(today()).isZero();
        assertThat(session(town.agent()).get("account").asText())
                .as("always the same, and not who it is")
                .isEqualTo(account)
                .isNotEqualTo(session(town.lead()).get("account").asText())
                .doesNotContain(town.agent().toString());
    }

    @Test
    void whatIsNoBatchIsRefusedWhole() throws Exception {
        String account = session(town.agent()).get("account").asText();
        for (String broken : new String[] {
            "",
            "null",
            "[]",
            "{",
            "{\"account\":\"" + account + "\"}",
            "{\"account\":\"" + account + "\",\"now\":\"soon\",\"taps\":[]}",
            "{\"account\":\"" + account + "\",\"now\":1,\"taps\":{}}"
        }) {
            pages.send(town.agent(), "/tally/contacts", "batch", broken)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("illisible")));
        }
        pages.send(
                        town.agent(),
                        "/tally/contacts",
                        "batch",
                        batch(
                                account,
                                Collections.nCopies(
                                        201, waiting(UUID.randomUUID().toString(), Outcome.ANSWERED))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("200 demandes au plus")));
    }

    @Test
    void thePageOfFiguresKeepsItsFilterInTheAddress() throws Exception {
        tap("subject", at.subject("SOCIAL").toString(), "outcome", "ANSWERED", "note", "Affichage à revoir")
                .andExpect(status().is3xxRedirection());

        pages.open(town.manager(), "/tally/figures?channel=PHONE&subject=" + at.subject("SOCIAL"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Résolution au premier contact"),
                                containsString("sur 1 premier contact"),
                                containsString("Affichage à revoir"),
                                containsString("figures.csv?from="),
                                containsString("channel=PHONE"))));
        pages.open(town.manager(), "/tally/figures?channel=COUNTER")
                .andExpect(content().string(containsString("Aucune demande sur cette période")));
        pages.open(town.manager(), "/tally/figures?from=2027-03-12&to=2027-03-01")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("finit avant de commencer")));
        pages.open(town.manager(), "/tally/figures?from=demain")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Cette date ne se lit pas")));
    }

    @Test
    void theExportIsNoFormula() throws Exception {
        Actor manager = fixtures.actor(town.manager());
        register.changePoint(
                manager,
                town.team(),
                at.point(),
                organisation.team(town.team()).version(),
                "=cmd|' /C calc'!A0",
                "Place",
                java.util.Set.of(Channel.COUNTER, Channel.PHONE));
        ChoiceView social = book.all(manager).stream()
                .filter(choice -> choice.code().equals("SOCIAL"))
                .findFirst()
                .orElseThrow();
        book.rename(manager, social.id(), social.version(), "+Aide; \"sociale\"");
        tap("subject", social.id().toString(), "outcome", "ANSWERED").andExpect(status().is3xxRedirection());

        String csv = pages.open(town.manager(), "/tally/figures.csv")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("recueil-")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFJour;Heure;Point d'accueil;Canal;Sujet;Issue;Orienté vers;Demandes\r\n");
        assertThat(csv.lines())
                .hasSize(2)
                .last()
                .asString()
                .endsWith(";'=cmd|' /C calc'!A0;Téléphone;\"'+Aide; \"\"sociale\"\"\";Répondu;;1");
        pages.open(town.auditor(), "/tally/figures.csv").andExpect(status().isForbidden());
    }

    @Test
    void aQualityManagerKeepsTheListAndSeesAConflict() throws Exception {
        pages.send(town.manager(), "/tally/subjects", "kind", "SUBJECT", "code", "ELECTIONS", "label", "Élections")
                .andExpect(redirectedUrl("/tally/subjects"));
        pages.open(town.manager(), "/tally/subjects")
                .andExpect(content().string(allOf(containsString("Élections"), containsString("Orientations"))));
        ChoiceView added = book.all(fixtures.actor(town.manager())).stream()
                .filter(choice -> choice.code().equals("ELECTIONS"))
                .findFirst()
                .orElseThrow();
        pages.open(town.manager(), "/tally/subjects/" + added.id()).andExpect(status().isOk());
        pages.send(town.manager(), "/tally/subjects/" + added.id(), "version", "0", "label", "Élections, listes")
                .andExpect(redirectedUrl("/tally/subjects"));
        pages.send(town.manager(), "/tally/subjects/" + added.id(), "version", "0", "label", "Vote")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Élections, listes"),
                                containsString("Vote"),
                                containsString("Enregistrer ma version"))));
        pages.send(town.manager(), "/tally/subjects", "kind", "SUBJECT", "code", "x", "label", "")
                .andExpect(status().isUnprocessableEntity());
        pages.send(town.manager(), "/tally/subjects/" + added.id() + "/archive")
                .andExpect(redirectedUrl("/tally/subjects"));
        pages.open(town.manager(), "/tally/subjects").andExpect(content().string(containsString("Archivé")));
    }
}
