package org.capaccueil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class OperationsPageTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Pages pages;

    @Autowired
    Jobs jobs;

    @Autowired
    Measuring measuring;

    @Autowired
    Evaluations evaluations;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    Town town;
    PersonId operator;
    EvaluationView evaluation;

    @BeforeEach
    void openOne() {
        town = fixtures.town();
        operator = fixtures.person(
                town.commune(), "Sami Exploitant", UUID.randomUUID().toString(), "DSI", Role.OPERATOR);
        evaluation = fixtures.openEvaluation(town);
    }

    @Test
    void aStepThatFailsIsShownWithItsCauseAndSucceedsWhenItIsRetriedAfterTheCauseWasMended() throws Exception {
        phases.fillFigures(fixtures.actor(town.agent()), evaluation.id());
        measuring.submit(fixtures.actor(town.agent()), evaluation.id());
        String job = stuckFor("self_assessment");

        pages.open(operator, "/operations")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Incident"),
                                containsString(evaluation.teamName()),
                                containsString("La base de données a refusé l&#39;écriture"),
                                containsString("PSQLException"),
                                containsString("/operations/jobs/" + job + "/retry"),
                                not(containsString("at org.")))));

        pages.send(operator, "/operations/jobs/" + job + "/retry").andExpect(redirectedUrl("/operations"));
        jobs.runAll();
        assertThat(evaluations.get(evaluation.id()).phase()).isEqualTo(Phase.SELF_ASSESSMENT);
        pages.open(operator, "/operations")
                .andExpect(content().string(not(containsString("/operations/jobs/" + job + "/retry"))));
        pages.send(operator, "/operations/jobs/" + job + "/retry")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("elle a abouti entre-temps")));
    }

    /** Runs the evaluation's steps while a table is missing, until the engine gives up. */
    private String stuckFor(String table) {
        List<Job> failing = List.of();
        TestPostgres.asOwner(environment)
                .sql("alter table " + table + " rename to away")
                .update();
        try {
            for (int attempt = 0; attempt < 20 && failing.isEmpty(); attempt++) {
                for (Job job : jobsOfTheEvaluation()) {
                    catchThrowable(() -> management.executeJob(job.getId()));
                }
                failing = management.createJobQuery().noRetriesLeft().list();
            }
        } finally {
            TestPostgres.asOwner(environment)
                    .sql("alter table away rename to " + table)
                    .update();
        }
        assertThat(failing).hasSize(1);
        return failing.get(0).getId();
    }

    private List<Job> jobsOfTheEvaluation() {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(evaluation.id().toString())
                .list()
                .stream()
                .flatMap(
                        instance -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .messages()
                                .withRetriesLeft()
                                .list()
                                .stream())
                .toList();
    }

    @Test
    void aTimerThatIsDueAndWasNotRunIsNamed() throws Exception {
        Job timer = management.createJobQuery().timers().list().get(0);
        pages.open(operator, "/operations").andExpect(content().string(containsString("Aucune échéance manquée")));

        management.setJobDuedate(timer.getId(), Date.from(Instant.now().minus(3, ChronoUnit.HOURS)));

        pages.open(operator, "/operations")
                .andExpect(content().string(containsString("Échéances passées depuis plus de deux minutes")));
        management.setJobDuedate(timer.getId(), timer.getDuedate());
    }

    @Test
    void theTaskThatHasWaitedLongestIsNamed() throws Exception {
        pages.open(operator, "/operations")
                .andExpect(content().string(containsString("Tâche qui attend depuis le plus longtemps")));
    }

    @Test
    void nobodyButAnOperatorSeesOrRetriesAnything() throws Exception {
        for (PersonId person : List.of(town.manager(), town.lead(), town.leadership(), town.auditor())) {
            pages.open(person, "/operations").andExpect(status().isForbidden());
            pages.send(person, "/operations/jobs/" + UUID.randomUUID() + "/retry")
                    .andExpect(status().isForbidden());
        }
    }
}
