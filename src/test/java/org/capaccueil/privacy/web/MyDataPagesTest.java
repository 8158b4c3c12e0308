package org.capaccueil.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.Departures;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class MyDataPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    Pages pages;

    @Autowired
    Organisation organisation;

    @Autowired
    Departures departures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private Town town;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
    }

    @Test
    void everybodyReadsWhatIsHeldAboutThemAndNobodyElse() throws Exception {
        for (PersonId person : List.of(town.agent(), town.lead(), town.manager(), town.leadership(), town.auditor())) {
            String own = organisation.person(person).name();
            pages.open(person, "/my-data")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(own)))
                    .andExpect(content().string(containsString("article 6(1)(e)")));
        }
        pages.open(town.agent(), "/my-data")
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Responsable</td>")),
                                not(containsString("Éloïse Responsable")),
                                not(containsString("Philippe Direction")))));
    }

    @Test
    void withoutAContactThePageSaysWhomToAskAndTheQualityManagerNamesOne() throws Exception {
        pages.open(town.agent(), "/my-data")
                .andExpect(content().string(containsString("Aucun contact n’est encore indiqué")));

        pages.send(town.manager(), "/people/retention/contact", "version", "0", "name", "", "reach", "x")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Donnez le nom du délégué")));
        pages.send(
                        town.manager(),
                        "/people/retention/contact",
                        "version",
                        "0",
                        "name",
                        "Centre de gestion",
                        "reach",
                        "dpo@cdg.example")
                .andExpect(status().is3xxRedirection());

        pages.open(town.agent(), "/my-data")
                .andExpect(content().string(allOf(containsString("Centre de gestion"), containsString("dpo@cdg"))));
        pages.open(fixtures.town().agent(), "/my-data")
                .andExpect(content().string(not(containsString("Centre de gestion"))));
        pages.send(
                        town.manager(),
                        "/people/retention/contact",
                        "version",
                        "7",
                        "name",
                        "Autre service",
                        "reach",
                        "autre@cdg.example")
                .andExpect(status().isConflict());
    }

    @Test
    void theFileToTakeAwayIsCompleteAndNamesNobodyElse() throws Exception {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        cycle.collect(town, evaluation.id());
        cycle.assess(town, evaluation.id(), 3);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        cycle.plan(town, evaluation.id());
        cycle.carryOut(town, evaluation.id());

        JsonNode held = export(town.agent()).get("held");
        assertThat(held.at("/identity/identity/0/name").asText()).isEqualTo("Karim Agent");
        assertThat(held.at("/typed/figures/0/count").asInt()).isPositive();
        assertThat(held.at("/typed/ratings/0/team").asText()).isEqualTo(evaluation.teamName());
        assertThat(held.at("/typed/ratings/0").has("grade")).isFalse();
        assertThat(held.at("/actions/progress/0/note").asText()).isEqualTo("Affiche et site repris");
        assertThat(held.at("/journal/journal").size())
                .isEqualTo(jdbc.sql("select count(*) from trail_entry where actor_id = ?")
                        .param(town.agent().value())
                        .query(Integer.class)
                        .single());
        assertThat(export(town.auditor()).at("/held/typed/findings/0/count").asInt())
                .isOne();
        assertThat(export(town.leadership())
                        .at("/held/signatures/plans_signed/0/capacity")
                        .asText())
                .isEqualTo("Directeur général des services");

        List<PersonId> people = List.of(town.agent(), town.lead(), town.manager(), town.leadership(), town.auditor());
        for (PersonId person : people) {
            String file = export(person).toString();
            people.stream().filter(other -> !other.equals(person)).forEach(other -> assertThat(file)
                    .doesNotContain(organisation.person(other).name())
                    .doesNotContain(organisation.person(other).email()));
        }
    }

    private JsonNode export(PersonId person) throws Exception {
        return json.readTree(pages.open(person, "/my-data/export")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("mes-donnees.json")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void aCorrectionIsAskedForMadeAndRead() throws Exception {
        ask(town.agent(), "NAME", "Karim s'écrit Kareem").andExpect(status().is3xxRedirection());
        ask(town.agent(), "NAME", "encore")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("attend déjà une réponse")));
        ask(town.agent(), "CAPACITY", " ").andExpect(status().isUnprocessableEntity());
        pages.open(town.manager(), "/people")
                .andExpect(content()
                        .string(allOf(containsString("1 en attente"), containsString("Karim Agent : Prénom et nom"))));
        pages.open(town.agent(), "/people").andExpect(content().string(not(containsString("en attente"))));

        String request = "/people/corrections/" + request(town.agent());
        pages.open(town.manager(), request).andExpect(content().string(containsString("Karim s&#39;écrit Kareem")));
        pages.send(town.manager(), request + "/make", "value", " ").andExpect(status().isUnprocessableEntity());
        pages.send(town.manager(), request + "/make", "value", "Kareem Agent").andExpect(status().is3xxRedirection());

        assertThat(organisation.person(town.agent()).name()).isEqualTo("Kareem Agent");
        pages.open(town.agent(), "/my-data/corrections").andExpect(content().string(containsString("Corrigé")));
        pages.send(town.manager(), request + "/make", "value", "Autre").andExpect(status().isConflict());
        assertThat(jdbc.sql("select count(*) from trail_entry where action = 'Correction faite' and actor_id = ? "
                                + "and before_value is null and after_value is null")
                        .param(town.manager().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aCorrectionIsDeclinedWithAReasonThePersonReads() throws Exception {
        ask(town.agent(), "CAPACITY", "Je suis chef").andExpect(status().is3xxRedirection());
        String request = "/people/corrections/" + request(town.agent());

        pages.send(town.manager(), request + "/decline", "reason", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Dites pourquoi")));
        pages.send(town.manager(), request + "/decline", "reason", "L'arrêté dit agent")
                .andExpect(status().is3xxRedirection());

        pages.open(town.agent(), "/my-data/corrections")
                .andExpect(content().string(allOf(containsString("Refusé"), containsString("arrêté dit agent"))));
        assertThat(organisation.person(town.agent()).capacity()).isEqualTo("Agent d'accueil");
    }

    @Test
    void anAddressIsCorrectedByTheRulesOfTheSheet() throws Exception {
        ask(town.agent(), "EMAIL", "Nouvelle adresse").andExpect(status().is3xxRedirection());
        String request = "/people/corrections/" + request(town.agent()) + "/make";

        pages.send(town.manager(), request, "value", "pas-une-adresse")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("prenom.nom@commune.fr")));
        pages.send(
                        town.manager(),
                        request,
                        "value",
                        organisation.person(town.lead()).email())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("déjà celle")));
    }

    @Test
    void requestsDeparturesAndPeriodsAreForTheCommunesOwnQualityManager() throws Exception {
        ask(town.agent(), "NAME", "Kareem").andExpect(status().is3xxRedirection());
        UUID request = request(town.agent());
        PersonId stranger = fixtures.town().manager();

        for (String path : List.of("/people/corrections/" + request, "/people/" + town.agent() + "/departure")) {
            pages.open(stranger, path).andExpect(status().isNotFound());
            pages.open(town.agent(), path).andExpect(status().isForbidden());
            pages.open(town.lead(), path).andExpect(status().isForbidden());
        }
        pages.send(stranger, "/people/corrections/" + request + "/make", "value", "Volé")
                .andExpect(status().isNotFound());
        pages.send(stranger, "/people/" + town.agent() + "/departure", "leftOn", today())
                .andExpect(status().isNotFound());
        pages.send(stranger, "/people/" + town.agent() + "/departure/undo").andExpect(status().isNotFound());
        for (PersonId other : List.of(town.agent(), town.lead(), town.leadership(), town.auditor())) {
            pages.open(other, "/people/retention").andExpect(status().isForbidden());
        }
        assertThat(organisation.person(town.agent()).name()).isEqualTo("Karim Agent");
    }

    @Test
    void aDepartureIsRecordedOnItsPageAndShownWithItsDate() throws Exception {
        pages.send(town.manager(), "/people/" + town.agent() + "/departure", "leftOn", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Indiquez le jour du départ")));
        pages.send(town.manager(), "/people/" + town.agent() + "/departure", "leftOn", today())
                .andExpect(status().is3xxRedirection());

        pages.open(town.manager(), "/people/retention")
                .andExpect(content()
                        .string(allOf(
                                containsString("Karim Agent"),
                                containsString("24 mois"),
                                containsString(PublicTime.inWords(
                                        java.time.LocalDate.now(PublicTime.ZONE).plusMonths(24))))));
        pages.open(town.manager(), "/people").andExpect(content().string(not(containsString("Karim Agent"))));
        pages.open(town.manager(), "/teams/" + town.team())
                .andExpect(content().string(not(containsString("Karim Agent"))));

        pages.send(town.manager(), "/people/" + town.agent() + "/departure/undo")
                .andExpect(status().is3xxRedirection());
        pages.open(town.manager(), "/people").andExpect(content().string(containsString("Karim Agent")));
    }

    private org.springframework.test.web.servlet.ResultActions ask(PersonId person, String item, String wish)
            throws Exception {
        return pages.send(person, "/my-data/corrections", "item", item, "wish", wish);
    }

    private UUID request(PersonId person) {
        return jdbc.sql("select id from correction_request where person_id = ?")
                .param(person.value())
                .query(UUID.class)
                .single();
    }

    private static String today() {
        return java.time.LocalDate.now(PublicTime.ZONE).toString();
    }
}
