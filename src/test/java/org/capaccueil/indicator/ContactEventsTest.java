package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.Imports;
import org.capaccueil.indicator.domain.Imports.DryRun;
import org.capaccueil.indicator.domain.ProgramDelivery;
import org.capaccueil.indicator.domain.SeriesDraft;
import org.capaccueil.indicator.domain.SeriesReading;
import org.capaccueil.indicator.domain.SeriesReading.Point;
import org.capaccueil.indicator.domain.SeriesView;
import org.capaccueil.indicator.domain.ValueEntry;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Single events brought in, and the monthly figures they add up to, reckoned here by hand. */
@ApplicationTest
class ContactEventsTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Period MONTH = Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE))
            .previous()
            .previous();

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    Definitions definitions;

    @Autowired
    Imports imports;

    @Autowired
    ProgramDelivery delivery;

    @Autowired
    SeriesReading reading;

    @Autowired
    ValueEntry entry;

    @Autowired
    Indicators indicators;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Actor manager;
    private String team;

    @BeforeEach
    void town() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE, Channel.DIGITAL, Channel.MAIL);
        manager = fixtures.actor(town.manager());
        team = organisation.team(town.team()).code();
    }

    /** Waits of 10 min, 15 min, 20 min 40 s; one who left and one who was called before the machine gave a ticket. */
    @Test
    void ticketsAddUpToMinutesWaitedAndVisitorsCalledWithinAQuarterOfAnHour() {
        String day = MONTH.start().plusDays(4).format(DAY);
        confirm("Contact;Équipe;Canal;Ticket pris;Ticket appelé;Visiteur reçu\n"
                + line("t1", "Guichet", day + " 09:00:00", day + " 09:10:00", day + " 09:10:30")
                + line("t2", "Guichet", day + " 09:00:00", day + " 09:15:00", day + " 09:16:00")
                + line("t3", "Guichet", day + " 10:00:00", day + " 10:20:40", day + " 10:21:00")
                + line("t4", "Guichet", day + " 11:00:00", "", "")
                + line("t5", "Guichet", day + " 12:00:00", day + " 11:59:00", day + " 12:05:00"));

        Point wait = point("CNT-WAIT", Channel.COUNTER);
        Point within = point("CNT-WAIT15", Channel.COUNTER);

        // 600 + 900 + 1240 s = 2740 s over three visitors
        assertThat(wait.standing().given().base()).isEqualByComparingTo("3");
        assertThat(wait.standing().given().part()).isEqualByComparingTo("45.66666666666666666666666666666666");
        assertThat(wait.standing().value()).isEqualByComparingTo("15.22222222222222222222222222222222");
        assertThat(within.standing().given().part()).isEqualByComparingTo("2");
        assertThat(within.standing().given().origin().title()).isEqualTo("événements");
    }

    /** Two days, two counters, the same number three times; none of them is the other. */
    @Test
    void aTicketNumberComesAgainTheNextMorningAndAtTheCounterNextDoor() {
        String day = MONTH.start().plusDays(4).format(DAY);
        String next = MONTH.start().plusDays(5).format(DAY);
        String titles = "Contact;Équipe;Canal;Ticket pris;Ticket appelé;Visiteur reçu\n";
        confirm(titles
                + line("A001", "Guichet", day + " 09:00:00", day + " 09:10:00", day + " 09:10:30")
                + line("A001", "Guichet", next + " 09:00:00", next + " 09:20:00", next + " 09:20:30"));
        String annex = organisation
                .team(fixtures.team(
                        town.manager(), "ANNEXE", "Mairie annexe", town.lead(), town.agent(), Channel.COUNTER))
                .code();
        confirm(titles
                + line("A001", "Guichet", next + " 09:00:00", next + " 09:20:00", next + " 09:20:30")
                + line("A001", "Guichet", day + " 09:00:00", day + " 09:05:00", day + " 09:05:30")
                        .replace(team, annex));

        assertThat(point("CNT-WAIT", Channel.COUNTER).standing().value()).isEqualByComparingTo("15");
        assertThat(point("CNT-WAIT", Channel.COUNTER).standing().given().base()).isEqualByComparingTo("2");
        assertThat(jdbc.sql("select count(*) from contact_event where commune_id = ?")
                        .param(town.commune().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void oneEventALineATicketNumberIsThatOfItsDay() {
        StringBuilder file = new StringBuilder("Identifiant;Contact;Événement;Moment;Équipe;Canal\n");
        int id = 0;
        for (int after = 4; after < 6; after++) {
            String day = MONTH.start().plusDays(after).format(DAY);
            for (String told : List.of("ticket pris;09:00:00", "ticket appelé;09:10:00", "visiteur reçu;09:11:00")) {
                String[] parts = told.split(";");
                file.append(++id + ";A001;" + parts[0] + ";" + day + " " + parts[1] + ";" + team + ";Guichet\n");
            }
        }
        confirm(file.toString());

        assertThat(point("CNT-WAIT", Channel.COUNTER).standing().value()).isEqualByComparingTo("10");
        assertThat(point("CNT-WAIT", Channel.COUNTER).standing().given().base()).isEqualByComparingTo("2");
    }

    @Test
    void callsAddUpToThoseAnsweredAndThoseAnsweredWithinThirtySeconds() {
        String day = MONTH.start().plusDays(4).format(DAY);
        confirm("Contact;Équipe;Canal;Appel présenté;Appel décroché;Appel abandonné\n"
                + line("a1", "Téléphone", day + " 09:00:00", day + " 09:00:30", "")
                + line("a2", "Téléphone", day + " 09:00:00", day + " 09:00:31", "")
                + line("a3", "Téléphone", day + " 09:00:00", "", day + " 09:01:00")
                // the first of the next month, on the wall: another month
                + line("a4", "Téléphone", MONTH.next().start().format(DAY) + " 00:00:00", "", ""));

        assertThat(quantities("TEL-ANSWER", Channel.PHONE)).isEqualTo("2/3");
        assertThat(quantities("TEL-30S", Channel.PHONE)).isEqualTo("1/3");
    }

    /** The rule is asked of {@link WorkingDays} itself, over every day of a month, so that weekends and holidays are in it. */
    @Test
    void messagesCountByTheWorkingDaysOfTheCalendar() {
        StringBuilder file = new StringBuilder("Contact;Équipe;Canal;Message reçu;Accusé envoyé;Message répondu\n");
        int replied5 = 0;
        int acknowledged10 = 0;
        int all = 0;
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        for (LocalDate day = MONTH.start(); !day.isAfter(MONTH.end()); day = day.plusDays(1)) {
            for (int after : new int[] {3, 7, 8, 12, 15, 16}) {
                LocalDate reply = day.plusDays(after);
                if (reply.isAfter(today.minusDays(1))) {
                    continue;
                }
                all++;
                replied5 += WorkingDays.between(day, reply) <= 5 ? 1 : 0;
                acknowledged10 += WorkingDays.between(day, reply) <= 10 ? 1 : 0;
                file.append(line(
                        "m" + day + after,
                        "Numérique",
                        day.format(DAY) + " 23:30:00",
                        reply.format(DAY) + " 00:10:00",
                        reply.format(DAY) + " 00:15:00"));
            }
        }
        // received, never answered, and the delay is long over
        file.append(line("never", "Numérique", MONTH.start().format(DAY) + " 10:00:00", "", ""));
        confirm(file.toString());

        assertThat(quantities("MSG-5D", Channel.DIGITAL)).isEqualTo(replied5 + "/" + (all + 1));
        assertThat(quantities("ACK-LEGAL", Channel.DIGITAL)).isEqualTo(acknowledged10 + "/" + (all + 1));
    }

    @Test
    void aMailboxThatTellsNoReceiptsHasNotSentNone() {
        String day = MONTH.start().plusDays(4).format(DAY);
        String reply = WorkingDays.plus(MONTH.start().plusDays(4), 2).format(DAY);
        confirm("Contact;Équipe;Canal;Message reçu;Message répondu\n"
                + line("m1", "Numérique", day + " 10:00:00", reply + " 10:00:00"));

        assertThat(quantities("MSG-5D", Channel.DIGITAL)).isEqualTo("1/1");
        assertThat(point("ACK-LEGAL", Channel.DIGITAL).standing()).isNull();

        confirm("Contact;Équipe;Canal;Message reçu;Accusé envoyé\n"
                + line("m2", "Numérique", day + " 10:00:00", day + " 10:01:00"));
        assertThat(quantities("ACK-LEGAL", Channel.DIGITAL)).isEqualTo("1/2");
    }

    @Test
    void lettersHaveFifteenWorkingDays() {
        LocalDate received = MONTH.start().plusDays(1);
        LocalDate last = WorkingDays.plus(received, 15);
        confirm("Contact;Équipe;Canal;Message reçu;Message répondu\n"
                + line("l1", "Courrier", received.format(DAY) + " 10:00", last.format(DAY) + " 18:00")
                + line(
                        "l2",
                        "Courrier",
                        received.format(DAY) + " 10:00",
                        WorkingDays.plus(received, 16).format(DAY) + " 08:00"));

        assertThat(quantities("MAIL-15D", Channel.MAIL)).isEqualTo("1/2");
    }

    @Test
    void anEventSentAgainCountsOnceAndOneThatChangesIsReckonedAgainWithItsRevision() {
        String day = MONTH.start().plusDays(4).format(DAY);
        String titles = "Contact;Équipe;Canal;Appel présenté;Appel décroché\n";
        confirm(titles + line("a1", "Téléphone", day + " 09:00:00", day + " 09:00:20"));
        DryRun again = imports.dryRun(
                manager,
                upload(titles
                        + line("a1", "Téléphone", day + " 09:00:00", day + " 09:00:20")
                        + line("a2", "Téléphone", day + " 09:05:00", "")),
                false);
        assertThat(again.outcome()).extracting("written", "known").containsExactly(1, 2);

        UUID changed = upload(titles + line("a1", "Téléphone", day + " 09:00:00", day + " 09:00:50"));
        assertThat(imports.dryRun(manager, changed, false).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("disait autre chose"));
        imports.confirm(manager, changed, true, "Horloge remise à l'heure");

        assertThat(quantities("TEL-30S", Channel.PHONE)).isEqualTo("0/1");
        assertThat(point("TEL-30S", Channel.PHONE).revisions()).hasSize(2);
        assertThat(point("TEL-ANSWER", Channel.PHONE).revisions())
                .as("nothing changed here")
                .hasSize(1);
    }

    /** They were brought in for the wrong team: its figure says that there was nothing, and the old one stays readable. */
    @Test
    void aMonthWhoseEventsAreAllTakenElsewhereHasNoCases() {
        String annex = organisation
                .team(fixtures.team(
                        town.manager(), "ANNEXE", "Mairie annexe", town.lead(), town.agent(), Channel.PHONE))
                .code();
        String day = MONTH.start().plusDays(4).format(DAY);
        String file = "Contact;Équipe;Canal;Appel présenté;Appel décroché\n"
                + line("a1", "Téléphone", day + " 09:00:00", day + " 09:00:20")
                + line("a2", "Téléphone", day + " 09:05:00", "");
        confirm(file);
        assertThat(quantities("TEL-ANSWER", Channel.PHONE)).isEqualTo("1/2");

        imports.confirm(manager, upload(file.replace(team, annex)), true, "Mauvaise équipe");

        assertThat(quantities("TEL-ANSWER", Channel.PHONE)).isEqualTo("0/0");
        assertThat(point("TEL-ANSWER", Channel.PHONE).standing().value()).isNull();
        assertThat(point("TEL-ANSWER", Channel.PHONE).revisions()).hasSize(2);
        assertThat(quantities("TEL-30S", Channel.PHONE)).isEqualTo("0/0");
    }

    @Test
    void whatEventsMadeIsExportedAndComesBackAsWhatIsThere() throws Exception {
        String day = MONTH.start().plusDays(4).format(DAY);
        confirm("Contact;Équipe;Canal;Ticket pris;Ticket appelé;Visiteur reçu\n"
                + line("t1", "Guichet", day + " 09:00:00", day + " 09:10:01", day + " 09:10:30"));

        UUID back = imports.upload(
                manager,
                "retour.csv",
                pages.open(town.manager(), "/indicators/values.csv")
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());

        assertThat(imports.dryRun(manager, back, false).faults()).isEmpty();
        assertThat(imports.dryRun(manager, back, false).outcome())
                .extracting("written", "known")
                .containsExactly(0, 2);
    }

    @Test
    void eventsGoAfterTheirTimeAndTheirSumsStay() {
        String day = MONTH.start().plusDays(4).format(DAY);
        confirm("Contact;Équipe;Canal;Appel présenté;Appel décroché\n"
                + line("a1", "Téléphone", day + " 09:00:00", day + " 09:00:20"));
        jdbc.sql(
                        """
                insert into contact_event (commune_id, source_id, contact, team_id, channel, kind, at)
                select commune_id, source_id || ' old', contact, team_id, channel, kind, at - interval '26 months'
                from contact_event where commune_id = ?""")
                .param(town.commune().value())
                .update();

        assertThat(indicators.forgetOldEvents()).isEqualTo(2);

        assertThat(jdbc.sql("select source_id from contact_event where commune_id = ?")
                        .param(town.commune().value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(id -> id.endsWith(" old"));
        assertThat(quantities("TEL-ANSWER", Channel.PHONE)).isEqualTo("1/1");
    }

    @Test
    void aSeriesThatIsReadEveryQuarterGetsTheSumOfItsMonths() {
        SeriesView series = definitions.coded(town.commune(), "TEL-ANSWER");
        SeriesDraft was = series.draft();
        definitions.change(
                manager,
                series.id(),
                series.version(),
                new SeriesDraft(
                        was.code(),
                        was.title(),
                        was.formula(),
                        was.unit(),
                        was.direction(),
                        was.target(),
                        was.alert(),
                        Frequency.QUARTER,
                        was.gathering(),
                        was.channels(),
                        was.minBase(),
                        was.source(),
                        was.provenance(),
                        was.owner()));
        // the last one may end later today
        Period quarter = Period.lastOver(Frequency.QUARTER, LocalDate.now(PublicTime.ZONE))
                .previous();
        String titles = "Contact;Équipe;Canal;Appel présenté;Appel décroché\n";
        String first = quarter.start().format(DAY);
        String last = quarter.end().format(DAY);

        confirm(titles + line("a1", "Téléphone", first + " 09:00:00", first + " 09:00:20"));
        confirm(titles + line("a2", "Téléphone", last + " 09:00:00", ""));

        Point point = reading.history(manager, town.team(), "TEL-ANSWER", Channel.PHONE)
                .point(quarter);
        assertThat(point.standing().given().part()).isEqualByComparingTo("1");
        assertThat(point.standing().given().base()).isEqualByComparingTo("2");
        assertThat(point.revisions()).hasSize(2);
    }

    @Test
    void aValueSomebodyGaveIsNotWrittenOver() {
        entry.give(
                manager,
                town.team(),
                "TEL-ANSWER",
                Channel.PHONE,
                MONTH,
                0,
                new GivenFigures(new BigDecimal(7), BigDecimal.TEN, "Relevé", null, null));
        String day = MONTH.start().plusDays(4).format(DAY);
        confirm("Contact;Équipe;Canal;Appel présenté;Appel décroché\n"
                + line("a1", "Téléphone", day + " 09:00:00", day + " 09:00:20"));

        assertThat(quantities("TEL-ANSWER", Channel.PHONE)).isEqualTo("7/10");
        assertThat(quantities("TEL-30S", Channel.PHONE)).isEqualTo("1/1");
    }

    @Test
    void programsSendEventsInBatches() {
        String at = MONTH.start().plusDays(4) + "T09:00:%02d+01:00";
        String event =
                "{\"id\":\"%s\",\"contact\":\"c1\",\"kind\":\"%s\",\"at\":\"%s\",\"team\":\"%s\",\"channel\":\"phone\"}";
        String body = "{\"events\":["
                + event.formatted("e1", "call_offered", at.formatted(0), team) + ","
                + event.formatted("e2", "call_answered", at.formatted(10), team) + "]}";

        assertThat(delivery.events(manager, "k", body.getBytes(StandardCharsets.UTF_8)))
                .contains("\"written\":2");
        assertThat(delivery.events(manager, "k2", body.getBytes(StandardCharsets.UTF_8)))
                .contains("\"known\":2");

        assertThat(quantities("TEL-30S", Channel.PHONE)).isEqualTo("1/1");
        assertThat(jdbc.sql("select count(*) from contact_event where commune_id = ?")
                        .param(town.commune().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private String line(String contact, String channel, String... moments) {
        return contact + ";" + team + ";" + channel + ";" + String.join(";", moments) + "\n";
    }

    private UUID upload(String text) {
        return imports.upload(manager, "evenements.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private void confirm(String text) {
        UUID file = upload(text);
        assertThat(imports.dryRun(manager, file, false).faults()).isEmpty();
        imports.confirm(manager, file, false, null);
    }

    private Point point(String code, Channel channel) {
        return reading.history(manager, town.team(), code, channel).point(MONTH);
    }

    private String quantities(String code, Channel channel) {
        var given = point(code, channel).standing().given();
        return given.part().toPlainString() + "/"
                + String.valueOf(given.base() == null ? null : given.base().toPlainString());
    }
}
