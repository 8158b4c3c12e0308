package org.capaccueil.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.label.domain.LabelVerdict;
import org.capaccueil.label.domain.TeamResults;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one campaign leaves open, the next one's label test takes up. */
@ApplicationTest
class CarriedOverTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam team;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TeamResults results;

    @Autowired
    JdbcClient jdbc;

    private Town town;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
    }

    @Test
    void aMinorLeftOpenAndNotConformThisTimeCountsAsAMajor() {
        ended("ABANDONED");
        EvaluationView now = audited();
        team.auditorGrades(now, "ACC-3", Place.PHONE, 2);

        LabelVerdict verdict = verdict(now);

        assertThat(verdict.level()).isNull();
        assertThat(Objects.requireNonNull(verdict.next()).missing())
                .anyMatch(reason ->
                        reason.startsWith("La non-conformité mineure n° 7 de la campagne « Campagne d'essai » "
                                + "(ACC-3 au téléphone, Hôtel de ville) est restée ouverte et cet audit y cote"));
    }

    @Test
    void foundConformThisTimeItIsClosed() {
        ended("ABANDONED");

        assertThat(verdict(audited()).level()).isEqualTo(LabelLevel.SILVER);
    }

    @Test
    void whatWasSolvedThenIsNotTakenUp() {
        ended("EFFECTIVE");
        EvaluationView now = audited();
        team.auditorGrades(now, "ACC-3", Place.PHONE, 2);

        assertThat(verdict(now).rules()).noneMatch(rule -> rule.found().contains("reprise"));
    }

    @Test
    void anEvaluationCancelledBeforeItsAuditWasConcludedLeavesNothing() {
        earlier("ABANDONED", "CANCELLED", "RIGHT_OF_REPLY");
        EvaluationView now = audited();
        team.auditorGrades(now, "ACC-3", Place.PHONE, 2);

        assertThat(verdict(now).rules()).noneMatch(rule -> rule.found().contains("reprise"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CANCELLED"})
    void aConcludedAuditIsTakenUpHoweverItsEvaluationStands(String status) {
        earlier("IN_PROGRESS", status, "CLOSED");
        EvaluationView now = audited();
        team.auditorGrades(now, "ACC-3", Place.PHONE, 2);

        assertThat(verdict(now).rules()).anyMatch(rule -> rule.found().contains("1 mineure reprise"));
    }

    @Test
    void whatWasLeftTwoCyclesAgoIsStillFollowed() {
        ended("ABANDONED");
        EvaluationView between = fixtures.openEvaluation(town);
        team.rated(between, town, 3, 3, "CLOSED");
        team.auditorGrades(between, "ACC-3", Place.PHONE, 2);
        EvaluationView now = audited();
        team.auditorGrades(now, "ACC-3", Place.PHONE, 2);

        assertThat(verdict(now).rules()).anyMatch(rule -> rule.found().contains("1 mineure reprise"));
    }

    private void ended(String actionStatus) {
        earlier(actionStatus, "CLOSED", "CLOSED");
    }

    /** An earlier evaluation of the same team, whose audit found a minor nonconformity. */
    private void earlier(String actionStatus, String evaluationStatus, String auditStatus) {
        EvaluationView earlier = fixtures.openEvaluation(town);
        team.rated(earlier, town, 3, 3, auditStatus);
        UUID finding = team.finding(earlier, 7, "MINOR", "ACC-3", Place.PHONE);
        team.signedPlan(earlier, town, finding, "ACC-3", actionStatus);
        jdbc.sql("update evaluation set status = ?, closed_at = now() where id = ?")
                .params(evaluationStatus, earlier.id().value())
                .update();
    }

    private EvaluationView audited() {
        EvaluationView now = fixtures.openEvaluation(town);
        team.rated(now, town, 4, 3, "CLOSED");
        UUID finding = team.finding(now, 1, "MINOR", "INF-1", Place.PHONE);
        team.signedPlan(now, town, finding, "INF-1", "EFFECTIVE");
        team.measured(now, "62");
        return now;
    }

    private LabelVerdict verdict(EvaluationView evaluation) {
        return Objects.requireNonNull(
                results.of(List.of(evaluations.get(evaluation.id()))).get(0).verdict());
    }
}
