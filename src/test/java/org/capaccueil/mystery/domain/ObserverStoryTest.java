package org.capaccueil.mystery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.mystery.MysteryTown;
import org.capaccueil.organisation.Departures;
import org.capaccueil.organisation.TeamLife;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.OneFigure;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Observers hear of their visits and find them, whatever else they are; and one who is gone leaves no wave behind. */
@ApplicationTest
class ObserverStoryTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    MysteryTown mystery;

    @Autowired
    ObserverDesk observers;

    @Autowired
    WaveDesk desk;

    @Autowired
    VisitDesk visitDesk;

    @Autowired
    ObserverReminder reminder;

    @Autowired
    WaveReading reading;

    @Autowired
    Observing observing;

    @Autowired
    OwnVisits own;

    @Autowired
    MysteryResults results;

    @Autowired
    Indicators indicators;

    @Autowired
    Departures departures;

    @Autowired
    TeamLife teams;

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

    private LocalDate today() {
        return PublicTime.today(clock);
    }

    private List<String> mails(PersonId reader) {
        return jdbc.sql("select subject || ' ' || body from mail where person_id = ? order by id")
                .param(reader.value())
                .query(String.class)
                .list();
    }

    @Test
    void anObserverWithoutAnyRoleIsToldOnceTheWaveIsConfirmedAndFindsTheWay() throws Exception {
        UUID wave = mystery.planned(town, 1);
        assertThat(mails(observer)).isEmpty();
        pages.open(observer, "/tasks").andExpect(content().string(not(containsString("observation mystère"))));
        desk.confirm(manager, wave);

        assertThat(mails(observer)).singleElement().satisfies(mail -> assertThat(mail)
                .contains(
                        "Des observations vous sont confiées",
                        "« Vague d'essai »",
                        "du " + PublicTime.inWords(today()) + " au ",
                        "/mystery")
                .doesNotContain("Hôtel de ville", "Guichet", "carte d", "vers "));
        pages.open(observer, "/tasks")
                .andExpect(content().string(containsString("1 observation mystère à faire")))
                .andExpect(content().string(containsString("href=\"/mystery\"")))
                .andExpect(content().string(not(containsString("Rien ne vous est confié"))));
        pages.open(observer, "/mystery")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("class=\"part-nav\"")))
                .andExpect(content().string(not(containsString("href=\"/tally\""))));
        pages.open(town.agent(), "/tasks").andExpect(content().string(containsString("href=\"/tally\"")));
        PersonId nobody =
                fixtures.person(town.commune(), "Nora Rien", UUID.randomUUID().toString(), "Stagiaire", Role.AGENT);
        pages.open(nobody, "/tasks").andExpect(content().string(not(containsString("Écoute"))));

        mystery.done(observer, mystery.visits(observer).get(0), 0, "");
        pages.open(observer, "/tasks").andExpect(content().string(not(containsString("observation mystère"))));
        assertThat(jdbc.sql("select action from trail_entry where actor_id = ?")
                        .param(manager.id().value())
                        .query(String.class)
                        .list())
                .contains("Vague mystère confirmée : observateurs prévenus");
    }

    @Test
    void whoeverGetsAVisitIsToldAndWhoeverLosesItAsWell() {
        UUID wave = mystery.underway(town, 1);
        PersonId second = mystery.observer(town, "Otto Observateur");
        WaveReading.PlannedVisit visit = reading.sheet(manager, wave).plan().get(0);

        visitDesk.move(manager, wave, visit.id(), visit.version(), new VisitMove(second, visit.day(), visit.hour()));

        assertThat(mails(second)).singleElement().satisfies(mail -> assertThat(mail)
                .contains("nouvelle ou déplacée", "« Vague d'essai »")
                .doesNotContain("Hôtel de ville", "Guichet"));
        assertThat(mails(observer)).hasSize(2).last().satisfies(mail -> assertThat(mail)
                .contains("ne vous est plus confiée"));
    }

    @Test
    void whoeverHasSomethingLeftIsRemindedOnceInTheLastWorkingDays() {
        PersonId done = mystery.observer(town, "Otto Observateur");
        mystery.underway(town, 2);
        mystery.done(done, mystery.visits(done).get(0), 0, "");
        LocalDate last = today().plusMonths(2);

        reminder.remind();
        assertThat(mails(observer)).hasSize(1);
        clock.advance(Duration.ofDays(ChronoUnit.DAYS.between(today(), last) - 4));
        reminder.remind();
        reminder.remind();

        assertThat(mails(observer)).hasSize(2).last().satisfies(mail -> assertThat(mail)
                .contains("Il vous reste des observations", "elle finit le " + PublicTime.inWords(last))
                .doesNotContain("Hôtel de ville", "Guichet"));
        assertThat(mails(done)).hasSize(1);
    }

    @Test
    void whoeverOnlyReadsTheNetworkIsNeitherOfferedNorTakenIn() {
        PersonId only = fixtures.person(
                town.commune(), "Solène Lectrice", UUID.randomUUID().toString(), "Chargée de qualité", Role.OBSERVER);

        assertThat(observers.candidates(manager)).extracting(one -> one.id()).doesNotContain(only);
        assertThatThrownBy(() -> observers.enrol(manager, only, today()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("seulement observateur du réseau");
    }

    @Test
    void nobodyLeavesWithAVisitAndTheManagerDeclaresABegunOneNotDoneUnread() throws Exception {
        UUID wave = mystery.underway(town, 1);
        UUID visit = mystery.visits(observer).get(0);
        mystery.noted(observer, visit, 1, "Le panneau est caché");
        assertThatThrownBy(() -> departures.leave(manager, observer, today()))
                .hasMessageContaining("« Vague d'essai » attend une observation");
        String address = "/mystery/waves/" + wave + "/visits/" + visit;
        pages.open(town.manager(), "/mystery/waves/" + wave).andExpect(content().string(containsString("Non faite ?")));
        pages.open(town.manager(), address)
                .andExpect(content().string(containsString("Déclarer non faite")))
                .andExpect(content().string(not(containsString("panneau"))));

        String post = "/mystery/waves/" + wave + "/abandonments/" + visit;
        pages.send(town.lead(), post, "reason", "Partie").andExpect(status().isForbidden());
        pages.send(town.manager(), post, "reason", "Mme Durand est partie")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("jamais une personne")));
        pages.send(town.manager(), post, "reason", "Partie à la retraite")
                .andExpect(redirectedUrl("/mystery/waves/" + wave));

        assertThatThrownBy(() -> visitDesk.declareNotDone(manager, wave, visit, "Encore"))
                .isInstanceOf(StepNoLongerOpen.class);
        departures.leave(manager, observer, today());
        desk.open(manager, wave);
        assertThat(results.of(manager, wave).notDone()).isEqualTo(1);
        assertThat(results.of(manager, wave).whole().score().visits()).isZero();
    }

    private Optional<Figure> figure(TeamId team, LocalDate from, LocalDate to) {
        return OneFigure.of(indicators, "MYST", "/10", team, Channel.COUNTER, from, to);
    }

    @Test
    void aVisitCountsOnTheDayItWasNotedHoweverLateItIsHandedIn() {
        UUID wave = mystery.underway(town, 1);
        UUID visit = mystery.visits(observer).get(0);
        LocalDate first = today();
        LocalDate last = first.plusMonths(2);
        clock.advance(Duration.between(clock.instant(), PublicTime.startOf(last).plus(Duration.ofHours(12))));
        VisitSheet sheet = mystery.noted(observer, visit, 0, "");
        clock.advance(Duration.ofDays(2));
        observing.submit(fixtures.actor(observer), visit, sheet.version(), MysteryTown.points(sheet, 0), "");
        desk.open(manager, wave);

        assertThat(figure(town.team(), first, last))
                .hasValueSatisfying(figure -> assertThat(figure.to()).isEqualTo(last));
        assertThat(figure(town.team(), last.plusDays(1), last.plusDays(9))).isEmpty();
    }

    @Test
    void pointsTypedWithoutTheirVisitsHideNoWaveThatWasOpened() {
        mystery.opened(town, 1, 0, observer);
        Period month = Period.lastOver(Frequency.MONTH, today()).previous();
        indicators.give(
                manager, town.team(), "MYST", Channel.COUNTER, month, new BigDecimal("60"), new BigDecimal("120"));

        assertThat(figure(town.team(), month.start(), today())).hasValueSatisfying(figure -> {
            assertThat(figure.cases()).isEqualByComparingTo("1");
            assertThat(figure.source()).startsWith("Évaluations mystère");
        });
        assertThat(figure(town.team(), month.start(), month.end()))
                .as("no visit was then")
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("5"));
    }

    @Test
    void aTeamAnswersForTheVisitsOfTheOneThatWasMergedIntoIt() {
        mystery.opened(town, 1, 0, observer);
        TeamId survivor =
                fixtures.team(town.manager(), "UNIQUE", "Guichet unique", town.lead(), town.agent(), Channel.COUNTER);
        assertThat(figure(survivor, today(), today())).isEmpty();

        teams.merge(manager, town.team(), survivor, today(), "Un seul guichet", false);

        assertThat(figure(survivor, today(), today())).isPresent();
    }
}
