package org.capaccueil.survey.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/** Whoever adds figures that are shown to one another and takes them from one another, in whatever way. */
final class LinearAttack {

    private LinearAttack() {}

    /**
     * Every group of fewer than five that is a linear combination of the figures, by exact elimination.
     *
     * @param people how many there are in each of the finest parts; nobody in one is known
     * @param figures for each the parts it is about
     */
    static List<BitSet> on(int[] people, List<BitSet> figures) {
        List<BigFraction[]> basis = new ArrayList<>();
        figures.forEach(figure -> reduced(basis, row(people, figure)).ifPresent(basis::add));
        List<BitSet> solved = new ArrayList<>();
        groups(people, 0, new BitSet(), 0, group -> {
            if (reduced(basis, row(people, group)).isEmpty()) {
                solved.add((BitSet) group.clone());
            }
        });
        return solved;
    }

    private static void groups(int[] people, int from, BitSet group, int size, Consumer<BitSet> each) {
        for (int i = from; i < people.length; i++) {
            int more = size + people[i];
            if (people[i] > 0 && more < SmallGroups.SMALLEST) {
                group.set(i);
                each.accept(group);
                groups(people, i + 1, group, more, each);
                group.clear(i);
            }
        }
    }

    private static BigFraction[] row(int[] people, BitSet members) {
        return IntStream.range(0, people.length)
                .mapToObj(i -> members.get(i) && people[i] > 0 ? BigFraction.ONE : BigFraction.ZERO)
                .toArray(BigFraction[]::new);
    }

    /** What is left of a row after the rows of the basis, with a leading one; nothing when they give it whole. */
    private static Optional<BigFraction[]> reduced(List<BigFraction[]> basis, BigFraction[] row) {
        for (BigFraction[] one : basis) {
            int lead = lead(one);
            BigFraction times = row[lead];
            if (times.signum() != 0) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = row[i].subtract(times.multiply(one[i]));
                }
            }
        }
        int lead = lead(row);
        if (lead == row.length) {
            return Optional.empty();
        }
        BigFraction first = row[lead];
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i].divide(first);
        }
        return Optional.of(row);
    }

    private static int lead(BigFraction[] row) {
        int lead = 0;
        while (lead < row.length && row[lead].signum() == 0) {
            lead++;
        }
        return lead;
    }
}
