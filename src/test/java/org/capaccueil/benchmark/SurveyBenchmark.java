package org.capaccueil.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.domain.Answering;
import org.capaccueil.survey.domain.PaperDesk;
import org.capaccueil.survey.domain.Results;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.WayKind;
import org.capaccueil.survey.domain.WayView;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;

/**
 * 100,000 sheets of paper typed in, and the page of results over as many answers, each beside plain JDBC that sends the same
 * statements, in one run and under the same policies. Run with {@code mvn verify -Pbenchmark}; fewer with {@code
 * -Dsurvey.answers=20000}.
 */
@ApplicationTest
@DirtiesContext
class SurveyBenchmark {

    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("survey.answers", 100_000);
    private static final int AT_A_TIME = 250;
    private static final int POINTS = 3;
    private static final int WEEKS = 26;
    private static final int SPARSE = 3_000;
    private static final int SPARSE_POINTS = 20;
    private static final double MOST_SECONDS = 20;
    private static final int ROUNDS = 9;
    private static final double MOST_TIMES_TYPED = 3;
    private static final double MOST_TIMES_PAGE = 1.5;
    private static final double MOST_GROWTH = 1.5;
    private static final List<String> GRADED =
            List.of("easy_reach", "waiting", "courtesy", "clarity", "privacy_access", "overall");

    private static final List<String> SAME_READING = List.of(
            """
            select count(*) from survey_answer join survey_way way on way.id = way_id where way.survey_id = ?""",
            """
            select way.team_id, way.point_id, way.channel, way.kind, date_trunc('month', answer.week + 3)::date month_begins,
                   count(*) answers, count(*) filter (where (answer.given -> 'overall' ->> 0)::int >= 4) satisfied
            from survey_answer answer join survey_way way on way.id = answer.way_id
            where way.survey_id = ? and answer.given -> 'overall' is not null
            group by 1, 2, 3, 4, 5""",
            """
            select question.key question, option.number::int option_number, count(*) times,
                   count(*) filter (where option.at = 1) firsts
            from survey_answer answer join survey_way way on way.id = answer.way_id
            cross join jsonb_each(answer.given) question
            cross join jsonb_array_elements_text(question.value) with ordinality option (number, at)
            where way.survey_id = ? and answer.week + 3 < date '9999-01-01'
            group by 1, 2""");

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    Register register;

    @Autowired
    SurveyDesk desk;

    @Autowired
    PaperDesk paper;

    @Autowired
    Answering answering;

    @Autowired
    Results results;

    @Autowired
    DataSource dataSource;

    @Autowired
    Environment environment;

    private Town town() {
        Town town = fixtures.town(Channel.values());
        for (int point = 1; point < POINTS; point++) {
            register.openPoint(
                    fixtures.actor(town.manager()), town.team(), "Point " + point, "Rue", Set.of(Channel.values()));
        }
        return town;
    }

    /** Turn by turn, some hundred sheets each, so that the rest of the machine falls on both. */
    @Test
    void typingSheetsInBesideTheSameStatements() throws SQLException {
        Town town = town();
        Actor agent = fixtures.actor(town.agent());
        SurveyId ours = surveyed.opened(town);
        SurveyId theirs = surveyed.opened(town);
        List<WayView> oursWays = paperWays(town, ours);
        List<WayView> theirsWays = paperWays(town, theirs);
        List<Double> typed = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        Random chance = new Random(1);
        for (int sheets = 0; sheets < MANY; sheets += AT_A_TIME) {
            long start = System.nanoTime();
            for (int sheet = 0; sheet < AT_A_TIME; sheet++) {
                WayView way = oursWays.get(chance.nextInt(oursWays.size()));
                Map<String, List<String>> answers = answers(chance);
                Scope.of(town.commune()).run(() -> paper.type(agent, ours, way.id(), answering.begin(), answers));
            }
            long between = System.nanoTime();
            plainly(town, theirs, theirsWays, chance);
            typed.add((between - start) / 1e6 / AT_A_TIME);
            plain.add((System.nanoTime() - between) / 1e6 / AT_A_TIME);
        }
        // the first tenth warms both up
        int tenth = typed.size() / 10;
        double ratio = median(typed.subList(tenth, typed.size())) / median(plain.subList(tenth, plain.size()));
        double growth =
                median(typed.subList(typed.size() - tenth, typed.size())) / median(typed.subList(tenth, 2 * tenth));
        row("%,d sheets typed in, each".formatted(MANY), "%.2f ms".formatted(median(typed)));
        row("the same statements by plain JDBC, each", "%.2f ms".formatted(median(plain)));
        row("sheets beside plain JDBC (at most %s)".formatted(MOST_TIMES_TYPED), "%.2f".formatted(ratio));
        row("growth of a sheet, %,d to %,d (at most %s)".formatted(FEW, MANY, MOST_GROWTH), "%.2f".formatted(growth));
        assertThat(results.of(agent, ours).collected()).isEqualTo(MANY);
        assertThat(results.of(agent, theirs).collected()).isEqualTo(MANY);
        assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
        assertThat(ratio).isLessThanOrEqualTo(MOST_TIMES_TYPED);
    }

    private List<WayView> paperWays(Town town, SurveyId survey) {
        return surveyed.ways(town, survey).stream()
                .filter(way -> way.kind() == WayKind.PAPER)
                .toList();
    }

    private static Map<String, List<String>> answers(Random chance) {
        Map<String, List<String>> answers = new HashMap<>(Map.of(
                "channel", List.of(String.valueOf(1 + chance.nextInt(5))),
                "reason", List.of(String.valueOf(1 + chance.nextInt(5))),
                "resolved", List.of(String.valueOf(1 + chance.nextInt(2)))));
        GRADED.forEach(question -> answers.put(question, List.of(String.valueOf(1 + chance.nextInt(5)))));
        return answers;
    }

    private static String json(Random chance) {
        StringBuilder json = new StringBuilder("{\"channel\": [%d], \"reason\": [%d], \"resolved\": [%d]"
                .formatted(1 + chance.nextInt(5), 1 + chance.nextInt(5), 1 + chance.nextInt(2)));
        GRADED.forEach(question -> json.append(", \"%s\": [%d]".formatted(question, 1 + chance.nextInt(5))));
        return json.append('}').toString();
    }

    /** What typing a sheet sends: who asks for what, whether it came before, that it came, the answer, the journal. */
    private void plainly(Town town, SurveyId survey, List<WayView> ways, Random chance) throws SQLException {
        for (int sheet = 0; sheet < AT_A_TIME; sheet++) {
            String mark = UUID.randomUUID().toString();
            UUID way = ways.get(chance.nextInt(ways.size())).id();
            Runnable back = Scope.of(town.commune()).enter();
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                read(connection, "select * from survey where id = ?", survey.value());
                read(connection, "select * from survey_way where survey_id = ?", survey.value());
                read(
                        connection,
                        "select * from questionnaire where id = (select questionnaire_id from survey where id = ?)",
                        survey.value());
                read(connection, "select pg_advisory_xact_lock(hashtextextended(?, 0))", mark);
                read(connection, "select exists (select from survey_receipt where mark = ?)", mark);
                write(connection, "delete from survey_begun where token_hash = ?", mark);
                write(
                        connection,
                        "insert into survey_receipt (mark, commune_id, forget_on) values (?, ?, ?)",
                        mark,
                        town.commune().value(),
                        LocalDate.now(PublicTime.ZONE).plusMonths(11));
                write(
                        connection,
                        "insert into survey_answer (id, way_id, week, given) values (?, ?, ?, ?::jsonb)",
                        UUID.randomUUID(),
                        way,
                        monday(0),
                        json(chance));
                write(
                        connection,
                        "insert into trail_entry (at, actor_id, actor_name, subject, action, typed_by_team)"
                                + " values (now(), ?, ?, ?, ?, false)",
                        town.agent().value(),
                        "Karim Agent",
                        "Enquête d'essai",
                        "Réponse sur papier saisie");
                connection.commit();
            } finally {
                back.run();
            }
        }
    }

    private static void read(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            drain(statement);
        }
    }

    private static void drain(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private static void write(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Test
    void thePageOfResultsBesideTheSameStatements() throws SQLException {
        Town small = town();
        Town large = town();
        SurveyId few = answered(small, FEW);
        SurveyId many = answered(large, MANY);
        TestPostgres.asOwner(environment).sql("vacuum analyze survey_answer").update();

        double[] ofFew = measure(small, few, FEW);
        double[] ofMany = measure(large, many, MANY);

        double growth = ofMany[0] / MANY / (ofFew[0] / FEW);
        row(
                "growth of the page by answer, %,d to %,d (at most %s)".formatted(FEW, MANY, MOST_GROWTH),
                "%.2f".formatted(growth));
        assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
        assertThat(ofMany[1]).isLessThanOrEqualTo(MOST_TIMES_PAGE);
    }

    /** Most groups are small there: which figures tell of none of them is reckoned once, at the first look. */
    @Test
    void thePageOfResultsOfASparseSurvey() throws SQLException {
        Town town = fixtures.town(Channel.COUNTER, Channel.PHONE, Channel.DIGITAL);
        for (int point = 1; point < SPARSE_POINTS; point++) {
            register.openPoint(
                    fixtures.actor(town.manager()),
                    town.team(),
                    "Point " + point,
                    "Rue",
                    Set.of(Channel.COUNTER, Channel.PHONE, Channel.DIGITAL));
        }
        SurveyId survey = answered(town, SPARSE);
        Actor manager = fixtures.actor(town.manager());
        long start = System.nanoTime();
        Scope.of(town.commune()).call(() -> results.of(manager, survey));
        double first = (System.nanoTime() - start) / 1e9;
        row("%,d sparse answers, first look (at most %s s)".formatted(SPARSE, MOST_SECONDS), "%.1f s".formatted(first));
        double again = measure(town, survey, SPARSE)[0];
        assertThat(first).isLessThanOrEqualTo(MOST_SECONDS);
        assertThat(again / 1000).isLessThanOrEqualTo(first);
    }

    private double[] measure(Town town, SurveyId survey, int answers) throws SQLException {
        Actor manager = fixtures.actor(town.manager());
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Results.Sheet sheet = Scope.of(town.commune()).call(() -> results.of(manager, survey));
            long between = System.nanoTime();
            readPlainly(town, survey);
            long end = System.nanoTime();
            assertThat(sheet.release().whole().answers()).isEqualTo(answers);
            if (round >= 0) {
                ours.add((between - start) / 1e6);
                plain.add((end - between) / 1e6);
            }
        }
        double ratio = median(ours) / median(plain);
        row("%,d answers, plain JDBC".formatted(answers), "%.1f ms".formatted(median(plain)));
        row("%,d answers, page of results".formatted(answers), "%.1f ms".formatted(median(ours)));
        row(
                "%,d answers beside plain JDBC (of the many at most %s)".formatted(answers, MOST_TIMES_PAGE),
                "%.2f".formatted(ratio));
        return new double[] {median(ours), ratio};
    }

    private void readPlainly(Town town, SurveyId survey) throws SQLException {
        Runnable back = Scope.of(town.commune()).enter();
        try (Connection connection = dataSource.getConnection()) {
            for (String sql : SAME_READING) {
                read(connection, sql, survey.value());
            }
        } finally {
            back.run();
        }
    }

    /** A closed survey of half a year, answered in every way at every point. */
    private SurveyId answered(Town town, int answers) throws SQLException {
        SurveyId survey = surveyed.opened(town);
        List<WayView> ways = surveyed.ways(town, survey);
        Random chance = new Random(answers);
        try (Connection owner = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"), TestPostgres.OWNER, "")) {
            CopyIn copy = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy survey_answer (id, way_id, week, given) from stdin");
            for (int n = 0; n < answers; n++) {
                byte[] line = (UUID.randomUUID() + "\t"
                                + ways.get(chance.nextInt(ways.size())).id() + "\t" + monday(chance.nextInt(WEEKS))
                                + "\t" + json(chance) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(line, 0, line.length);
            }
            assertThat(copy.endCopy()).isEqualTo(answers);
        }
        desk.close(fixtures.actor(town.manager()), survey);
        return survey;
    }

    private static LocalDate monday(int weeksAgo) {
        return LocalDate.now(PublicTime.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(weeksAgo);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void row(String what, String figure) {
        LoggerFactory.getLogger(SurveyBenchmark.class).info("BENCHMARK | {} | {}", what, figure);
    }
}
