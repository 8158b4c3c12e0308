package org.capaccueil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead shares the team's tasks out anew. */
@ApplicationTest
class TeamTasksTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Cycle cycle;

    @Autowired
    Measuring measuring;

    @Autowired
    Register register;

    @Autowired
    Pages pages;

    @Autowired
    TaskDesk desk;

    @Autowired
    TeamTasks tasks;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    Town town;
    EvaluationView evaluation;

    @BeforeEach
    void anOpenTask() {
        town = fixtures.town();
        evaluation = fixtures.openEvaluation(town);
    }

    private OpenTask task() {
        return desk.openFor(List.of(evaluation.id().value())).get(0);
    }

    private String board() {
        return "/teams/" + town.team() + "/tasks";
    }

    @Test
    void aLeadGivesATaskToAMemberAndPutsItBackAndBothAreInTheTrail() throws Exception {
        pages.open(town.lead(), board())
                .andExpect(content().string(allOf(containsString("À prendre"), containsString("Karim Agent"))));
        pages.send(
                        town.lead(),
                        board() + "/" + task().id() + "/give",
                        "person",
                        town.agent().toString())
                .andExpect(status().is3xxRedirection());
        assertThat(task().assignee()).isEqualTo(town.agent().value());
        assertThat(jdbc.sql("select kind from notice where task_id = ? order by id")
                        .param(task().id())
                        .query(String.class)
                        .list())
                .as("the new one is written to")
                .containsExactly("ARRIVED", "HANDED_OVER");

        pages.send(
                        town.lead(),
                        board() + "/" + task().id() + "/put-back",
                        "holder",
                        town.agent().toString())
                .andExpect(status().is3xxRedirection());
        assertThat(task().assignee()).isNull();
        assertThat(trail.of(evaluation.id()).stream()
                        .filter(line -> line.subject().equals("Relever les indicateurs")))
                .extracting(Trail.Line::actor, Trail.Line::action, Trail.Line::before, Trail.Line::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Éloïse Responsable", "Tâche confiée", "personne", "Karim Agent"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Éloïse Responsable", "Tâche remise à l'équipe", "Karim Agent", "personne"));
    }

    @Test
    void aTaskOfSomebodyWhoNoLongerLeadsIsShownAndGivenToAnother() throws Exception {
        cycle.collect(town, evaluation.id());
        cycle.assess(town, evaluation.id(), 3);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        desk.claim(task().id(), fixtures.actor(town.lead()));
        register.enrol(fixtures.actor(town.manager()), town.team(), town.agent(), true);
        // as a merger leaves it: whoever led the other team is a member of the new one
        jdbc.sql("update team_member set lead = false where team_id = ? and person_id = ?")
                .params(town.team().value(), town.lead().value())
                .update();

        pages.open(town.agent(), board())
                .andExpect(content()
                        .string(allOf(
                                containsString("Prise par Éloïse Responsable"),
                                containsString("Ne peut plus la faire"))));
        pages.send(
                        town.agent(),
                        board() + "/" + task().id() + "/give",
                        "holder",
                        town.lead().toString(),
                        "person",
                        town.agent().toString())
                .andExpect(status().is3xxRedirection());

        assertThat(task().assignee()).isEqualTo(town.agent().value());
    }

    @Test
    void whatSomebodyHadTakenIsTheTeamsToTakeOnceTheyAreTakenOutOfIt() {
        desk.claim(task().id(), fixtures.actor(town.agent()));

        register.release(fixtures.actor(town.manager()), town.team(), town.agent());

        assertThat(task().assignee()).isNull();
    }

    @Test
    void aTaskGoesToNobodyWhoMayNotDoItAndOnlyALeadOrQualityManagerGivesIt() throws Exception {
        var lead = fixtures.actor(town.lead());
        assertThatThrownBy(() -> tasks.give(lead, town.team(), task().id(), null, town.leadership()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("un membre de l'équipe");
        assertThatThrownBy(() -> tasks.give(lead, town.team(), task().id(), null, null))
                .hasMessageContaining("Choisissez d'abord");
        pages.send(
                        town.agent(),
                        board() + "/" + task().id() + "/give",
                        "person",
                        town.agent().toString())
                .andExpect(status().isForbidden());
        pages.open(town.agent(), board()).andExpect(status().isForbidden());
        pages.open(town.auditor(), board()).andExpect(status().isNotFound());
        pages.open(town.lead(), "/teams/" + UUID.randomUUID() + "/tasks").andExpect(status().isNotFound());
        pages.send(
                        town.manager(),
                        board() + "/" + task().id() + "/give",
                        "person",
                        town.agent().toString())
                .andExpect(status().is3xxRedirection());
        assertThat(task().assignee()).isEqualTo(town.agent().value());
    }

    @Test
    void aTaskThatIsDoneOrAnotherTeamsIsNoLongerOpen() {
        OpenTask done = task();
        phases.fillFigures(fixtures.actor(town.agent()), evaluation.id());
        measuring.submit(fixtures.actor(town.agent()), evaluation.id());
        Town other = fixtures.town();
        String foreign = desk.openFor(
                        List.of(fixtures.openEvaluation(other).id().value()))
                .get(0)
                .id();
        var lead = fixtures.actor(town.lead());

        assertThatThrownBy(() -> tasks.give(lead, town.team(), done.id(), null, town.agent()))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> tasks.give(lead, town.team(), foreign, null, town.agent()))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void ofTwoLeadsAtOnceOneGivesTheTaskAndTheOtherSeesWhoHasItNow() throws Exception {
        PersonId second = fixtures.person(
                town.commune(), "Lise Seconde", UUID.randomUUID().toString().substring(0, 8), "Cheffe");
        register.enrol(fixtures.actor(town.manager()), town.team(), second, true);
        for (int round = 0; round < 5; round++) {
            String task = task().id();
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService clicks = SystemScope.threads(2);
            List<Integer> answers = new ArrayList<>();
            try {
                for (Future<Integer> answer : clicks.invokeAll(List.of(
                        give(town.lead(), task, town.agent(), together), give(second, task, second, together)))) {
                    answers.add(answer.get());
                }
            } finally {
                clicks.shutdown();
            }
            assertThat(answers).containsExactlyInAnyOrder(302, 409);
            PersonId winner = answers.get(0) == 302 ? town.agent() : second;
            assertThat(task().assignee()).isEqualTo(winner.value());
            desk.giveBack(task, fixtures.actor(winner));
        }
        pages.send(
                town.lead(),
                board() + "/" + task().id() + "/give",
                "person",
                town.agent().toString());
        pages.send(second, board() + "/" + task().id() + "/give", "person", second.toString())
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("a changé de mains"),
                                containsString("Karim Agent"),
                                containsString("Lise Seconde"))));
    }

    private Callable<Integer> give(PersonId lead, String task, PersonId to, CyclicBarrier together) {
        return () -> {
            together.await();
            return pages.send(lead, board() + "/" + task + "/give", "person", to.toString())
                    .andReturn()
                    .getResponse()
                    .getStatus();
        };
    }
}
