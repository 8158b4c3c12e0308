package org.capaccueil.mystery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.mystery.Mysteries;
import org.capaccueil.mystery.MysteryTown;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.OneFigure;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an observer notes is nobody else's before the wave is opened, whichever way one looks; and then it counts exactly. */
@ApplicationTest
class SealTest {

    private static final String REMARK = "Le panneau des horaires est caché par une plante";

    @Autowired
    Fixtures fixtures;

    @Autowired
    MysteryTown mystery;

    @Autowired
    Organisation organisation;

    @Autowired
    Register register;

    @Autowired
    WaveDesk desk;

    @Autowired
    VisitDesk visitDesk;

    @Autowired
    WaveReading reading;

    @Autowired
    Observing observing;

    @Autowired
    OwnVisits own;

    @Autowired
    ObserverDesk observers;

    @Autowired
    ScenarioDesk scenarios;

    @Autowired
    MysteryResults results;

    @Autowired
    RemarkDesk remarks;

    @Autowired
    Indicators indicators;

    @Autowired
    Mysteries mysteries;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Town town;
    private Actor manager;
    private PersonId observer;

    @BeforeEach
    void aTownWithAnObserver() {
        town = fixtures.town(Channel.COUNTER);
        manager = fixtures.actor(town.manager());
        observer = mystery.observer(town, "Olga Observatrice");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private UUID onlyVisit() {
        return mystery.visits(observer).get(0);
    }

    private Optional<Figure> figure() {
        LocalDate today = PublicTime.today(clock);
        return OneFigure.of(
                indicators, "MYST", "/10", town.team(), Channel.COUNTER, today.minusDays(1), today.plusMonths(3));
    }

    @Test
    void beforeTheWaveIsOpenedNobodySeesAnyOfItWhicheverWayTheyLook() throws Exception {
        PersonId other = mystery.observer(town, "Otto Observateur");
        UUID wave = mystery.underway(town, 2);
        UUID visit = onlyVisit();
        mystery.done(observer, visit, 1, REMARK);
        mystery.noted(other, mystery.visits(other).get(0), 2, "Ailleurs");
        String page = "/mystery/waves/" + wave;

        for (PersonId person : List.of(town.manager(), town.lead(), town.agent(), town.leadership())) {
            Actor actor = fixtures.actor(person);
            assertThatThrownBy(() -> results.of(actor, wave)).isInstanceOf(StepNoLongerOpen.class);
            assertThatThrownBy(() -> own.sheet(actor, visit)).isInstanceOf(NotFound.class);
            pages.open(person, page + "/results").andExpect(status().isConflict());
            pages.open(person, page + "/results.csv").andExpect(status().isConflict());
            pages.open(person, "/mystery/visits/" + visit).andExpect(status().isNotFound());
            pages.open(person, page)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(REMARK))));
        }
        assertThatThrownBy(() -> remarks.board(manager, wave)).isInstanceOf(StepNoLongerOpen.class);
        pages.open(town.manager(), page + "/remarks").andExpect(status().isConflict());
        assertThatThrownBy(() -> own.sheet(fixtures.actor(other), visit)).isInstanceOf(NotFound.class);
        pages.open(other, "/mystery/visits/" + visit).andExpect(status().isNotFound());
        pages.open(other, page + "/results").andExpect(status().isNotFound());
        assertThat(figure()).isEmpty();
        // the observer's own stays theirs to read
        pages.open(observer, "/mystery/visits/" + visit)
                .andExpect(content().string(containsString("panneau des horaires")));
    }

    @Test
    void theJournalSaysWhoDidWhatAndNeverWhatWasNotedNorWhere() {
        UUID wave = mystery.underway(town, 1);
        mystery.done(observer, onlyVisit(), 1, REMARK);

        List<Map<String, Object>> lines = jdbc.sql(
                        "select action, subject, before_value, after_value, reason from trail_entry where actor_id = ?")
                .param(observer.value())
                .query()
                .listOfRows();
        assertThat(lines)
                .extracting(line -> line.get("action"))
                .contains("Observation mystère commencée", "Observation mystère rendue");
        assertThat(lines)
                .extracting(line -> line.get("subject"))
                .containsOnly("Vague d'essai", "Observateurs mystère · Olga Observatrice");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("before_value")).isNull());
        assertThat(lines).allSatisfy(line -> assertThat(line.get("after_value")).isNull());
        assertThat(lines).allSatisfy(line -> assertThat(line.get("reason")).isNull());
        assertThat(reading.sheet(manager, wave).plan()).hasSize(1);
    }

    @Test
    void aTeamIsToldTheRulesAndThePeriodAndNeverDatesScenariosOrObservers() throws Exception {
        UUID prepared = mystery.planned(town, 1);
        pages.open(town.lead(), "/mystery/waves/" + prepared).andExpect(status().isNotFound());
        assertThat(reading.list(fixtures.actor(town.lead()))).isEmpty();
        desk.confirm(manager, prepared);

        for (PersonId person : List.of(town.lead(), town.leadership())) {
            assertThat(reading.sheet(fixtures.actor(person), prepared).plan()).isEmpty();
            pages.open(person, "/mystery/waves/" + prepared)
                    .andExpect(content().string(containsString("Aucune suite individuelle")))
                    .andExpect(content().string(not(containsString("Olga"))))
                    .andExpect(content().string(not(containsString("carte d"))))
                    .andExpect(content().string(not(containsString("lundi 9-12"))));
        }
        pages.open(town.manager(), "/mystery/waves/" + prepared)
                .andExpect(content().string(containsString("Olga Observatrice")));
    }

    @Test
    void onceOpenedTheScoreIsExactAndNamesNoObserver() throws Exception {
        UUID wave = mystery.opened(town, 1, 1, observer);
        // a visit to the counter: 9 lines that are always noted, 2 2 3 3 3 3 2 2 2 = 22 points, one lost in each
        MysteryResults.Sheet sheet = results.of(manager, wave);

        assertThat(sheet.whole().score()).isEqualTo(new Score(13, 22, 1));
        assertThat(sheet.whole().verdict()).isEqualTo(Verdict.SMALL_BASE);
        assertThat(sheet.aim().target()).isEqualByComparingTo("7");
        assertThat(sheet.byMoment())
                .extracting(row -> row.label() + " " + row.score().obtained() + "/"
                        + row.score().possible())
                .containsExactly(
                        "Accessibilité et attente 1/2",
                        "Accueil 3/5",
                        "Écoute 4/6",
                        "Réponse 3/5",
                        "Prise de congé 2/4");
        assertThat(sheet.weakest().get(0).score().value()).isEqualByComparingTo("5");
        assertThat(figure()).hasValueSatisfying(figure -> {
            assertThat(figure.numerator()).isEqualByComparingTo("13");
            assertThat(figure.denominator()).isEqualByComparingTo("22");
            assertThat(figure.value()).isEqualTo("5." + "90".repeat(16) + "9");
            assertThat(figure.cases()).isEqualByComparingTo("1");
            assertThat(figure.source()).startsWith("Évaluations mystère, 1 visite du ");
        });
        assertThat(OneFigure.of(
                        indicators,
                        "MYST",
                        "/10",
                        town.team(),
                        Channel.PHONE,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2099, 1, 1)))
                .isEmpty();
        pages.open(town.lead(), "/mystery/waves/" + wave + "/results")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Base insuffisante")))
                .andExpect(content().string(not(containsString("Olga"))))
                .andExpect(content().string(not(containsString("Accueil clair"))));
        pages.open(town.leadership(), "/mystery/waves/" + wave + "/results.csv")
                .andExpect(content().string(containsString("Vague;Ensemble;13;22;5,90")))
                .andExpect(content().string(not(containsString("Olga"))));
    }

    @Test
    void aRemarkIsReadByTheOthersOnceItIsPublishedWithItsPassagesMasked() {
        UUID wave = mystery.underway(town, 1);
        mystery.done(observer, onlyVisit(), 0, REMARK);
        desk.open(manager, wave);
        RemarkDesk.Remark remark = remarks.board(manager, wave).remarks().get(0);
        assertThat(results.of(manager, wave).remarks()).isEmpty();

        assertThatThrownBy(() ->
                        remarks.decide(fixtures.actor(town.lead()), wave, remark.visit(), remark.version(), true, ""))
                .hasMessageContaining("Référent qualité");
        assertThatThrownBy(() -> remarks.decide(manager, wave, remark.visit(), remark.version(), true, "une fleur"))
                .hasMessageContaining("n'est pas dans le texte");
        remarks.decide(manager, wave, remark.visit(), remark.version(), true, "par une plante");

        assertThat(results.of(fixtures.actor(town.lead()), wave).remarks())
                .containsExactly("Le panneau des horaires est caché […]");
        assertThatThrownBy(() -> remarks.decide(manager, wave, remark.visit(), remark.version(), false, ""))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(mysteries.forgetRemarksOfWavesOpenedBefore(clock.instant().minusSeconds(3600)))
                .isZero();
        assertThat(mysteries.forgetRemarksOfWavesOpenedBefore(clock.instant().plusSeconds(60)))
                .isPositive();
        assertThat(results.of(manager, wave).remarks()).isEmpty();
        assertThat(results.of(manager, wave).whole().score().visits()).isEqualTo(1);
    }

    @Test
    void aVisitThatIsWithdrawnStaysToBeSeenAndCountsNoMore() {
        UUID wave = mystery.underway(town, 1);
        UUID visit = onlyVisit();
        mystery.done(observer, visit, 0, "");
        assertThatThrownBy(() -> visitDesk.withdraw(manager, wave, visit, "Un doute"))
                .isInstanceOf(StepNoLongerOpen.class);
        desk.open(manager, wave);
        assertThat(figure()).isPresent();

        assertThatThrownBy(() -> visitDesk.withdraw(manager, wave, visit, " ")).hasMessageContaining("Dites pourquoi");
        visitDesk.withdraw(manager, wave, visit, "Le guichet était fermé pour travaux");

        MysteryResults.Sheet sheet = results.of(fixtures.actor(town.lead()), wave);
        assertThat(sheet.whole().score()).isEqualTo(new Score(0, 0, 0));
        assertThat(sheet.withdrawn())
                .containsExactly(
                        new MysteryResults.Withdrawn("Hôtel de ville, Guichet", "Le guichet était fermé pour travaux"));
        assertThat(figure()).isEmpty();
    }

    @Test
    void nobodyObservesTheirOwnTeamNotEvenOneTheyJoinedSince() {
        mystery.enrol(town, town.agent());
        UUID wave = mystery.planned(town, 1);
        WaveReading.PlannedVisit planned = reading.sheet(manager, wave).plan().get(0);
        assertThat(planned.observer()).isEqualTo(observer);
        assertThatThrownBy(() -> visitDesk.move(
                        manager,
                        wave,
                        planned.id(),
                        planned.version(),
                        new VisitMove(town.agent(), planned.day(), planned.hour())))
                .hasMessageContaining("fait partie de l'équipe");
        desk.confirm(manager, wave);
        UUID visit = onlyVisit();
        register.enrol(manager, town.team(), observer, false);

        assertThatThrownBy(() -> observing.start(fixtures.actor(observer), visit))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("faites maintenant partie de cette équipe");
        observing.giveUp(fixtures.actor(observer), visit, "Je viens de rejoindre l'équipe");
        desk.open(manager, wave);
        assertThat(results.of(manager, wave).notDone()).isEqualTo(1);
    }

    @Test
    void whoJoinsTheTeamAfterStartingCannotHandInAndWhoHasNotAcceptedTheRulesCannotStart() {
        PersonId hasty =
                fixtures.person(town.commune(), "Hugo Pressé", UUID.randomUUID().toString(), "Stagiaire");
        observers.end(manager, observer);
        observers.enrol(manager, hasty, PublicTime.today(clock));
        mystery.underway(town, 1);
        UUID visit = mystery.visits(hasty).get(0);
        assertThatThrownBy(() -> observing.start(fixtures.actor(hasty), visit))
                .hasMessageContaining("Acceptez d'abord");
        observers.accept(fixtures.actor(hasty), hasty);
        VisitSheet sheet = mystery.noted(hasty, visit, 0, "");
        register.enrol(manager, town.team(), hasty, false);

        assertThatThrownBy(() -> observing.submit(
                        fixtures.actor(hasty), visit, sheet.version(), MysteryTown.points(sheet, 0), ""))
                .hasMessageContaining("faites maintenant partie de cette équipe");
    }

    @Test
    void whatCannotBeKeptIsToldAndEverythingElseIsKept() {
        mystery.underway(town, 1);
        UUID visit = onlyVisit();
        Actor actor = fixtures.actor(observer);
        observing.start(actor, visit);
        VisitSheet before = own.sheet(actor, visit);

        Observing.Outcome outcome = observing.save(
                actor, visit, before.version(), Map.of("I1", "2", "I8", "7", "I4", "12"), "Reçu par Mme Durand");

        assertThat(outcome.faults()).containsOnlyKeys("I8", "remark");
        VisitSheet after = own.sheet(actor, visit);
        assertThat(after.noted()).containsOnlyKeys("I1", "I4");
        assertThat(after.remark()).isEmpty();
        assertThat(observing
                        .submit(actor, visit, after.version(), Map.of("I4", ""), "")
                        .missing())
                .hasSizeGreaterThan(5);
        assertThat(own.sheet(actor, visit).noted()).containsOnlyKeys("I1");
        assertThatThrownBy(() -> observing.save(actor, visit, before.version(), Map.of("I1", "0"), ""))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, conflict -> assertThat(conflict.differences())
                        .hasSize(1));
    }

    @Test
    void whatIsHandedInIsNeverChangedNotEvenInTheDatabase() {
        UUID wave = mystery.underway(town, 1);
        UUID visit = onlyVisit();
        mystery.done(observer, visit, 0, "");
        Actor actor = fixtures.actor(observer);
        long version = own.sheet(actor, visit).version();

        assertThatThrownBy(() -> observing.save(actor, visit, version, Map.of("I1", "0"), ""))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> jdbc.sql("update mystery_rating set points = 0 where visit_id = ? and points > 0")
                        .param(visit)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from mystery_rating where visit_id = ?")
                        .param(visit)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> desk.change(
                        manager, wave, reading.sheet(manager, wave).wave().version(), mystery.plan(town, 2)))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aScenarioAndAGridThatChangeLeaveWhatIsPlannedAsItWas() {
        mystery.underway(town, 1);
        UUID visit = onlyVisit();
        ScenarioView scenario = scenarios.shelf(manager).stream()
                .filter(one -> one.kind() == VisitKind.VISIT)
                .findFirst()
                .orElseThrow();
        scenarios.reword(
                manager,
                scenario.id(),
                scenario.version(),
                new ScenarioText(VisitKind.VISIT, "Tout autre chose", "Entrez", "Demandez", "Une réponse"));

        assertThat(own.sheet(fixtures.actor(observer), visit).script().title())
                .isEqualTo("Renouveler une carte d’identité");
    }

    @Test
    void aWaveOpensOnceAllIsHandedInOrItsPeriodIsOver() {
        UUID wave = mystery.underway(town, 1);
        UUID visit = onlyVisit();
        mystery.noted(observer, visit, 0, "");
        assertThatThrownBy(() -> desk.open(manager, wave)).hasMessageContaining("Il reste 1 observation");

        clock.advance(Duration.ofDays(95));
        desk.open(manager, wave);

        assertThat(own.sheet(fixtures.actor(observer), visit).visit().status()).isEqualTo(VisitStatus.NOT_DONE);
        assertThat(results.of(manager, wave).whole().score().visits()).isZero();
        assertThat(results.of(manager, wave).notDone()).isEqualTo(1);
    }

    @Test
    void aVisitHandedInTwiceAtOnceIsHandedInOnce() throws Exception {
        mystery.underway(town, 1);
        UUID visit = onlyVisit();
        VisitSheet sheet = mystery.noted(observer, visit, 1, "");
        Actor actor = fixtures.actor(observer);
        Callable<Object> submit =
                () -> observing.submit(actor, visit, sheet.version(), MysteryTown.points(sheet, 1), "");

        List<Object> got = atOnce(List.of(submit, submit, submit, submit));

        assertThat(got).filteredOn(Observing.Outcome.class::isInstance).hasSize(1);
        assertThat(got).filteredOn(StepNoLongerOpen.class::isInstance).hasSize(3);
        assertThat(jdbc.sql("select count(*) from trail_entry where actor_id = ? and action = ?")
                        .param(observer.value())
                        .param("Observation mystère rendue")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Either it is in the results from their first moment on, or it was too late: never in after, never half. */
    @Test
    void aVisitIsHandedInBeforeTheResultsAreOpenedOrNotAtAll() throws Exception {
        for (int round = 0; round < 4; round++) {
            UUID wave = mystery.underway(town, 1);
            UUID visit = onlyVisit();
            VisitSheet sheet = mystery.noted(observer, visit, 1, "");
            Actor actor = fixtures.actor(observer);
            clock.advance(Duration.ofDays(95));

            List<Object> got = atOnce(List.of(
                    () -> observing.submit(actor, visit, sheet.version(), MysteryTown.points(sheet, 1), ""), () -> {
                        desk.open(manager, wave);
                        return results.of(manager, wave).whole().score().visits();
                    }));

            boolean handedIn = got.get(0) instanceof Observing.Outcome;
            assertThat(got.get(1)).isEqualTo(handedIn ? 1 : 0);
            if (!handedIn) {
                assertThat(got.get(0)).isInstanceOf(StepNoLongerOpen.class);
            }
            assertThat(results.of(manager, wave).whole().score().visits()).isEqualTo(handedIn ? 1 : 0);
        }
    }

    private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
        ExecutorService threads = SystemScope.threads(calls.size());
        CyclicBarrier together = new CyclicBarrier(calls.size());
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> call : calls) {
                running.add(threads.submit(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    try {
                        return call.call();
                    } catch (BusinessRefusal refused) {
                        return refused;
                    }
                }));
            }
            List<Object> got = new ArrayList<>();
            for (Future<Object> one : running) {
                got.add(one.get(60, TimeUnit.SECONDS));
            }
            return got;
        } finally {
            threads.shutdownNow();
        }
    }
}
