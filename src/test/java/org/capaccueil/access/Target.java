package org.capaccueil.access;

import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.Fixtures.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A team with everything it has, whose access is tried. Campaign and evaluation are those of the stage: a draft while
 * campaigns are prepared, a second evaluation while members rate alone.
 */
final class Target {

    private final String whose;
    private final Town town;
    private final JdbcClient jdbc;
    private @Nullable CampaignId campaign;
    private @Nullable EvaluationId evaluation;
    private @Nullable PersonId auditor;
    private @Nullable StandardVersionId draft;
    private @Nullable UUID upload;

    Target(String whose, Town town, JdbcClient jdbc) {
        this.whose = whose;
        this.town = town;
        this.jdbc = jdbc;
    }

    void at(CampaignId campaign, EvaluationId evaluation) {
        this.campaign = campaign;
        this.evaluation = evaluation;
    }

    void givenTo(PersonId auditor) {
        this.auditor = auditor;
    }

    void holds(StandardVersionId draft, UUID upload) {
        this.draft = draft;
        this.upload = upload;
    }

    Town town() {
        return town;
    }

    CommuneId commune() {
        return town.commune();
    }

    TeamId team() {
        return town.team();
    }

    @Nullable
    PersonId auditor() {
        return auditor;
    }

    /** Actions are the agent's, imports the quality manager's. */
    boolean isOwn(PersonId person) {
        return person.equals(town.agent()) || person.equals(town.manager());
    }

    @Nullable
    CampaignId campaign() {
        return campaign;
    }

    @Nullable
    EvaluationId evaluation() {
        return evaluation;
    }

    @Nullable
    StandardVersionId draft() {
        return draft;
    }

    @Nullable
    UUID upload() {
        return upload;
    }

    /** The first of what the evaluation has in a table; made up where it has none yet. */
    String ofEvaluation(String column, String table) {
        return first("select " + column + " from " + table + " where evaluation_id = ? order by 1", id(evaluation));
    }

    String ofTeam(String column, String table) {
        return first("select " + column + " from " + table + " where team_id = ? order by 1", team().value());
    }

    String first(String sql, Object... ids) {
        return jdbc.sql(sql).params(ids).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static UUID id(@Nullable EvaluationId evaluation) {
        return evaluation == null ? new UUID(0, 0) : evaluation.value();
    }

    @Override
    public String toString() {
        return whose;
    }
}
