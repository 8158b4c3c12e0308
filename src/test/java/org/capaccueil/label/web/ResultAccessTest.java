package org.capaccueil.label.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** Who reads results, over HTTP: what somebody may not see does not exist for him. */
@ApplicationTest
class ResultAccessTest {

    @Autowired
    Browsers browsers;

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam team;

    @Autowired
    LabelFile file;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private EvaluationView evaluation;

    @BeforeEach
    void anAuditedTeam() {
        town = fixtures.town();
        evaluation = fixtures.openEvaluation(town);
        team.rated(evaluation, town, 4, 3, "CLOSED");
        UUID finding = team.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        team.signedPlan(evaluation, town, finding, "ACC-3", "EFFECTIVE");
    }

    @Test
    void theResultsOfACampaignAreForItsOwnSteering() throws Exception {
        for (String path : List.of(results(), csv())) {
            for (PersonId steers : List.of(town.manager(), town.leadership())) {
                page(steers, path).andExpect(status().isOk());
            }
            for (PersonId other : List.of(town.lead(), town.agent(), town.auditor())) {
                page(other, path).andExpect(status().isNotFound());
            }
        }
    }

    @Test
    void aDraftOfTheReportIsForTheCommunesSteering() throws Exception {
        page(town.manager(), preview())
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        page(town.leadership(), preview()).andExpect(status().isOk());
        for (PersonId other : List.of(town.lead(), town.agent(), town.auditor())) {
            page(other, preview()).andExpect(status().isNotFound());
        }
    }

    @Test
    void theKeptReportIsForAllWhoWorkedOnTheEvaluation() throws Exception {
        page(town.manager(), pdf()).andExpect(status().isNotFound());
        file.print(evaluation.id());

        for (PersonId reader : List.of(town.manager(), town.leadership(), town.lead(), town.agent(), town.auditor())) {
            page(reader, pdf()).andExpect(status().isOk());
        }
    }

    @Test
    void theLabelTestIsForAllWhoWorkedOnTheEvaluation() throws Exception {
        for (PersonId reader : List.of(town.manager(), town.leadership(), town.lead(), town.agent(), town.auditor())) {
            page(reader, api()).andExpect(status().isOk());
        }
    }

    @Test
    void anAuditorWhoIsNoLongerTheAuditorReadsNothing() throws Exception {
        file.print(evaluation.id());
        page(town.auditor(), api()).andExpect(status().isOk());
        jdbc.sql("update audit set auditor_id = null where evaluation_id = ?")
                .param(evaluation.id().value())
                .update();

        for (String path : List.of(api(), pdf(), preview())) {
            page(town.auditor(), path).andExpect(status().isNotFound());
        }
    }

    @Test
    void anotherTeamOfTheCommuneReadsNothing() throws Exception {
        file.print(evaluation.id());
        PersonId lead = fixtures.person(town.commune(), "Inès Voisine", mark(), "Responsable");
        PersonId agent = fixtures.person(town.commune(), "Paul Voisin", mark(), "Agent");
        fixtures.team(town.manager(), "ETC" + mark(), "État civil", lead, agent);

        for (String path : List.of(api(), pdf(), preview(), results(), csv())) {
            page(lead, path).andExpect(status().isNotFound());
            page(agent, path).andExpect(status().isNotFound());
        }
    }

    @Test
    void anotherCommuneReadsNothing() throws Exception {
        file.print(evaluation.id());
        Town other = fixtures.town();

        for (String path : List.of(api(), pdf(), preview(), results(), csv())) {
            for (PersonId person : List.of(other.manager(), other.leadership(), other.lead(), other.auditor())) {
                page(person, path).andExpect(status().isNotFound());
            }
        }
    }

    @Test
    void withoutSigningInAProgramIsRefusedAndAPersonIsLedToTheLogin() throws Exception {
        browsers.mvc().perform(get(api())).andExpect(status().isUnauthorized());
        browsers.mvc().perform(get(api()).accept("text/html")).andExpect(status().isUnauthorized());
        for (String path : List.of(pdf(), preview(), results(), csv())) {
            browsers.mvc().perform(get(path)).andExpect(status().isFound()).andExpect(redirectedUrlPattern("**/login"));
        }
    }

    private String results() {
        return "/campaigns/" + evaluation.campaign() + "/results";
    }

    private String csv() {
        return "/campaigns/" + evaluation.campaign() + "/dashboard.csv";
    }

    private String pdf() {
        return "/evaluations/" + evaluation.id() + "/report/pdf";
    }

    private String preview() {
        return "/evaluations/" + evaluation.id() + "/report/preview";
    }

    private String api() {
        return "/api/evaluations/" + evaluation.id() + "/label";
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private ResultActions page(PersonId person, String path) throws Exception {
        return browsers.mvc().perform(get(path).session(browsers.signedIn(person)));
    }
}
