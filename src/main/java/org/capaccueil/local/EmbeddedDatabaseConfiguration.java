package org.capaccueil.local;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded PostgreSQL when a data folder is set and no other database is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("capaccueil.embedded-database.folder")
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(@Value("${capaccueil.embedded-database.folder}") Path folder) throws IOException {
        return EmbeddedDatabase.startIn(folder);
    }

    @Bean
    JdbcConnectionDetails connectionToEmbeddedDatabase(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
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
