package org.capaccueil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.Phases;
import org.capaccueil.support.SystemScope;
import org.capaccueil.workflow.TaskDesk;
import org.capaccueil.workflow.TaskDesk.Whose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list over several pages, in its empty states, and under two clicks at the same moment. */
@ApplicationTest
class TaskListPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Phases phases;

    @Autowired
    Pages pages;

    @Autowired
    Jobs jobs;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    TaskDesk desk;

    Town town;

    @BeforeEach
    void found() {
        town = fixtures.town();
    }

    @Test
    void ofTwoClicksAtOnceOneTakesTheTaskAndTheOtherIsToldSo() throws Exception {
        for (int round = 0; round < 5; round++) {
            EvaluationView evaluation = fixtures.openEvaluation(town);
            String task = desk.openFor(List.of(evaluation.id().value())).get(0).id();
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService clicks = SystemScope.threads(2);
            List<Integer> answers = new ArrayList<>();
            try {
                for (Future<Integer> answer : clicks.invokeAll(
                        List.of(claim(town.agent(), task, together), claim(town.lead(), task, together)))) {
                    answers.add(answer.get());
                }
            } finally {
                clicks.shutdown();
            }
            assertThat(answers).containsExactlyInAnyOrder(302, 409);
            assertThat(desk.openFor(List.of(evaluation.id().value())).get(0).assignee())
                    .isEqualTo((answers.get(0) == 302 ? town.agent() : town.lead()).value());
        }
    }

    private Callable<Integer> claim(PersonId person, String task, CyclicBarrier together) {
        return () -> {
            together.await();
            return pages.send(person, "/tasks/" + task + "/claim")
                    .andReturn()
                    .getResponse()
                    .getStatus();
        };
    }

    @Test
    void aTaskGivenInPersonCannotBeGivenBackAndIsNotOfferedTheButton() throws Exception {
        EvaluationId id = phases.onSite(town);
        String task = desk.openFor(List.of(id.value())).get(0).id();

        pages.open(town.auditor(), "/tasks?whose=MINE")
                .andExpect(content()
                        .string(allOf(containsString("/evaluations/" + id), not(containsString(task + "/give-back")))));
        pages.send(town.auditor(), "/tasks/" + task + "/give-back")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("vous est confiée en personne")));
        assertThat(desk.count(fixtures.actor(town.auditor()), Whose.MINE, null)).isEqualTo(1);
    }

    @Test
    void everyEmptyListSaysWhatToDoNext() throws Exception {
        pages.open(town.leadership(), "/tasks?whose=MINE")
                .andExpect(content()
                        .string(allOf(
                                containsString("Rien ne vous est confié"),
                                containsString("Voir les tâches à prendre"))));
        pages.open(town.leadership(), "/tasks?whose=OFFERED")
                .andExpect(content()
                        .string(allOf(
                                containsString("Rien à prendre pour le moment"),
                                containsString("Voir les campagnes"))));
        pages.open(town.leadership(), "/tasks?whose=TAKEN_BY_OTHERS")
                .andExpect(content().string(containsString("Aucune tâche prise par d’autres")));
    }

    @Test
    void moreThanFiftyTasksComeOnTwoPagesThatKeepTheFilter() throws Exception {
        TeamId[] teams = new TeamId[Worklist.PAGE + 2];
        for (int i = 0; i < teams.length; i++) {
            teams[i] = fixtures.team(town.manager(), "P" + i, "Équipe " + i, town.lead(), town.agent());
        }
        var campaign = planning.prepare(fixtures.actor(town.manager()), fixtures.plan(teams));
        planning.launch(fixtures.actor(town.manager()), campaign);
        jobs.runAll();
        String list = "/tasks?whose=OFFERED&campaign=" + campaign;

        String first = pages.open(town.agent(), list).andReturn().getResponse().getContentAsString();
        String second = pages.open(town.agent(), list + "&page=1")
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(first)
                .contains("(52)", "whose=OFFERED&amp;campaign=" + campaign + "&amp;page=1")
                .doesNotContain("Page précédente");
        assertThat(second)
                .contains("whose=OFFERED&amp;campaign=" + campaign + "&amp;page=0")
                .doesNotContain("Page suivante");
        assertThat(tasks(first)).hasSize(Worklist.PAGE);
        assertThat(tasks(second)).hasSize(2).doesNotContainAnyElementsOf(tasks(first));
    }

    private static List<String> tasks(String page) {
        return java.util.regex.Pattern.compile("/tasks/([^/\"]+)/claim")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
