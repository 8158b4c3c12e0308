package org.capaccueil.privacy.domain;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.mystery.Mysteries;
import org.capaccueil.notification.Mails;
import org.capaccueil.organisation.DataProtection;
import org.capaccueil.organisation.DepartedView;
import org.capaccueil.organisation.Departures;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.survey.Surveys;
import org.capaccueil.tally.Tallies;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Applies the retention rules, and says when each is due next. */
@Service
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final RetentionPeriods periods;
    private final Departures departures;
    private final DataProtection protection;
    private final Mails mails;
    private final Tallies tallies;
    private final Indicators indicators;
    private final Surveys surveys;
    private final Mysteries mysteries;
    private final JdbcClient jdbc;
    private final Clock clock;

    Retention(
            RetentionPeriods periods,
            Departures departures,
            DataProtection protection,
            Mails mails,
            Tallies tallies,
            Indicators indicators,
            Surveys surveys,
            Mysteries mysteries,
            JdbcClient jdbc,
            Clock clock) {
        this.periods = periods;
        this.departures = departures;
        this.protection = protection;
        this.mails = mails;
        this.tallies = tallies;
        this.indicators = indicators;
        this.surveys = surveys;
        this.mysteries = mysteries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A rule in words. */
    public record RuleLine(String what, String from, String howLong, String outcome, String reason, String next) {}

    /**
     * Somebody who left.
     *
     * @param due the day the name goes; null while a campaign they took part in is not over, or once it is gone
     */
    public record DepartedLine(DepartedView person, @Nullable LocalDate due) {

        public boolean isGone() {
            return person.anonymisedAt() != null;
        }
    }

    public List<RuleLine> rules(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        List<DepartedLine> departed = departed(actor);
        return Arrays.stream(RetentionRule.values())
                .map(rule -> new RuleLine(
                        rule.what(),
                        rule.from(),
                        rule.howLong(periods),
                        rule.outcome(),
                        rule.reason(),
                        next(rule, departed)))
                .toList();
    }

    private String next(RetentionRule rule, List<DepartedLine> departed) {
        return switch (rule) {
            case IDENTITY ->
                departed.stream()
                        .flatMap(line -> Optional.ofNullable(line.due()).stream())
                        .min(LocalDate::compareTo)
                        .map(PublicTime::inWords)
                        .orElse("personne n'est concerné pour l'instant");
            case MAILS -> "cette nuit : ceux d'avant le " + PublicTime.inWords(before(periods.mails()));
            case CORRECTIONS ->
                "cette nuit : celles répondues avant le " + PublicTime.inWords(before(periods.corrections()));
            case NOTES -> "cette nuit : celles d'avant le " + PublicTime.inWords(before(periods.notes()));
            case EVENTS ->
                "cette nuit : ceux d'avant le "
                        + PublicTime.inWords(before(periods.events()).withDayOfMonth(1));
            case COMMENTS ->
                "cette nuit : ceux des enquêtes closes avant le " + PublicTime.inWords(before(periods.comments()));
            case REMARKS ->
                "cette nuit : celles des résultats ouverts avant le " + PublicTime.inWords(before(periods.remarks()));
            case JOURNAL ->
                oldestLine()
                        .map(day -> "à partir du " + PublicTime.inWords(day.plusMonths(periods.journal())))
                        .orElse("le journal est vide");
            case ACCESS -> "à chaque départ";
            case INDIVIDUAL_RATINGS -> "à chaque acceptation";
            case SIGNATURES -> "jamais";
        };
    }

    private Optional<LocalDate> oldestLine() {
        return jdbc.sql("select at from trail_entry order by id limit 1")
                .query(Instant.class)
                .optional()
                .map(PublicTime::dayOf);
    }

    public List<DepartedLine> departed(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return departures.departedFrom(actor.commune()).stream()
                .map(person -> new DepartedLine(
                        person,
                        person.anonymisedAt() != null ? null : due(person).orElse(null)))
                .toList();
    }

    /** Whatever is due, each person in a transaction of their own: several nodes may do it at once. */
    public void apply() {
        LocalDate today = today();
        long gone = departures.stillNamed().stream()
                .filter(person -> due(person).filter(day -> !day.isAfter(today)).isPresent())
                .filter(person -> departures.anonymise(person.id()))
                .count();
        int letters = mails.forgetWrittenBefore(PublicTime.startOf(before(periods.mails())));
        int requests = protection.forgetRequestsAnsweredBefore(PublicTime.startOf(before(periods.corrections())));
        int notes = tallies.forgetNotesBefore(before(periods.notes()));
        int events = indicators.forgetOldEvents();
        int texts = surveys.forgetCommentsOfSurveysClosedBefore(PublicTime.startOf(before(periods.comments())));
        int remarks = mysteries.forgetRemarksOfWavesOpenedBefore(PublicTime.startOf(before(periods.remarks())));
        log.info(
                "retention: {} people anonymised, {} mails, {} requests, {} notes, {} events, {} comments and {} remarks deleted",
                gone,
                letters,
                requests,
                notes,
                events,
                texts,
                remarks);
    }

    private Optional<LocalDate> due(DepartedView person) {
        return tookPart(person.id()).flatMap(last -> {
            if (!last.over()) {
                return Optional.empty();
            }
            LocalDate from = last.end() == null || last.end().isBefore(person.leftOn()) ? person.leftOn() : last.end();
            return Optional.of(from.plusMonths(periods.identity()));
        });
    }

    /** The campaigns somebody took part in: whether all are over, and when the last one ended. */
    private record Participation(boolean over, @Nullable LocalDate end) {}

    /** The journal knows who took part: everything anybody does in a campaign leaves a line. */
    private Optional<Participation> tookPart(PersonId person) {
        return jdbc.sql(
                        """
                with mine as (
                    select distinct coalesce(line.campaign_id, evaluation.campaign_id) campaign_id
                    from trail_entry line left join evaluation on evaluation.id = line.evaluation_id
                    where line.actor_id = ?)
                select count(*) filter (where campaign.status not in ('CLOSED', 'CANCELLED')) going,
                       greatest(max(campaign.closing_date),
                                max((select max(closed_at)::date from evaluation where campaign_id = campaign.id))) ended
                from mine join campaign on campaign.id = mine.campaign_id""")
                .param(person.value())
                .query((row, n) -> {
                    Date ended = row.getDate("ended");
                    return new Participation(row.getInt("going") == 0, ended == null ? null : ended.toLocalDate());
                })
                .optional();
    }

    private LocalDate before(int months) {
        return today().minusMonths(months);
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
