package org.capaccueil.privacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.organisation.Departures;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People leave, and what names them goes on its day: not the day before, and once. */
@ApplicationTest
class RetentionTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam audited;

    @Autowired
    Departures departures;

    @Autowired
    Retention retention;

    @Autowired
    Organisation organisation;

    @Autowired
    Trail trail;

    @Autowired
    TaskDesk tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    private Town town;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void whoLeavesHasNoTeamNoRoleAndNoAccessAtOnce() {
        String email = organisation.person(town.agent()).email();
        assertThat(organisation.byEmail(email)).isPresent();

        leave(town.agent());

        assertThat(organisation.team(town.team()).hasMember(town.agent())).isFalse();
        assertThat(organisation.peopleOf(town.commune()))
                .extracting(PersonView::id)
                .doesNotContain(town.agent());
        assertThat(organisation.byEmail(email)).isEmpty();
        assertThatThrownBy(() -> organisation.actor(town.agent())).isInstanceOf(NotFound.class);
        assertThat(organisation.person(town.agent()).name()).isEqualTo("Karim Agent");
    }

    @Test
    void aTaskThatWasTakenGoesBackToTheTeam() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        String task =
                tasks.openFor(java.util.List.of(evaluation.id().value())).get(0).id();
        tasks.claim(task, fixtures.actor(town.agent()));

        leave(town.agent());

        assertThat(tasks.stillOpen(java.util.List.of(task)).get(0).assignee()).isNull();
    }

    @Test
    void nobodyLeavesWithAnOpenActionAnAuditOrAsTheLastQualityManager() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        audited.rated(evaluation, town, 4, 3, "ON_SITE");
        UUID finding = audited.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        audited.signedPlan(evaluation, town, finding, "ACC-3", "IN_PROGRESS");
        Actor manager = fixtures.actor(town.manager());

        assertThatThrownBy(() -> leave(town.agent()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("L'action n° 1")
                .hasMessageContaining("le responsable de l'équipe");
        assertThatThrownBy(() -> leave(town.manager())).hasMessageContaining("dernier référent qualité");
        assertThatThrownBy(() -> departures.leave(manager, town.auditor(), today()))
                .as("somebody of another commune")
                .isInstanceOf(NotFound.class);
        assertThat(organisation.team(town.team()).hasMember(town.agent())).isTrue();
    }

    @Test
    void anAuditorHandsTheAuditOverFirst() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        audited.rated(evaluation, town, 4, 3, "ON_SITE");
        PersonId neighbour = fixtures.person(
                organisation.person(town.auditor()).commune(),
                "Rémi Référent",
                UUID.randomUUID().toString().substring(0, 8),
                "Référent",
                org.capaccueil.shared.Role.QUALITY_MANAGER);

        assertThatThrownBy(() -> departures.leave(fixtures.actor(neighbour), town.auditor(), today()))
                .hasMessageContaining("L'audit de l'équipe");
    }

    @Test
    void aDepartureToComeOrASecondOneIsRefusedAndAMistakeIsUndone() {
        Actor manager = fixtures.actor(town.manager());
        assertThatThrownBy(() -> departures.leave(manager, town.agent(), today().plusDays(1)))
                .hasMessageContaining("à venir");
        leave(town.agent());
        assertThatThrownBy(() -> leave(town.agent())).hasMessageContaining("déjà enregistré");

        departures.comeBack(manager, town.agent());

        assertThat(organisation.actor(town.agent()).teams()).isEmpty();
        assertThatThrownBy(() -> departures.comeBack(manager, town.agent())).hasMessageContaining("Aucun départ");
    }

    @Test
    void theDayBeforeNothingAndTheDayAfterTheNameIsGoneOnce() {
        LocalDate left = today();
        leave(town.agent());
        Instant due = PublicTime.startOf(left.plusMonths(24));

        advanceTo(due.minus(Duration.ofHours(20)));
        retention.apply();
        assertThat(organisation.person(town.agent()).name()).isEqualTo("Karim Agent");

        advanceTo(due.plus(Duration.ofHours(1)));
        retention.apply();
        retention.apply();

        PersonView gone = organisation.person(town.agent());
        assertThat(gone.name()).isEqualTo("Ancien membre de l'équipe");
        assertThat(gone.capacity()).isEqualTo("A quitté la commune");
        assertThat(gone.email()).isNull();
        assertThat(departures.anonymise(town.agent())).isFalse();
        assertThatThrownBy(() -> departures.comeBack(fixtures.actor(town.manager()), town.agent()))
                .hasMessageContaining("déjà effacées");
    }

    @Test
    void theLastCampaignCountsWhenItEndsLaterAndNothingIsDueBeforeItIsOver() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        jdbc.sql("insert into trail_entry (at, actor_id, actor_name, evaluation_id, subject, action) "
                        + "values (?, ?, 'Karim Agent', ?, 'ACC-1', 'Cotation')")
                .params(
                        Timestamp.from(clock.instant()),
                        town.agent().value(),
                        evaluation.id().value())
                .update();
        leave(town.agent());
        assertThat(due(town.agent())).as("the campaign is still going").isNull();

        LocalDate closing = today().plusDays(400);
        jdbc.sql("update campaign set status = 'CLOSED', closing_date = ? where id = ?")
                .params(java.sql.Date.valueOf(closing), evaluation.campaign().value())
                .update();

        assertThat(due(town.agent())).isEqualTo(closing.plusMonths(24));
    }

    @Test
    void signaturesKeepNameAndCapacityAndTheJournalShowsNoName() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        audited.rated(evaluation, town, 4, 3, "CLOSED");
        UUID finding = audited.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        audited.signedPlan(evaluation, town, finding, "ACC-3", "EFFECTIVE");
        transaction.executeWithoutResult(now -> trail.record(
                fixtures.actor(town.leadership()), Trail.Event.on(evaluation.id(), "Plan d'action", "Plan signé")));
        leave(town.leadership());

        assertThat(departures.anonymise(town.leadership())).isTrue();

        assertThat(jdbc.sql("select signed_name || ', ' || signed_capacity from action_plan where evaluation_id = ?")
                        .param(evaluation.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("Philippe Direction, Directeur général des services");
        assertThat(trail.of(evaluation.id()))
                .filteredOn(line -> line.action().equals("Plan signé"))
                .singleElement()
                .satisfies(line -> assertThat(line.actor()).isEqualTo("Personne partie"));
        assertThat(jdbc.sql("select actor_name from trail_entry where evaluation_id = ? and action = 'Plan signé'")
                        .param(evaluation.id().value())
                        .query(String.class)
                        .single())
                .as("what was written stays until the archives service sorts it")
                .isEqualTo("Philippe Direction");
    }

    @Test
    void progressNotesAndMailsDoNotOutliveTheName() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        audited.rated(evaluation, town, 4, 3, "CLOSED");
        UUID finding = audited.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        audited.signedPlan(evaluation, town, finding, "ACC-3", "EFFECTIVE");
        jdbc.sql("insert into action_progress (id, action_id, at, person_id, person_name, progress, note) "
                        + "select ?, id, now(), ?, 'Karim Agent', 100, 'Fait' from improvement_action "
                        + "where evaluation_id = ?")
                .params(UUID.randomUUID(), town.agent().value(), evaluation.id().value())
                .update();
        mail(clock.instant());
        leave(town.agent());

        departures.anonymise(town.agent());

        assertThat(jdbc.sql("select person_name from action_progress where person_id = ?")
                        .param(town.agent().value())
                        .query(String.class)
                        .list())
                .containsExactly("Ancien membre de l'équipe");
        assertThat(mailsOf(town.agent())).isZero();
    }

    @Test
    void aMailIsDeletedAfterTwelveMonthsAndNotBefore() {
        Instant written = clock.instant();
        mail(written);

        advanceTo(PublicTime.startOf(PublicTime.dayOf(written).plusMonths(12)));
        retention.apply();
        assertThat(mailsOf(town.agent())).isOne();

        clock.advance(Duration.ofDays(2));
        retention.apply();
        assertThat(mailsOf(town.agent())).isZero();
    }

    @Test
    void whileOneNodeIsAtAPersonAnotherPassesBy() throws Exception {
        leave(town.agent());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(
                () -> Boolean.TRUE.equals(transaction.execute(now -> {
                    boolean done = departures.anonymise(town.agent());
                    held.countDown();
                    await(asked);
                    return done;
                })),
                SystemScope.threads(1));
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

        boolean second = departures.anonymise(town.agent());
        asked.countDown();

        assertThat(second).isFalse();
        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void leave(PersonId person) {
        departures.leave(fixtures.actor(town.manager()), person, today());
    }

    private LocalDate due(PersonId person) {
        return retention.departed(fixtures.actor(town.manager())).stream()
                .filter(line -> line.person().id().equals(person))
                .findFirst()
                .orElseThrow()
                .due();
    }

    private void mail(Instant written) {
        jdbc.sql("insert into mail (written_at, person_id, address, subject, body, next_attempt_at) "
                        + "values (?, ?, 'k@example.org', 'Rappel', 'Bonjour Karim Agent', ?)")
                .params(Timestamp.from(written), town.agent().value(), Timestamp.from(written))
                .update();
    }

    private long mailsOf(PersonId person) {
        return jdbc.sql("select count(*) from mail where person_id = ?")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }

    private void advanceTo(Instant instant) {
        clock.advance(Duration.of(clock.instant().until(instant, ChronoUnit.SECONDS), ChronoUnit.SECONDS));
    }
}
