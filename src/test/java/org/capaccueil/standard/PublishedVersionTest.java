package org.capaccueil.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version that is no draft stays what it was, whoever writes to the database. */
@ApplicationTest
class PublishedVersionTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    Pages pages;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    Town town;
    Actor manager;
    StandardVersionId published;

    @BeforeEach
    void publish() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
        published = libraries.copy(manager);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content = content || ' '",
                "code = 'X' || code",
                "label = '9'",
                "title = 'Autre'",
                "sha256 = 'x'",
                "published_at = now()",
                "published_at = null",
                "based_on = null",
                "origin_code = 'X'",
                "status = 'DRAFT'"
            })
    void theDatabaseRefusesEveryChangeOfWhatWasPublished(String change) {
        assertThatThrownBy(() -> change(change)).hasMessageContaining("never changed or removed");
        life.withdraw(manager, published, "Remplacée");
        assertThatThrownBy(() -> change(change)).hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> change("status = 'PUBLISHED'")).hasMessageContaining("never changed or removed");
    }

    @Test
    void theDatabaseRefusesItsRemoval() {
        assertThatThrownBy(() -> jdbc.sql("delete from standard_version where id = ?")
                        .param(published.value())
                        .update())
                .hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> TestPostgres.asOwner(environment)
                        .sql("truncate standard_version cascade")
                        .update())
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void aDraftIsWrittenAndRemovedFreely() {
        StandardVersionId draft = life.newVersion(manager, published, "2");

        assertThatCode(() -> {
                    jdbc.sql("update standard_version set title = 'Autre' where id = ?")
                            .param(draft.value())
                            .update();
                    jdbc.sql("delete from standard_version where id = ?")
                            .param(draft.value())
                            .update();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aTextThatIsNotTheOneThatWasPublishedIsAFaultAndNobodyIsEvaluatedOnIt() throws Exception {
        pastTheTrigger("content = replace(content, 'Horaires publiés', 'Horaires inventés')");
        try {
            assertThatThrownBy(() -> standards.content(published)).hasMessageContaining("is not what was published");
            pages.open(town.manager(), "/standards/" + published)
                    .andExpect(status().isInternalServerError())
                    .andExpect(content().string(not(containsString("Horaires inventés"))));
            assertThat(standards.usableBy(town.commune()))
                    .as("the library can still be read")
                    .anyMatch(version -> version.id().equals(published));
        } finally {
            pastTheTrigger("content = replace(content, 'Horaires inventés', 'Horaires publiés')");
        }
    }

    /** As only a superuser can. */
    private void pastTheTrigger(String change) {
        TestPostgres.asOwner(environment)
                .sql(
                        """
                do $$ begin
                    set local session_replication_role = replica;
                    update standard_version set %s where id = '%s';
                end $$"""
                                .formatted(change, published))
                .update();
    }

    private void change(String what) {
        jdbc.sql("update standard_version set " + what + " where id = ?")
                .param(published.value())
                .update();
    }
}
