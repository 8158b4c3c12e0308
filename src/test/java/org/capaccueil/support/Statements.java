package org.capaccueil.support;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Every SQL statement that reaches the database, the engine's and the pool's own included: it listens below the
 * connection pool. To be imported by a test that counts.
 */
@TestComponent
public class Statements implements BeanPostProcessor {

    private final List<String> heard = new ArrayList<>();
    private boolean listening;

    /** What the database is asked while this runs, in any thread. */
    public synchronized List<String> during(ThrowingRunnable action) throws Exception {
        heard.clear();
        listening = true;
        try {
            action.run();
        } finally {
            listening = false;
        }
        return List.copyOf(heard);
    }

    /** Something that may fail as a request may. */
    public interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setDataSource(ProxyDataSourceBuilder.create(
                            new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()))
                    .afterQuery((execution, queries) -> {
                        if (listening) {
                            queries.forEach(query -> heard.add(query.getQuery()));
                        }
                    })
                    .build());
        }
        return bean;
    }
}
