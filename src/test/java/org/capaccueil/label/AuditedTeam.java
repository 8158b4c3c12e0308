package org.capaccueil.label;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standards;
import org.capaccueil.support.Fixtures.Town;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what the phases leave behind straight into their tables: this room reads it, and how it comes about is told by
 * the tests of the rooms that own it.
 */
@TestComponent
public class AuditedTeam {

    private final JdbcClient jdbc;
    private final Standards standards;

    public AuditedTeam(JdbcClient jdbc, Standards standards) {
        this.jdbc = jdbc;
        this.standards = standards;
    }

    /** Everything rated alike by the team and, differently, by the auditor. */
    public void rated(EvaluationView evaluation, Town town, int self, int audit, String auditStatus) {
        UUID id = evaluation.id().value();
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.sql("insert into self_assessment (evaluation_id, version, status, opened_at, submitted_by, submitted_at) "
                        + "values (?, 0, 'CLOSED', ?, ?, ?) on conflict (evaluation_id) do nothing")
                .params(id, now, town.lead().value(), now)
                .update();
        jdbc.sql("insert into audit (evaluation_id, version, status, auditor_id, visited_on, independence_declared_at, "
                        + "conclusion, draft_at, closed_at) values (?, 0, ?, ?, ?, ?, 'Accueil soigné.', ?, ?)")
                .params(id, auditStatus, town.auditor().value(), Date.valueOf(LocalDate.now()), now, now, now)
                .update();
        for (Question question : standards.content(evaluation.standard()).questionsFor(evaluation.scope())) {
            for (Place place : question.places()) {
                jdbc.sql("insert into self_rating (id, version, evaluation_id, criterion, place, grade, comment, "
                                + "rated_by, rated_at) values (?, 0, ?, ?, ?, ?, 'Vu par l''équipe.', ?, ?)")
                        .params(
                                UUID.randomUUID(),
                                id,
                                question.criterion().code(),
                                place.name(),
                                self,
                                town.agent().value(),
                                now)
                        .update();
                jdbc.sql("insert into audit_rating (id, version, evaluation_id, criterion, place, grade, "
                                + "taken_from_team, rated_by, rated_at) values (?, 0, ?, ?, ?, ?, false, ?, ?)")
                        .params(
                                UUID.randomUUID(),
                                id,
                                question.criterion().code(),
                                place.name(),
                                audit,
                                town.auditor().value(),
                                now)
                        .update();
            }
        }
    }

    /** The auditor's grade of one criterion at one place. */
    public void auditorGrades(EvaluationView evaluation, String criterion, Place place, int grade) {
        jdbc.sql("update audit_rating set grade = ? where evaluation_id = ? and criterion = ? and place = ?")
                .params(grade, evaluation.id().value(), criterion, place.name())
                .update();
    }

    public UUID finding(EvaluationView evaluation, int number, String kind, String criterion, Place place) {
        UUID finding = UUID.randomUUID();
        jdbc.sql("insert into audit_finding (id, version, evaluation_id, number, kind, criterion, place, text, basis) "
                        + "values (?, 0, ?, ?, ?, ?, ?, 'Un appel sur trois reste sans réponse.', 'Douze appels.')")
                .params(finding, evaluation.id().value(), number, kind, criterion, place.name())
                .update();
        return finding;
    }

    /** A signed plan with one action on a finding. */
    public void signedPlan(EvaluationView evaluation, Town town, UUID finding, String criterion, String actionStatus) {
        UUID id = evaluation.id().value();
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.sql("insert into action_plan (evaluation_id, version, status, edition, last_number, opened_at, signed_by, "
                        + "signed_name, signed_capacity, signed_at, signed_report, signed_sha256) "
                        + "values (?, 0, 'SIGNED', 2, 1, ?, ?, 'Philippe Direction', 'Directeur général des services', "
                        + "?, ?, ?)")
                .params(id, now, town.leadership().value(), now, UUID.randomUUID(), "ab".repeat(32))
                .update();
        action(evaluation, town, 1, finding, criterion, actionStatus);
    }

    /** An action on a finding, of the plan there is. */
    public void action(
            EvaluationView evaluation, Town town, int number, UUID finding, String criterion, String status) {
        LocalDate due = LocalDate.now().plusDays(30);
        jdbc.sql("insert into improvement_action (id, version, evaluation_id, number, finding_id, criterion, title, "
                        + "cause, whys, expected_effect, owner_id, due, review_date, status, progress, reopened, "
                        + "saved_at) values (?, 0, ?, ?, ?, ?, 'Rappeler dans la journée', 'Standard saturé', '', "
                        + "'Neuf appels sur dix ont une réponse', ?, ?, ?, ?, 100, 0, ?)")
                .params(
                        UUID.randomUUID(),
                        evaluation.id().value(),
                        number,
                        finding,
                        criterion,
                        town.agent().value(),
                        Date.valueOf(due),
                        Date.valueOf(due.plusDays(30)),
                        status,
                        Timestamp.from(Instant.now()))
                .update();
    }

    /** Every indicator of the team with this value. */
    public void measured(EvaluationView evaluation, String value) {
        UUID id = evaluation.id().value();
        standards.content(evaluation.standard()).indicators().forEach(indicator -> evaluation.channels().stream()
                .filter(indicator.channels()::contains)
                .forEach(channel -> jdbc.sql(
                                "insert into measurement (id, version, evaluation_id, indicator, channel, measured, "
                                        + "numerator, denominator, period_start, period_end, source) "
                                        + "values (?, 0, ?, ?, ?, ?::numeric, 620, 1000, ?, ?, 'Registre')")
                        .params(
                                UUID.randomUUID(),
                                id,
                                indicator.code(),
                                channel.name(),
                                value,
                                Date.valueOf(LocalDate.now().minusMonths(3)),
                                Date.valueOf(LocalDate.now()))
                        .update()));
    }
}
