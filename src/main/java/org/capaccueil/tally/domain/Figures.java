package org.capaccueil.tally.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of figures shows.
 *
 * @param byHour contacts by hour of the week, 168 of them, Monday at midnight first
 */
public record Figures(
        Line all,
        List<Line> byPoint,
        List<Line> byChannel,
        List<Line> bySubject,
        List<Line> byOrientation,
        List<Long> byHour) {

    /**
     * One line of a table.
     *
     * @param resolution null where it says nothing: one outcome alone, or an orientation
     */
    public record Line(String name, Map<Outcome, Long> counts, @Nullable FirstContactResolution resolution) {

        private static final int PLACES = 10;

        public Line {
            counts = Map.copyOf(counts);
        }

        public long count(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** In percent of the line, null for a line without contacts. */
        public @Nullable BigDecimal share(Outcome outcome) {
            long total = total();
            return total == 0
                    ? null
                    : BigDecimal.valueOf(100 * count(outcome))
                            .divide(BigDecimal.valueOf(total), PLACES, RoundingMode.DOWN);
        }
    }

    public boolean isEmpty() {
        return all.total() == 0;
    }
}
