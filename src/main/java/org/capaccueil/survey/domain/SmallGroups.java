package org.capaccueil.survey.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
 * taken for one about once in 10^18, which would hide a figure too many. What it takes is reckoned from how many atoms each
 * two figures share, so that it grows with the figures, which are few, and hardly with the atoms.
 */
final class SmallGroups {

    /** The smallest group whose figures are shown. */
    static final int SMALLEST = 5;

    private static final int SEED = 20270312;

    private final int[] people;
    private final List<BitSet> figures;
    private final long[] first;
    private final long[] second;

    /**
     * @param people how many there are in each atom, at least one
     * @param figures for each the atoms it is about
     */
    SmallGroups(int[] people, List<BitSet> figures) {
        this.people = people.clone();
        this.figures = List.copyOf(figures);
        Random random = new Random(SEED);
        long[] one = draw(random);
        long[] other = draw(random);
        SharedAtoms shared = new SharedAtoms(figures, List.of(along(one), along(other)));
        this.first = orthogonal(one, shared.combination(0));
        this.second = orthogonal(other, shared.combination(1));
    }

    private long[] draw(Random random) {
        return IntStream.range(0, people.length)
                .mapToLong(atom -> random.nextInt(Integer.MAX_VALUE))
                .toArray();
    }

    /** What a vector comes to over the atoms of each figure. */
    private long[] along(long[] vector) {
        return figures.stream()
                .mapToLong(figure ->
                        figure.stream().mapToLong(atom -> vector[atom]).sum() % SharedAtoms.PRIME)
                .toArray();
    }

    /** What is left of a vector without that combination of the figures which comes to the same along each of them. */
    private long[] orthogonal(long[] vector, long[] combination) {
        long[] left = vector.clone();
        for (int i = 0; i < combination.length; i++) {
            long times = SharedAtoms.PRIME - combination[i];
            figures.get(i).stream().forEach(atom -> left[atom] = (left[atom] + times) % SharedAtoms.PRIME);
        }
        if (Arrays.stream(along(left)).anyMatch(sum -> sum != 0)) {
            throw new IllegalStateException("figures that cannot be reckoned with modulo " + SharedAtoms.PRIME);
        }
        return left;
    }

    /** Whether the figures give this group's. */
    boolean tell(BitSet group) {
        return group.stream().mapToLong(atom -> first[atom]).sum() % SharedAtoms.PRIME == 0
                && group.stream().mapToLong(atom -> second[atom]).sum() % SharedAtoms.PRIME == 0;
    }

    /** Those of the figures without which a group they give could not be had, by their place. */
    BitSet needed(BitSet group) {
        long[] parts = figures.stream()
                .mapToLong(figure -> {
                    BitSet both = (BitSet) figure.clone();
                    both.and(group);
                    return both.cardinality();
                })
                .toArray();
        return new SharedAtoms(figures, List.of(parts)).needed();
    }

    /** The atoms of a group the figures give though it is too small; a group of n people has n atoms at most. */
    Optional<BitSet> told() {
        int[] small = IntStream.range(0, people.length)
                .filter(atom -> people[atom] < SMALLEST)
                .toArray();
        for (int i = 0; i < small.length; i++) {
            if (isZero(small[i])) {
                return Optional.of(group(small[i]));
            }
            for (int j = i + 1; j < small.length; j++) {
                if (people[small[i]] + people[small[j]] < SMALLEST && isZero(small[i], small[j])) {
                    return Optional.of(group(small[i], small[j]));
                }
            }
        }
        return ofMoreAtoms(small);
    }

    /** Three or four atoms are a small group only if two of them are of one person each. */
    private Optional<BitSet> ofMoreAtoms(int[] small) {
        int[] ones = Arrays.stream(small).filter(atom -> people[atom] == 1).toArray();
        long[] pairs = IntStream.range(0, ones.length)
                .boxed()
                .flatMapToLong(i -> IntStream.range(i + 1, ones.length).mapToLong(j -> sum(ones[i], ones[j])))
                .sorted()
                .toArray();
        for (int atom : small) {
            if (Arrays.binarySearch(pairs, negative(sum(atom))) >= 0) {
                Optional<BitSet> three = withPair(ones, atom);
                if (three.isPresent()) {
                    return three;
                }
            }
        }
        for (int i = 0; i < ones.length; i++) {
            for (int j = i + 1; j < ones.length; j++) {
                if (Arrays.binarySearch(pairs, negative(sum(ones[i], ones[j]))) >= 0) {
                    Optional<BitSet> four = withPair(ones, ones[i], ones[j]);
                    if (four.isPresent()) {
                        return four;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** These atoms and two more of one person each, if together they are a small group that is told. */
    private Optional<BitSet> withPair(int[] ones, int... atoms) {
        long wanted = negative(sum(atoms));
        for (int i = 0; i < ones.length; i++) {
            for (int j = i + 1; j < ones.length; j++) {
                if (sum(ones[i], ones[j]) == wanted) {
                    BitSet group = group(atoms);
                    group.set(ones[i]);
                    group.set(ones[j]);
                    if (group.cardinality() == atoms.length + 2
                            && group.stream().map(atom -> people[atom]).sum() < SMALLEST) {
                        return Optional.of(group);
                    }
                }
            }
        }
        return Optional.empty();
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
        return one % SharedAtoms.PRIME << 31 | other % SharedAtoms.PRIME;
    }

    private static long negative(long sum) {
        long one = sum >> 31;
        long other = sum & SharedAtoms.PRIME;
        return (SharedAtoms.PRIME - one) % SharedAtoms.PRIME << 31 | (SharedAtoms.PRIME - other) % SharedAtoms.PRIME;
    }
}
