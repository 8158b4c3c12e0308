package org.capaccueil.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class EvaluationPagesTest {

    static final LocalDate TODAY = LocalDate.now(PublicTime.ZONE);

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    Evaluations evaluations;

    Town town;
    EvaluationView evaluation;
    String page;

    @BeforeEach
    void openOne() {
        town = fixtures.town();
        evaluation = fixtures.openEvaluation(town);
        page = "/evaluations/" + evaluation.id();
    }

    @Test
    void itsHomePageSaysWhereItIsWhoIsAwaitedAndUntilWhen() throws Exception {
        for (PersonId reader : new PersonId[] {town.manager(), town.lead(), town.agent(), town.leadership()}) {
            pages.open(reader, page)
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString(evaluation.teamName()),
                                    containsString("On attend : l&#39;équipe"),
                                    containsString(PublicTime.inWords(TODAY.plusDays(20))),
                                    containsString(page + "/collection"),
                                    containsString(page + "/diagram"),
                                    not(containsString(page + "/audit\"")))));
        }
    }

    @Test
    void whoeverIsAwaitedHasTheStepAsTheMainButton() throws Exception {
        pages.open(town.agent(), page)
                .andExpect(content().string(containsString("btn btn-primary\" href=\"" + page + "/collection\"")));
        pages.open(town.leadership(), page)
                .andExpect(content().string(not(containsString("btn btn-primary\" href=\"" + page + "/collection\""))));
    }

    @Test
    void onlyTheQualityManagerIsOfferedMoreTimeAndCancelling() throws Exception {
        pages.open(town.manager(), page)
                .andExpect(content().string(allOf(containsString(page + "/extend"), containsString(page + "/cancel"))));
        pages.open(town.lead(), page)
                .andExpect(content()
                        .string(allOf(not(containsString(page + "/extend")), not(containsString(page + "/cancel")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/extend", "/cancel", "/trail", "/diagram"})
    void itDoesNotExistForPeopleWhoHaveNothingToDoWithIt(String sub) throws Exception {
        Town elsewhere = fixtures.town();
        PersonId neighbour =
                fixtures.person(town.commune(), "Autre Agent", UUID.randomUUID().toString(), "Agent");

        pages.open(elsewhere.manager(), page + sub).andExpect(status().isNotFound());
        pages.open(elsewhere.leadership(), page + sub).andExpect(status().isNotFound());
        pages.open(neighbour, page + sub).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/extend", "/cancel"})
    void theTeamMayNotChangeItsOwnTime(String sub) throws Exception {
        pages.open(town.lead(), page + sub).andExpect(status().isForbidden());
        pages.send(
                        town.lead(),
                        page + sub,
                        "phase",
                        "COLLECTION",
                        "day",
                        TODAY.plusDays(30).toString(),
                        "reason",
                        "Du temps")
                .andExpect(status().isForbidden());
        assertThat(evaluations.get(evaluation.id()).due()).isEqualTo(evaluation.due());
    }

    @Test
    void moreTimeForOneTeamStandsOnItsPageAndInItsTrail() throws Exception {
        LocalDate day = TODAY.plusDays(33);

        pages.send(
                        town.manager(),
                        page + "/extend",
                        "phase",
                        "COLLECTION",
                        "day",
                        day.toString(),
                        "reason",
                        "Panne du standard")
                .andExpect(redirectedUrl(page));

        pages.open(town.agent(), page).andExpect(content().string(containsString("dans 33 jours")));
        pages.open(town.agent(), page + "/trail")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Échéance repoussée"),
                                containsString(PublicTime.inWords(evaluation.due())),
                                containsString(PublicTime.inWords(day)),
                                containsString("Panne du standard"),
                                containsString("Nadia Référente"),
                                containsString("Évaluation ouverte"))));
    }

    @Test
    void theTrailIsSearchedByWords() throws Exception {
        pages.open(town.agent(), page + "/trail?q=ouverte")
                .andExpect(content().string(containsString("Évaluation ouverte")));
        pages.open(town.agent(), page + "/trail?q=introuvable")
                .andExpect(content()
                        .string(allOf(
                                containsString("Aucune ligne ne contient ces mots"),
                                not(containsString("Évaluation ouverte")))));
    }

    @Test
    void aCancelledEvaluationIsStillReadableAndNothingElse() throws Exception {
        pages.send(town.manager(), page + "/cancel", "reason", "").andExpect(status().isUnprocessableEntity());
        pages.send(town.manager(), page + "/cancel", "reason", "Équipe dissoute")
                .andExpect(redirectedUrl(page));

        assertThat(evaluations.get(evaluation.id()).status()).isEqualTo(EvaluationStatus.CANCELLED);
        pages.open(town.agent(), page)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Cette évaluation est annulée"),
                                not(containsString("data-diagram-url")))));
        pages.open(town.manager(), page + "/cancel").andExpect(status().isConflict());
        pages.open(town.manager(), page + "/extend").andExpect(status().isConflict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/evaluations/x", "/evaluations/00000000-0000-0000-0000-000000000000"})
    void anUnknownEvaluationIsNotFound(String address) throws Exception {
        pages.open(town.manager(), address).andExpect(status().isNotFound());
        pages.open(town.manager(), address + "/trail").andExpect(status().isNotFound());
    }
}
