package org.capaccueil.access;

import java.util.EnumMap;
import java.util.Map;
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
    private @Nullable TeamId partner;
    private boolean shared = true;
    private final Map<Thing, Object> kept = new EnumMap<>(Thing.class);

    /** What a commune keeps besides its campaigns. */
    enum Thing {
        /** The agent's, with the lead as substitute, not begun. */
        ABSENCE,
        /** Asked for by the agent. */
        CORRECTION,
        AUDITOR,
        FIGURE_FILE,
        EVENT_FILE,
        DRAFT_PRACTICE,
        SHARED_PRACTICE,
        /** The one another commune shares, to take over. */
        OFFERED_PRACTICE,
        /** Open, asking about the target's team alone. */
        SURVEY,
        PREPARED_SURVEY,
        SURVEY_CODE,
        SURVEY_WAY,
        PAPER_WAY,
        COMMENT,
        DRAFT_QUESTIONNAIRE,
        PUBLISHED_QUESTIONNAIRE,
        MYSTERY_GRID,
        /** Planned and not confirmed, with its only visit; all visits are the quality manager's. */
        PREPARED_WAVE,
        PREPARED_VISIT,
        /** Confirmed, with a visit to begin, one begun, and one handed in. */
        WAVE,
        PLANNED_VISIT,
        BEGUN_VISIT,
        /** With a visit its observer has begun and will not end. */
        STUCK_WAVE,
        STUCK_VISIT,
        FULL_WAVE,
        OPENED_WAVE,
        OPENED_VISIT,
        OWN_VERSION,
        SHARED_VERSION,
        /** Tapped by the agent just now. */
        CONTACT,
        /** A point the evaluation under way does not know. */
        NEW_POINT,
        /** What the page of a merge says it touches. */
        SEEN_MERGING,
        SEEN_OPENING
    }

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

    void keep(Thing thing, Object id) {
        kept.put(thing, id);
    }

    @Nullable
    Object kept(Thing thing) {
        return kept.get(thing);
    }

    /** With which team of the commune it can merge. */
    void mergesWith(TeamId partner) {
        this.partner = partner;
    }

    TeamId partner() {
        return partner == null ? team() : partner;
    }

    /** Whether the other communes are still offered what this one has shared. */
    boolean isShared() {
        return shared;
    }

    void sharesNoMore() {
        shared = false;
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
