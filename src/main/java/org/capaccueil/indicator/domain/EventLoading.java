package org.capaccueil.indicator.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.LoadOutcome.Written;
import org.capaccueil.indicator.exchange.TableFault;
import org.capaccueil.indicator.exchange.TableFaults;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings single events in, all or nothing, each once whatever is sent again, and reckons what they change. */
@Component
class EventLoading {

    private final JdbcTemplate jdbc;
    private final ValueRows values;
    private final EventSums sums;

    EventLoading(JdbcTemplate jdbc, ValueRows values, EventSums sums) {
        this.jdbc = jdbc;
        this.values = values;
        this.sums = sums;
    }

    /**
     * What is brought.
     *
     * @param file the events are its own until another brings them; null where a program sends them
     * @param replace whether an event that is known takes what it says now
     * @param trial whether everything is only said: nobody who writes has to wait for it
     */
    record Load(CommuneId commune, @Nullable UUID file, boolean replace, boolean trial) {}

    /** Says everything that is wrong; only where nothing is, and it is no trial, everything is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LoadOutcome load(
            Load load,
            List<SeriesView> series,
            Map<UUID, TeamView> teams,
            TableFaults faults,
            Consumer<Consumer<StagedEvent>> rows) {
        CommuneId commune = load.commune();
        if (!load.trial()) {
            values.hold(commune);
        }
        jdbc.execute("drop table if exists staged_event");
        jdbc.execute(
                """
                create temp table staged_event (line int, source_id text, contact text, team_id uuid, channel text, kind text,
                    at timestamptz) on commit drop""");
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            TableCopy.send(
                    connection,
                    "staged_event",
                    copy -> rows.accept(one -> copy.row(
                            one.line(),
                            one.id(),
                            one.contact(),
                            one.team().value(),
                            one.channel().name(),
                            one.kind().name(),
                            one.at())));
            return null;
        });
        jdbc.execute("create index on staged_event (source_id)");
        jdbc.execute("analyze staged_event");
        int repeated = dropRepeated(faults);
        int known = dropKnown(commune);
        int revised = count(
                "select count(*) from staged_event s join contact_event e on e.commune_id = ? and e.source_id = s.source_id",
                commune.value());
        if (!load.replace() && revised > 0) {
            refuseChanges(commune, faults);
        }
        if (!faults.isEmpty()) {
            return LoadOutcome.NOTHING;
        }
        List<Written> preview = preview(teams);
        int brought = count("select count(*) from staged_event");
        if (load.trial() || brought == 0) {
            return new LoadOutcome(brought, revised, known, repeated, preview);
        }
        EventReach reach = reach(commune);
        int written = jdbc.update(
                """
                insert into contact_event (commune_id, source_id, contact, team_id, channel, kind, at, import_id)
                select ?, source_id, contact, team_id, channel, kind, at, ?::uuid from staged_event
                on conflict (commune_id, source_id) do update set contact = excluded.contact, team_id = excluded.team_id,
                    channel = excluded.channel, kind = excluded.kind, at = excluded.at,
                    import_id = excluded.import_id""",
                commune.value(),
                load.file());
        sums.reckon(commune, series, reach.teams(), reach.from(), reach.to());
        return new LoadOutcome(written, revised, known, repeated, preview);
    }

    private int dropRepeated(TableFaults faults) {
        if (count("select count(*) - count(distinct source_id) from staged_event") == 0) {
            // as good as always: what follows puts all of them in order
            return 0;
        }
        jdbc.query(
                """
                with placed as (
                    select line, row(contact, team_id, channel, kind, at) says, first_value(line) over same first_line,
                           first_value(row(contact, team_id, channel, kind, at)) over same first_says
                    from staged_event where source_id in
                        (select source_id from staged_event group by source_id having count(*) > 1)
                    window same as (partition by source_id order by line, ctid))
                select line, first_line from placed where says is distinct from first_says order by line""",
                row -> {
                    faults.add(TableFault.ofLine(
                            row.getInt("line"),
                            "la ligne " + row.getInt("first_line") + " dit autre chose du même événement."));
                });
        return jdbc.update(
                """
                delete from staged_event where ctid in (
                    select ctid from (select ctid, row_number() over (partition by source_id order by line, ctid) n
                                      from staged_event) placed where n > 1)""");
    }

    private int dropKnown(CommuneId commune) {
        return jdbc.update(
                """
                delete from staged_event s using contact_event e
                where e.commune_id = ? and e.source_id = s.source_id and e.contact = s.contact and e.team_id = s.team_id
                and e.channel = s.channel and e.kind = s.kind and e.at = s.at""",
                commune.value());
    }

    private void refuseChanges(CommuneId commune, TableFaults faults) {
        jdbc.query(
                """
                select s.line from staged_event s join contact_event e on e.commune_id = ? and e.source_id = s.source_id
                order by s.line""",
                row -> {
                    faults.add(TableFault.ofLine(
                            row.getInt("line"),
                            "cet événement est déjà enregistré et disait autre chose. Remplacez-le en disant pourquoi, ou "
                                    + "retirez la ligne."));
                },
                commune.value());
    }

    private List<Written> preview(Map<UUID, TeamView> teams) {
        return jdbc.query(
                """
                select min(line) line, team_id, channel, kind,
                       date_trunc('month', at at time zone 'Europe/Paris')::date as month, count(*) events
                from staged_event group by team_id, channel, kind, month order by team_id, channel, month, kind limit 500""",
                (row, n) -> new Written(
                        row.getInt("line"),
                        EventKind.valueOf(row.getString("kind")).title(),
                        Objects.requireNonNull(teams.get(row.getObject("team_id", UUID.class)))
                                .name(),
                        Channel.valueOf(row.getString("channel")).title(),
                        new Period(Frequency.MONTH, row.getObject("month", LocalDate.class)).inWords(),
                        row.getInt("events") + (row.getInt("events") > 1 ? " événements" : " événement"),
                        null));
    }

    /** What an event said before it is replaced included. */
    private EventReach reach(CommuneId commune) {
        return EventReach.of(jdbc.query(
                """
                select team_id, min(at) first, max(at) last from (
                    select team_id, at from staged_event
                    union all select e.team_id, e.at from staged_event s
                    join contact_event e on e.commune_id = ? and e.source_id = s.source_id) touched
                group by team_id""",
                (row, n) -> EventReach.Touched.of(row),
                commune.value()));
    }

    private int count(String sql, Object... values) {
        Integer count = jdbc.queryForObject(sql, Integer.class, values);
        return count == null ? 0 : count;
    }
}
