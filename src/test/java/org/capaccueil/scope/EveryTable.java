package org.capaccueil.scope;

import java.util.UUID;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A commune with a row in every table: a whole cycle by the use cases, and by hand what a finished cycle no longer holds or
 * never needed.
 */
record EveryTable(Fixtures fixtures, Cycle cycle, JdbcClient jdbc) {

    Town town() {
        Town town = fixtures.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        EvaluationId id = evaluation.id();
        cycle.collect(town, id);
        cycle.assess(town, id, 3);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        cycle.plan(town, id);
        cycle.carryOut(town, id);
        byHand(town, id.value());
        return town;
    }

    private void byHand(Town town, UUID evaluation) {
        UUID agent = town.agent().value();
        UUID evidence = UUID.randomUUID();
        insert(
                """
                insert into evidence (id, version, evaluation_id, criterion, title, sha256, content_type, size, added_by, added_at)
                values (?, 0, ?, 'ACC-1', 'Photo', repeat('0', 64), 'image/png', 1, ?, now())""",
                evidence,
                evaluation,
                agent);
        insert("insert into evidence_content (evidence_id, bytes) values (?, 'x')", evidence);
        insert("insert into round_participant (evaluation_id, person_id) values (?, ?)", evaluation, agent);
        insert(
                """
                insert into individual_rating (id, version, evaluation_id, criterion, place, person_id, grade)
                values (gen_random_uuid(), 0, ?, 'ACC-1', 'counter', ?, 3)""",
                evaluation,
                agent);
        insert(
                "insert into audit_recusal (evaluation_id, person_id, reason, at) values (?, ?, 'un proche', now())",
                evaluation,
                town.auditor().value());
        insert(
                """
                insert into action_progress (id, action_id, at, person_id, person_name, progress, note)
                select gen_random_uuid(), id, now(), ?, 'Karim', 10, 'commencé' from improvement_action
                where evaluation_id = ? limit 1""",
                agent,
                evaluation);
        insert(
                """
                insert into label_snapshot (evaluation_id, standard_version_id, taken_at, scores, report_id)
                select id, standard_version_id, now(), '{}', gen_random_uuid() from evaluation where id = ?
                on conflict do nothing""",
                evaluation);
        insert(
                """
                insert into standard_import (id, version, uploaded_by, uploaded_at, file_name, content, notices)
                values (gen_random_uuid(), 0, ?, now(), 'a.yaml', 'code: a', '')""",
                town.manager().value());
        insert(
                """
                insert into criterion_mapping (id, version, from_standard, from_criterion, to_standard, to_criterion, relation,
                                               decided_by, decided_at)
                values (gen_random_uuid(), 0, 'A', '1', 'B', '1', 'EQUAL', ?, now())""",
                town.manager().value());
        insert(
                """
                insert into standard_version (id, version, code, label, title, status, content, sha256, commune_id)
                values (?, 0, ?, '1', 'Brouillon', 'DRAFT', 'code: a', '', ?)""",
                UUID.randomUUID(),
                "E" + UUID.randomUUID(),
                town.commune().value());
        insert(
                """
                insert into mail (written_at, person_id, address, subject, body, next_attempt_at)
                values (now(), ?, 'a@example.org', 'Rappel', 'Bonjour', now() + interval '1 year')""",
                agent);
    }

    private void insert(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }
}
