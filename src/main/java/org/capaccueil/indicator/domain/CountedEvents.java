package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts single events by month, by one statement over their contacts. */
@Component
class CountedEvents {

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

    CountedEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the events of a team on a channel add up to.
     *
     * @param counts of waits in seconds
     */
    record Sums(TeamId team, Channel channel, Period period, Map<EventQuantity, BigDecimal> counts) {

        /** The same as those of the period of another length it lies in. */
        Sums within(Frequency frequency) {
            return new Sums(team, channel, Period.of(frequency, period.start()), counts);
        }

        Sums plus(Sums other) {
            Map<EventQuantity, BigDecimal> both = new EnumMap<>(counts);
            other.counts.forEach((quantity, sum) -> both.merge(quantity, sum, BigDecimal::add));
            return new Sums(team, channel, period, both);
        }
    }

    /** Whether an event of this kind has ever come. */
    boolean know(TeamId team, Channel channel, EventKind kind) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from contact_event where team_id = ? and channel = ? and kind = ?)",
                Boolean.class,
                team.value(),
                channel.name(),
                kind.name()));
    }

    /** The months from the first to the last of these days, both whole, in which anything began. */
    List<Sums> months(CommuneId commune, Set<UUID> teams, LocalDate from, LocalDate to, LocalDate today) {
        LocalDate answered = to.plusDays(DAYS_AFTER);
        List<LocalDate> days = from.datesUntil(answered.isAfter(today) ? answered : today.plusDays(1))
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
                    return new Sums(
                            new TeamId(row.getObject("team_id", UUID.class)),
                            Channel.valueOf(row.getString("channel")),
                            new Period(Frequency.MONTH, row.getObject("month", LocalDate.class)),
                            sums);
                },
                days.stream().map(Date::valueOf).toArray(Date[]::new),
                numbers,
                commune.value(),
                teams.toArray(UUID[]::new),
                Timestamp.from(PublicTime.startOf(from)),
                Timestamp.from(PublicTime.startOf(to.plusDays(DAYS_AFTER))),
                passed,
                passed,
                passed,
                from,
                to);
    }
}
