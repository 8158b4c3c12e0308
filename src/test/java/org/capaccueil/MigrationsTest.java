package org.capaccueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases are upgraded at start, whatever they had before. */
@ApplicationTest
class MigrationsTest {

    private static final String OLDER = "older_installation";

    @Autowired
    Flyway flyway;

    JdbcClient jdbc;

    @BeforeEach
    void connectAsOwner(@Autowired Environment environment) {
        jdbc = TestPostgres.asOwner(environment);
    }

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

    /** The trail, stored reports and snapshots refuse every change; to whom their rows belong is written all the same. */
    @Test
    void theRowsOfAnInstallationFromBeforeTheTreeAreGivenToTheirOrganisation() {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(OLDER)
                .target("1400")
                .load()
                .migrate();
        jdbc.sql(ROWS_OF_AN_OLDER_INSTALLATION.replace("$schema", OLDER)).update();

        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(OLDER)
                .load()
                .migrate();

        UUID town = UUID.fromString("00000000-0000-0000-0000-000000000001");
        for (String table : List.of(
                "person_role",
                "reception_point",
                "reception_point_channel",
                "team_member",
                "past_member",
                "pool_auditor",
                "correction_request",
                "evaluation_point",
                "evaluation_change",
                "campaign_team",
                "data_collection",
                "measurement",
                "label_snapshot",
                "stored_report",
                "mail")) {
            assertThat(organisationsIn(table)).as(table).containsExactly(town);
        }
        assertThat(jdbc.sql("select subject, commune_id::text from " + OLDER + ".trail_entry order by id")
                        .query((row, n) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly(
                        "Commune null", "Équipe " + town, "Campagne " + town, "Évaluation " + town, "Livré null");
        assertThat(jdbc.sql("select kind from " + OLDER + ".organisation")
                        .query(String.class)
                        .list())
                .containsExactly("COMMUNE");
        assertThatThrownBy(
                        () -> jdbc.sql("delete from " + OLDER + ".trail_entry").update())
                .as("guarded as before")
                .hasMessageContaining("never changed or removed");
    }

    /** An evening's ticket of a line, one of an event of its own, a call over midnight, and a message that is known as before. */
    @Test
    void eventsOfBeforeAreKnownByTheirCounterAndDay() {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(OLDER)
                .target("1813")
                .load()
                .migrate();
        jdbc.sql(EVENTS_OF_BEFORE.replace("$schema", OLDER)).update();

        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(OLDER)
                .load()
                .migrate();

        String counter = "00000000-0000-0000-0000-000000000003 COUNTER ";
        assertThat(jdbc.sql("select source_id, contact from " + OLDER + ".contact_event order by at")
                        .query((row, n) -> row.getString(1) + " | " + row.getString(2))
                        .list())
                .containsExactly(
                        counter + "2026-03-12 A1:TICKET_TAKEN | " + counter + "2026-03-12 A1",
                        counter + "2026-03-12 A1:TICKET_CALLED | " + counter + "2026-03-12 A1",
                        "e7 | " + counter + "2026-03-13 A2",
                        "2026-03-14 7:CALL_OFFERED | 2026-03-14 7",
                        "2026-03-14 7:CALL_ANSWERED | 2026-03-14 7",
                        "m1:MESSAGE_RECEIVED | m1");
    }

    private List<UUID> organisationsIn(String table) {
        return jdbc.sql("select distinct commune_id from " + OLDER + "." + table)
                .query(UUID.class)
                .list();
    }

    private static final String EVENTS_OF_BEFORE =
            """
            set search_path = $schema;
            set capaccueil.scope = '*';
            insert into organisation (id, version, name, code, population, kind)
            values ('00000000-0000-0000-0000-000000000001', 0, 'Ville', '38317', 10000, 'COMMUNE');
            insert into reception_team values ('00000000-0000-0000-0000-000000000003', 0,
                                               '00000000-0000-0000-0000-000000000001', 'ACC', 'Accueil', 1000, true);
            insert into contact_event (commune_id, source_id, contact, team_id, channel, kind, at)
            select '00000000-0000-0000-0000-000000000001', source_id, contact, '00000000-0000-0000-0000-000000000003', channel,
                   kind, at::timestamptz
            from (values ('A1:TICKET_TAKEN', 'A1', 'COUNTER', 'TICKET_TAKEN', '2026-03-12T23:30+01:00'),
                         ('A1:TICKET_CALLED', 'A1', 'COUNTER', 'TICKET_CALLED', '2026-03-13T00:10+01:00'),
                         ('e7', 'A2', 'COUNTER', 'TICKET_TAKEN', '2026-03-13T00:20+01:00'),
                         ('7:CALL_OFFERED', '7', 'PHONE', 'CALL_OFFERED', '2026-03-14T23:59:50+01:00'),
                         ('7:CALL_ANSWERED', '7', 'PHONE', 'CALL_ANSWERED', '2026-03-15T00:00:10+01:00'),
                         ('m1:MESSAGE_RECEIVED', 'm1', 'DIGITAL', 'MESSAGE_RECEIVED', '2026-03-16T10:00+01:00'))
                 as told (source_id, contact, channel, kind, at);
            """;

    private static final String ROWS_OF_AN_OLDER_INSTALLATION =
            """
            set search_path = $schema;
            insert into commune values ('00000000-0000-0000-0000-000000000001', 0, 'Ville', '38317', 10000);
            insert into person values ('00000000-0000-0000-0000-000000000002', 0, '00000000-0000-0000-0000-000000000001',
                                       'Nadia', 'nadia@example.org', 'Référente');
            insert into person_role values ('00000000-0000-0000-0000-000000000002', 'QUALITY_MANAGER');
            insert into reception_team values ('00000000-0000-0000-0000-000000000003', 0,
                                               '00000000-0000-0000-0000-000000000001', 'ACC', 'Accueil', 1000, true);
            insert into reception_point values ('00000000-0000-0000-0000-000000000004',
                                                '00000000-0000-0000-0000-000000000003', 'Mairie', 'Place', 0);
            insert into reception_point_channel values ('00000000-0000-0000-0000-000000000004', 'COUNTER');
            insert into team_member values ('00000000-0000-0000-0000-000000000003',
                                            '00000000-0000-0000-0000-000000000002', true, now());
            insert into past_member values ('00000000-0000-0000-0000-000000000003',
                                            '00000000-0000-0000-0000-000000000002', false, '2020-01-01', '2021-01-01');
            insert into pool_auditor values ('00000000-0000-0000-0000-000000000002', 0, true, '', null);
            insert into correction_request (id, version, commune_id, person_id, item, wish, asked_at, status)
            values (gen_random_uuid(), 0, '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002',
                    'NAME', 'Nadia B.', now(), 'OPEN');
            insert into standard_version (id, version, code, label, title, status, content, sha256, created_at)
            values ('00000000-0000-0000-0000-000000000005', 0, 'AMQ', '1', 'AMQ', 'PUBLISHED', '', '', now());
            insert into campaign (id, version, commune_id, name, period_start, period_end, standard_version_id, due_collection,
                                  due_self_assessment, due_audit, due_action_plan, due_follow_up, closing_date,
                                  recurrence_months, status, created_by)
            values ('00000000-0000-0000-0000-000000000006', 0, '00000000-0000-0000-0000-000000000001', 'Campagne', now(), now(),
                    '00000000-0000-0000-0000-000000000005', now(), now(), now(), now(), now(), now(), 0, 'RUNNING',
                    '00000000-0000-0000-0000-000000000002');
            insert into campaign_team values ('00000000-0000-0000-0000-000000000006', '00000000-0000-0000-0000-000000000003');
            insert into evaluation (id, version, campaign_id, team_id, commune_id, standard_version_id, team_name, channels,
                                    phase, status, due_collection, due_self_assessment, due_audit, due_action_plan,
                                    due_follow_up, opened_at, answers_for_organisation,
                                    yearly_contacts)
            values ('00000000-0000-0000-0000-000000000007', 0, '00000000-0000-0000-0000-000000000006',
                    '00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001',
                    '00000000-0000-0000-0000-000000000005', 'Accueil', 'COUNTER', 'COLLECTION', 'OPEN', now(), now(), now(),
                    now(), now(), now(), true, 1000);
            insert into evaluation_point values ('00000000-0000-0000-0000-000000000007',
                    '00000000-0000-0000-0000-000000000004', 0, 'Mairie', 'Place', 'COUNTER', true);
            insert into evaluation_change (evaluation_id, campaign_id, happened_on, recorded_at, recorded_by, recorder, what, reason)
            values ('00000000-0000-0000-0000-000000000007', '00000000-0000-0000-0000-000000000006', now(), now(),
                    '00000000-0000-0000-0000-000000000002', 'Nadia', 'Un point ouvre', 'Travaux');
            insert into data_collection (evaluation_id, version, status, opened_at)
            values ('00000000-0000-0000-0000-000000000007', 0, 'OPEN', now());
            insert into measurement (id, version, evaluation_id, indicator, channel)
            values (gen_random_uuid(), 0, '00000000-0000-0000-0000-000000000007', 'FCR', 'COUNTER');
            insert into label_snapshot (evaluation_id, standard_version_id, taken_at, scores, report_id)
            values ('00000000-0000-0000-0000-000000000007', '00000000-0000-0000-0000-000000000005', now(), '', gen_random_uuid());
            insert into stored_report (id, kind, subject_id, title, sha256, pages, size, created_at, content)
            values (gen_random_uuid(), 'label', '00000000-0000-0000-0000-000000000007', 'Dossier',
                    encode(sha256('a'), 'hex'), 1, 1, now(), 'a');
            insert into mail (written_at, person_id, address, subject, body, next_attempt_at)
            values (now(), '00000000-0000-0000-0000-000000000002', 'nadia@example.org', 'Rappel', 'Bonjour', now());
            insert into trail_entry (at, actor_name, subject, action) values (now(), 'Cap Accueil', 'Commune', 'Enregistrée');
            insert into trail_entry (at, actor_id, actor_name, subject, action)
            values (now(), '00000000-0000-0000-0000-000000000002', 'Nadia', 'Équipe', 'Ouverte');
            insert into trail_entry (at, actor_name, campaign_id, subject, action)
            values (now(), 'Cap Accueil', '00000000-0000-0000-0000-000000000006', 'Campagne', 'Lancée');
            insert into trail_entry (at, actor_name, evaluation_id, subject, action)
            values (now(), 'Cap Accueil', '00000000-0000-0000-0000-000000000007', 'Évaluation', 'Ouverte');
            insert into trail_entry (at, actor_name, standard_version_id, subject, action)
            values (now(), 'Cap Accueil', '00000000-0000-0000-0000-000000000005', 'Livré', 'Publié')""";
}
