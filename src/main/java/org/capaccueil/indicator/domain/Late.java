package org.capaccueil.indicator.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;

/**
 * Which periods of a series somebody still waits for. A series that is shipped is waited for once a team has given it a
 * first value; one that the commune defined itself, from its definition on. What went by before the team had the channel,
 * or before it had it again, and while the series was retired, is asked of nobody.
 */
final class Late {

    /** Enough to read a switchboard or to close a register after the end of a month. */
    static final int DAYS = 15;

    private static final int LONGEST_WAIT_YEARS = 2;

    private Late() {}

    /**
     * The periods that are over for long enough and have no value, the oldest first.
     *
     * @param channelSince the day the team's channel was opened; null where it has it no more, and nobody waits
     * @param given the first days of the periods that have a value, of any edition that counts as often as the one in force
     */
    static List<Period> of(SeriesView series, @Nullable LocalDate channelSince, Set<LocalDate> given, LocalDate today) {
        LocalDate first = given.stream().min(LocalDate::compareTo).orElse(null);
        LocalDate from = begin(series, first);
        if (!series.isInUse() || channelSince == null || from == null) {
            return List.of();
        }
        LocalDate asked = later(from, firstWhole(series.frequency(), channelSince));
        Instant takenUp = series.takenUpAt();
        if (takenUp != null) {
            asked = later(asked, firstWhole(series.frequency(), PublicTime.dayOf(takenUp)));
        }
        Period begin = Period.of(series.frequency(), later(asked, today.minusYears(LONGEST_WAIT_YEARS)));
        return Stream.iterate(begin, period -> isDue(period, today), Period::next)
                .filter(period -> !given.contains(period.start()))
                .toList();
    }

    private static @Nullable LocalDate begin(SeriesView series, @Nullable LocalDate first) {
        if (series.shipped() && (first == null || series.editions().size() == 1)) {
            return first;
        }
        LocalDate defined =
                firstWhole(series.frequency(), PublicTime.dayOf(series.now().since()));
        return first == null || defined.isBefore(first) ? defined : first;
    }

    /** The first day of the first period that lies wholly in what begins on this day. */
    private static LocalDate firstWhole(Frequency frequency, LocalDate day) {
        Period period = Period.of(frequency, day);
        return period.start().equals(day) ? day : period.next().start();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean isDue(Period period, LocalDate today) {
        return period.end().plusDays(DAYS).isBefore(today);
    }
}
