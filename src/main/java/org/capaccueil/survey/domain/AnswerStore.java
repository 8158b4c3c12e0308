package org.capaccueil.survey.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.survey.SurveyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of an answer while it is given and once it is sent: no address, no time but the week, no way back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AnswerStore {

    private static final int HOURS_KEPT = 25;

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever comes with the same secret at the same time waits for the first one. */
    void queue(String mark) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(mark)
                .query((row, n) -> true)
                .single();
    }

    boolean isReceived(String mark) {
        return jdbc.sql("select exists (select from survey_receipt where mark = ?)")
                .param(mark)
                .query(Boolean.class)
                .single();
    }

    Optional<Given> begun(String mark) {
        return jdbc.sql("select given from survey_begun where token_hash = ?")
                .param(mark)
                .query((row, n) -> QuestionnaireJson.read(row.getString("given"), Given.class))
                .optional();
    }

    /** Until the full hour after a day from now, so that not even this tells a minute. */
    void keep(String mark, UUID way, Given given) {
        jdbc.sql(
                        """
                insert into survey_begun (token_hash, way_id, given, vanishes_at) values (?, ?, ?::jsonb, ?)
                on conflict (token_hash) do update set given = excluded.given""")
                .param(mark)
                .param(way)
                .param(QuestionnaireJson.written(given))
                .param(Timestamp.from(
                        clock.instant().truncatedTo(ChronoUnit.HOURS).plus(HOURS_KEPT, ChronoUnit.HOURS)))
                .update();
    }

    /** Refuses what comes after the closing; a survey that is open stays so until this transaction has ended. */
    void requireOpen(SurveyId survey) {
        jdbc.sql("select true from survey where id = ? and status = 'OPEN' for share")
                .param(survey.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() ->
                        new StepNoLongerOpen("Cette enquête ne prend plus de réponses : elle n'est pas ouverte."));
    }

    void receive(String mark, CommuneId commune, LocalDate lastDay) {
        jdbc.sql("delete from survey_begun where token_hash = ?").param(mark).update();
        jdbc.sql("insert into survey_receipt (mark, commune_id, forget_on) values (?, ?, ?)")
                .param(mark)
                .param(commune.value())
                .param(lastDay.plusDays(1))
                .update();
    }

    /** Puts the choices down, and each text by itself. */
    void count(WayView way, Given given) {
        jdbc.sql("insert into survey_answer (id, way_id, week, given) values (?, ?, ?, ?::jsonb)")
                .param(UUID.randomUUID())
                .param(way.id())
                .param(Week.of(PublicTime.today(clock)).monday())
                .param(QuestionnaireJson.written(given.choices()))
                .update();
        given.texts().forEach((question, text) -> jdbc.sql(
                        """
                insert into survey_comment (id, survey_id, team_id, question, written, state) values (?, ?, ?, ?, ?, ?)""")
                .param(UUID.randomUUID())
                .param(way.survey().value())
                .param(way.team().value())
                .param(question)
                .param(text)
                .param(CommentState.ARRIVED.name())
                .update());
    }
}
