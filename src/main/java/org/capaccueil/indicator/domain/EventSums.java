package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes monthly values of single events, by one statement over the contacts of the months that changed. A value somebody
 * gave goes before: it is left as it is.
 */
@Component
class EventSums {

    private static final String SOURCE = "Événements importés";
    private static final String RECKONED_AGAIN = "Recalculé : des événements sont arrivés ou ont changé.";

    private static final BigDecimal SECONDS_A_MINUTE = BigDecimal.valueOf(60);

    /** As many as may be typed, and a spreadsheet keeps: what is exported comes back. */
    private static final int DECIMALS = 6;

    /** Replies are looked for until then; what is answered later is late under every rule. */
    private static final int DAYS_AFTER = 120;

    /**
     * A contact counts in the month it began. Days are those on the wall, and each has the number of the working day it is,
     * or comes after: the difference of two is the delay.
     */
    private static final String MONTHS =
            """
            with working(day, n) as (select * from unnest(?::date[], ?::int[])),
            contact as (
                select team_id, channel, contact,
                    min(at) filter (where kind = 'TICKET_TAKEN') taken,
                    min(at) filter (where kind = 'TICKET_CALLED') called,
                    min(at) filter (where kind = 'VISITOR_SERVED') served,
                    min(at) filter (where kind = 'CALL_OFFERED') offered,
                    min(at) filter (where kind = 'CALL_ANSWERED') answered,
                    min(at) filter (where kind = 'MESSAGE_RECEIVED') received,
                    min(at) filter (where kind = 'MESSAGE_ACKNOWLEDGED') acknowledged,
                    min(at) filter (where kind = 'MESSAGE_REPLIED') replied
                from contact_event
                where commune_id = ? and team_id = any (?) and at >= ? and at < ?
                group by team_id, channel, contact),
            timed as (
                select contact.*, (coalesce(taken, offered, received) at time zone 'Europe/Paris')::date began,
                    extract(epoch from called - taken) waited, extract(epoch from answered - offered) rang,
                    r.n received_n, p.n - r.n replied_in, a.n - r.n acknowledged_in
                from contact
                left join working r on r.day = (received at time zone 'Europe/Paris')::date
                left join working p on p.day = (replied at time zone 'Europe/Paris')::date
                left join working a on a.day = (acknowledged at time zone 'Europe/Paris')::date)
            select team_id, channel, date_trunc('month', began)::date as month,
                coalesce(sum(waited) filter (where served is not null and waited >= 0), 0) waited,
                count(*) filter (where served is not null and waited >= 0) received,
                count(*) filter (where served is not null and waited between 0 and 900) called_in_15,
                count(offered) offered,
                count(*) filter (where rang >= 0) answered,
                count(*) filter (where rang between 0 and 30) answered_in_30,
                count(*) filter (where channel <> 'MAIL' and (replied is not null or ? - received_n >= 5)) messages_due,
                count(*) filter (where channel <> 'MAIL' and replied_in between 0 and 5) messages_in_5,
                count(*) filter (where channel = 'MAIL' and (replied is not null or ? - received_n >= 15)) letters_due,
                count(*) filter (where channel = 'MAIL' and replied_in between 0 and 15) letters_in_15,
                count(*) filter (where channel <> 'MAIL' and (acknowledged is not null or ? - received_n >= 10)) receipts_due,
                count(*) filter (where channel <> 'MAIL' and acknowledged_in between 0 and 10) receipts_in_10
            from timed where began >= ? and began <= ?
            group by team_id, channel, month order by team_id, channel, month""";

    private final JdbcTemplate jdbc;
    private final ValueRows values;
    private final KeptEvents kept;
    private final Clock clock;

    EventSums(JdbcTemplate jdbc, ValueRows values, KeptEvents kept, Clock clock) {
        this.jdbc = jdbc;
        this.values = values;
        this.kept = kept;
        this.clock = clock;
    }

    /** Which kinds of events have ever come of a team on a channel, each asked once. */
    private final class Told {

        private final Map<String, Boolean> known = new HashMap<>();

        boolean all(Month month, EventQuantity quantity) {
            return quantity.countedBy().stream()
                    .allMatch(kind -> known.computeIfAbsent(
                            month.team() + " " + month.channel() + " " + kind, key -> has(month, kind)));
        }

        private boolean has(Month month, EventKind kind) {
            return Boolean.TRUE.equals(jdbc.queryForObject(
                    "select exists (select from contact_event where team_id = ? and channel = ? and kind = ?)",
                    Boolean.class,
                    month.team().value(),
                    month.channel().name(),
                    kind.name()));
        }
    }

    private record Month(TeamId team, Channel channel, Period period, Map<EventQuantity, BigDecimal> sums) {}

    /**
     * Reckons the months from this day to that one again.
     *
     * @return how many values were written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int reckon(CommuneId commune, List<SeriesView> series, Set<UUID> teams, LocalDate from, LocalDate to) {
        values.hold(commune);
        LocalDate today = PublicTime.today(clock);
        Period first = Period.of(Frequency.MONTH, later(from, kept.since()));
        Period last = Period.of(Frequency.MONTH, to);
        Told told = new Told();
        int written = 0;
        Set<String> reckoned = new HashSet<>();
        for (Month month : months(commune, teams, first.start(), last.end(), today)) {
            reckoned.add(place(month.team(), month.channel(), month.period().start()));
            if (month.period().end().isAfter(today)) {
                continue;
            }
            for (SeriesView one : series) {
                if (one.isInUse()
                        && one.frequency() == Frequency.MONTH
                        && one.indicator().channels().contains(month.channel())
                        && keep(one, month, told)) {
                    written++;
                }
            }
        }
        for (ValueView value : values.madeOfEvents(teams, first.start(), last.end())) {
            if (!reckoned.contains(place(value.team(), value.channel(), value.start())) && !isEmpty(value)) {
                empty(value);
                written++;
            }
        }
        return written;
    }

    private static String place(TeamId team, Channel channel, LocalDate start) {
        return team + " " + channel + " " + start;
    }

    private static boolean isEmpty(ValueView value) {
        BigDecimal counted = value.base() == null ? value.part() : value.base();
        return counted.signum() == 0;
    }

    /** All it was made of belongs elsewhere now. */
    private void empty(ValueView before) {
        revise(before, before.edition(), BigDecimal.ZERO, before.base() == null ? null : BigDecimal.ZERO);
    }

    private List<Month> months(CommuneId commune, Set<UUID> teams, LocalDate from, LocalDate to, LocalDate today) {
        List<LocalDate> days = from.datesUntil(later(to.plusDays(DAYS_AFTER), today.plusDays(1)))
                .toList();
        Integer[] numbers = new Integer[days.size()];
        int number = 0;
        int passed = 0;
        for (int i = 0; i < numbers.length; i++) {
            number += WorkingDays.isWorking(days.get(i)) ? 1 : 0;
            numbers[i] = number;
            // a delay that ends today is not over yet
            passed = days.get(i).isBefore(today) ? number : passed;
        }
        return jdbc.query(
                MONTHS,
                (row, n) -> {
                    Map<EventQuantity, BigDecimal> sums = new EnumMap<>(EventQuantity.class);
                    for (EventQuantity quantity : EventQuantity.values()) {
                        sums.put(quantity, row.getBigDecimal(quantity.column()));
                    }
                    sums.computeIfPresent(
                            EventQuantity.WAITED,
                            (quantity, seconds) -> seconds.divide(SECONDS_A_MINUTE, DECIMALS, RoundingMode.DOWN));
                    return new Month(
                            new TeamId(row.getObject("team_id", UUID.class)),
                            Channel.valueOf(row.getString("channel")),
                            new Period(Frequency.MONTH, row.getObject("month", LocalDate.class)),
                            sums);
                },
                days.stream().map(Date::valueOf).toArray(Date[]::new),
                numbers,
                commune.value(),
                teams.toArray(UUID[]::new),
                java.sql.Timestamp.from(PublicTime.startOf(from)),
                java.sql.Timestamp.from(PublicTime.startOf(to.plusDays(DAYS_AFTER))),
                passed,
                passed,
                passed,
                from,
                to);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean keep(SeriesView series, Month month, Told told) {
        Optional<EventQuantity> over = EventQuantity.of(series.formula().part());
        Optional<EventQuantity> under =
                Optional.ofNullable(series.formula().base()).flatMap(EventQuantity::of);
        if (over.isEmpty() || under.isEmpty() != (series.formula().base() == null)) {
            return false;
        }
        BigDecimal part = month.sums().get(over.get());
        BigDecimal base = under.map(month.sums()::get).orElse(null);
        boolean counted = told.all(month, over.get())
                && under.map(quantity -> told.all(month, quantity)).orElse(true)
                && (base == null ? part : base).signum() > 0;
        ValueView before = values.current(series.id(), month.team(), month.channel(), month.period())
                .orElse(null);
        if (before != null && before.origin() != Origin.EVENTS) {
            return false;
        }
        if (!counted) {
            // that nothing is told does not say that nothing happened, unless what was told was taken back
            if (before == null || isEmpty(before)) {
                return false;
            }
            empty(before);
            return true;
        }
        if (before != null && before.edition() == series.now().number() && before.says(part, base)) {
            return false;
        }
        if (before != null) {
            revise(before, series.now().number(), part, base);
        } else {
            Period period = month.period();
            add(
                    series.id(),
                    series.now().number(),
                    month.team(),
                    month.channel(),
                    period.start(),
                    period.end(),
                    1,
                    part,
                    base);
        }
        return true;
    }

    private void revise(ValueView before, int edition, BigDecimal part, @Nullable BigDecimal base) {
        add(
                before.series(),
                edition,
                before.team(),
                before.channel(),
                before.start(),
                before.end(),
                before.revision() + 1,
                part,
                base);
    }

    private void add(
            UUID series,
            int edition,
            TeamId team,
            Channel channel,
            LocalDate start,
            LocalDate end,
            int revision,
            BigDecimal part,
            @Nullable BigDecimal base) {
        values.add(new ValueView(
                series,
                edition,
                team,
                channel,
                start,
                end,
                revision,
                true,
                part,
                base,
                SOURCE,
                null,
                Origin.EVENTS,
                revision == 1 ? null : RECKONED_AGAIN,
                null,
                null,
                clock.instant()));
    }
}
