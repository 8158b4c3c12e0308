package org.capaccueil.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.identity.Reach;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The scope of a thread on its connections, real ones of a real pool. */
@ApplicationTest
class ScopeTest {

    @Autowired
    Environment environment;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource dataSource;

    @Autowired
    List<Reach> reaches;

    private List<CommuneId> organisationsWithTeams(JdbcClient database) {
        return database.sql("select distinct commune_id from reception_team")
                .query((row, n) -> new CommuneId(row.getObject(1, UUID.class)))
                .list();
    }

    @Test
    void aThreadNobodyGaveAScopeSeesNothing() throws Exception {
        fixtures.town();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            assertThat(thread.submit(() -> organisationsWithTeams(jdbc)).get(30, TimeUnit.SECONDS))
                    .isEmpty();
            assertThat(thread.submit(Scope::current).get(30, TimeUnit.SECONDS)).isEqualTo(Scope.nothing());
        } finally {
            thread.shutdown();
        }
        assertThat(organisationsWithTeams(jdbc))
                .as("and the test itself sees everything")
                .isNotEmpty();
    }

    @Test
    void theApplicationReachesItsPoolThroughTheScopeOnly() {
        assertThat(dataSource).isInstanceOf(ScopedDataSource.class);
    }

    @Test
    void theScopeDoesNotChangeWithinATransaction() {
        Town town = fixtures.town();
        Scope own = Scope.of(town.commune());

        own.run(() -> transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> Scope.everything().run(() -> organisationsWithTeams(jdbc)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("within a transaction");
            assertThatCode(() -> own.run(() -> organisationsWithTeams(jdbc))).doesNotThrowAnyException();
            assertThat(Scope.current()).isEqualTo(own);
        }));
    }

    @Test
    void theScopeBeforeComesBackWhenTheWorkFails() {
        Scope before = Scope.current();

        assertThatThrownBy(() -> Scope.of(CommuneId.random()).run(() -> {
                    throw new IllegalStateException("work failed");
                }))
                .hasMessage("work failed");

        assertThat(Scope.current()).isEqualTo(before);
    }

    @Test
    void aRollbackDoesNotBringTheScopeBeforeBack() throws Exception {
        Town town = fixtures.town();
        Town other = fixtures.town();
        try (HikariDataSource pool = pool(1)) {
            DataSource scoped = new ScopedDataSource(pool);
            JdbcClient small = JdbcClient.create(scoped);
            assertThat(in(other, small)).containsExactly(other.commune());

            Scope.of(town.commune()).call(() -> {
                try (Connection connection = scoped.getConnection()) {
                    connection.setAutoCommit(false);
                    connection.createStatement().executeQuery("select count(*) from reception_team");
                    connection.rollback();
                    return connection;
                } catch (SQLException unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            });

            assertThat(in(town, small)).containsExactly(town.commune());
        }
    }

    private List<CommuneId> in(Town town, JdbcClient database) {
        return Scope.of(town.commune()).call(() -> organisationsWithTeams(database));
    }

    @Test
    void noConnectionCarriesTheScopeOfWhoHadItBefore() throws Exception {
        List<Town> towns = List.of(fixtures.town(), fixtures.town());
        try (HikariDataSource pool = pool(3)) {
            JdbcClient small = JdbcClient.create(new ScopedDataSource(pool));
            ExecutorService people = Executors.newFixedThreadPool(16);
            List<Callable<Set<List<CommuneId>>>> work = new ArrayList<>();
            for (int person = 0; person < 16; person++) {
                Town own = towns.get(person % 2);
                boolean signedIn = person < 12;
                work.add(() -> {
                    Set<List<CommuneId>> seen = new HashSet<>();
                    for (int click = 0; click < 150; click++) {
                        seen.add(signedIn ? in(own, small) : organisationsWithTeams(small));
                    }
                    return seen;
                });
            }
            List<Future<Set<List<CommuneId>>>> all = people.invokeAll(work);
            people.shutdown();
            for (int person = 0; person < 16; person++) {
                assertThat(all.get(person).get())
                        .as("what person %d ever saw", person)
                        .containsExactly(
                                person < 12 ? List.of(towns.get(person % 2).commune()) : List.of());
            }
        }
    }

    private HikariDataSource pool(int size) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(environment.getRequiredProperty("spring.datasource.url"));
        settings.setUsername(environment.getRequiredProperty("spring.datasource.username"));
        settings.setMaximumPoolSize(size);
        return new HikariDataSource(settings);
    }

    @Test
    void whatAConnectionCouldNotBeToldIsToldAgainAndWhatItKnowsIsNot() throws SQLException {
        Connection connection = mock(Connection.class);
        PreparedStatement statement = mock(PreparedStatement.class);
        DataSource pool = mock(DataSource.class);
        when(pool.getConnection()).thenReturn(connection);
        when(connection.unwrap(Connection.class)).thenReturn(connection);
        when(connection.getAutoCommit()).thenReturn(true);
        when(connection.prepareStatement(anyString())).thenReturn(statement);
        when(statement.execute()).thenThrow(new SQLException("cut")).thenReturn(true);
        ScopedDataSource scoped = new ScopedDataSource(pool);

        assertThatThrownBy(scoped::getConnection).hasMessage("cut");
        verify(connection).close();
        scoped.getConnection();
        scoped.getConnection();

        verify(statement, times(2)).execute();
    }

    @Test
    void aConnectionHandedOutWithinATransactionIsRefused() throws SQLException {
        Connection connection = mock(Connection.class);
        DataSource pool = mock(DataSource.class);
        when(pool.getConnection()).thenReturn(connection);
        when(connection.unwrap(Connection.class)).thenReturn(connection);

        assertThatThrownBy(new ScopedDataSource(pool)::getConnection).isInstanceOf(IllegalStateException.class);
        verify(connection).close();
    }

    @Test
    void anAuditorReachesTheCommuneAuditedAndNoThirdOne() {
        Town town = fixtures.town();
        Town third = fixtures.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        fixtures.openEvaluation(third);
        assertThat(reachOf(town)).isEmpty();

        jdbc.sql("insert into audit (evaluation_id, version, status, auditor_id) values (?, 0, 'CLOSED', ?)")
                .params(evaluation.id().value(), town.auditor().value())
                .update();

        List<CommuneId> reach = reachOf(town);
        assertThat(reach).as("a finished audit stays readable").containsExactly(town.commune());
        assertThat(Scope.of(reach).call(() -> jdbc.sql("select id from evaluation")
                        .query(UUID.class)
                        .list()))
                .containsExactly(evaluation.id().value());
    }

    private List<CommuneId> reachOf(Town town) {
        return reaches.stream()
                .flatMap(room -> room.beyondOwn(fixtures.actor(town.auditor())).stream())
                .toList();
    }
}
