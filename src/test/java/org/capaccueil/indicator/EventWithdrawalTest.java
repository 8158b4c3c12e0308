package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.capaccueil.indicator.domain.EventWithdrawal;
import org.capaccueil.indicator.domain.EventWithdrawal.EventFile;
import org.capaccueil.indicator.domain.Imports;
import org.capaccueil.indicator.domain.SeriesReading;
import org.capaccueil.indicator.domain.SeriesReading.Point;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of events that were wrong, taken back. */
@ApplicationTest
class EventWithdrawalTest {

    private static final Period MONTH =
            Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE)).previous();
    private static final String TICKETS = "Contact;Équipe;Canal;Ticket pris;Ticket appelé;Visiteur reçu\n";
    private static final String CALLS = "Contact;Équipe;Canal;Appel présenté;Appel décroché\n";

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    Imports imports;

    @Autowired
    EventWithdrawal withdrawal;

    @Autowired
    SeriesReading reading;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Town town;
    private Actor manager;
    private String team;

    @BeforeEach
    void town() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        manager = fixtures.actor(town.manager());
        team = organisation.team(town.team()).code();
    }

    /** Replacing adds them to the right team and cannot know that the others are wrong. */
    @Test
    void ticketsOfTheWrongTeamGoWithTheirFileAndStayWithTheRightOne() throws Exception {
        TeamId annex =
                fixtures.team(town.manager(), "ANNEXE", "Mairie annexe", town.lead(), town.agent(), Channel.COUNTER);
        String day = MONTH.start().plusDays(4).toString();
        String file = TICKETS + "A001;" + team + ";Guichet;" + day + " 09:00;" + day + " 09:10;" + day + " 09:11\n";
        UUID wrong = bring(file, null);
        bring(file.replace(team, organisation.team(annex).code()), "Mauvaise équipe");
        assertThat(quantities(town.team(), "CNT-WAIT15", Channel.COUNTER, MONTH))
                .isEqualTo("1/1");
        assertThat(pages.open(town.manager(), "/indicators/imports")
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Retirer cet import", "/indicators/imports/" + wrong + "/withdrawal");

        pages.send(town.manager(), "/indicators/imports/" + wrong + "/withdrawal")
                .andExpect(status().is3xxRedirection());

        assertThat(quantities(town.team(), "CNT-WAIT15", Channel.COUNTER, MONTH))
                .isEqualTo("0/0");
        Point point = point(town.team(), "CNT-WAIT15", Channel.COUNTER, MONTH);
        assertThat(point.standing().value()).isNull();
        assertThat(point.revisions()).hasSize(2);
        assertThat(quantities(annex, "CNT-WAIT15", Channel.COUNTER, MONTH)).isEqualTo("1/1");
        assertThat(withdrawal.files(manager)).extracting(EventFile::id).doesNotContain(wrong);
        assertThat(jdbc.sql("select after_value from trail_entry where commune_id = ? and action = 'Import retiré'")
                        .param(town.commune().value())
                        .query(String.class)
                        .list())
                .containsExactly("3 événements retirés");
        pages.send(town.manager(), "/indicators/imports/" + wrong + "/withdrawal")
                .andExpect(status().is4xxClientError());
    }

    @Test
    void callsOfAWrongDayGoWithTheirFileAndTheRightOnesMayComeBefore() {
        String wrongDay = MONTH.previous().start().plusDays(4).toString();
        String day = MONTH.start().plusDays(4).toString();
        String file = CALLS + "7;" + team + ";Téléphone;" + wrongDay + " 09:00:00;" + wrongDay + " 09:00:10\n";
        UUID wrong = bring(file, null);
        bring(file.replace(wrongDay, day), "Mauvais mois");

        assertThat(withdrawal.withdraw(manager, wrong)).isEqualTo("2 événements retirés");

        assertThat(quantities(town.team(), "TEL-ANSWER", Channel.PHONE, MONTH.previous()))
                .isEqualTo("0/0");
        assertThat(quantities(town.team(), "TEL-ANSWER", Channel.PHONE, MONTH)).isEqualTo("1/1");
    }

    /** However long ago it was confirmed: a file with events is not forgotten as the others are. */
    @Test
    void anEventThatALaterFileReplacedIsThatFilesOwn() {
        String day = MONTH.start().plusDays(4).toString();
        String kept = "2;" + team + ";Téléphone;" + day + " 09:05:00;\n";
        UUID first = bring(CALLS + "1;" + team + ";Téléphone;" + day + " 09:00:00;" + day + " 09:00:05\n" + kept, null);
        jdbc.sql("update indicator_import set uploaded_at = uploaded_at - interval '60 days' where id = ?")
                .param(first)
                .update();
        UUID later =
                bring(CALLS + "1;" + team + ";Téléphone;" + day + " 09:01:00;" + day + " 09:01:05\n" + kept, "Horloge");
        assertThat(withdrawal.files(manager))
                .extracting(EventFile::id, EventFile::events)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(later, 2), org.assertj.core.groups.Tuple.tuple(first, 1));

        assertThat(withdrawal.withdraw(manager, first)).isEqualTo("1 événement retiré");
        assertThat(quantities(town.team(), "TEL-ANSWER", Channel.PHONE, MONTH)).isEqualTo("1/1");

        assertThat(withdrawal.withdraw(manager, later)).isEqualTo("2 événements retirés");
        assertThat(quantities(town.team(), "TEL-ANSWER", Channel.PHONE, MONTH)).isEqualTo("0/0");
    }

    @Test
    void whoWithdrawsWaitsForWhoWritesAndOfTwoOnlyOneFindsSomething() throws Exception {
        String day = MONTH.start().plusDays(4).toString();
        UUID file = bring(CALLS + "1;" + team + ";Téléphone;" + day + " 09:00:00;\n", null);
        ExecutorService threads = SystemScope.threads(2);
        try {
            List<Future<String>> both = transaction.execute(status -> {
                jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
                        .param("indicator_value of " + town.commune())
                        .query(Integer.class)
                        .single();
                List<Future<String>> asked = List.of(
                        threads.submit(() -> withdrawal.withdraw(manager, file)),
                        threads.submit(() -> withdrawal.withdraw(manager, file)));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> jdbc.sql(
                                                """
                                        select count(*) from pg_locks join pg_database on oid = database
                                        where datname = current_database() and locktype = 'advisory' and not granted""")
                                        .query(Integer.class)
                                        .single()
                                >= 2);
                return asked;
            });

            int done = 0;
            for (Future<String> one : both) {
                try {
                    assertThat(one.get()).isEqualTo("1 événement retiré");
                    done++;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(StepNoLongerOpen.class);
                }
            }
            assertThat(done).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aConfirmedFileIsNotAbandoned() {
        String day = MONTH.start().plusDays(4).toString();
        UUID file = bring(CALLS + "1;" + team + ";Téléphone;" + day + " 09:00:00;\n", null);

        assertThatThrownBy(() -> imports.abandon(manager, file)).isInstanceOf(StepNoLongerOpen.class);
    }

    private UUID bring(String text, @org.jspecify.annotations.Nullable String reason) {
        UUID file = imports.upload(manager, "evenements.csv", text.getBytes(StandardCharsets.UTF_8));
        imports.confirm(manager, file, reason != null, reason);
        return file;
    }

    private Point point(TeamId of, String code, Channel channel, Period period) {
        return reading.history(manager, of, code, channel).point(period);
    }

    private String quantities(TeamId of, String code, Channel channel, Period period) {
        var given = point(of, code, channel, period).standing().given();
        return given.part().toPlainString() + "/"
                + java.util.Objects.requireNonNull(given.base()).toPlainString();
    }
}
