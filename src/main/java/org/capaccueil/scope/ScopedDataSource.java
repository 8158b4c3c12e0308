package org.capaccueil.scope;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells each connection, as it is taken from the pool, the scope of the thread that takes it. A connection that was last
 * used in the same scope knows it already and costs nothing.
 */
final class ScopedDataSource extends DelegatingDataSource {

    /** What each physical connection was told last; absent when that is not certain. */
    private final Map<Connection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    ScopedDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return tell(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return tell(super.getConnection(username, password));
    }

    private Connection tell(Connection connection) throws SQLException {
        try {
            tell(
                    connection,
                    connection.unwrap(Connection.class),
                    Scope.current().setting());
            return connection;
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    private void tell(Connection connection, Connection physical, String scope) throws SQLException {
        if (scope.equals(told.get(physical))) {
            return;
        }
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "the pool hands out connections within a transaction: its rollback would bring the scope before back");
        }
        told.remove(physical);
        try (PreparedStatement setting =
                connection.prepareStatement("select set_config('capaccueil.scope', ?, false)")) {
            setting.setString(1, scope);
            setting.execute();
        }
        told.put(physical, scope);
    }
}
