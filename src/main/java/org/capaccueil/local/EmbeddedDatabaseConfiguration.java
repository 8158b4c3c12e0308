package org.capaccueil.local;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded PostgreSQL when a data folder is set and no other database is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("capaccueil.embedded-database.folder")
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(
            @Value("${capaccueil.embedded-database.folder}") Path folder,
            @Value("${spring.datasource.username}") String application)
            throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.startIn(folder);
        database.admit(application);
        return database;
    }

    @Bean
    JdbcConnectionDetails connectionToEmbeddedDatabase(
            EmbeddedDatabase database, @Value("${spring.datasource.username}") String application) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return application;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }

    /** Migrations run as who owns the tables. */
    @Bean
    FlywayConnectionDetails ownerOfEmbeddedDatabase(EmbeddedDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedDatabase.OWNER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }
}
