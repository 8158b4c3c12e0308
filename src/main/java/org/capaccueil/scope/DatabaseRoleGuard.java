package org.capaccueil.scope;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a database role that row-level security does not hold: every organisation would see every other's
 * rows as soon as one condition is forgotten in one query.
 */
@Component
@DependsOnDatabaseInitialization
class DatabaseRoleGuard {

    DatabaseRoleGuard(JdbcClient jdbc) {
        check(jdbc);
    }

    private record Role(String name, boolean superuser, boolean bypasses, boolean owner) {}

    static void check(JdbcClient jdbc) {
        Role role = jdbc.sql(
                        """
                select rolname, rolsuper, rolbypassrls,
                       exists (select from pg_class where relrowsecurity and pg_has_role(rolname, relowner, 'member'))
                from pg_roles where rolname = session_user""")
                .query((row, n) -> new Role(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)))
                .single();
        if (role.superuser()) {
            throw refusal(role, "is a superuser");
        }
        if (role.bypasses()) {
            throw refusal(role, "may bypass row-level security");
        }
        if (role.owner()) {
            throw refusal(role, "owns the tables, or is a member of the role that does");
        }
    }

    private static IllegalStateException refusal(Role role, String why) {
        return new IllegalStateException("The application connects to its database as '" + role.name() + "', who " + why
                + ": nothing would keep the organisations' data apart. Create a role without privileges (create role ..."
                + " login) and name it in spring.datasource.username; the owner belongs into spring.flyway.user.");
    }
}
