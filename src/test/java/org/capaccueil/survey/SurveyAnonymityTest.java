package org.capaccueil.survey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.capaccueil.support.TestPostgres;
import org.capaccueil.support.Visitor;
import org.capaccueil.survey.domain.AnswerMixing;
import org.capaccueil.survey.domain.WayKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The attack: somebody has the whole database and the whole log, at its most talkative, of a survey that forty residents
 * answered, and knows of each when, from where and with which browser they did, even the secret of their form. Each way to
 * find out what one of them answered is a test here, which fails if it finds anybody.
 */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyAnonymityTest {

    private static final int RESIDENTS = 40;

    /** Of forty in random order, so many in their place come about once in a hundred million times. */
    private static final int MORE_THAN_CHANCE = 11;

    private static final String BROWSER = "Browser-Of-The-Victim/7";
    private static final String ADDRESS = "203.0.113.77";
    private static final String TEXT = "Zirkonblau";
    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([0-9a-f]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    AnswerMixing mixing;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger residentsOwn = (Logger) LoggerFactory.getLogger("jdk");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> secrets = new ArrayList<>();

    private JdbcClient owner;
    private Town town;
    private SurveyId survey;
    private String code;
    private int sessionsBefore;
    private int sessionsAfter;
    private List<Integer> orderBefore = List.of();
    private long linkedBefore;
    private Level level;

    @BeforeAll
    void fortyResidentsAnswer() throws Exception {
        owner = TestPostgres.asOwner(environment);
        town = fixtures.town();
        survey = surveyed.opened(town);
        code = surveyed.way(town, survey, WayKind.LINK).code();
        sessionsBefore = sessions();
        level = root.getLevel();
        log.start();
        listening(log, Level.TRACE, () -> {
            for (int i = 0; i < RESIDENTS; i++) {
                secrets.add(answer(i));
            }
        });
        sessionsAfter = sessions();
        orderBefore = physicalOrder();
        linkedBefore = linkedByTransaction();
        mixing.shake();
        mixing.shakeThoroughly();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** With everything the server says in this list, and not on the console; what the residents' own client says is theirs. */
    private void listening(ListAppender<ILoggingEvent> list, Level talkative, Work work) throws Exception {
        Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
        root.detachAppender(console);
        root.addAppender(list);
        root.setLevel(talkative);
        residentsOwn.setLevel(Level.OFF);
        try {
            work.run();
        } finally {
            residentsOwn.setLevel(null);
            root.setLevel(level);
            root.detachAppender(list);
            root.addAppender(console);
        }
    }

    /** Each chooses something else, so that the test, unlike anybody, knows whose answer it is. */
    private String answer(int resident) throws Exception {
        HttpResponse<String> page = post("/s/" + code, Map.of("lang", "fr"));
        Matcher found = SECRET.matcher(page.body());
        assertThat(found.find()).isTrue();
        String secret = found.group(1);
        for (Map.Entry<String, String> one : SurveyedTown.answers(5, TEXT + resident)) {
            String value =
                    switch (one.getKey()) {
                        case "channel" -> Integer.toString(resident % 5 + 1);
                        case "reason" -> Integer.toString(resident / 5 % 6 + 1);
                        case "resolved" -> Integer.toString(resident / 30 + 1);
                        default -> one.getValue();
                    };
            page = post(
                    "/s/" + code + "/answer",
                    Map.of("secret", secret, "question", one.getKey(), "answer", value, "move", "NEXT"));
        }
        assertThat(page.statusCode()).isEqualTo(302);
        return secret;
    }

    private static int whose(String given) {
        return number(given, "channel") - 1 + 5 * (number(given, "reason") - 1) + 30 * (number(given, "resolved") - 1);
    }

    private static int number(String given, String question) {
        Matcher found = Pattern.compile("\"" + question + "\": ?\\[(\\d+)").matcher(given);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("User-Agent", BROWSER)
                        .header("X-Forwarded-For", ADDRESS)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        return answer;
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    @Test
    void allOfThemAreCounted() {
        assertThat(physicalOrder()).hasSize(RESIDENTS).doesNotHaveDuplicates();
        assertThat(orderBefore).hasSize(RESIDENTS);
    }

    // the log

    @Test
    void noLineOfTheLogHasACodeASecretOrAText() {
        List<String> needles = new ArrayList<>(secrets);
        needles.addAll(List.of(code, TEXT, BROWSER, ADDRESS));
        assertThat(log.list.stream().map(this::whole).filter(line -> needles.stream()
                        .anyMatch(line::contains)))
                .isEmpty();
    }

    /** Even a line without a word would say when: the server says nothing of its own while it serves a resident. */
    @Test
    void noLineOfOursTellsWhenSomebodyAnswered() {
        assertThat(log.list.stream()
                        .filter(event -> event.getThreadName().startsWith("http-nio"))
                        .filter(event -> event.getLoggerName().startsWith("org.springframework")
                                || event.getLoggerName().startsWith("org.capaccueil")
                                || event.getLoggerName().startsWith("org.hibernate")
                                || event.getLoggerName().startsWith("org.postgresql"))
                        .map(this::whole))
                .isEmpty();
    }

    /** The same appender hears the staff's pages, whose addresses are told at this level. */
    @Test
    void theLogIsListenedToIndeed() throws Exception {
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        listening(
                heard,
                Level.DEBUG,
                () -> client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/surveys"))
                                .build(),
                        BodyHandlers.ofString()));
        assertThat(heard.list.stream().map(this::whole)).anyMatch(line -> line.contains("/surveys"));
    }

    private String whole(ILoggingEvent event) {
        return event.getLoggerName() + " " + event.getFormattedMessage() + " "
                + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage());
    }

    // address and browser

    @Test
    void noTableHoldsAnAddressABrowserOrASecret() {
        List<String> needles = new ArrayList<>(secrets);
        needles.addAll(List.of(BROWSER, ADDRESS, "127.0.0.1"));
        // a dot matches one as well
        String any = String.join("|", needles);
        for (String table : tables()) {
            assertThat(owner.sql("select count(*) from \"" + table + "\" row where row::text ~ ?")
                            .param(any)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(owner.sql("select count(*) from survey_way row where row::text ~ ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .as("the same look finds what is there")
                .isEqualTo(1);
        assertThat(sessionsAfter).isEqualTo(sessionsBefore);
    }

    private List<String> tables() {
        return owner.sql("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list();
    }

    // time

    @Test
    void noColumnKnowsATimeFinerThanTheWeek() {
        assertThat(owner.sql(
                                """
                        select table_name || '.' || column_name from information_schema.columns
                        where table_name like 'survey%' and data_type ~ 'time|date' order by 1""")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "survey.closed_at",
                        "survey.first_day",
                        "survey.last_day",
                        "survey.opened_at",
                        "survey_answer.week",
                        "survey_begun.vanishes_at",
                        "survey_receipt.forget_on");
        assertThat(owner.sql("select distinct extract(isodow from week)::int from survey_answer")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
        assertThat(owner.sql("select count(distinct forget_on) from survey_receipt where commune_id = ?")
                        .param(town.commune().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    // order of rows

    @Test
    void theOrderOfTheRowsIsNotTheOrderTheyCameIn() {
        assertThat(inTheirPlace(orderBefore)).as("before they are mixed").isGreaterThan(RESIDENTS / 2);
        assertThat(inTheirPlace(physicalOrder())).isLessThan(MORE_THAN_CHANCE);
        assertThat(inTheirPlace(byId())).isLessThan(MORE_THAN_CHANCE);
        assertThat(inTheirPlace(commentsInOrder())).isLessThan(MORE_THAN_CHANCE);
    }

    private static int inTheirPlace(List<Integer> order) {
        return (int) IntStream.range(0, order.size())
                .filter(place -> order.get(place) == place)
                .count();
    }

    private List<Integer> physicalOrder() {
        return residents("order by answer.ctid");
    }

    private List<Integer> byId() {
        return residents("order by answer.id");
    }

    private List<Integer> residents(String order) {
        return owner
                .sql("select answer.given::text from survey_answer answer join survey_way way on way.id = way_id "
                        + "where way.survey_id = ? " + order)
                .param(survey.value())
                .query(String.class)
                .list()
                .stream()
                .map(SurveyAnonymityTest::whose)
                .toList();
    }

    private List<Integer> commentsInOrder() {
        return owner
                .sql("select written from survey_comment where survey_id = ? order by ctid")
                .param(survey.value())
                .query(String.class)
                .list()
                .stream()
                .map(text -> Integer.valueOf(text.substring(TEXT.length())))
                .toList();
    }

    // the database's own marks

    /** Whoever has the secret of a form finds its receipt, and looks for what the same transaction wrote. */
    @Test
    void noTransactionLeadsFromAReceiptOrACommentToAnAnswer() {
        assertThat(linkedBefore).as("before they are mixed").isEqualTo(RESIDENTS);
        assertThat(linkedByTransaction()).isZero();
        for (String rows : List.of(
                "survey_answer where way_id in (select id from survey_way where survey_id = ?)",
                "survey_comment where survey_id = ?")) {
            assertThat(owner.sql("select count(distinct xmin::text) from " + rows)
                            .param(survey.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    /** Receipts that share their transaction with one answer only. */
    private long linkedByTransaction() {
        return owner.sql(
                        """
                select count(*) from survey_receipt receipt
                where receipt.commune_id = ? and 1 = (select count(*) from survey_answer answer
                                                      where answer.xmin = receipt.xmin)""")
                .param(town.commune().value())
                .query(Long.class)
                .single();
    }

    /** What was put down anew leaves its old row behind until it is vacuumed: at the next turn, not when many have come together. */
    @Test
    void oldRowsAreVacuumedAtOnce() {
        assertThat(owner.sql(
                                """
                        select relname from pg_class where relname in
                              ('survey_answer', 'survey_comment', 'survey_receipt', 'survey_begun')
                          and 'autovacuum_vacuum_threshold=0' = any (reloptions)
                          and 'autovacuum_vacuum_scale_factor=0' = any (reloptions)""")
                        .query(String.class)
                        .list())
                .hasSize(4);
    }

    // identifiers

    @Test
    void nothingButTheWayIsSharedByWhatIsKept() {
        assertThat(owner.sql(
                                """
                        select conrelid::regclass || ' > ' || confrelid::regclass from pg_constraint
                        where contype = 'f' and conrelid::regclass::text in
                              ('survey_answer', 'survey_comment', 'survey_receipt', 'survey_begun') order by 1""")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "survey_answer > survey_way",
                        "survey_begun > survey_way",
                        "survey_comment > reception_team",
                        "survey_comment > survey",
                        "survey_receipt > organisation");
        assertThat(columns("survey_answer"))
                .containsExactlyInAnyOrder("id", "way_id", "week", "given", "mixed", "commune_id");
        assertThat(columns("survey_receipt")).containsExactlyInAnyOrder("mark", "commune_id", "forget_on");
        List<UUID> ids = owner.sql("select id from survey_answer union all select id from survey_comment")
                .query(UUID.class)
                .list();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 4);
        assertThat(owner.sql("select count(*) from survey_begun where commune_id = ?")
                        .param(town.commune().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> columns(String table) {
        return owner.sql("select column_name from information_schema.columns where table_name = ?")
                .param(table)
                .query(String.class)
                .list();
    }

    // differencing over time

    /** Somebody looks at the results, lets the victim answer, and looks again. */
    @Test
    void theResultsLookedAtBeforeAndAfterOneMoreAnswerAreTheSame() throws Exception {
        Town other = fixtures.town();
        SurveyId open = surveyed.opened(other);
        UUID way = surveyed.way(other, open, WayKind.LINK).id();
        for (int i = 0; i < 12; i++) {
            jdbc.sql(
                            "insert into survey_answer (id, way_id, week, given) values (gen_random_uuid(), ?, "
                                    + "(date_trunc('week', now()) - interval '56 days')::date, '{\"overall\": [4], \"channel\": [1]}')")
                    .param(way)
                    .update();
        }
        Visitor manager = Visitor.signedIn(
                "http://127.0.0.1:" + port,
                Objects.requireNonNull(organisation.person(other.manager()).email()));
        String before = manager.open("/surveys/" + open + "/results");
        surveyed.answer(surveyed.way(other, open, WayKind.LINK), 1, "");
        String after = manager.open("/surveys/" + open + "/results");

        assertThat(before).contains("12 sur 12", "Par canal");
        assertThat(withoutToken(after).replace(">13<", ">12<")).isEqualTo(withoutToken(before));
    }

    private static String withoutToken(String page) {
        return page.replaceAll("(value|content)=\"[A-Za-z0-9_-]{40,}\"", "");
    }
}
