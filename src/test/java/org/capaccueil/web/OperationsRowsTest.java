package org.capaccueil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.support.TestPostgres;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which step, timer and task the operator's rows name, among those of all teams. */
@ApplicationTest
class OperationsRowsTest {

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
    TaskDesk desk;

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
    void aMissedTimerIsNamedWithItsStepAndItsTeam() throws Exception {
        Job timer = jobsOfTheEvaluation().stream()
                .filter(job -> job.getDuedate() != null)
                .findFirst()
                .orElseThrow();
        Instant now = Instant.now();
        try {
            management.setJobDuedate(timer.getId(), Date.from(now.minus(1, ChronoUnit.MINUTES)));
            pages.open(operator, "/operations")
                    .andExpect(content().string(not(containsString(evaluation.teamName() + "</td>"))));

            management.setJobDuedate(timer.getId(), Date.from(now.minus(3, ChronoUnit.MINUTES)));
            pages.open(operator, "/operations")
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Échéances passées depuis plus de deux minutes"),
                                    containsString("Premier rappel"),
                                    containsString(evaluation.teamName() + "</td>"))));
        } finally {
            management.setJobDuedate(timer.getId(), timer.getDuedate());
        }
    }

    @Test
    void theTaskThatHasWaitedLongestIsTheOldestOfAll() throws Exception {
        EvaluationView older = fixtures.openEvaluation(fixtures.town());
        String task = desk.openFor(List.of(older.id().value())).get(0).id();
        jdbc.sql("update act_ru_task set create_time_ = ? where id_ = ?")
                .param(Timestamp.from(Instant.now().minus(4_000, ChronoUnit.DAYS)))
                .param(task)
                .update();
        try {
            pages.open(operator, "/operations")
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Relever les indicateurs"),
                                    containsString(older.teamName()),
                                    containsString("la plus ancienne : depuis 11 ans"),
                                    not(containsString(evaluation.teamName())))));
        } finally {
            jdbc.sql("update act_ru_task set create_time_ = now() where id_ = ?")
                    .param(task)
                    .update();
        }
    }

    @Test
    void aStepRetriedBeforeItsCauseWasMendedIsStuckAgainAndOnlyAnOperatorMayRetry() throws Exception {
        phases.fillFigures(fixtures.actor(town.agent()), evaluation.id());
        measuring.submit(fixtures.actor(town.agent()), evaluation.id());
        TestPostgres.asOwner(environment)
                .sql("alter table self_assessment rename to away")
                .update();
        String retry;
        try {
            Job job = failed();
            retry = "/operations/jobs/" + job.getId() + "/retry";
            pages.send(town.manager(), retry).andExpect(status().isForbidden());
            assertThat(retries(job)).isZero();

            pages.send(operator, retry).andExpect(redirectedUrl("/operations"));
            assertThat(retries(job)).isEqualTo(1);
            catchThrowable(() -> management.executeJob(job.getId()));
            pages.open(operator, "/operations")
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Ouvrir l&#39;autoévaluation"),
                                    containsString(retry),
                                    not(containsString(".java:")))));
        } finally {
            TestPostgres.asOwner(environment)
                    .sql("alter table away rename to self_assessment")
                    .update();
        }
        pages.send(operator, retry);
        jobs.runAll();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(jdbc.sql("select count(*) from trail_entry where action = 'Étape relancée' and actor_id = ?")
                        .param(operator.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void withoutAMailServerThePageSaysSo() throws Exception {
        pages.open(operator, "/operations")
                .andExpect(content().string(containsString("aucun serveur de messagerie configuré")));
    }

    private Job failed() {
        for (int attempt = 0; attempt < 20; attempt++) {
            for (Job job : jobsOfTheEvaluation()) {
                if (job.getRetries() == 0) {
                    return job;
                }
                if (!isTimerEvent(job)) {
                    catchThrowable(() -> management.executeJob(job.getId()));
                }
            }
        }
        throw new AssertionError("no step got stuck");
    }

    private boolean isTimerEvent(Job job) {
        return management.createJobQuery().jobId(job.getId()).timers().count() == 1;
    }

    private int retries(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult().getRetries();
    }

    private List<Job> jobsOfTheEvaluation() {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(evaluation.id().toString())
                .list()
                .stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }
}
