package org.capaccueil.indicator.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.PublicTime;

/** The teams and days whose figures are to be reckoned again, as events of theirs came, changed or went. */
record EventReach(Set<UUID> teams, LocalDate from, LocalDate to) {

    /** A contact that goes on belongs to the month it began in, which may be the one before. */
    private static final int MONTHS_BEFORE = 1;

    /** The first and the last of the events of one team. */
    record Touched(UUID team, Instant first, Instant last) {

        static Touched of(ResultSet row) throws SQLException {
            return new Touched(
                    row.getObject("team_id", UUID.class),
                    row.getTimestamp("first").toInstant(),
                    row.getTimestamp("last").toInstant());
        }
    }

    /**
     * The reach of all of them together.
     *
     * @param touched one at least
     */
    static EventReach of(List<Touched> touched) {
        Instant first = touched.stream()
                .map(Touched::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = touched.stream()
                .map(Touched::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new EventReach(
                touched.stream().map(Touched::team).collect(Collectors.toSet()),
                PublicTime.dayOf(first).minusMonths(MONTHS_BEFORE),
                PublicTime.dayOf(last));
    }
}
