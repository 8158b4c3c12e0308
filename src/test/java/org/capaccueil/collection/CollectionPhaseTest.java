package org.capaccueil.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class CollectionPhaseTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Browsers browsers;

    @Autowired
    Jobs jobs;

    @Autowired
    Measuring measuring;

    @Autowired
    Measurements measurements;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TaskDesk desk;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    Town town;
    EvaluationId id;
    Actor agent;
    Actor lead;

    @BeforeEach
    void aTeamAtTheCounterAndOnThePhone() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        id = fixtures.openEvaluation(town).id();
        agent = fixtures.actor(town.agent());
        lead = fixtures.actor(town.lead());
    }

    @Test
    void onlyTheTeamsChannelsAreAsked() {
        List<MeasureRow> rows = measuring.sheet(agent, id).rows();

        assertThat(rows).extracting(MeasureRow::channel).containsOnly(Channel.COUNTER, Channel.PHONE);
        assertThat(rows).extracting(row -> row.indicator().code()).contains("CNT-WAIT", "TEL-ANSWER", "FCR");
        assertThat(rows).extracting(MeasureRow::key).doesNotHaveDuplicates().doesNotContain("FCR-digital");
    }

    @Test
    void submittedFiguresAreFrozenAndTheTeamRatesItselfNext() {
        phases.fillFigures(agent, id);
        measuring.save(lead, id, "TEL-ANSWER", Channel.PHONE, 1, share("852", "1000"));

        measuring.submit(agent, id);
        jobs.runAll();

        assertThat(measurements.isFrozen(id)).isTrue();
        assertThat(measurements.of(id))
                .filteredOn(figure -> figure.indicator().equals("TEL-ANSWER"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo("85.2"));
        assertThat(evaluations.get(id).phase()).isEqualTo(Phase.SELF_ASSESSMENT);
        assertThat(desk.find("rateThemselves", id.value())).isPresent();
        assertThat(trail.of(id)).extracting(Trail.Line::action).contains("Relevé", "Chiffres soumis", "Données figées");
    }

    @Test
    void anIncompleteSheetIsNotSubmitted() {
        assertThatThrownBy(() -> measuring.submit(agent, id)).hasMessageContaining("Il manque encore");
        assertThat(desk.find("measureIndicators", id.value())).isPresent();
    }

    @Test
    void nothingChangesOnceSubmittedEvenFromAFormReplayed() {
        phases.fillFigures(agent, id);
        measuring.submit(agent, id);

        assertThatThrownBy(() -> measuring.save(agent, id, "TEL-ANSWER", Channel.PHONE, 1, share("1", "2")))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> measuring.submit(lead, id)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aFailureAfterTheSubmissionLeavesNeitherTheFiguresNorTheTaskMoved() {
        phases.fillFigures(agent, id);

        assertThatThrownBy(() -> transaction.executeWithoutResult(running -> {
                    measuring.submit(agent, id);
                    throw new IllegalStateException("before the commit");
                }))
                .hasMessage("before the commit");

        assertThat(measuring.sheet(agent, id).mayEnter()).isTrue();
        assertThat(desk.find("measureIndicators", id.value())).isPresent();
        assertThat(trail.of(id)).extracting(Trail.Line::action).doesNotContain("Chiffres soumis");
    }

    @Test
    void aTaskTakenBySomebodyElseIsNotSubmitted() {
        phases.fillFigures(agent, id);
        desk.claim(desk.find("measureIndicators", id.value()).orElseThrow().id(), lead);

        assertThatThrownBy(() -> measuring.submit(agent, id))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("prise par une autre personne");
        assertThat(measuring.sheet(agent, id).mayEnter()).isTrue();
    }

    @Test
    void othersReadOrSeeNothing() {
        Actor manager = fixtures.actor(town.manager());
        assertThat(measuring.sheet(manager, id).mayEnter()).isFalse();
        assertThatThrownBy(() -> measuring.save(manager, id, "TEL-ANSWER", Channel.PHONE, 0, share("1", "2")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> measuring.sheet(fixtures.actor(fixtures.town().agent()), id))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> measuring.save(agent, id, "MSG-5D", Channel.DIGITAL, 0, share("1", "2")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void ofTwoSubmissionsAtOnceOneWinsAndTheOtherIsToldSo() throws Exception {
        phases.fillFigures(agent, id);

        List<String> outcomes = both(() -> submitted(agent), () -> submitted(lead));

        assertThat(outcomes).containsExactlyInAnyOrder("done", "StepNoLongerOpen");
        jobs.runAll();
        assertThat(measurements.isFrozen(id)).isTrue();
    }

    @Test
    void twoPeopleFillingTheSameLineAtOnceLoseNothing() throws Exception {
        List<String> outcomes = both(() -> saved(agent, share("800", "1000")), () -> saved(lead, share("900", "1000")));

        assertThat(outcomes).hasSize(2).contains("done");
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals("done"))
                .singleElement()
                .satisfies(both -> assertThat(both).contains("800 sur 1000").contains("900 sur 1000"));
    }

    @Test
    void theLineIsKeptByFormAndByHtmxAndAStaleVersionShowsBothTexts() throws Exception {
        var session = browsers.signedIn(town.agent());
        String line = "/evaluations/" + id + "/collection/TEL-ANSWER/phone";

        browsers.mvc()
                .perform(get("/evaluations/" + id + "/collection").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Taux de décroché")))
                .andExpect(content().string(containsString("Cible : au moins")));
        browsers.mvc()
                .perform(post(line)
                        .session(session)
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("numerator", "1 852")
                        .param("denominator", "2 000")
                        .param("source", "Autocommutateur")
                        .param("periodStart", "2026-01-01")
                        .param("periodEnd", "31/03/2026")
                        .param("version", "0"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("92,6 %")))
                .andExpect(content().string(containsString("Cible atteinte")))
                .andExpect(content().string(not(containsString("<html"))));
        browsers.mvc()
                .perform(post(line)
                        .session(session)
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("notMeasured", "true")
                        .param("reason", "Panne de l'autocommutateur")
                        .param("version", "0"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("1852 sur 2000")))
                .andExpect(content().string(containsString("Panne de l&#39;autocommutateur")));
        browsers.mvc()
                .perform(post(line)
                        .session(session)
                        .with(csrf())
                        .param("notMeasured", "true")
                        .param("reason", "Panne")
                        .param("version", "0")
                        .param("over", "1"))
                .andExpect(redirectedUrl("/evaluations/" + id + "/collection#TEL-ANSWER-phone"));
        assertThat(measurements.of(id)).singleElement().satisfies(figure -> assertThat(figure.unavailable())
                .isEqualTo("Panne"));
    }

    @Test
    void aFigureThatCannotBeIsRefusedAtItsFieldAndWhatWasTypedIsKept() throws Exception {
        var session = browsers.signedIn(town.agent());

        browsers.mvc()
                .perform(post("/evaluations/" + id + "/collection/TEL-ANSWER/phone")
                        .session(session)
                        .with(csrf())
                        .param("numerator", "douze")
                        .param("denominator", "1000")
                        .param("source", "Ma source à moi")
                        .param("periodStart", "2026-01-01")
                        .param("periodEnd", "2026-03-31")
                        .param("version", "0"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("« douze » n&#39;est pas un nombre")))
                .andExpect(content().string(containsString("value=\"douze\"")))
                .andExpect(content().string(containsString("value=\"Ma source à moi\"")));
        assertThat(measurements.of(id)).isEmpty();
        browsers.mvc()
                .perform(post("/evaluations/" + id + "/collection/submission")
                        .session(session)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#TEL-ANSWER-phone\"")));
    }

    @Test
    void anUnknownAddressIsAPageThatSaysSo() throws Exception {
        var session = browsers.signedIn(town.agent());
        browsers.mvc()
                .perform(get("/evaluations/not-an-id/collection").session(session))
                .andExpect(status().isNotFound());
        browsers.mvc()
                .perform(post("/evaluations/" + id + "/collection/NOPE/phone")
                        .session(session)
                        .with(csrf())
                        .param("version", "0")
                        .param("notMeasured", "true")
                        .param("reason", "x"))
                .andExpect(status().isNotFound());
    }

    private String submitted(Actor actor) {
        try {
            measuring.submit(actor, id);
            return "done";
        } catch (BusinessRefusal refusal) {
            return refusal.getClass().getSimpleName();
        }
    }

    private String saved(Actor actor, Figures figures) {
        try {
            measuring.save(actor, id, "TEL-ANSWER", Channel.PHONE, 0, figures);
            return "done";
        } catch (ChangedMeanwhile changed) {
            return changed.differences().toString();
        }
    }

    private static List<String> both(Callable<String> one, Callable<String> other) throws Exception {
        ExecutorService two = SystemScope.threads(2);
        CountDownLatch start = new CountDownLatch(1);
        try {
            Future<String> first = two.submit(() -> {
                start.await();
                return one.call();
            });
            Future<String> second = two.submit(() -> {
                start.await();
                return other.call();
            });
            start.countDown();
            return List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS));
        } finally {
            two.shutdownNow();
        }
    }

    private static Figures share(String numerator, String denominator) {
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        return new Figures(
                null,
                new BigDecimal(numerator),
                new BigDecimal(denominator),
                today.minusMonths(3),
                today,
                "Autocommutateur",
                null,
                null);
    }
}
