package org.capaccueil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.TaskService;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.workflow.TaskDesk;
import org.capaccueil.workflow.TaskDesk.Whose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

@ApplicationTest
class TaskListTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Pages pages;

    @Autowired
    Jobs jobs;

    @Autowired
    TaskDesk desk;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TaskService engine;

    Town town;
    EvaluationView evaluation;

    @BeforeEach
    void openOne() {
        town = fixtures.town();
        evaluation = fixtures.openEvaluation(town);
    }

    @Test
    void aTaskOfTheTeamIsTakenByOneAndGivenBackToAll() throws Exception {
        pages.open(town.agent(), "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("Relever les indicateurs"),
                                containsString(evaluation.teamName()),
                                containsString("À prendre dans mes équipes"))));

        pages.send(town.agent(), "/tasks/" + task() + "/claim").andExpect(redirectedUrl("/tasks?whose=MINE"));
        assertThat(count(town.agent(), Whose.MINE)).isEqualTo(1);
        assertThat(count(town.lead(), Whose.OFFERED)).isZero();
        pages.open(town.lead(), "/tasks?whose=TAKEN_BY_OTHERS")
                .andExpect(content().string(containsString("Prise par Karim Agent")));

        pages.send(town.agent(), "/tasks/" + task() + "/give-back").andExpect(redirectedUrl("/tasks"));
        assertThat(count(town.agent(), Whose.MINE)).isZero();
        assertThat(count(town.lead(), Whose.OFFERED)).isEqualTo(1);
    }

    @Test
    void whatAColleagueHasTakenIsNotTakenAgainAndThePageSaysSo() throws Exception {
        pages.send(town.lead(), "/tasks/" + task() + "/claim");

        pages.send(town.agent(), "/tasks/" + task() + "/claim")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("prise par une autre personne")));
        pages.send(town.agent(), "/tasks/" + task() + "/give-back").andExpect(status().isConflict());
        assertThat(count(town.lead(), Whose.MINE)).isEqualTo(1);
    }

    @Test
    void aTaskOfAnotherTeamIsAnsweredLikeOneThatIsOver() throws Exception {
        Town elsewhere = fixtures.town();

        pages.send(elsewhere.agent(), "/tasks/" + task() + "/claim").andExpect(status().isConflict());
        pages.send(elsewhere.manager(), "/tasks/" + task() + "/give-back").andExpect(status().isConflict());
        pages.open(elsewhere.agent(), "/").andExpect(content().string(not(containsString(evaluation.teamName()))));
    }

    @Test
    void aTaskDoneMeanwhileIsToldFromOneThatNeverWas() throws Exception {
        String task = task();
        phases.fillFigures(fixtures.actor(town.agent()), evaluation.id());
        pages.send(town.agent(), "/evaluations/" + evaluation.id() + "/collection/submission");
        jobs.runAll();

        pages.send(town.lead(), "/tasks/" + task + "/claim").andExpect(status().isConflict());
    }

    @Test
    void ofTwoWhoTakeTheSameTaskAtOnceOneHoldsIt() throws Exception {
        String task = task();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = SystemScope.threads(2);
        List<PersonId> holders = new ArrayList<>();
        try {
            for (Future<PersonId> one : threads.invokeAll(
                    List.of(claiming(task, town.agent(), together), claiming(task, town.lead(), together)))) {
                try {
                    holders.add(one.get());
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause())
                            .isInstanceOfAny(StepNoLongerOpen.class, ConcurrencyFailureException.class);
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(holders).hasSize(1);
        assertThat(count(holders.get(0), Whose.MINE)).isEqualTo(1);
    }

    private Callable<PersonId> claiming(String task, PersonId person, CyclicBarrier together) {
        return () -> {
            together.await();
            desk.claim(task, fixtures.actor(person));
            return person;
        };
    }

    @Test
    void theListShowsOneCampaignOnlyAndTheLongestOverdueFirst() throws Exception {
        EvaluationView late = fixtures.openEvaluation(town);
        engine.setDueDate(task(late), Date.from(Instant.now().minus(10, ChronoUnit.DAYS)));

        String both = pages.open(town.agent(), "/tasks?whose=OFFERED")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(both).contains("en retard").containsSubsequence(page(late), page(evaluation));

        pages.open(town.agent(), "/tasks?whose=OFFERED&campaign=" + late.campaign())
                .andExpect(content().string(allOf(containsString(page(late)), not(containsString(page(evaluation))))));
    }

    @Test
    void anEmptyListSaysWhatToDoNext() throws Exception {
        pages.open(town.leadership(), "/")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rien ne vous est confié")));
    }

    @Test
    void aPageBeyondTheLastIsEmptyAndNoFault() throws Exception {
        for (int page : new int[] {-1, 7, Integer.MAX_VALUE}) {
            pages.open(town.agent(), "/tasks?whose=OFFERED&page=" + page).andExpect(status().isOk());
        }
    }

    @Test
    void afterATaskComesTheNextOneOrTheList() throws Exception {
        pages.open(town.agent(), "/tasks/next").andExpect(redirectedUrl(page(evaluation)));
        pages.open(town.leadership(), "/tasks/next").andExpect(redirectedUrl("/tasks"));
    }

    private static String page(EvaluationView evaluation) {
        return "/evaluations/" + evaluation.id() + "/collection";
    }

    private String task() {
        return task(evaluation);
    }

    private String task(EvaluationView of) {
        return desk.openFor(List.of(of.id().value())).get(0).id();
    }

    private long count(PersonId person, Whose whose) {
        return desk.count(fixtures.actor(person), whose, null);
    }
}
