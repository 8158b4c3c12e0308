package org.capaccueil.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.capaccueil.organisation.Register;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.TestPostgres;
import org.capaccueil.tally.domain.FigureFilter;
import org.capaccueil.tally.domain.Figures;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.TallyReading;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The page of figures over a year of a small commune and of a large one, beside plain JDBC that sends the same statement
 * and reads its rows, in one run and under the same policies. Run with {@code mvn verify -Pbenchmark}; the ratios travel to
 * other machines, the times do not.
 */
@ApplicationTest
@DirtiesContext
class TallyBenchmark {

    private static final int FEW = 10_000;

    /** Smaller for a look at whether it runs: {@code -Dtally.contacts=20000}. */
    private static final int MANY = Integer.getInteger("tally.contacts", 1_000_000);

    private static final int DAYS = 365;
    private static final int POINTS = 3;
    private static final int WARM_UP = 12;
    private static final int ROUNDS = 11;
    private static final double MOST_RATIO = 1.5;
    private static final int LINES_BETWEEN_LOOKS = 50_000;
    private static final long MEGABYTE = 1024 * 1024;
    private static final long MOST_MORE_BYTES = 16 * MEGABYTE;

    private static final String SAME_SQL =
            """
            select case 0 when grouping(point_id) then 'POINT' when grouping(channel) then 'CHANNEL'
                          when grouping(orientation_id) then 'ORIENTATION' else 'HOUR' end part,
                   point_id, channel, subject_id, outcome, orientation_id, hour_of_week,
                   count(*) filter (where true) here, count(*) in_commune
            from tally_contact where commune_id = ? and day between ? and ? and not undone
            group by grouping sets ((point_id, subject_id, outcome), (channel, subject_id, outcome), (orientation_id),
                                    (hour_of_week))""";

    @Autowired
    Fixtures fixtures;

    @Autowired
    Register register;

    @Autowired
    TallyReading reading;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final LocalDate today = LocalDate.now(PublicTime.ZONE);
    private final FigureFilter year = new FigureFilter(today.minusDays(DAYS), today, null, null, null, null);

    @Test
    void thePageOfFiguresBesideThePlainStatement() throws Exception {
        Town small = town(FEW);
        Town large = town(MANY);
        TestPostgres.asOwner(environment).sql("vacuum analyze tally_contact").update();
        assertThat(figures(fixtures.actor(small.manager())).all().total()).isEqualTo(FEW);
        assertThat(figures(fixtures.actor(large.manager())).all().total()).isEqualTo(MANY);
        assertThat(plain(large)).isEqualTo(MANY);

        double[] few = measure(small, FEW);
        double[] many = measure(large, MANY);
        long fewBytes = heapWhileExporting(small);
        long manyBytes = heapWhileExporting(large);

        double growth = many[0] / MANY / (few[0] / FEW);
        row("%,d contacts beside plain JDBC, at most %s".formatted(MANY, MOST_RATIO), "%.2f".formatted(many[1]));
        row("growth of the time per contact, %,d to %,d (at most 1.5)".formatted(FEW, MANY), "%.2f".formatted(growth));
        row(
                "more heap while exporting %,d than %,d contacts (at most %d MB)"
                        .formatted(MANY, FEW, MOST_MORE_BYTES / MEGABYTE),
                "%d MB".formatted((manyBytes - fewBytes) / MEGABYTE));
        assertThat(manyBytes - fewBytes).isLessThanOrEqualTo(MOST_MORE_BYTES);
        assertThat(growth).isLessThanOrEqualTo(1.5);
        assertThat(many[1]).isLessThanOrEqualTo(MOST_RATIO);
    }

    /** The most that is in use, looked at from time to time as the lines go by. */
    private long heapWhileExporting(Town town) {
        Actor manager = fixtures.actor(town.manager());
        long[] seen = new long[2];
        Scope.of(town.commune())
                .run(() -> reading.export(manager, year, line -> {
                    if (seen[0]++ % LINES_BETWEEN_LOOKS == 0) {
                        System.gc();
                        Runtime runtime = Runtime.getRuntime();
                        seen[1] = Math.max(seen[1], runtime.totalMemory() - runtime.freeMemory());
                    }
                }));
        assertThat(seen[0]).isPositive();
        row("lines exported, with %d MB in use at most".formatted(seen[1] / MEGABYTE), "%,d".formatted(seen[0]));
        return seen[1];
    }

    /** Milliseconds of ours, and how many times plain JDBC that is; turn by turn, so that the rest of the machine falls on both. */
    private double[] measure(Town town, int contacts) throws SQLException {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        Actor manager = fixtures.actor(town.manager());
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            figures(manager);
            long between = System.nanoTime();
            plain(town);
            long end = System.nanoTime();
            if (round >= 0) {
                ours.add((between - start) / 1e6);
                plain.add((end - between) / 1e6);
            }
        }
        double ratio = median(ours) / median(plain);
        row("%,d contacts, plain JDBC".formatted(contacts), "%.1f ms".formatted(median(plain)));
        row("%,d contacts, figures of the page".formatted(contacts), "%.1f ms".formatted(median(ours)));
        // the names of points and subjects cost the same however few contacts there are: the bound is for the many
        row("%,d contacts beside plain JDBC".formatted(contacts), "%.2f".formatted(ratio));
        return new double[] {median(ours), ratio};
    }

    private Figures figures(Actor manager) {
        return Scope.of(manager.commune()).call(() -> reading.figures(manager, year));
    }

    /** Contacts in the lines by point. */
    private long plain(Town town) throws SQLException {
        Runnable back = Scope.of(town.commune()).enter();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SAME_SQL)) {
            statement.setObject(1, town.commune().value());
            statement.setObject(2, year.from());
            statement.setObject(3, year.to());
            long contacts = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (int column = 2; column <= 7; column++) {
                        rows.getObject(column);
                    }
                    contacts += rows.getString("part").equals("POINT") ? rows.getLong("here") : 0;
                }
            }
            return contacts;
        } finally {
            back.run();
        }
    }

    private Town town(int contacts) throws SQLException {
        Town town = fixtures.town(Channel.COUNTER, Channel.PHONE, Channel.DIGITAL);
        Actor manager = fixtures.actor(town.manager());
        for (int point = 1; point < POINTS; point++) {
            register.openPoint(
                    manager,
                    town.team(),
                    "Point " + point,
                    "Rue",
                    Set.of(Channel.COUNTER, Channel.PHONE, Channel.DIGITAL));
        }
        List<UUID> points = ids("select id from reception_point where commune_id = ?", town);
        points.forEach(point -> jdbc.sql("insert into tally_point (point_id, commune_id, name) values (?, ?, 'Point')")
                .params(point, town.commune().value())
                .update());
        copy(
                town,
                points,
                ids("select id from tally_choice where commune_id = ? and kind = 'SUBJECT'", town),
                ids("select id from tally_choice where commune_id = ? and kind = 'ORIENTATION'", town),
                contacts);
        return town;
    }

    private List<UUID> ids(String sql, Town town) {
        return jdbc.sql(sql).param(town.commune().value()).query(UUID.class).list();
    }

    private void copy(Town town, List<UUID> points, List<UUID> subjects, List<UUID> orientations, int contacts)
            throws SQLException {
        Random chance = new Random(contacts);
        Instant first = today.minusDays(DAYS).atStartOfDay(PublicTime.ZONE).toInstant();
        try (Connection owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"), TestPostgres.OWNER, "");
                Statement statement = owner.createStatement()) {
            // what the rows point to is there: checking it a million times is not what is measured
            statement.execute("set session_replication_role = replica");
            CopyIn copy = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy tally_contact (id, commune_id, team_id, point_id, channel, subject_id, outcome,"
                            + " orientation_id, tapped_at, day, hour_of_week) from stdin");
            for (int n = 0; n < contacts; n++) {
                ZonedDateTime at = first.plus(chance.nextInt(DAYS * 24 * 60), ChronoUnit.MINUTES)
                        .atZone(PublicTime.ZONE);
                Outcome outcome = Outcome.values()[chance.nextInt(Outcome.values().length)];
                byte[] line = String.join(
                                "\t",
                                new UUID(chance.nextLong(), chance.nextLong()).toString(),
                                town.commune().toString(),
                                town.team().toString(),
                                one(points, chance).toString(),
                                one(List.of(Channel.COUNTER, Channel.PHONE, Channel.DIGITAL), chance)
                                        .name(),
                                one(subjects, chance).toString(),
                                outcome.name(),
                                outcome == Outcome.ORIENTED
                                        ? one(orientations, chance).toString()
                                        : "\\N",
                                at.toInstant().toString(),
                                at.toLocalDate().toString(),
                                String.valueOf((at.getDayOfWeek().getValue() - 1) * 24 + at.getHour()))
                        .concat("\n")
                        .getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(line, 0, line.length);
            }
            assertThat(copy.endCopy()).isEqualTo(contacts);
        }
    }

    private static <T> T one(List<T> of, Random chance) {
        return of.get(chance.nextInt(of.size()));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void row(String what, String figure) {
        LoggerFactory.getLogger(TallyBenchmark.class).info("BENCHMARK | {} | {}", what, figure);
    }
}
