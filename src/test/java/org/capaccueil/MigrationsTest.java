package org.capaccueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.capaccueil.support.ApplicationTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases are upgraded at start, whatever they had before. */
@ApplicationTest
class MigrationsTest {

    private static final String OLDER = "older_installation";

    @Autowired
    Flyway flyway;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void drop() {
        jdbc.sql("drop schema if exists " + OLDER + " cascade").update();
    }

    @Test
    void aRoomsNewMigrationReachesADatabaseThatHasThoseOfLaterRooms() {
        Flyway older = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(OLDER)
                .load();
        older.migrate();
        jdbc.sql("drop table " + OLDER + ".criterion_mapping").update();
        jdbc.sql("delete from " + OLDER + ".flyway_schema_history where version = '320'")
                .update();

        assertThatCode(older::migrate).doesNotThrowAnyException();

        assertThat(jdbc.sql("select count(*) from " + OLDER + ".criterion_mapping")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
