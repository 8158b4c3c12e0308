package org.capaccueil.survey.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How many atoms each two figures share, as equations that are solved modulo a large prime: which combination of the figures
 * comes to given sums along each of them.
 */
final class SharedAtoms {

    static final long PRIME = Integer.MAX_VALUE;

    private final int figures;

    /** A row a figure: its unknowns, and a column for each of the sums. */
    private final long[][] rows;

    /** For each row that binds an unknown which one, in the order of the rows. */
    private final List<Integer> bound = new ArrayList<>();

    /**
     * @param sums for each question what the combination comes to along each figure
     */
    SharedAtoms(List<BitSet> figures, List<long[]> sums) {
        this.figures = figures.size();
        this.rows = new long[figures.size()][figures.size() + sums.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                BitSet both = (BitSet) figures.get(i).clone();
                both.and(figures.get(j));
                rows[i][j] = both.cardinality();
                rows[j][i] = rows[i][j];
            }
            for (int n = 0; n < sums.size(); n++) {
                rows[i][figures.size() + n] = sums.get(n)[i];
            }
        }
        solve();
    }

    private void solve() {
        for (int unknown = 0; unknown < figures && bound.size() < figures; unknown++) {
            int at = bound.size();
            int from = at;
            while (from < rows.length && rows[from][unknown] == 0) {
                from++;
            }
            if (from == rows.length) {
                continue;
            }
            long[] row = rows[from];
            rows[from] = rows[at];
            rows[at] = row;
            long inverse = inverse(row[unknown]);
            for (int i = unknown; i < row.length; i++) {
                row[i] = row[i] * inverse % PRIME;
            }
            for (long[] other : rows) {
                if (other != row && other[unknown] != 0) {
                    subtract(other, row, PRIME - other[unknown], unknown);
                }
            }
            bound.add(unknown);
        }
    }

    private static void subtract(long[] from, long[] row, long negative, int start) {
        for (int i = start; i < from.length; i++) {
            from[i] = (from[i] + negative * row[i]) % PRIME;
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

    /** How often each figure is taken to come to the given sums. */
    long[] combination(int question) {
        long[] combination = new long[figures];
        for (int i = 0; i < bound.size(); i++) {
            combination[bound.get(i)] = rows[i][figures + question];
        }
        return combination;
    }

    /** The figures every combination for the first question takes: no other figures can stand in for them. */
    BitSet needed() {
        BitSet needed = new BitSet();
        for (int i = 0; i < bound.size(); i++) {
            if (rows[i][figures] != 0 && standsAlone(rows[i], bound.get(i))) {
                needed.set(bound.get(i));
            }
        }
        return needed;
    }

    private boolean standsAlone(long[] row, int unknown) {
        for (int i = 0; i < figures; i++) {
            if (i != unknown && row[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
