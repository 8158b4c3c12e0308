package org.capaccueil.network.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;

/**
 * One score over communes, as far as one reader may see it. Every commune counts the same: by its size the largest would
 * be read out of the mean. No single commune is ever the lowest or the highest here: the ends are means of a quarter.
 *
 * @param communes how many it stands on; 0 when it is not shown
 * @param mean exact; null when fewer than two communes besides the reader's own stand in it
 * @param lowest the mean of the quarter with the lowest scores, null as long as a quarter is too few communes
 * @param named the scores of the communes that agreed to be named; empty where they would give another one away
 * @param own the reader's own commune's score, which is theirs to know
 */
public record Figure(
        int communes,
        @Nullable BigFraction mean,
        @Nullable BigFraction lowest,
        @Nullable BigFraction highest,
        Map<CommuneId, BigFraction> named,
        @Nullable BigFraction own) {

    /** Under as many a quarter is one commune. */
    private static final int FEWEST_FOR_QUARTERS = 8;

    static Figure of(Map<CommuneId, BigFraction> scores, Viewer viewer) {
        BigFraction own = scores.get(viewer.commune());
        if (!viewer.maySeeMeanOf(scores.keySet())) {
            return new Figure(0, null, null, null, Map.of(), own);
        }
        Map<CommuneId, BigFraction> named = new LinkedHashMap<>();
        if (viewer.maySeeNamesIn(scores.keySet())) {
            scores.forEach((commune, score) -> {
                if (viewer.named().contains(commune)) {
                    named.put(commune, score);
                }
            });
        }
        List<CommuneId> ranked = scores.keySet().stream()
                .sorted(Comparator.comparing(scores::get))
                .toList();
        int quarter = ranked.size() / 4;
        List<CommuneId> low = ranked.subList(0, quarter);
        List<CommuneId> middle = ranked.subList(quarter, ranked.size() - quarter);
        List<CommuneId> high = ranked.subList(ranked.size() - quarter, ranked.size());
        boolean quarters = ranked.size() >= FEWEST_FOR_QUARTERS
                && Stream.of(low, middle, high).allMatch(viewer::maySeeNamesIn);
        return new Figure(
                scores.size(),
                mean(scores, ranked),
                quarters ? mean(scores, low) : null,
                quarters ? mean(scores, high) : null,
                named,
                own);
    }

    private static BigFraction mean(Map<CommuneId, BigFraction> scores, Collection<CommuneId> communes) {
        return communes.stream()
                .map(commune -> Objects.requireNonNull(scores.get(commune)))
                .reduce(BigFraction.ZERO, BigFraction::add)
                .divide(communes.size());
    }

    public boolean isShown() {
        return mean != null;
    }

    /** With one decimal, cut as every score is. */
    public static @Nullable BigDecimal shown(@Nullable BigFraction score) {
        return score == null ? null : score.bigDecimalValue(1, RoundingMode.DOWN);
    }
}
