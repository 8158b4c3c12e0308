package org.capaccueil.label.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class LabelApiTest {

    @Autowired
    Browsers browsers;

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam team;

    private Town town;
    private EvaluationView evaluation;

    @BeforeEach
    void aTeam() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        evaluation = fixtures.openEvaluation(town);
    }

    @Test
    void itSaysTheLevelEveryRuleAndWhatWouldBeEnoughForTheNext() throws Exception {
        audited("CLOSED");

        label(town.lead())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.judged").value(true))
                .andExpect(jsonPath("$.level").value("SILVER"))
                .andExpect(jsonPath("$.rules[?(@.passed == false)].level", hasItem("GOLD")))
                .andExpect(jsonPath("$.next.level").value("GOLD"))
                .andExpect(jsonPath("$.next.missing", hasItem(containsString("il manque 10 points pour 85"))))
                .andExpect(jsonPath("$.next.sufficient.reachable").value(true))
                .andExpect(jsonPath("$.next.sufficient.ratings", not(empty())))
                .andExpect(jsonPath("$.next.sufficient.ratings[0].from").value(3))
                .andExpect(jsonPath("$.next.sufficient.ratings[0].toText").value("4 · Maîtrisé"));
    }

    @Test
    void scoresAreExactAndThereforeTexts() throws Exception {
        audited("CLOSED");
        team.auditorGrades(evaluation, "ACC-3", Place.PHONE, 2);

        label(town.manager())
                .andExpect(jsonPath("$.scores.total.fraction", containsString("/")))
                .andExpect(jsonPath("$.scores.total.decimal").value("73.977272727"))
                .andExpect(jsonPath("$.scores.themes[0].criteria[0].ratings[0].points.fraction")
                        .value("75/1"));
    }

    @Test
    void beforeTheFinalReportNothingIsJudged() throws Exception {
        audited("RIGHT_OF_REPLY");

        label(town.lead())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.judged").value(false))
                .andExpect(jsonPath("$.rules", empty()))
                .andExpect(jsonPath("$.next", nullValue()))
                .andExpect(jsonPath("$.scores.total.fraction").value("75/1"));
    }

    @Test
    void whatTheTeamHasNotReceivedIsNotThere() throws Exception {
        audited("ON_SITE");

        label(town.lead()).andExpect(jsonPath("$.scores", nullValue()));
    }

    @Test
    void toPeopleOfAnotherCommuneItDoesNotExist() throws Exception {
        audited("CLOSED");

        label(fixtures.town().manager()).andExpect(status().isNotFound());
    }

    private void audited(String status) {
        team.rated(evaluation, town, 4, 3, status);
        UUID finding = team.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        team.signedPlan(evaluation, town, finding, "ACC-3", "EFFECTIVE");
        team.measured(evaluation, "62");
    }

    private ResultActions label(PersonId person) throws Exception {
        return browsers.mvc()
                .perform(get("/api/evaluations/" + evaluation.id() + "/label").session(browsers.signedIn(person)));
    }
}
