package org.capaccueil.indicator.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;

/**
 * Which periods of a series somebody still waits for. A series that is shipped is waited for once a team has given it a
 * first value; one that the commune defined itself, from its definition on.
 */
final class Late {

    /** Enough to read a switchboard or to close a register after the end of a month. */
    static final int DAYS = 15;

    private static final int LONGEST_WAIT_YEARS = 2;

    private Late() {}

    /**
     * The periods that are over for long enough and have no value, the oldest first.
     *
     * @param given the first days of the periods that have a value, of the edition in force
     */
    static List<Period> of(SeriesView series, Set<LocalDate> given, LocalDate today) {
        LocalDate first = given.stream().min(LocalDate::compareTo).orElse(null);
        LocalDate from = begin(series, first);
        if (!series.isInUse() || from == null) {
            return List.of();
        }
        LocalDate oldest = today.minusYears(LONGEST_WAIT_YEARS);
        Period begin = Period.of(series.frequency(), from.isBefore(oldest) ? oldest : from);
        return Stream.iterate(begin, period -> isDue(period, today), Period::next)
                .filter(period -> !given.contains(period.start()))
                .toList();
    }

    private static @Nullable LocalDate begin(SeriesView series, @Nullable LocalDate first) {
        if (series.shipped() && series.editions().size() == 1) {
            return first;
        }
        LocalDate defined = PublicTime.dayOf(series.now().since());
        Period whole = Period.of(series.frequency(), defined);
        LocalDate asked = whole.start().equals(defined) ? defined : whole.next().start();
        return first == null ? series.shipped() ? null : asked : first.isBefore(asked) ? first : asked;
    }

    private static boolean isDue(Period period, LocalDate today) {
        return period.end().plusDays(DAYS).isBefore(today);
    }
}
