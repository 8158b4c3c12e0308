package org.capaccueil.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the database itself holds back, whatever a query forgets: direct SQL as the application's role with the wrong
 * organisation told. The tables are those of the catalogue, so a new one is judged as soon as it is there.
 */
@ApplicationTest
class RowSecurityTest {

    /** Tables that belong to no organisation, each with its why. The engine's own are told by their name. */
    private static final Map<String, String> EXEMPT = Map.of(
            "flyway_schema_history", "which migrations ran; the application's role has no right on it",
            "notice",
                    "the engine's task ids and when they opened; who a task concerns is asked when its mail is written",
            "spring_session", "read before anybody knows who is signed in; found by a secret only the browser has",
            "spring_session_attributes", "the same");

    /** Read by everybody, written by none but its own organisation, each with its why. */
    private static final Map<String, String> KNOWN_TO_ALL = Map.of(
            "organisation", "names and codes are no secret",
            "forgotten_actor", "an id and a day, so that no journal names somebody whose period is over");

    /** Raised by a policy's check, and where the role has no right to the statement at all. */
    private static final String REFUSED = "42501";

    private static Town town;
    private static Town other;

    @Autowired
    Environment environment;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    JdbcClient jdbc;

    JdbcClient owner;
    Connection connection;
    JdbcClient application;

    @BeforeEach
    void connect() throws SQLException {
        owner = TestPostgres.asOwner(environment);
        if (town == null) {
            town = new EveryTable(fixtures, cycle, jdbc).town();
            other = fixtures.town();
            fixtures.openEvaluation(other);
        }
        connection = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                "");
        application = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private record Table(String name) {

        /** The column that says to whom a row belongs. */
        String belongs() {
            return name.equals("organisation") ? "id" : "commune_id";
        }
    }

    private List<Table> tables() {
        List<Table> tables = owner
                .sql(
                        """
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and relname not like 'act\\_%' order by relname""")
                .query(String.class)
                .list()
                .stream()
                .filter(name -> !EXEMPT.containsKey(name))
                .map(Table::new)
                .toList();
        assertThat(tables).hasSizeGreaterThan(30);
        return tables;
    }

    private void tell(CommuneId... organisations) {
        application
                .sql("select set_config('capaccueil.scope', ?, false)")
                .param(Scope.of(List.of(organisations)).setting())
                .query(String.class)
                .single();
    }

    private long rows(JdbcClient as, Table table, CommuneId organisation) {
        return as.sql("select count(*) from " + table.name() + " where " + table.belongs() + " = ?")
                .param(organisation.value())
                .query(Long.class)
                .single();
    }

    @Test
    void everyTableOfTheBusinessKeepsToTheScopeEvenForItsOwner() {
        assertThat(unguarded()).isEmpty();
    }

    @Test
    void aTableSomebodyForgotToGuardIsFound() {
        owner.sql("create table careless (id int primary key)").update();
        try {
            assertThat(unguarded()).containsExactly("careless");
            owner.sql("alter table careless enable row level security").update();
            owner.sql("create policy scope on careless using (true)").update();
            assertThat(unguarded()).as("not forced on its owner").containsExactly("careless");
        } finally {
            owner.sql("drop table careless").update();
        }
    }

    private List<String> unguarded() {
        return tables().stream()
                .map(Table::name)
                .filter(name -> !owner.sql(
                                """
                        select relrowsecurity and relforcerowsecurity
                            and exists (select from pg_policies where tablename = relname and policyname = 'scope'
                                        and cmd = 'ALL' and qual = with_check)
                        from pg_class where oid = ?::regclass""")
                        .param(name)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    @Test
    void theCommuneHasARowInEveryTableSoThatNothingComesBackByChance() {
        assertThat(tables()).allSatisfy(table -> assertThat(rows(owner, table, town.commune()))
                .as(table.name())
                .isPositive());
    }

    @Test
    void inItsOwnScopeACommuneReadsItsRows() {
        tell(town.commune());

        assertThat(tables()).allSatisfy(table -> assertThat(rows(application, table, town.commune()))
                .as(table.name())
                .isEqualTo(rows(owner, table, town.commune())));
    }

    @Test
    void withAnotherOrganisationToldNothingComesBack() {
        tell(other.commune());

        assertThat(tables())
                .filteredOn(table -> !KNOWN_TO_ALL.containsKey(table.name()))
                .allSatisfy(table -> assertThat(rows(application, table, town.commune()))
                        .as(table.name())
                        .isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unset"})
    void withNothingToldThereIsNothing(String told) {
        if (told.isEmpty()) {
            tell();
        }

        assertThat(tables()).allSatisfy(table -> assertThat(application
                        .sql("select count(*) from " + table.name())
                        .query(Long.class)
                        .single())
                .as(table.name())
                .isZero());
    }

    @Test
    void whatIsToldMustBeIdsOrNothingIsRead() {
        application
                .sql("select set_config('capaccueil.scope', ?, false)")
                .param("*," + town.commune())
                .query(String.class)
                .single();

        assertThatThrownBy(() -> application
                        .sql("select count(*) from team_member")
                        .query(Long.class)
                        .single())
                .hasMessageContaining("invalid input syntax for type uuid");
    }

    @Test
    void withAnotherOrganisationToldNothingIsChangedOrRemoved() {
        tell(other.commune());

        assertThat(tables()).allSatisfy(table -> {
            long before = rows(owner, table, town.commune());
            String column = table.name().equals("organisation") ? "name" : "commune_id";
            String where = " where " + table.belongs() + " = '" + town.commune() + "'";
            assertThat(touched("update " + table.name() + " set " + column + " = " + column + where))
                    .as("update of " + table.name())
                    .isZero();
            assertThat(touched("delete from " + table.name() + where))
                    .as("delete from " + table.name())
                    .isZero();
            assertThat(rows(owner, table, town.commune())).as(table.name()).isEqualTo(before);
        });
    }

    /** Rows a statement reached; append-only tables refuse the statement itself, whatever it reaches. */
    private int touched(String statement) {
        try {
            return application.sql(statement).update();
        } catch (RuntimeException refused) {
            assertThat(refused).hasStackTraceContaining("never changed or removed");
            return 0;
        }
    }

    @Test
    void withAnotherOrganisationToldNothingIsAdded() {
        tell(other.commune());

        assertThat(tables()).allSatisfy(table -> {
            String columns = owner.sql(
                            """
                    select string_agg(quote_ident(attname), ', ') from pg_attribute
                    where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity = ''""")
                    .param(table.name())
                    .query(String.class)
                    .single();
            String row = owner.sql("select row_to_json(copied)::text from " + table.name() + " copied where "
                            + table.belongs() + " = ? limit 1")
                    .param(town.commune().value())
                    .query(String.class)
                    .single();
            assertThat(refusal("insert into " + table.name() + " (" + columns + ") select " + columns
                            + " from json_populate_record(null::" + table.name() + ", '" + row.replace("'", "''")
                            + "')"))
                    .as("insert into " + table.name())
                    .isEqualTo(REFUSED);
        });
    }

    @Test
    void noRowOfOnesOwnIsGivenToAnotherOrganisation() {
        tell(other.commune());

        assertThat(List.of("person", "reception_team", "campaign", "evaluation", "team_member", "trail_entry"))
                .allSatisfy(table -> {
                    assertThat(rows(application, new Table(table), other.commune()))
                            .isPositive();
                    String given = "update " + table + " set commune_id = '" + town.commune() + "'";
                    if (table.equals("trail_entry")) {
                        assertThat(touched(given)).isZero();
                    } else {
                        assertThat(refusal(given)).as(given).isEqualTo(REFUSED);
                    }
                });
    }

    @Test
    void noRowHangsOnAnotherOrganisationsEvenInTheSystemsOwnScope() {
        UUID evaluation = idOf("evaluation", town.commune());
        application.sql("set capaccueil.scope = '*'").update();

        assertThat(refusal(
                        "update evaluation set commune_id = '" + other.commune() + "' where id = '" + evaluation + "'"))
                .as("its campaign and its team are another's, its phases hang on it")
                .isEqualTo("23503");
    }

    private UUID idOf(String table, CommuneId organisation) {
        return owner.sql("select id from " + table + " where commune_id = ? limit 1")
                .param(organisation.value())
                .query(UUID.class)
                .single();
    }

    private String refusal(String statement) {
        RuntimeException refused = catchThrowableOfType(
                RuntimeException.class, () -> application.sql(statement).update());
        assertThat(refused).as(statement).isNotNull();
        Throwable cause = refused;
        while (!(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return ((SQLException) cause).getSQLState();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table person disable row level security",
                "alter table person no force row level security",
                "drop policy scope on person",
                "create policy open on person using (true)",
                "drop trigger belongs on person_role",
                "create or replace function scope_is_everything() returns boolean language sql as 'select true'",
                "set role postgres",
                "alter role capaccueil bypassrls",
                "alter role capaccueil superuser",
                "set session_replication_role = replica",
                "truncate person cascade",
                "update flyway_schema_history set success = true",
                "grant postgres to capaccueil"
            })
    void theApplicationsRoleCannotTakeTheGuardAway(String attempt) {
        tell(other.commune());

        assertThat(refusal(attempt)).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset role", "reset session authorization", "discard plans", "reset all"})
    void goingBackToWhatTheConnectionBeganWithOpensNothing(String attempt) {
        tell(other.commune());
        application.sql(attempt).update();

        assertThat(rows(application, new Table("person"), town.commune())).isZero();
    }

    @Test
    void switchingRowSecurityOffEndsInARefusalAndNotInRows() {
        tell(other.commune());
        application.sql("set row_security = off").update();

        assertThatThrownBy(() -> application
                        .sql("select count(*) from person")
                        .query(Long.class)
                        .single())
                .hasStackTraceContaining("would be affected by row-level security");
    }

    @Test
    void whatOneShowsTheOthersIsReadAsLongAsItIsShownAndNeverChanged() {
        String of = " where commune_id = '" + town.commune() + "'";
        Map<String, List<String>> shown = Map.of(
                "good_practice", List.of("state = 'SHARED'", "state = 'DRAFT'"),
                "pool_auditor", List.of("lent = true", "lent = false"),
                "comparison_consent",
                        List.of("ended_at = null, ended_by = null", "ended_at = now(), ended_by = given_by"));
        tell(other.commune());

        shown.forEach((table, states) -> {
            owner("update " + table + " set " + states.get(0) + of);
            try {
                assertThat(rows(application, new Table(table), town.commune()))
                        .as(table)
                        .isPositive();
                assertThat(touched("update " + table + " set version = version" + of))
                        .as(table)
                        .isZero();
                assertThat(rows(application, new Table("published_result"), town.commune()))
                        .as("results follow the consent")
                        .isEqualTo(table.equals("comparison_consent") ? 1 : 0);
            } finally {
                owner("update " + table + " set " + states.get(1) + of);
            }
            assertThat(rows(application, new Table(table), town.commune()))
                    .as(table)
                    .isZero();
        });
    }

    private void owner(String statement) {
        owner.sql("set capaccueil.scope = '*'; " + statement).update();
    }

    @Test
    void lentAuditorsAreKnownToAllAndTheirColleaguesAreNot() {
        tell(other.commune());
        List<UUID> strangers = new ArrayList<>(application
                .sql("select id from person where commune_id <> ?")
                .param(other.commune().value())
                .query(UUID.class)
                .list());

        assertThat(strangers)
                .contains(town.auditor().value())
                .doesNotContain(town.manager().value());
    }

    /** On tables this small PostgreSQL reads whole ones unless told otherwise; what no index serves shows all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from person where id = '%s' | id =",
                "select * from evaluation where campaign_id = '%s' and status = 'OPEN' | campaign_id =",
                "select * from measurement where evaluation_id = '%s' and indicator = 'FCR' | evaluation_id =",
                "select * from trail_entry where evaluation_id = '%s' order by id | evaluation_id =",
                "select * from reception_team where commune_id = '%s' order by name | commune_id =",
                "select * from mail where sent_at is null and next_attempt_at <= now() | next_attempt_at <="
            })
    void aConditionReachesItsIndexAheadOfThePolicy(String query, String condition) {
        tell(town.commune());
        application.sql("set enable_seqscan = off").update();

        assertThat(application
                        .sql("explain " + query.formatted(UUID.randomUUID()))
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.contains("Index Cond:") && line.contains(condition));
    }
}
