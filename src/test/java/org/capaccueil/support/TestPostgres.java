package org.capaccueil.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One real PostgreSQL server for all tests of a run; every application context gets a database of its own in it. */
public final class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Owns the tables of every test, as the migrations' role does in production. */
    public static final String OWNER = "postgres";

    /** Owns nothing; the name application.yaml gives the application's role. */
    private static final String APPLICATION = "capaccueil";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setRegisterShutdownHook(false)
                        .start();
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                execute(server, "create role " + APPLICATION + " login");
                return server;
            } catch (IOException cannotStart) {
                throw new UncheckedIOException(cannotStart);
            }
        }

        /** After the last application context is closed: before, the engine waits half a minute for a connection. */
        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException cannotStop) {
                throw new UncheckedIOException(cannotStop);
            }
        }
    }

    /** Creates an empty database and returns its JDBC address. */
    public static String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute(Server.INSTANCE, "create database " + name);
        return "jdbc:postgresql://localhost:" + Server.INSTANCE.getPort() + "/" + name;
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    /** The database of these tests as its owner sees it, past row-level security; nothing is pooled. */
    public static JdbcClient asOwner(Environment environment) {
        return JdbcClient.create(
                new DriverManagerDataSource(environment.getRequiredProperty("spring.datasource.url"), OWNER, ""));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + newDatabase(), "spring.flyway.user=" + OWNER)
                .applyTo(context);
    }
}
