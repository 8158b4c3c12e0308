package org.capaccueil.indicator.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of values: rows are added, and one that is revised is no longer the current one. */
@Component
class ValueRows {

    private static final String COLUMNS =
            """
            select series_id, edition, team_id, channel, period_start, period_end, revision, current, part, base, source,
                   note, origin, reason, entered_by, program, at
            from indicator_value
            """;

    /** Within a transaction the driver then reads so many at a time, and not all. */
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    private final JdbcTemplate streaming;

    ValueRows(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(database);
        this.streaming.setFetchSize(ROWS_AT_ONCE);
    }

    /** Who writes values of a commune waits for who is writing some: what is judged new stays new until it is kept. */
    void hold(CommuneId commune) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
                .param("indicator_value of " + commune)
                .query(Integer.class)
                .single();
    }

    Optional<ValueView> current(UUID series, TeamId team, Channel channel, Period period) {
        return jdbc.sql(
                        COLUMNS
                                + """
                        where series_id = ? and team_id = ? and channel = ? and period_start = ? and period_end = ?
                        and current""")
                .params(series, team.value(), channel.name(), period.start(), period.end())
                .query((row, n) -> view(row))
                .optional();
    }

    /** Every revision of every period, the oldest first. */
    List<ValueView> history(UUID series, TeamId team, Channel channel) {
        return jdbc.sql(
                        COLUMNS
                                + "where series_id = ? and team_id = ? and channel = ? order by period_start, period_end, revision")
                .params(series, team.value(), channel.name())
                .query((row, n) -> view(row))
                .list();
    }

    /** The values that stand, of the team and of one channel, from this day on. */
    List<ValueView> standing(TeamId team, LocalDate from) {
        return jdbc.sql(COLUMNS + "where team_id = ? and current and period_start >= ? order by period_start")
                .params(team.value(), from)
                .query((row, n) -> view(row))
                .list();
    }

    /** The values of the team that stand for periods within these days. */
    List<ValueView> within(TeamId team, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        COLUMNS
                                + "where team_id = ? and current and period_start >= ? and period_end <= ? order by period_start")
                .params(team.value(), from, to)
                .query((row, n) -> view(row))
                .list();
    }

    /** What was made of single events and stands, of these teams for periods within these days. */
    List<ValueView> madeOfEvents(Set<UUID> teams, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        COLUMNS
                                + """
                        where team_id = any (?) and origin = 'EVENTS' and current and period_start >= ? and period_end <= ?""")
                .params(teams.toArray(UUID[]::new), from, to)
                .query((row, n) -> view(row))
                .list();
    }

    /** The values of the team that stand for periods that ended on one of these days, whenever they began. */
    List<ValueView> ended(TeamId team, LocalDate from, LocalDate to) {
        return jdbc.sql(COLUMNS + "where team_id = ? and current and period_end between ? and ? order by period_start")
                .params(team.value(), from, to)
                .query((row, n) -> view(row))
                .list();
    }

    /** One by one, so that no number of them fills the memory. */
    void each(CommuneId commune, @Nullable TeamId team, Consumer<ValueView> use) {
        String whose = team == null ? "commune_id = ?" : "team_id = ?";
        RowCallbackHandler row = one -> use.accept(view(one));
        streaming.query(
                COLUMNS + "where " + whose + " and current order by series_id, team_id, channel, period_start",
                row,
                team == null ? commune.value() : team.value());
    }

    void add(ValueView value) {
        PersonId person = value.enteredBy();
        if (value.revision() > 1) {
            jdbc.sql(
                            """
                    update indicator_value set current = false
                    where series_id = ? and team_id = ? and channel = ? and period_start = ? and period_end = ? and current""")
                    .params(
                            value.series(),
                            value.team().value(),
                            value.channel().name(),
                            value.start(),
                            value.end())
                    .update();
        }
        jdbc.sql(
                        """
                insert into indicator_value (series_id, edition, team_id, channel, period_start, period_end, revision, current,
                                             part, base, source, note, origin, reason, entered_by, program, at)
                values (?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(value.series())
                .param(value.edition())
                .param(value.team().value())
                .param(value.channel().name())
                .param(value.start())
                .param(value.end())
                .param(value.revision())
                .param(value.part())
                .param(value.base())
                .param(value.source())
                .param(value.note())
                .param(value.origin().name())
                .param(value.reason())
                .param(person == null ? null : person.value())
                .param(value.program())
                .param(Timestamp.from(value.at()))
                .update();
    }

    static ValueView view(ResultSet row) throws SQLException {
        UUID person = row.getObject("entered_by", UUID.class);
        return new ValueView(
                row.getObject("series_id", UUID.class),
                row.getInt("edition"),
                new TeamId(row.getObject("team_id", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                row.getInt("revision"),
                row.getBoolean("current"),
                row.getBigDecimal("part"),
                row.getBigDecimal("base"),
                row.getString("source"),
                row.getString("note"),
                Origin.valueOf(row.getString("origin")),
                row.getString("reason"),
                person == null ? null : new PersonId(person),
                row.getString("program"),
                row.getTimestamp("at").toInstant());
    }
}
