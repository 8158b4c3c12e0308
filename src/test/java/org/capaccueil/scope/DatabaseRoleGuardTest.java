package org.capaccueil.scope;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application does not start on a role that row-level security does not hold. */
class DatabaseRoleGuardTest {

    private static final String ADDRESS = TestPostgres.newDatabase();

    private static JdbcClient as(String role) {
        return JdbcClient.create(new DriverManagerDataSource(ADDRESS, role, ""));
    }

    @BeforeAll
    static void createRoles() {
        as(TestPostgres.OWNER)
                .sql(
                        """
                create role guard_owner login;
                create role guard_member login in role guard_owner;
                create role guard_bypass login bypassrls;
                create role guard_plain login;
                create table guarded (id int);
                alter table guarded enable row level security;
                alter table guarded owner to guard_owner""")
                .update();
    }

    @AfterAll
    static void dropRoles() {
        as(TestPostgres.OWNER)
                .sql("drop table guarded; drop role guard_member, guard_owner, guard_bypass, guard_plain")
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, is a superuser",
        "guard_bypass, may bypass row-level security",
        "guard_owner, owns the tables",
        "guard_member, is a member of the role that does"
    })
    void aRoleThatPoliciesDoNotHoldIsRefusedWithWhatToDo(String role, String why) {
        assertThatThrownBy(() -> DatabaseRoleGuard.check(as(role)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'" + role + "'")
                .hasMessageContaining(why)
                .hasMessageContaining("spring.datasource.username");
    }

    @Test
    void aRoleWithoutPrivilegesIsAccepted() {
        assertThatCode(() -> DatabaseRoleGuard.check(as("guard_plain"))).doesNotThrowAnyException();
    }
}
