package org.capaccueil.mystery.domain;

import java.math.BigDecimal;
import java.util.Collection;
import org.capaccueil.indicator.Indicators.Aim;
import org.capaccueil.indicator.Plausible;
import org.capaccueil.mystery.domain.Ratings.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Points obtained out of points possible, on ten. What had no object is in neither sum. Never of a person: the smallest thing
 * it is made for is an item over all visits of a channel of a point.
 */
public record Score(long obtained, long possible, int visits) {

    private static final BigDecimal TEN = BigDecimal.TEN;

    static Score of(Collection<Counted> noted) {
        long obtained = 0;
        long possible = 0;
        for (Counted one : noted) {
            if (one.rating().points() != null && one.rating().possible() != null) {
                obtained += one.rating().points();
                possible += one.rating().possible();
            }
        }
        return new Score(obtained, possible, (int) noted.stream()
                .filter(one -> one.rating().points() != null)
                .map(Counted::visit)
                .distinct()
                .count());
    }

    /** On ten, as the indicator reckons it: cut at 34 digits and never rounded; null where nothing was possible. */
    public @Nullable BigDecimal value() {
        return possible == 0
                ? null
                : Plausible.quotient(BigDecimal.valueOf(obtained), BigDecimal.valueOf(possible), 10);
    }

    /** In whole percents of the bar's width, for the picture. */
    public long width() {
        return possible == 0 ? 0 : obtained * 100 / possible;
    }

    public Verdict against(Aim aim) {
        if (possible == 0 || visits < aim.smallestBase()) {
            return Verdict.SMALL_BASE;
        }
        return BigDecimal.valueOf(obtained).multiply(TEN).compareTo(aim.target().multiply(BigDecimal.valueOf(possible)))
                        >= 0
                ? Verdict.REACHED
                : Verdict.MISSED;
    }
}
