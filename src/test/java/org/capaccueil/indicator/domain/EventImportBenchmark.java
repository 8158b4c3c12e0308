package org.capaccueil.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.capaccueil.indicator.exchange.DateOrder;
import org.capaccueil.indicator.exchange.Table;
import org.capaccueil.indicator.exchange.TableFaults;
import org.capaccueil.indicator.exchange.TableForm;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Single events through the importer, read, judged, deduplicated, kept and added up, against plain COPY of the same rows
 * into a table of the same keys, in one run; and the memory it takes. Run with {@code mvn verify -Pbenchmark}; the largest
 * number of events is {@code -Devents=1000000}.
 */
@ApplicationTest
@DirtiesContext
class EventImportBenchmark {

    private static final Logger log = LoggerFactory.getLogger(EventImportBenchmark.class);
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("events", 1_000_000);
    private static final int EVENTS_A_CONTACT = 2;
    private static final double MOST_TIMES_COPY = 8;
    private static final long MOST_MORE_BYTES = 32L * 1024 * 1024;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    Definitions definitions;

    @Autowired
    EventLoading loading;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private long peak;
    private long watching;

    @Test
    void importingEventsCostsAFewTimesCopyAndNoMoreMemoryForMore() throws Exception {
        measure("warming up", FEW);
        long few = measure("events", FEW);
        long many = measure("events", MANY);

        assertThat(many - few).as("more heap for more events").isLessThanOrEqualTo(MOST_MORE_BYTES);
    }

    private long measure(String what, int events) throws Exception {
        Town town = fixtures.town();
        String team = organisation.team(town.team()).code();
        LocalDate first = PublicTime.today(clock).minusMonths(3).withDayOfMonth(1);
        definitions.of(town.commune());
        peak = 0;
        watching = 0;
        long start = System.nanoTime();
        LoadOutcome outcome = transaction.execute(status -> load(
                town,
                lines(
                        events,
                        "Contact;Équipe;Canal;Appel présenté;Appel décroché\n",
                        n -> "c" + n + ";" + team + ";Téléphone;" + first.plusDays(n % 28) + " 09:00:00;"
                                + first.plusDays(n % 28) + " 09:00:" + (10 + n % 50) + "\n")));
        double imported = (System.nanoTime() - start - watching) / 1e6;
        assertThat(outcome).isNotNull();
        assertThat(outcome.written()).isEqualTo(events);
        double copied = copy(town, events, first);
        assertThat(jdbc.sql("select count(*) from indicator_value where team_id = ? and origin = 'EVENTS'")
                        .param(town.team().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        log.info(
                "BENCHMARK | {} {} imported and added up, against COPY (at most {} times) | {} ms, {} ms, ratio {}, heap {} MB",
                events,
                what,
                MOST_TIMES_COPY,
                "%.0f".formatted(imported),
                "%.0f".formatted(copied),
                "%.2f".formatted(imported / copied),
                peak / (1024 * 1024));
        if (events > FEW) {
            assertThat(imported / copied).isLessThanOrEqualTo(MOST_TIMES_COPY);
        }
        return peak;
    }

    private LoadOutcome load(Town town, InputStream file) {
        Recipe recipe = new Recipe(
                Recipe.Kind.EVENTS,
                new TableForm(false, "UTF-8", ';', ',', DateOrder.YEAR_FIRST, 1),
                Map.of(
                        "Contact",
                        "CONTACT",
                        "Équipe",
                        "TEAM",
                        "Canal",
                        "CHANNEL",
                        "Appel présenté",
                        "MOMENT:CALL_OFFERED",
                        "Appel décroché",
                        "MOMENT:CALL_ANSWERED"),
                null,
                null,
                null,
                false);
        TableFaults faults = new TableFaults();
        Map<UUID, TeamView> teams = organisation.teamsOf(town.commune()).stream()
                .collect(Collectors.toMap(team -> team.id().value(), Function.identity()));
        LoadOutcome outcome = loading.load(
                new EventLoading.Load(town.commune(), null, false, false),
                definitions.of(town.commune()),
                teams,
                faults,
                into -> {
                    int[] seen = {0};
                    MappedFile rows = new MappedFile(
                            recipe,
                            faults,
                            new EventRowReader(
                                    recipe,
                                    new KnownNames(java.util.List.copyOf(teams.values())),
                                    Instant.EPOCH,
                                    Instant.now(),
                                    into)::take);
                    Table.readText(file, recipe.form(), faults, (line, cells) -> {
                        if (++seen[0] % (FEW / EVENTS_A_CONTACT) == 0
                                && (seen[0] / (FEW / EVENTS_A_CONTACT)) % 10 == 1) {
                            watchHeap();
                        }
                        return rows.take(line, cells);
                    });
                });
        assertThat(faults.kept()).isEmpty();
        return outcome;
    }

    private void watchHeap() {
        long start = System.nanoTime();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
        watching += System.nanoTime() - start;
    }

    private double copy(Town town, int events, LocalDate first) throws Exception {
        JdbcClient owner = TestPostgres.asOwner(environment);
        owner.sql("drop table if exists plain_event").update();
        owner.sql("create table plain_event (like contact_event including all)").update();
        String rest = "\t" + town.team() + "\tPHONE\t";
        InputStream rows = lines(events, "", n -> {
            String day = first.plusDays(n % 28) + " 09:00:";
            return town.commune() + "\tc" + n + ":CALL_OFFERED\tc" + n + rest + "CALL_OFFERED\t" + day + "00+01\n"
                    + town.commune() + "\tc" + n + ":CALL_ANSWERED\tc" + n + rest + "CALL_ANSWERED\t" + day
                    + (10 + n % 50) + "+01\n";
        });
        try (Connection connection = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"), TestPostgres.OWNER, "")) {
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy plain_event (commune_id, source_id, contact, team_id, channel, kind, at) from stdin",
                            rows);
            return (System.nanoTime() - start) / 1e6;
        } finally {
            owner.sql("drop table plain_event").update();
        }
    }

    /** Made as it is read: what is measured is never in memory as a whole. */
    private static InputStream lines(int events, String head, IntFunction<String> line) {
        int contacts = events / EVENTS_A_CONTACT;
        Enumeration<InputStream> parts = new Enumeration<>() {
            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return next < contacts;
            }

            @Override
            public InputStream nextElement() {
                StringBuilder text = new StringBuilder(next < 0 ? head : "");
                next = Math.max(next, 0);
                int last = Math.min(contacts, next + 1000);
                for (; next < last; next++) {
                    text.append(line.apply(next));
                }
                return new java.io.ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        };
        return new SequenceInputStream(contacts == 0 ? Collections.emptyEnumeration() : parts);
    }
}
