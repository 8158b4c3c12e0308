package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.Plausible;
import org.capaccueil.indicator.domain.CountedEvents.Sums;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes values of single events, of the periods that changed and each series by its own. A value somebody gave goes before:
 * it is left as it is.
 */
@Component
class EventSums {

    private static final String SOURCE = "Événements importés";
    private static final String RECKONED_AGAIN =
            "Recalculé : des événements sont arrivés, ont changé ou ont été retirés.";

    private static final BigDecimal SECONDS_A_MINUTE = BigDecimal.valueOf(60);

    private final CountedEvents events;
    private final ValueRows values;
    private final KeptEvents kept;
    private final Clock clock;

    EventSums(CountedEvents events, ValueRows values, KeptEvents kept, Clock clock) {
        this.events = events;
        this.values = values;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Reckons the periods from this day to that one again.
     *
     * @return how many values were written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int reckon(CommuneId commune, List<SeriesView> series, Set<UUID> teams, LocalDate from, LocalDate to) {
        values.hold(commune);
        LocalDate today = PublicTime.today(clock);
        List<SeriesView> made =
                series.stream().filter(EventSums::isMadeOfEvents).toList();
        LocalDate first = Period.of(Frequency.MONTH, later(from, kept.since())).start();
        LocalDate last = Period.of(Frequency.MONTH, to).end();
        for (SeriesView one : made) {
            LocalDate start = Period.of(one.frequency(), first).start();
            first = start.isBefore(first) && !start.isBefore(kept.since()) ? start : first;
            last = later(last, Period.of(one.frequency(), last).end());
        }
        List<Sums> months = events.months(commune, teams, first, last, today);
        Told told = new Told();
        Set<String> reckoned = new HashSet<>();
        int written = 0;
        for (Frequency frequency : Frequency.values()) {
            for (Sums one : by(frequency, months)) {
                reckoned.add(place(one));
                // of a period that is not over, or of which events are gone already, nothing is said
                if (one.period().end().isAfter(today) || one.period().start().isBefore(first)) {
                    continue;
                }
                for (SeriesView of : made) {
                    if (of.frequency() == frequency
                            && of.indicator().channels().contains(one.channel())
                            && keep(of, one, told)) {
                        written++;
                    }
                }
            }
        }
        for (ValueView value : values.madeOfEvents(teams, first, last)) {
            if (!reckoned.contains(place(value.team(), value.channel(), value.start(), value.end()))
                    && !isEmpty(value)) {
                empty(value);
                written++;
            }
        }
        return written;
    }

    private static boolean isMadeOfEvents(SeriesView series) {
        return series.isInUse()
                && series.formula().quantities().stream()
                        .allMatch(quantity -> EventQuantity.of(quantity).isPresent());
    }

    private static Collection<Sums> by(Frequency frequency, List<Sums> months) {
        Map<String, Sums> sums = new LinkedHashMap<>();
        months.stream().map(month -> month.within(frequency)).forEach(one -> sums.merge(place(one), one, Sums::plus));
        return sums.values();
    }

    private static String place(Sums sums) {
        return place(
                sums.team(),
                sums.channel(),
                sums.period().start(),
                sums.period().end());
    }

    private static String place(TeamId team, Channel channel, LocalDate start, LocalDate end) {
        return team + " " + channel + " " + start + " " + end;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Which kinds of events are known of a team on a channel, each asked once. */
    private final class Told {

        private final Map<String, Boolean> known = new HashMap<>();

        boolean all(Sums sums, EventQuantity quantity) {
            return quantity.countedBy().stream()
                    .allMatch(kind -> known.computeIfAbsent(
                            sums.team() + " " + sums.channel() + " " + kind,
                            key -> events.know(sums.team(), sums.channel(), kind)));
        }
    }

    private static boolean isEmpty(ValueView value) {
        BigDecimal counted = value.base() == null ? value.part() : value.base();
        return counted.signum() == 0;
    }

    /** All it was made of belongs elsewhere now. */
    private void empty(ValueView before) {
        revise(before, before.edition(), BigDecimal.ZERO, before.base() == null ? null : BigDecimal.ZERO);
    }

    private boolean keep(SeriesView series, Sums sums, Told told) {
        EventQuantity over = EventQuantity.of(series.formula().part()).orElseThrow();
        EventQuantity under = Optional.ofNullable(series.formula().base())
                .flatMap(EventQuantity::of)
                .orElse(null);
        BigDecimal part = counted(sums, over);
        BigDecimal base = under == null ? null : counted(sums, under);
        boolean counted = told.all(sums, over)
                && (under == null || told.all(sums, under))
                && (base == null ? part : base).signum() > 0;
        ValueView before = values.current(series.id(), sums.team(), sums.channel(), sums.period())
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
            Period period = sums.period();
            add(
                    series.id(),
                    series.now().number(),
                    sums.team(),
                    sums.channel(),
                    period.start(),
                    period.end(),
                    1,
                    part,
                    base);
        }
        return true;
    }

    private static BigDecimal counted(Sums sums, EventQuantity quantity) {
        BigDecimal sum = sums.counts().getOrDefault(quantity, BigDecimal.ZERO);
        return quantity == EventQuantity.WAITED ? Plausible.quotient(sum, SECONDS_A_MINUTE, 1) : sum;
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
