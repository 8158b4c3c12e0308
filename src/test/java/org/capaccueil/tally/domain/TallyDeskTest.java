package org.capaccueil.tally.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.capaccueil.tally.Tallies;
import org.capaccueil.tally.TallyTown;
import org.capaccueil.tally.domain.Figures.Line;
import org.capaccueil.tally.domain.TallyDesk.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Taps on PostgreSQL: each kept once, whatever the network does, and nobody's. */
@ApplicationTest
class TallyDeskTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TallyDesk desk;

    @Autowired
    ChoiceBook book;

    @Autowired
    Tallies tallies;

    @Autowired
    TallyReading reading;

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Town town;
    private Actor agent;
    private TallyTown at;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
        agent = fixtures.actor(town.agent());
        at = new TallyTown(desk, agent);
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private Instant now() {
        return clock.instant();
    }

    private List<String> sendAll(Actor actor, Tap... taps) {
        return desk.keepAll(actor, List.of(taps), now()).stream()
                .map(receipt -> String.valueOf(receipt.refusal()))
                .toList();
    }

    private long kept() {
        return figures(town, null).total();
    }

    private Line figures(Town of, @Nullable Channel channel) {
        return reading.figures(
                        fixtures.actor(of.manager()),
                        new FigureFilter(today().minusDays(30), today(), null, channel, null, null))
                .all();
    }

    private java.time.LocalDate today() {
        return PublicTime.today(clock);
    }

    private UUID pointOf(TeamId team) {
        return jdbc.sql("select id from reception_point where team_id = ?")
                .param(team.value())
                .query(UUID.class)
                .single();
    }

    @Test
    void aBatchSentAgainIsCountedOnce() {
        Tap[] taps = {at.tap(Outcome.ANSWERED, now()), at.tap(Outcome.ORIENTED, now()), at.tap(Outcome.CAME_BACK, now())
        };

        assertThat(sendAll(agent, taps)).containsOnly("null");
        assertThat(sendAll(agent, taps)).containsOnly("null");
        assertThat(sendAll(fixtures.actor(town.lead()), taps))
                .as("a colleague's browser has the same")
                .containsOnly("null");

        Line all = figures(town, null);
        assertThat(all.total()).isEqualTo(3);
        assertThat(List.of(Outcome.ANSWERED, Outcome.ORIENTED, Outcome.CAME_BACK))
                .allMatch(outcome -> all.count(outcome) == 1);
        assertThat(figures(town, Channel.PHONE).total()).isZero();
        assertThat(desk.today(agent)).containsEntry(at.point(), 3L);
    }

    @Test
    void twoWindowsThatSendTheSameAtOnceCountItOnce() throws Exception {
        List<Tap> taps = Collections.nCopies(20, Outcome.ANSWERED).stream()
                .map(outcome -> at.tap(outcome, now()))
                .toList();
        List<Tap> reversed = new ArrayList<>(taps);
        // each would wait for what the other has, if both went through them as they come
        Collections.rotate(reversed, 3);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService windows = SystemScope.threads(2);
        try {
            List<Future<List<Receipt>>> sent = Stream.of(taps, reversed)
                    .map(batch -> windows.submit(() -> {
                        start.await();
                        return desk.keepAll(agent, batch, now());
                    }))
                    .toList();
            start.countDown();
            for (Future<List<Receipt>> answer : sent) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).allMatch(receipt -> receipt.refusal() == null);
            }
        } finally {
            windows.shutdown();
        }

        assertThat(kept()).isEqualTo(20);
        assertThat(sendAll(agent, reversed.toArray(Tap[]::new))).containsOnly("null");
        assertThat(kept()).isEqualTo(20);
    }

    @Test
    void anotherTeamsIdIsRefusedAndLeftAsItIs() {
        Town other = fixtures.town();
        Actor stranger = fixtures.actor(other.agent());
        Tap tap = at.tap(Outcome.ANSWERED, now());
        desk.keep(agent, tap);
        Tap stolen =
                new TallyTown(desk, stranger).tap(tap.id(), "SOCIAL", Channel.COUNTER, Outcome.CAME_BACK, now(), null);

        assertThat(sendAll(stranger, stolen)).allMatch(refusal -> refusal.contains("numéro qui a déjà servi"));
        assertThatThrownBy(() -> desk.undo(stranger, tap.id())).isInstanceOf(NotFound.class);

        assertThat(figures(town, null).count(Outcome.ANSWERED)).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
        assertThat(figures(other, null).total()).isZero();
    }

    @Test
    void oneIdForTwoDifferentTapsLosesNeitherInSilence() {
        Tap first = at.tap(Outcome.ANSWERED, now());
        desk.keep(agent, first);
        Tap other = at.tap(first.id(), "SOCIAL", Channel.COUNTER, Outcome.ANSWERED, now(), null);

        assertThatThrownBy(() -> desk.keep(agent, other)).hasMessageContaining("numéro qui a déjà servi");
    }

    @Test
    void anotherTeamsPointIsRefusedLikeOneThatDoesNotExist() {
        PersonId lead = fixtures.person(
                town.commune(), "Léa", UUID.randomUUID().toString().substring(0, 8), "Responsable");
        TeamId annexe = fixtures.team(town.manager(), "BIS", "Annexe", lead, lead);
        Tap mine = at.tap(Outcome.ANSWERED, now());
        Tap theirs = moved(mine, pointOf(annexe));
        Tap away = moved(mine, pointOf(fixtures.town().team()));
        Tap nowhere = moved(mine, UUID.randomUUID());

        List<String> refusals = sendAll(agent, theirs, away, nowhere);

        assertThat(refusals).hasSize(3).allMatch(refusal -> refusal.equals(refusals.get(2)));
        assertThat(refusals.get(0)).contains("n'est pas, ou n'est plus, à votre équipe");
        assertThat(kept()).isZero();
    }

    private static Tap moved(Tap tap, UUID point) {
        return new Tap(UUID.randomUUID(), point, tap.channel(), tap.subject(), tap.outcome(), null, tap.at(), null);
    }

    @Test
    void aChannelThePointDoesNotOpenIsRefused() {
        Tap digital = at.tap(UUID.randomUUID(), "ETAT-CIVIL", Channel.DIGITAL, Outcome.ANSWERED, now(), null);

        assertThatThrownBy(() -> desk.keep(agent, digital)).hasMessageContaining("ne reçoit pas sur ce canal");
    }

    @Test
    void whatWasTappedBeforeItsSubjectWasArchivedIsKeptAndWhatCameAfterIsNot() {
        UUID subject = at.subject("VIE-LOCALE");
        Tap before = at.tap(UUID.randomUUID(), "VIE-LOCALE", Channel.COUNTER, Outcome.ANSWERED, now(), null);
        clock.advance(Duration.ofMinutes(5));
        book.archive(fixtures.actor(town.manager()), subject);
        clock.advance(Duration.ofSeconds(5));
        Tap after =
                new Tap(UUID.randomUUID(), at.point(), Channel.COUNTER, subject, Outcome.ANSWERED, null, now(), null);

        assertThat(sendAll(agent, before, after))
                .satisfiesExactly(refusal -> assertThat(refusal).isEqualTo("null"), refusal -> assertThat(refusal)
                        .contains("n'est plus proposé"));
        assertThat(kept()).as("and stays in the figures").isEqualTo(1);
    }

    @Test
    void ofABatchTheGoodIsKeptAndTheBadToldWithItsReason() {
        Tap good = at.tap(Outcome.ANSWERED, now());
        Tap old = at.tap(Outcome.ANSWERED, now().minus(Duration.ofDays(8)));
        Tap early = at.tap(Outcome.ANSWERED, now().plus(Duration.ofHours(2)));
        Tap noOutcome =
                new Tap(UUID.randomUUID(), at.point(), Channel.COUNTER, good.subject(), null, null, now(), null);
        Tap noSubject =
                new Tap(UUID.randomUUID(), at.point(), Channel.COUNTER, null, Outcome.ANSWERED, null, now(), null);
        Tap wrongKind = new Tap(
                UUID.randomUUID(),
                at.point(),
                Channel.COUNTER,
                at.orientation("CCAS"),
                Outcome.ANSWERED,
                null,
                now(),
                null);
        Tap named = at.tap(
                UUID.randomUUID(), "SOCIAL", Channel.COUNTER, Outcome.ANSWERED, now(), "rappeler au 06 12 34 56 78");

        assertThat(sendAll(agent, old, good, early, noOutcome, noSubject, wrongKind, named))
                .satisfiesExactly(
                        refusal -> assertThat(refusal).contains("plus de 7 jours"),
                        refusal -> assertThat(refusal).isEqualTo("null"),
                        refusal -> assertThat(refusal).contains("à venir"),
                        refusal -> assertThat(refusal).contains("advenu"),
                        refusal -> assertThat(refusal).contains("Choisissez le sujet"),
                        refusal -> assertThat(refusal).contains("pas dans la liste"),
                        refusal -> assertThat(refusal).contains("numéro de téléphone"));
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aBatchThatIsTooLongIsRefusedWhole() {
        List<Tap> many = Collections.nCopies(TallyDesk.LARGEST_BATCH + 1, at.tap(Outcome.ANSWERED, now()));

        assertThatThrownBy(() -> desk.keepAll(agent, many, now())).hasMessageContaining("200 demandes au plus");
        assertThat(kept()).isZero();
    }

    @Test
    void aTapIsTakenBackForTenMinutesByTheTeamAndItsCopyDoesNotReturn() {
        Tap tap = at.tap(UUID.randomUUID(), "SOCIAL", Channel.COUNTER, Outcome.ANSWERED, now(), "file trop longue");
        desk.keep(agent, tap);
        clock.advance(Duration.ofMinutes(10));

        desk.undo(agent, tap.id());
        assertThatCode(() -> desk.undo(agent, tap.id())).doesNotThrowAnyException();

        assertThat(kept()).isZero();
        assertThat(sendAll(agent, tap)).as("a late copy").containsOnly("null");
        assertThat(kept()).isZero();
        assertThat(jdbc.sql("select note from tally_contact where id = ?")
                        .param(tap.id())
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .single())
                .isEqualTo("null");
    }

    @Test
    void whatWasTakenBackInTimeIsTakenBackHoweverLateTheNetworkReturns() {
        Tap tap = at.tap(Outcome.ANSWERED, now());
        desk.keep(agent, tap);
        clock.advance(Duration.ofHours(2));

        assertThatThrownBy(() -> desk.undo(agent, tap.id(), now().minus(Duration.ofMinutes(90)), now()))
                .as("asked for half an hour after the tap")
                .hasMessageContaining("plus ancienne");
        desk.undo(agent, tap.id(), now().minus(Duration.ofMinutes(115)), now());

        assertThat(kept()).isZero();
    }

    @Test
    void afterThatItStaysCounted() {
        Tap tap = at.tap(Outcome.ANSWERED, now());
        desk.keep(agent, tap);
        clock.advance(Duration.ofMinutes(12));

        assertThatThrownBy(() -> desk.undo(agent, tap.id()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("plus ancienne");
        assertThat(kept()).isEqualTo(1);
        assertThatThrownBy(() -> desk.undo(agent, UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverIsInNoTeamTapsNothing() {
        Actor manager = fixtures.actor(town.manager());

        assertThatThrownBy(() -> desk.screen(manager)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.keepAll(manager, List.of(), now())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.undo(manager, UUID.randomUUID())).isInstanceOf(NotAllowed.class);
    }

    @Test
    void nothingTellsWhoTapped() {
        long lines = journal();
        desk.keep(agent, at.tap(Outcome.ANSWERED, now()));

        assertThat(journal()).isEqualTo(lines);
        assertThat(jdbc.sql("select row_to_json(c)::text from tally_contact c where commune_id = ?")
                        .param(town.commune().value())
                        .query(String.class)
                        .single())
                .doesNotContain(agent.id().toString())
                .contains("\"tapped_at\"")
                .containsPattern("\"tapped_at\":\"[^\"]*:00[+.]");
    }

    private long journal() {
        return jdbc.sql("select count(*) from trail_entry").query(Long.class).single();
    }

    @Test
    void notesGoAfterTheirTimeAndTheCountsStay() {
        Tap noted = at.tap(UUID.randomUUID(), "SOCIAL", Channel.COUNTER, Outcome.ANSWERED, now(), "file trop longue");
        Tap undone = at.tap(Outcome.ANSWERED, now());
        desk.keep(agent, noted);
        desk.keep(agent, undone);
        desk.undo(agent, undone.id());

        assertThat(tallies.forgetNotesBefore(today())).isZero();
        assertThat(rows()).isEqualTo(2);
        clock.advance(Duration.ofDays(9));
        assertThat(tallies.forgetNotesBefore(today())).isPositive();

        assertThat(rows()).as("the mark of the undone one is gone").isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
        assertThat(jdbc.sql("select count(note) from tally_contact where commune_id = ?")
                        .param(town.commune().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long rows() {
        return jdbc.sql("select count(*) from tally_contact where commune_id = ?")
                .param(town.commune().value())
                .query(Long.class)
                .single();
    }

    @Test
    void theNameOfAPointIsKnownAfterItHasClosed() {
        UUID point = at.point();
        desk.keep(agent, at.tap(Outcome.ANSWERED, now()));
        Actor manager = fixtures.actor(town.manager());
        register.openPoint(manager, town.team(), "Annexe", "2 rue Neuve", java.util.Set.of(Channel.COUNTER));

        register.closePoint(manager, town.team(), point);

        assertThat(jdbc.sql("select name from tally_point where point_id = ?")
                        .param(point)
                        .query(String.class)
                        .single())
                .isEqualTo("Hôtel de ville");
        assertThat(kept()).isEqualTo(1);
    }
}
