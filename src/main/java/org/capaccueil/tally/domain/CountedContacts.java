package org.capaccueil.tally.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts contacts in the database: whatever a page shows is one pass over one index. */
@Repository
class CountedContacts {

    private static final int LINES_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcClient lineByLine;

    CountedContacts(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        JdbcTemplate few = new JdbcTemplate(dataSource);
        few.setFetchSize(LINES_AT_ONCE);
        this.lineByLine = JdbcClient.create(few);
    }

    /**
     * What is counted.
     *
     * @param teams whose contacts count, null for every team's
     */
    record Asked(CommuneId commune, @Nullable List<TeamId> teams, FigureFilter filter) {

        private static final String PERIOD = "commune_id = :commune and day between :from and :to and not undone";

        private String here() {
            return (teams == null ? "true" : "team_id in (:teams)")
                    + (filter.point() == null ? "" : " and point_id = :point")
                    + (filter.channel() == null ? "" : " and channel = :channel")
                    + (filter.subject() == null ? "" : " and subject_id = :subject")
                    + (filter.outcome() == null ? "" : " and outcome = :outcome");
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            values.put("commune", commune.value());
            values.put("from", filter.from());
            values.put("to", filter.to());
            values.put(
                    "teams",
                    teams == null ? null : teams.stream().map(TeamId::value).toList());
            values.put("point", filter.point());
            values.put(
                    "channel",
                    filter.channel() == null ? null : filter.channel().name());
            values.put("subject", filter.subject());
            values.put(
                    "outcome",
                    filter.outcome() == null ? null : filter.outcome().name());
            return values;
        }
    }

    /** By what a line of the answer counts. */
    enum Part {
        POINT,
        CHANNEL,
        ORIENTATION,
        HOUR
    }

    /**
     * A line of the answer; what it does not count by is null.
     *
     * @param here what the filter and the teams leave
     * @param inCommune whatever the filter and the teams, the period only
     */
    record Cell(
            Part part,
            @Nullable UUID point,
            @Nullable Channel channel,
            @Nullable UUID subject,
            @Nullable Outcome outcome,
            @Nullable UUID orientation,
            int hourOfWeek,
            long here,
            long inCommune) {}

    List<Cell> cells(Asked asked) {
        return jdbc.sql(
                        """
                select case 0 when grouping(point_id) then 'POINT' when grouping(channel) then 'CHANNEL'
                              when grouping(orientation_id) then 'ORIENTATION' else 'HOUR' end part,
                       point_id, channel, subject_id, outcome, orientation_id, hour_of_week,
                       count(*) filter (where %s) here, count(*) in_commune
                from tally_contact where %s
                group by grouping sets ((point_id, subject_id, outcome), (channel, subject_id, outcome), (orientation_id),
                                        (hour_of_week))"""
                                .formatted(asked.here(), Asked.PERIOD))
                .params(asked.values())
                .query((row, n) -> new Cell(
                        Part.valueOf(row.getString("part")),
                        row.getObject("point_id", UUID.class),
                        one(Channel.class, row.getString("channel")),
                        row.getObject("subject_id", UUID.class),
                        one(Outcome.class, row.getString("outcome")),
                        row.getObject("orientation_id", UUID.class),
                        row.getInt("hour_of_week"),
                        row.getLong("here"),
                        row.getLong("in_commune")))
                .list();
    }

    /** The first and the last day with a contact. */
    record Days(LocalDate first, LocalDate last) {}

    /** Nothing where there is none. */
    Optional<Days> days(Asked asked) {
        return jdbc.sql(
                        "select min(day) first_day, max(day) last_day from tally_contact where %s and %s having count(*) > 0"
                                .formatted(Asked.PERIOD, asked.here()))
                .params(asked.values())
                .query((row, n) -> new Days(
                        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    /** Contacts of one hour that are alike. */
    record HourLine(
            LocalDate day,
            int hour,
            UUID point,
            Channel channel,
            UUID subject,
            Outcome outcome,
            @Nullable UUID orientation,
            long contacts) {}

    /** One after the other, however many there are: nothing of it is held. To be called in a transaction. */
    void eachHour(Asked asked, Consumer<HourLine> lines) {
        lineByLine
                .sql(
                        """
                select day, hour_of_week %% 24 hour_of_day, point_id, channel, subject_id, outcome, orientation_id,
                       count(*) contacts
                from tally_contact where %s and %s
                group by day, hour_of_week, point_id, channel, subject_id, outcome, orientation_id
                order by day, hour_of_week"""
                                .formatted(Asked.PERIOD, asked.here()))
                .params(asked.values())
                .query(row -> {
                    lines.accept(hourLine(row));
                });
    }

    private static HourLine hourLine(ResultSet row) throws SQLException {
        return new HourLine(
                row.getObject("day", LocalDate.class),
                row.getInt("hour_of_day"),
                row.getObject("point_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getObject("subject_id", UUID.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("orientation_id", UUID.class),
                row.getLong("contacts"));
    }

    /** The newest notes, without the hour: a day's is enough to learn from. */
    List<Noted> notes(Asked asked, int most) {
        return jdbc.sql(
                        """
                select day, point_id, subject_id, note from tally_contact where %s and note is not null and %s
                order by tapped_at desc, id limit :most"""
                                .formatted(Asked.PERIOD, asked.here()))
                .params(asked.values())
                .param("most", most)
                .query((row, n) -> new Noted(
                        row.getObject("day", LocalDate.class),
                        row.getObject("point_id", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        row.getString("note")))
                .list();
    }

    /** A note that is still kept. */
    record Noted(LocalDate day, UUID point, UUID subject, String note) {}

    /** Every point contacts were ever noted at, by name. */
    List<Named> points(CommuneId commune) {
        return new ArrayList<>(jdbc.sql("select point_id, name from tally_point where commune_id = ? order by name")
                .param(commune.value())
                .query((row, n) -> new Named(row.getObject("point_id", UUID.class), row.getString("name")))
                .list());
    }

    record Named(UUID id, String name) {}

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
