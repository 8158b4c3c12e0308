package org.capaccueil.trail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal. Entries are written in the transaction of the change they tell of, so there is never one without the
 * other; no method changes or removes an entry, and the database refuses it as well.
 */
@Service
public class Trail {

    /** Who acts when the process does: a due date, a closing, a report. */
    public static final String SYSTEM = "Cap Accueil (processus)";

    private static final String THE_TEAM = "L'équipe";

    /** Who acted, once the period of a person who left is over. */
    public static final String SOMEBODY_GONE = "Personne partie";

    /**
     * One line of the journal.
     *
     * @param actorId null when the process acted
     * @param subject what it is about, in words a reader understands: « ACC-1 · Guichet », « Plan d'action »
     * @param action what was done, in words: « Cotation », « Plan signé »
     * @param typedByTeam a rating, figure or piece of evidence somebody of the team typed: who, concerns the team alone
     */
    public record Line(
            long id,
            Instant at,
            @Nullable UUID actorId,
            String actor,
            String subject,
            String action,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            boolean typedByTeam) {

        /** The same without who typed a rating or a figure: no agent is ever read next to one. */
        public Line asReadOutsideTheTeam() {
            return typedByTeam ? new Line(id, at, null, THE_TEAM, subject, action, before, after, reason, true) : this;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Trail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What happened, without who and when: those are added when it is recorded. */
    public record Event(
            @Nullable UUID campaign,
            @Nullable UUID evaluation,
            @Nullable UUID standardVersion,
            String subject,
            String action,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            boolean typedByTeam) {

        public static Event on(EvaluationId evaluation, String subject, String action) {
            return new Event(null, evaluation.value(), null, subject, action, null, null, null, false);
        }

        public static Event on(CampaignId campaign, String subject, String action) {
            return new Event(campaign.value(), null, null, subject, action, null, null, null, false);
        }

        public static Event on(StandardVersionId standard, String subject, String action) {
            return new Event(null, null, standard.value(), subject, action, null, null, null, false);
        }

        public static Event general(String subject, String action) {
            return new Event(null, null, null, subject, action, null, null, null, false);
        }

        public Event change(@Nullable String from, @Nullable String to) {
            return new Event(campaign, evaluation, standardVersion, subject, action, from, to, reason, typedByTeam);
        }

        public Event because(@Nullable String why) {
            return new Event(campaign, evaluation, standardVersion, subject, action, before, after, why, typedByTeam);
        }

        /** Somebody of the team typed it: readers outside the team are not told who. */
        public Event namelessOutside() {
            return new Event(campaign, evaluation, standardVersion, subject, action, before, after, reason, true);
        }
    }

    /** Names who acted and, when the right was not their own, in whose place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Acting acting, Event event) {
        write(acting.person().value(), acting.inWords(), event);
    }

    /** For acts that do not tell which right was used: a substitute is named as one, whichever it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, Event event) {
        String name = actor.absentNames()
                .map(absent -> actor.name() + " (remplace aussi : " + absent + ")")
                .orElse(actor.name());
        write(actor.id().value(), name, event);
    }

    /** For what the process does on its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordBySystem(Event event) {
        write(null, SYSTEM, event);
    }

    /** From now on the journal shows no name for this person; the lines themselves stay as they were written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(PersonId person) {
        jdbc.sql("insert into forgotten_actor (actor_id, at) values (?, ?) on conflict do nothing")
                .param(person.value())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private void write(@Nullable UUID actorId, String actorName, Event event) {
        jdbc.sql(
                        """
                insert into trail_entry (at, actor_id, actor_name, campaign_id, evaluation_id, standard_version_id, subject,
                                         action, before_value, after_value, reason, typed_by_team)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(Timestamp.from(clock.instant()))
                .param(actorId)
                .param(actorName)
                .param(event.campaign())
                .param(event.evaluation())
                .param(event.standardVersion())
                .param(event.subject())
                .param(event.action())
                .param(event.before())
                .param(event.after())
                .param(event.reason())
                .param(event.typedByTeam())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Line> of(EvaluationId evaluation) {
        return lines("evaluation_id", evaluation.value());
    }

    @Transactional(readOnly = true)
    public List<Line> of(CampaignId campaign) {
        return lines("campaign_id", campaign.value());
    }

    @Transactional(readOnly = true)
    public List<Line> of(StandardVersionId standard) {
        return lines("standard_version_id", standard.value());
    }

    private List<Line> lines(String column, UUID id) {
        return jdbc.sql(
                        """
                select id, trail_entry.at, trail_entry.actor_id, subject, action, before_value, after_value, reason,
                       typed_by_team, case when forgotten.actor_id is null then actor_name else ? end actor_name
                from trail_entry left join forgotten_actor forgotten on forgotten.actor_id = trail_entry.actor_id
                where %s = ? order by id"""
                                .formatted(column))
                .param(SOMEBODY_GONE)
                .param(id)
                .query((row, n) -> new Line(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("actor_id", UUID.class),
                        row.getString("actor_name"),
                        row.getString("subject"),
                        row.getString("action"),
                        row.getString("before_value"),
                        row.getString("after_value"),
                        row.getString("reason"),
                        row.getBoolean("typed_by_team")))
                .list();
    }
}
