package org.capaccueil.mystery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.mystery.MysteryTown;
import org.capaccueil.mystery.domain.WaveReading;
import org.capaccueil.mystery.domain.WaveReading.PlannedVisit;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class MysteryPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    MysteryTown mystery;

    @Autowired
    WaveReading reading;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private PersonId manager;

    @BeforeEach
    void aTown() {
        town = fixtures.town(Channel.COUNTER);
        manager = town.manager();
    }

    private String one(String sql, Object... ids) {
        return jdbc.sql(sql).params(ids).query(String.class).list().get(0);
    }

    private static String redirect(ResultActions sent) throws Exception {
        return Objects.requireNonNull(sent.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    @Test
    void theGridIsAdaptedLineByLineAndAPublishedEditionStays() throws Exception {
        pages.open(manager, "/mystery/grids").andExpect(content().string(containsString("Édition 1")));
        String first = "/mystery/grids/"
                + one(
                        "select id from mystery_grid where commune_id = ?",
                        town.commune().value());
        pages.open(manager, first)
                .andExpect(content().string(containsString("elle ne change plus")))
                .andExpect(content().string(not(containsString("Ajouter une ligne"))));
        pages.send(manager, first + "/items", "version", "1", "text", "Autre", "most", "2", "kinds", "VISIT")
                .andExpect(status().isConflict());
        String draft = redirect(pages.send(manager, "/mystery/grids"));
        String version =
                "select version from mystery_grid where id = '" + draft.substring(draft.lastIndexOf('/') + 1) + "'";
        pages.open(manager, draft + "?item=I8").andExpect(content().string(containsString("Modifier la ligne")));
        pages.send(
                        manager,
                        draft + "/items",
                        "version",
                        one(version),
                        "text",
                        "Une chaise attend qui attend",
                        "moment",
                        "ACCESS",
                        "measure",
                        "POINTS",
                        "most",
                        "3",
                        "kinds",
                        "VISIT")
                .andExpect(redirectedUrl(draft));
        pages.send(
                        manager,
                        draft + "/items",
                        "version",
                        one(version),
                        "text",
                        "Mme Durand salue",
                        "moment",
                        "WELCOME",
                        "measure",
                        "POINTS",
                        "most",
                        "beaucoup",
                        "kinds",
                        "VISIT")
                .andExpect(status().isUnprocessableEntity());
        pages.send(
                        manager,
                        draft + "/items",
                        "version",
                        one(version),
                        "text",
                        "Mme Durand salue",
                        "moment",
                        "WELCOME",
                        "measure",
                        "POINTS",
                        "most",
                        "2",
                        "kinds",
                        "VISIT")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("jamais une personne")));
        pages.send(manager, draft + "/items/removal", "version", one(version), "code", "I2")
                .andExpect(redirectedUrl(draft));
        pages.send(manager, draft + "/publication").andExpect(redirectedUrl(draft));
        pages.open(manager, draft)
                .andExpect(content()
                        .string(allOf(
                                containsString("Une chaise attend"),
                                not(containsString("mobilit&eacute; r&eacute;duite")),
                                not(containsString("mobilité réduite")))));
        pages.send(manager, draft + "/publication").andExpect(status().isConflict());
    }

    @Test
    void aScenarioIsWrittenPutInUseRewordedAndRetired() throws Exception {
        pages.open(manager, "/mystery/scenarios").andExpect(content().string(containsString("trottoir")));
        pages.open(manager, "/mystery/scenarios/new").andExpect(status().isOk());
        pages.send(manager, "/mystery/scenarios/new", "title", "Louer une salle")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("visite, appel ou message")));
        String[] text = {
            "kind",
            "VISIT",
            "title",
            "Louer une salle",
            "situation",
            "Entrez",
            "request",
            "Demandez le prix",
            "expected",
            "Le prix et les dates"
        };
        pages.send(manager, "/mystery/scenarios/new", text).andExpect(redirectedUrl("/mystery/scenarios"));
        String scenario = "/mystery/scenarios/"
                + one(
                        "select id from mystery_scenario where commune_id = ? and title = 'Louer une salle'",
                        town.commune().value());
        pages.open(manager, scenario).andExpect(content().string(containsString("Demandez le prix")));
        pages.send(manager, scenario + "/offer", "inUse", "true").andExpect(redirectedUrl("/mystery/scenarios"));
        pages.send(
                        manager,
                        scenario,
                        "version",
                        "0",
                        "kind",
                        "VISIT",
                        "title",
                        "Louer la grande salle",
                        "situation",
                        "Entrez",
                        "request",
                        "Demandez",
                        "expected",
                        "Le prix")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Enregistrer ma version")));
        pages.send(manager, scenario + "/offer", "inUse", "false").andExpect(redirectedUrl("/mystery/scenarios"));
        pages.send(
                        manager,
                        scenario,
                        "version",
                        "2",
                        "kind",
                        "VISIT",
                        "title",
                        "Non",
                        "situation",
                        "a",
                        "request",
                        "b",
                        "expected",
                        "c")
                .andExpect(status().isConflict());
    }

    @Test
    void anObserverIsTakenInAcceptsTheRulesAndIsTakenOut() throws Exception {
        PersonId person = fixtures.person(
                town.commune(), "Nora Nouvelle", UUID.randomUUID().toString(), "Chargée de mission");
        pages.open(person, "/mystery").andExpect(status().isForbidden());
        pages.open(manager, "/mystery/observers").andExpect(content().string(containsString("Aucun observateur")));
        pages.send(
                        manager,
                        "/mystery/observers",
                        "person",
                        person.toString(),
                        "trainedOn",
                        LocalDate.now(PublicTime.ZONE).plusDays(3).toString())
                .andExpect(status().isUnprocessableEntity());
        pages.send(manager, "/mystery/observers", "person", town.auditor().toString(), "trainedOn", "2026-01-05")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("quelqu&#39;un de votre commune")));
        pages.send(manager, "/mystery/observers", "person", person.toString(), "trainedOn", "2026-01-05")
                .andExpect(redirectedUrl("/mystery/observers"));
        pages.open(person, "/mystery")
                .andExpect(content().string(containsString("accepte ces r")))
                .andExpect(content().string(not(containsString("Préparer une vague"))));
        pages.send(manager, "/mystery/observers/" + person + "/acceptance").andExpect(status().isNotFound());
        pages.send(person, "/mystery/observers/" + person + "/acceptance").andExpect(redirectedUrl("/mystery"));
        pages.open(manager, "/mystery/observers").andExpect(content().string(containsString("Acceptées le")));
        pages.send(manager, "/mystery/observers/" + person + "/removal").andExpect(redirectedUrl("/mystery/observers"));
        pages.open(person, "/mystery").andExpect(status().isForbidden());
    }

    @Test
    void aWaveIsPreparedProposedMovedConfirmedAndObservedWithoutScripts() throws Exception {
        PersonId observer = mystery.observer(town, "Olga Observatrice");
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        pages.open(manager, "/mystery/waves/new").andExpect(content().string(containsString("Heures de pointe")));
        String point = one(
                "select point.id from reception_point point where point.team_id = ?",
                town.team().value());
        String scenario = one(
                "select id from mystery_scenario where commune_id = ? and kind = 'VISIT'",
                town.commune().value());
        String[] plan = {
            "title",
            "Printemps",
            "firstDay",
            today.toString(),
            "lastDay",
            today.plusDays(40).toString(),
            "perPlace",
            "2",
            "peaks",
            "lundi 9-12",
            "asked",
            point + "|COUNTER",
            "scenarios",
            scenario
        };
        pages.send(manager, "/mystery/waves/new", "title", "Printemps", "perPlace", "beaucoup")
                .andExpect(status().isUnprocessableEntity());
        String wave = redirect(pages.send(manager, "/mystery/waves/new", plan));
        pages.open(manager, wave).andExpect(content().string(containsString("Aucune observation")));
        // one observer and one scenario: nobody plays it twice
        pages.send(manager, wave + "/plan")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("demande 2 observations")));
        PersonId second = mystery.observer(town, "Otto Observateur");
        pages.send(manager, wave + "/confirmation")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Proposez d&#39;abord")));
        pages.send(manager, wave + "/plan").andExpect(redirectedUrl(wave));
        UUID id = UUID.fromString(wave.substring(wave.lastIndexOf('/') + 1));
        PlannedVisit visit = reading.sheet(fixtures.actor(manager), id).plan().stream()
                .filter(one -> one.observer().equals(observer))
                .findFirst()
                .orElseThrow();
        pages.open(manager, wave + "/edit").andExpect(content().string(containsString("lundi 9-12")));
        pages.open(manager, wave + "/visits/" + visit.id()).andExpect(status().isOk());
        pages.send(manager, wave + "/visits/" + visit.id(), move(visit, second, visit.day(), 15))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("joue déjà ce scénario")));
        LocalDate monday = today.plusDays(1);
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY || !WorkingDays.isWorking(monday)) {
            monday = monday.plusDays(1);
        }
        pages.send(manager, wave + "/visits/" + visit.id(), move(visit, observer, monday, 10))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("heure de pointe")));
        pages.send(manager, wave + "/visits/" + visit.id(), move(visit, observer, monday, 16))
                .andExpect(redirectedUrl(wave));
        pages.send(manager, wave + "/confirmation").andExpect(redirectedUrl(wave));
        pages.send(manager, wave + "/opening")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Il reste 2 observation")));
        observe(observer, "/mystery/visits/" + visit.id());
        String other = "/mystery/visits/" + mystery.visits(second).get(0);
        pages.send(second, other + "/abandonment", "reason", "M. Dupont était absent")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("jamais une personne")));
        pages.send(second, other + "/abandonment", "reason", "Guichet fermé").andExpect(redirectedUrl(other));
        pages.send(manager, wave + "/opening").andExpect(redirectedUrl(wave));
        pages.open(manager, wave).andExpect(content().string(containsString("Guichet fermé")));
        pages.open(manager, wave + "/results").andExpect(content().string(containsString("1 non faite(s)")));
        pages.open(manager, wave + "/remarks").andExpect(content().string(containsString("Affichage clair")));
        pages.send(manager, wave + "/remarks/" + visit.id(), "version", versionOf(visit), "mask", "Absent du texte")
                .andExpect(status().isUnprocessableEntity());
        pages.send(manager, wave + "/remarks/" + visit.id(), "version", versionOf(visit), "mask", "clair")
                .andExpect(redirectedUrl(wave + "/remarks"));
        pages.open(manager, wave + "/remarks").andExpect(content().string(containsString(">clair</textarea>")));
        pages.send(manager, wave + "/remarks/" + visit.id(), "version", versionOf(visit), "mask", "")
                .andExpect(redirectedUrl(wave + "/remarks"));
        pages.open(town.lead(), wave + "/results").andExpect(content().string(containsString("Affichage clair")));
        pages.open(manager, wave + "/visits/" + visit.id()).andExpect(content().string(containsString("Retirer du")));
        pages.send(manager, wave + "/withdrawals/" + visit.id(), "reason", "")
                .andExpect(status().isUnprocessableEntity());
        pages.send(manager, wave + "/withdrawals/" + visit.id(), "reason", "Grève ce jour-là")
                .andExpect(redirectedUrl(wave));
        pages.open(town.lead(), wave + "/results")
                .andExpect(content()
                        .string(allOf(containsString("Grève ce jour"), not(containsString("Affichage clair")))));
    }

    private String versionOf(PlannedVisit visit) {
        return one("select version from mystery_visit where id = ?", visit.id());
    }

    private static String[] move(PlannedVisit visit, PersonId observer, LocalDate day, int hour) {
        return new String[] {
            "version",
            Long.toString(visit.version()),
            "observer",
            observer.toString(),
            "day",
            day.toString(),
            "hour",
            Integer.toString(hour)
        };
    }

    private void observe(PersonId observer, String address) throws Exception {
        UUID visit = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        String version = "select version from mystery_visit where id = '" + visit + "'";
        pages.open(observer, address).andExpect(content().string(containsString("Commencer")));
        pages.send(observer, address, "version", "0", "remark", "").andExpect(status().isConflict());
        pages.send(observer, address + "/start").andExpect(redirectedUrl(address));
        String begun = one(version);
        pages.send(observer, address, "version", begun, "item-I1", "2", "item-I4", "7", "remark", "Voir Mme Durand")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("tout le reste est enregistré"),
                                // what was refused stands in its field
                                containsString("Voir Mme Durand"))));
        pages.send(observer, address, "version", begun, "item-I1", "0", "remark", "Affichage clair")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("name=\"over\"")));
        pages.send(
                        observer,
                        address,
                        "version",
                        begun,
                        "over",
                        one(version),
                        "item-I1",
                        "2",
                        "item-I4",
                        "7",
                        "remark",
                        "Affichage clair")
                .andExpect(redirectedUrl(address));
        pages.send(
                        observer,
                        address + "/submission",
                        "version",
                        one(version),
                        "item-I1",
                        "2",
                        "remark",
                        "Affichage clair")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Il manque encore")));
        String[] all = {
            "version", one(version), "item-I1", "2", "item-I2", "N", "item-I3", "N", "item-I8", "1", "item-I9", "2",
            "item-I10", "N", "item-I11", "3", "item-I12", "3", "item-I13", "3", "item-I14", "2", "item-I15", "N",
            "item-I16", "2", "item-I17", "2", "remark", "Affichage clair"
        };
        pages.send(observer, address + "/submission", all).andExpect(redirectedUrl("/mystery"));
        pages.open(observer, address)
                .andExpect(content()
                        .string(allOf(
                                containsString("Ce que vous avez noté"), not(containsString("name=\"item-I1\"")))));
        assertThat(one("select sum(points) || ' ' || sum(possible) from mystery_rating where visit_id = ?", visit))
                .isEqualTo("20 22");
        pages.send(observer, address + "/submission", all).andExpect(status().isConflict());
    }
}
