package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.LoadOutcome.Written;
import org.capaccueil.indicator.exchange.TableFault;
import org.capaccueil.indicator.exchange.TableFaults;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings many values in at once, all or nothing. They wait in a table of the transaction's own, where the database finds
 * what is there twice and what is there already, so that no number of them fills the memory.
 */
@Component
class ValueLoading {

    private static final int PREVIEWED = 500;

    private static final String STAGED =
            """
            create temp table staged_value (line int, series_id uuid, edition int, team_id uuid, channel text,
                period_start date, period_end date, part numeric, base numeric, source text, note text) on commit drop""";

    private static final String SAME_PLACE =
            """
            v.series_id = l.series_id and v.team_id = l.team_id and v.channel = l.channel
            and v.period_start = l.period_start and v.period_end = l.period_end and v.current""";

    private static final String DIFFERENT =
            """
            with placed as (
                select line, part, base, source, note, first_value(line) over place first_line,
                       first_value(part) over place first_part, first_value(base) over place first_base,
                       first_value(source) over place first_source, first_value(note) over place first_note
                from staged_value
                window place as (partition by series_id, team_id, channel, period_start, period_end order by line))
            select line, first_line from placed
            where part <> first_part or base is distinct from first_base or source is distinct from first_source
               or note is distinct from first_note
            order by line""";

    /** What a file does not say it does not contradict. */
    private static final String SAME_VALUE = sameQuantity("part") + " and " + sameQuantity("base")
            + " and v.edition = l.edition and " + sameText("source") + " and " + sameText("note");

    private final JdbcTemplate jdbc;
    private final ValueRows values;
    private final Clock clock;

    ValueLoading(JdbcTemplate jdbc, ValueRows values, Clock clock) {
        this.jdbc = jdbc;
        this.values = values;
        this.clock = clock;
    }

    /**
     * Who brings the values, and what for.
     *
     * @param sum whether several for one place are added up
     * @param reason why values that stand are replaced; null where they are not to be
     * @param trial whether everything is only said: nobody who writes has to wait for it
     */
    record Load(
            CommuneId commune,
            Origin origin,
            @Nullable PersonId person,
            @Nullable String program,
            boolean sum,
            @Nullable String reason,
            boolean trial) {}

    /** Says everything that is wrong; only where nothing is, and it is no trial, everything is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LoadOutcome load(
            Load load,
            List<SeriesView> series,
            Map<UUID, TeamView> teams,
            TableFaults faults,
            Consumer<Consumer<StagedValue>> rows) {
        if (!load.trial()) {
            values.hold(load.commune());
        }
        jdbc.execute("drop table if exists staged_value, loaded_value");
        jdbc.execute(STAGED);
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            TableCopy.send(
                    connection,
                    "staged_value",
                    copy -> rows.accept(one -> copy.row(
                            one.line(),
                            one.series(),
                            one.edition(),
                            one.team().value(),
                            one.channel().name(),
                            one.period().start(),
                            one.period().end(),
                            one.part().toPlainString(),
                            one.base() == null ? null : one.base().toPlainString(),
                            one.source(),
                            one.note())));
            return null;
        });
        if (load.sum() && !faults.isEmpty()) {
            // sums that some lines are missing from say nothing, true or false
            return LoadOutcome.NOTHING;
        }
        int repeated = 0;
        if (!load.sum()) {
            jdbc.query(DIFFERENT, row -> {
                faults.add(
                        TableFault.ofLine(
                                row.getInt("line"),
                                "la ligne " + row.getInt("first_line")
                                        + " donne déjà une autre valeur, source ou note pour la même équipe, le même canal et la même période."));
            });
            repeated = count(
                    "select count(*) - count(distinct (series_id, team_id, channel, period_start, period_end)) from staged_value");
        }
        gather(load.sum());
        Map<UUID, SeriesView> byId = series.stream().collect(Collectors.toMap(SeriesView::id, one -> one));
        if (load.sum()) {
            refuseSums(byId, faults);
        }
        int known = jdbc.update(
                "delete from loaded_value l using indicator_value v where " + SAME_PLACE + " and " + SAME_VALUE);
        jdbc.update("update loaded_value l set before = v.revision, before_edition = v.edition, before_part = v.part, "
                + "before_base = v.base from indicator_value v where " + SAME_PLACE);
        if (load.reason() == null) {
            refuseReplacing(byId, faults);
        }
        if (!faults.isEmpty()) {
            return LoadOutcome.NOTHING;
        }
        List<Written> preview = preview(byId, teams);
        int revised = count("select count(*) from loaded_value where before is not null");
        int written = load.trial() ? count("select count(*) from loaded_value") : write(load);
        return new LoadOutcome(written, revised, known, repeated, preview);
    }

    /**
     * A quantity reckoned from seconds has 34 digits, a spreadsheet keeps 15 and writes as few as ten: what was exported,
     * opened in one and saved is still what stands. Counts are whole and compared as they are.
     */
    private static String sameQuantity(String column) {
        return ("(v.%1$s is not distinct from l.%1$s "
                        + "or v.%1$s <> trunc(v.%1$s) and abs(v.%1$s - l.%1$s) <= 1e-8 * greatest(v.%1$s, 1))")
                .formatted(column);
    }

    /** White space, and the sign that keeps an exported text from being a formula, change no text. */
    private static String sameText(String column) {
        String words = "regexp_replace(ltrim(coalesce(%s, ''), ''''), '[\\s\u00a0\u202f]+', ' ', 'g')";
        return "(l." + column + " is null or " + words.formatted("l." + column) + " = " + words.formatted("v." + column)
                + ")";
    }

    /** One for each place: the first of those that say the same, or the sum. */
    private void gather(boolean sum) {
        String places = "series_id, edition, team_id, channel, period_start, period_end";
        jdbc.execute("create temp table loaded_value on commit drop as select "
                + (sum
                        ? "min(line) line, " + places
                                + ", sum(part) part, sum(base) base, string_agg(distinct source, ' ; ') source"
                                + ", string_agg(distinct note, ' ; ') note"
                                + nothingBefore() + " from staged_value group by " + places
                        : "distinct on (" + places + ") line, " + places + ", part, base, source, note"
                                + nothingBefore() + " from staged_value order by " + places + ", line"));
        jdbc.execute("analyze loaded_value");
    }

    /** A day without a call, or an hour in which calls of the hour before were answered, is judged within its period. */
    private void refuseSums(Map<UUID, SeriesView> series, TableFaults faults) {
        jdbc.query("select * from loaded_value order by line, series_id", row -> {
            SeriesView one = Objects.requireNonNull(series.get(row.getObject("series_id", UUID.class)));
            SeriesView.Edition how = one.edition(row.getInt("edition"));
            try {
                how.formula().requirePlausible(how.unit(), row.getBigDecimal("part"), row.getBigDecimal("base"));
            } catch (BusinessRefusal refusal) {
                Period period = new Period(how.frequency(), row.getObject("period_start", LocalDate.class));
                faults.add(TableFault.ofLine(
                        row.getInt("line"),
                        one.code() + ", somme des lignes de « " + period.inWords() + " » : " + refusal.sentence()));
            }
        });
    }

    private static String nothingBefore() {
        return ", null::int before, null::int before_edition, null::numeric before_part, null::numeric before_base";
    }

    private void refuseReplacing(Map<UUID, SeriesView> series, TableFaults faults) {
        jdbc.query("select * from loaded_value where before is not null order by line", row -> {
            SeriesView one = Objects.requireNonNull(series.get(row.getObject("series_id", UUID.class)));
            faults.add(TableFault.ofLine(
                    row.getInt("line"),
                    one.code() + " : " + standing(one, row)
                            + ". Remplacez-la en disant pourquoi, ou retirez la ligne."));
        });
    }

    private static String standing(SeriesView series, ResultSet row) throws SQLException {
        String before = FrenchValues.figure(
                series.edition(row.getInt("before_edition")),
                row.getBigDecimal("before_part"),
                row.getBigDecimal("before_base"));
        String now = FrenchValues.figure(
                series.edition(row.getInt("edition")), row.getBigDecimal("part"), row.getBigDecimal("base"));
        return before.equals(now)
                ? "cette valeur est déjà enregistrée avec une autre source, note ou édition du calcul"
                : "une autre valeur est déjà enregistrée, " + before;
    }

    private List<Written> preview(Map<UUID, SeriesView> series, Map<UUID, TeamView> teams) {
        return jdbc.query("select * from loaded_value order by line, series_id limit " + PREVIEWED, (row, n) -> {
            SeriesView one = Objects.requireNonNull(series.get(row.getObject("series_id", UUID.class)));
            BigDecimal before = row.getBigDecimal("before_part");
            return new Written(
                    row.getInt("line"),
                    one.title(),
                    Objects.requireNonNull(teams.get(row.getObject("team_id", UUID.class)))
                            .name(),
                    Channel.valueOf(row.getString("channel")).title(),
                    new Period(
                                    one.edition(row.getInt("edition")).frequency(),
                                    row.getObject("period_start", LocalDate.class))
                            .inWords(),
                    FrenchValues.figure(
                            one.edition(row.getInt("edition")), row.getBigDecimal("part"), row.getBigDecimal("base")),
                    before == null
                            ? null
                            : FrenchValues.figure(
                                    one.edition(row.getInt("before_edition")),
                                    before,
                                    row.getBigDecimal("before_base")));
        });
    }

    private int write(Load load) {
        jdbc.update("update indicator_value v set current = false from loaded_value l where " + SAME_PLACE);
        return jdbc.update(
                """
                insert into indicator_value (series_id, edition, team_id, channel, period_start, period_end, revision, current,
                                             part, base, source, note, origin, reason, entered_by, program, at)
                select l.series_id, l.edition, team_id, channel, period_start, period_end, coalesce(before, 0) + 1, true, part,
                       base, coalesce(l.source, s.source), note, ?, case when before is not null then ? end, ?, ?, ?
                from loaded_value l join indicator_series s on s.id = l.series_id""",
                load.origin().name(),
                load.reason(),
                load.person() == null ? null : load.person().value(),
                load.program(),
                Timestamp.from(clock.instant()));
    }

    private int count(String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }
}
