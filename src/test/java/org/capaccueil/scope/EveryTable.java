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
        survey(town);
        mystery(town);
        figures(town);
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
        insert(
                "insert into past_member (team_id, person_id, lead, since, until) values (?, ?, false, now(), now())",
                town.team().value(),
                agent);
        insert(
                "insert into pool_auditor (person_id, version, lent, qualifications) values (?, 0, false, '')",
                town.manager().value());
        insert(
                """
                insert into substitution (id, version, absent_id, substitute_id, first_day, last_day, named_by, named_at)
                values (gen_random_uuid(), 0, ?, ?, '2020-01-01', '2020-01-02', ?, now())""",
                town.lead().value(),
                agent,
                agent);
        insert(
                """
                insert into correction_request (id, version, commune_id, person_id, item, wish, asked_at, status)
                values (gen_random_uuid(), 0, ?, ?, 'NAME', 'Karim A.', now(), 'OPEN')""",
                town.commune().value(),
                agent);
        insert(
                "insert into data_protection_contact (commune_id, version, name, reach) values (?, 0, 'DPD', 'dpd@ville.example')",
                town.commune().value());
        insert("insert into forgotten_actor (actor_id, at) values (?, now())", agent);
        insert(
                """
                insert into evaluation_change (evaluation_id, campaign_id, happened_on, recorded_at, recorded_by, recorder, what,
                                               reason)
                select id, campaign_id, now(), now(), ?, 'Nadia', 'Un point ouvre', 'Travaux' from evaluation where id = ?""",
                agent,
                evaluation);
        insert(
                """
                insert into published_result (campaign_id, commune_id, standard_version_id, period_end, published_at, teams, total,
                                              scores)
                select id, commune_id, standard_version_id, now(), now(), 1, '50', '' from campaign
                where id = (select campaign_id from evaluation where id = ?) on conflict do nothing""",
                evaluation);
        insert(
                """
                insert into comparison_consent (id, version, commune_id, named, given_by, given_name, given_capacity, given_at,
                                                ended_by, ended_name, ended_capacity, ended_at)
                values (gen_random_uuid(), 0, ?, true, ?, 'Philippe', 'Directeur', now(), ?, 'Philippe', 'Directeur', now())""",
                town.commune().value(),
                town.leadership().value(),
                town.leadership().value());
        UUID practice = UUID.randomUUID();
        insert(
                """
                insert into good_practice (id, version, commune_id, title, situation, done, result, unit, channels, theme,
                                           criterion, state, edition, saved_at)
                values (?, 0, ?, 'Un numéro unique', '', '', '', '', '', '', '', 'DRAFT', 1, now())""",
                practice,
                town.commune().value());
        insert(
                """
                insert into good_practice_adoption (practice_id, team_id, commune_id, edition, adopted_by, adopted_at)
                values (?, ?, ?, 1, ?, now())""",
                practice,
                town.team().value(),
                town.commune().value(),
                agent);
        insert(
                "insert into tally_point (point_id, commune_id, name) select id, commune_id, name from reception_point"
                        + " where team_id = ?",
                town.team().value());
        insert(
                """
                insert into tally_contact (id, commune_id, team_id, point_id, channel, subject_id, outcome, tapped_at, day,
                                           hour_of_week)
                select gen_random_uuid(), point.commune_id, point.team_id, point.id, 'COUNTER', choice.id, 'ANSWERED', now(),
                       now(), 9
                from reception_point point join tally_choice choice using (commune_id)
                where point.team_id = ? and choice.code = 'ETAT-CIVIL'""",
                town.team().value());
        insert(
                """
                insert into standard_adoption (commune_id, standard_version_id, adopted_by, adopted_at)
                select ?, standard_version_id, ?, now() from evaluation where id = ?""",
                town.commune().value(),
                agent,
                evaluation);
    }

    private void survey(Town town) {
        UUID commune = town.commune().value();
        UUID questionnaire = UUID.randomUUID();
        insert(
                """
                insert into questionnaire (id, version, commune_id, family, edition, title, status, content)
                values (?, 0, ?, gen_random_uuid(), 1, 'Votre avis', 'DRAFT', '{}')""",
                questionnaire,
                commune);
        UUID survey = UUID.randomUUID();
        insert(
                """
                insert into survey (id, version, commune_id, questionnaire_id, title, first_day, last_day, sampling, status)
                values (?, 0, ?, ?, 'Printemps', now(), now(), 'OPEN', 'PREPARED')""",
                survey,
                commune,
                questionnaire);
        UUID way = UUID.randomUUID();
        insert(
                """
                insert into survey_way (id, survey_id, team_id, point_id, point_name, channel, kind, code)
                values (?, ?, ?, gen_random_uuid(), 'Hôtel de ville', 'COUNTER', 'LINK', ?)""",
                way,
                survey,
                town.team().value(),
                way.toString());
        insert(
                """
                insert into survey_begun (token_hash, way_id, given, vanishes_at)
                values (?, ?, '{}', date_trunc('hour', now()) + interval '1 day')""",
                "b" + way,
                way);
        insert("insert into survey_receipt (mark, commune_id, forget_on) values (?, ?, now())", "r" + way, commune);
        insert(
                """
                insert into survey_answer (id, way_id, week, given)
                values (gen_random_uuid(), ?, date_trunc('week', now()), '{}')""",
                way);
        insert(
                """
                insert into survey_comment (id, survey_id, team_id, question, written, state)
                values (gen_random_uuid(), ?, ?, 'comment', 'Des bancs', 'RECEIVED')""",
                survey,
                town.team().value());
    }

    private void mystery(Town town) {
        UUID commune = town.commune().value();
        UUID observer = town.leadership().value();
        UUID scenario = UUID.randomUUID();
        insert(
                """
                insert into mystery_scenario (id, version, commune_id, kind, title, situation, request, expected, status)
                values (?, 0, ?, 'VISIT', 'Carte', 'Entrez', 'Demandez', 'Les pièces', 'IN_USE')""",
                scenario,
                commune);
        UUID grid = UUID.randomUUID();
        insert(
                "insert into mystery_grid (id, version, commune_id, edition, content) values (?, 0, ?, 1, '{}')",
                grid,
                commune);
        insert(
                "insert into mystery_observer (person_id, version, commune_id, trained_on) values (?, 0, ?, now())",
                observer,
                commune);
        UUID wave = UUID.randomUUID();
        insert(
                """
                insert into mystery_wave (id, version, commune_id, title, first_day, last_day, per_place, peaks, grid_id, status)
                values (?, 0, ?, 'Printemps', now(), now(), 1, '', ?, 'UNDERWAY')""",
                wave,
                commune,
                grid);
        UUID script = UUID.randomUUID();
        insert(
                """
                insert into mystery_script (id, wave_id, scenario_id, kind, title, situation, request, expected)
                values (?, ?, ?, 'VISIT', 'Carte', 'Entrez', 'Demandez', 'Les pièces')""",
                script,
                wave,
                scenario);
        UUID place = UUID.randomUUID();
        insert(
                """
                insert into mystery_place (id, wave_id, team_id, point_id, point_name, channel)
                values (?, ?, ?, gen_random_uuid(), 'Hôtel de ville', 'COUNTER')""",
                place,
                wave,
                town.team().value());
        UUID visit = UUID.randomUUID();
        insert(
                """
                insert into mystery_visit (id, version, wave_id, place_id, script_id, observer_id, day, hour, status, remark_state)
                values (?, 0, ?, ?, ?, ?, now(), 10, 'STARTED', 'RECEIVED')""",
                visit,
                wave,
                place,
                script,
                observer);
        insert(
                """
                insert into mystery_rating (visit_id, item, points, possible, not_applicable)
                values (?, 'I1', 1, 2, false)""",
                visit);
    }

    private void figures(Town town) {
        UUID series = UUID.randomUUID();
        UUID manager = town.manager().value();
        UUID team = town.team().value();
        insert(
                """
                insert into indicator_series (id, version, commune_id, code, title, edition, direction, target, alert, channels,
                                              min_base, source, provenance, owner_id, shipped)
                values (?, 0, ?, 'TEL-X', 'Appels', 1, 'HIGHER', 85, 70, 'PHONE', 1, 'Relevé', '', ?, false)""",
                series,
                town.commune().value(),
                manager);
        insert(
                """
                insert into indicator_edition (id, series_id, edition, kind, part_name, part_unit, unit, frequency, since)
                values (gen_random_uuid(), ?, 1, 'COUNT', 'appels', 'cas', 'cas', 'MONTH', now())""",
                series);
        insert(
                """
                insert into indicator_value (series_id, edition, team_id, channel, period_start, period_end, revision, current,
                                             part, source, origin, entered_by, at)
                values (?, 1, ?, 'PHONE', '2020-01-01', '2020-01-31', 1, true, 12, 'Relevé', 'TYPED', ?, now())""",
                series,
                team,
                town.agent().value());
        insert(
                """
                insert into indicator_recipe (id, version, commune_id, name, content, saved_by, saved_at)
                values (gen_random_uuid(), 0, ?, 'Standard', '{}', ?, now())""",
                town.commune().value(),
                manager);
        insert(
                """
                insert into indicator_import (id, uploaded_by, uploaded_at, file_name, content, recipe)
                values (gen_random_uuid(), ?, now(), 'a.csv', 'x', '{}')""",
                manager);
        insert(
                "insert into late_chase (id, version, team_id, opened_at, reminders) values (gen_random_uuid(), 0, ?, now(), 1)",
                team);
        insert(
                "insert into indicator_request (commune_id, key, sha256, at) values (?, 'k', '', now())",
                town.commune().value());
        insert(
                """
                insert into contact_event (commune_id, source_id, contact, team_id, channel, kind, at, import_id)
                select ?, '1', 'c1', ?, 'PHONE', 'CALL_OFFERED', now(), id from indicator_import where uploaded_by = ?""",
                town.commune().value(),
                team,
                manager);
    }

    private void insert(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }
}
