package org.capaccueil.survey.domain;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.PublicTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shakes the ballot box. The database remembers by itself in which order rows were put down and in which transaction; with
 * the journal beside it that would tell an answer's minute. So the answers of a week are put down anew, together and in
 * random order, and so are receipts and free texts.
 */
@Service
@Transactional
public class AnswerMixing {

    private static final int WEEKS_REDONE_AT_NIGHT = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerMixing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A week of a survey. */
    private record Box(UUID survey, LocalDate week) {}

    /** What came since the last time is shaken with the rest of its week. */
    public void shake() {
        List<Box> stirred = boxes("not answer.mixed");
        stirred.forEach(this::shake);
        if (!stirred.isEmpty()) {
            shakeReceipts();
        }
        shakeTexts(
                """
                state = 'ARRIVED' and (survey_id in (select survey_id from survey_comment where not mixed)
                                       or survey_id in (select id from survey where status = 'CLOSED'))""",
                SmallGroups.SMALLEST);
    }

    /**
     * Everything of the last two weeks, so that the last row of a quiet day tells no quarter of an hour. In the night after a
     * week its texts may be read, however few they are.
     */
    public void shakeThoroughly() {
        LocalDate today = PublicTime.today(clock);
        boxes("answer.week > '" + today.minusWeeks(WEEKS_REDONE_AT_NIGHT) + "'").forEach(this::shake);
        shakeTexts(
                "state in ('ARRIVED', 'RECEIVED')",
                today.getDayOfWeek() == DayOfWeek.MONDAY ? 1 : SmallGroups.SMALLEST);
        shakeReceipts();
    }

    private List<Box> boxes(String which) {
        return jdbc.sql(
                        """
                select distinct way.survey_id, answer.week from survey_answer answer
                join survey_way way on way.id = answer.way_id where %s"""
                                .formatted(which))
                .query((row, n) -> new Box(
                        row.getObject("survey_id", UUID.class),
                        row.getDate("week").toLocalDate()))
                .list();
    }

    private void shake(Box box) {
        jdbc.sql(
                        """
                with gone as (
                    delete from survey_answer where week = ? and way_id in (select id from survey_way where survey_id = ?)
                    returning way_id, week, given)
                insert into survey_answer (id, way_id, week, given, mixed)
                select gen_random_uuid(), way_id, week, given, true from gone order by random()""")
                .param(Date.valueOf(box.week()))
                .param(box.survey())
                .update();
    }

    /**
     * Puts texts down anew, and lets the moderator read those that arrived.
     *
     * @param enough so many of a survey may be read together, or fewer once it is closed
     */
    private void shakeTexts(String which, int enough) {
        jdbc.sql(
                        """
                with gone as (delete from survey_comment where %s
                              returning id, version, survey_id, team_id, question, written, state, shown, masked, tags),
                     readable as (select survey_id from gone where state = 'ARRIVED' group by survey_id having count(*) >= ?
                                  union select id from survey where status = 'CLOSED')
                insert into survey_comment (id, version, survey_id, team_id, question, written, state, shown, masked, tags,
                                            mixed)
                select id, version, survey_id, team_id, question, written,
                       case when survey_id in (select survey_id from readable) then 'RECEIVED' else state end,
                       shown, masked, tags, true
                from gone order by random()"""
                                .formatted(which))
                .param(enough)
                .update();
    }

    private void shakeReceipts() {
        jdbc.sql(
                        """
                with gone as (delete from survey_receipt returning mark, commune_id, forget_on)
                insert into survey_receipt (mark, commune_id, forget_on)
                select mark, commune_id, forget_on from gone order by mark""")
                .update();
    }

    /** Answers nobody went on with for a day, and receipts of surveys that are over. */
    public void sweep() {
        jdbc.sql("delete from survey_begun where vanishes_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("delete from survey_receipt where forget_on <= ?")
                .param(Date.valueOf(PublicTime.today(clock)))
                .update();
    }
}
