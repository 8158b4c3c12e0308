package org.capaccueil.survey.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether figures that are shown, added to and taken from one another in whatever way, give those of a group too small to
 * be shown.
 *
 * <p>People fall into atoms, the finest parts anybody could tell apart; each figure is about some of the atoms. A group can
 * be had from the figures exactly if its indicator is a linear combination of theirs, that is, if every vector which is
 * orthogonal to all figures is orthogonal to the group as well. Two such vectors are drawn (with fixed seed: the answer is
 * always the same) and reckoned with modulo a large prime: a group that can be had is always found, and one that cannot is
 * taken for one about once in 10^18, which would hide a figure too many.
 */
final class SmallGroups {

    /** The smallest group whose figures are shown. */
    static final int SMALLEST = 5;

    private static final long PRIME = Integer.MAX_VALUE;
    private static final int SEED = 20270312;

    private final int[] people;
    private final long[] first;
    private final long[] second;

    /**
     * @param people how many there are in each atom, at least one
     * @param shown for each figure the atoms it is about
     */
    SmallGroups(int[] people, List<BitSet> shown) {
        this.people = people.clone();
        List<long[]> rows = new ArrayList<>();
        int[] pivots = reduce(shown, rows);
        Random random = new Random(SEED);
        this.first = orthogonal(rows, pivots, random);
        this.second = orthogonal(rows, pivots, random);
    }

    /** The figures as independent rows, each with a one where all others have a zero: its pivot. */
    private int[] reduce(List<BitSet> shown, List<long[]> rows) {
        List<Integer> pivots = new ArrayList<>();
        for (BitSet figure : shown) {
            long[] row = new long[people.length];
            figure.stream().forEach(atom -> row[atom] = 1);
            for (int i = 0; i < rows.size(); i++) {
                subtract(row, rows.get(i), row[pivots.get(i)]);
            }
            int pivot = 0;
            while (pivot < row.length && row[pivot] == 0) {
                pivot++;
            }
            if (pivot == row.length) {
                continue;
            }
            long inverse = inverse(row[pivot]);
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] * inverse % PRIME;
            }
            for (long[] other : rows) {
                subtract(other, row, other[pivot]);
            }
            rows.add(row);
            pivots.add(pivot);
        }
        return pivots.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void subtract(long[] from, long[] row, long times) {
        if (times != 0) {
            for (int i = 0; i < from.length; i++) {
                from[i] = Math.floorMod(from[i] - times * row[i], PRIME);
            }
        }
    }

    private static long inverse(long number) {
        long result = 1;
        long power = number;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = result * power % PRIME;
            }
            power = power * power % PRIME;
        }
        return result;
    }

    private long[] orthogonal(List<long[]> rows, int[] pivots, Random random) {
        BitSet bound = new BitSet();
        for (int pivot : pivots) {
            bound.set(pivot);
        }
        long[] vector = new long[people.length];
        for (int atom = 0; atom < vector.length; atom++) {
            vector[atom] = bound.get(atom) ? 0 : 1 + random.nextInt(Integer.MAX_VALUE - 1);
        }
        for (int i = 0; i < pivots.length; i++) {
            long sum = 0;
            long[] row = rows.get(i);
            for (int atom = 0; atom < row.length; atom++) {
                if (!bound.get(atom)) {
                    sum = (sum + row[atom] * vector[atom]) % PRIME;
                }
            }
            vector[pivots[i]] = (PRIME - sum) % PRIME;
        }
        return vector;
    }

    /** Whether the figures give this group's. */
    boolean tell(BitSet group) {
        return group.stream().mapToLong(atom -> first[atom]).sum() % PRIME == 0
                && group.stream().mapToLong(atom -> second[atom]).sum() % PRIME == 0;
    }

    /** The atoms of a group the figures give though it is too small; a group of n people has n atoms at most. */
    Optional<BitSet> told() {
        int[] small = IntStream.range(0, people.length)
                .filter(atom -> people[atom] < SMALLEST)
                .toArray();
        Map<Long, List<int[]>> sums = new HashMap<>();
        for (int i = 0; i < small.length; i++) {
            if (isZero(small[i])) {
                return Optional.of(group(small[i]));
            }
            for (int j = i + 1; j < small.length; j++) {
                if (people[small[i]] + people[small[j]] < SMALLEST) {
                    if (isZero(small[i], small[j])) {
                        return Optional.of(group(small[i], small[j]));
                    }
                    sums.computeIfAbsent(sum(small[i], small[j]), key -> new ArrayList<>())
                            .add(new int[] {small[i], small[j]});
                }
            }
        }
        return larger(small, sums);
    }

    private Optional<BitSet> larger(int[] small, Map<Long, List<int[]>> sums) {
        for (int atom : small) {
            for (int[] pair : sums.getOrDefault(negative(sum(atom)), List.of())) {
                if (isGroup(atom, pair[0], pair[1])) {
                    return Optional.of(group(atom, pair[0], pair[1]));
                }
            }
        }
        for (List<int[]> pairs : sums.values()) {
            for (int[] pair : pairs) {
                for (int[] other : sums.getOrDefault(negative(sum(pair)), List.of())) {
                    if (isGroup(pair[0], pair[1], other[0], other[1])) {
                        return Optional.of(group(pair[0], pair[1], other[0], other[1]));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Different atoms, and few people in them. */
    private boolean isGroup(int... atoms) {
        BitSet group = group(atoms);
        return group.cardinality() == atoms.length
                && group.stream().map(atom -> people[atom]).sum() < SMALLEST;
    }

    private static BitSet group(int... atoms) {
        BitSet group = new BitSet();
        for (int atom : atoms) {
            group.set(atom);
        }
        return group;
    }

    private boolean isZero(int... atoms) {
        return sum(atoms) == 0;
    }

    /** Both sums in one number. */
    private long sum(int... atoms) {
        long one = 0;
        long other = 0;
        for (int atom : atoms) {
            one += first[atom];
            other += second[atom];
        }
        return one % PRIME << 31 | other % PRIME;
    }

    private static long negative(long sum) {
        long one = sum >> 31;
        long other = sum & PRIME;
        return (PRIME - one) % PRIME << 31 | (PRIME - other) % PRIME;
    }
}
