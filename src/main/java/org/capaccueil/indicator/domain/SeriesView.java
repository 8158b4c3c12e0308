package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.indicator.Formula;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.shared.NotFound;
import org.capaccueil.standard.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * A series as it stands.
 *
 * @param indicator what a value is judged by, in the words a standard's indicators have too
 * @param takenUpAt when it was last put back into use; null while it never was out of it
 * @param editions how values are made, the oldest first; the last one is in force
 */
public record SeriesView(
        UUID id,
        long version,
        Indicator indicator,
        List<Edition> editions,
        Gathering gathering,
        Owner owner,
        boolean shipped,
        @Nullable Instant retiredAt,
        @Nullable String retiredBecause,
        @Nullable Instant takenUpAt) {

    /** How values are made since some day. */
    public record Edition(int number, Formula formula, String unit, Frequency frequency, Instant since) {

        /** Null where there was no case. */
        @Nullable
        BigDecimal value(BigDecimal part, @Nullable BigDecimal base) {
            return formula.value(part, base);
        }
    }

    public String code() {
        return indicator.code();
    }

    public String title() {
        return indicator.titleFr();
    }

    public boolean isInUse() {
        return retiredAt == null;
    }

    public Edition now() {
        return editions.get(editions.size() - 1);
    }

    public Formula formula() {
        return now().formula();
    }

    public Frequency frequency() {
        return now().frequency();
    }

    /** Whether the last value speaks for all periods; a number alone is held against its target, and no sum of it is. */
    boolean isState() {
        return gathering == Gathering.LATEST || formula().base() == null;
    }

    Edition edition(int number) {
        return editions.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Whether what another room counts under this code is still what the commune means by it. */
    boolean meansWhatWasShipped() {
        Edition first = editions.get(0);
        return isInUse()
                && shipped
                && formula().kind() == first.formula().kind()
                && now().unit().equals(first.unit());
    }

    /** The wording, to be changed. */
    public SeriesDraft draft() {
        return new SeriesDraft(
                code(),
                title(),
                formula(),
                indicator.unit(),
                indicator.direction(),
                indicator.target(),
                indicator.alert(),
                frequency(),
                gathering,
                indicator.channels(),
                indicator.minSample(),
                indicator.sourceFr(),
                indicator.targetProvenance(),
                owner);
    }
}
