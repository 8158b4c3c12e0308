package org.capaccueil.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.BenchmarkScoring;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * What scoring costs beside a plain loop over the same arrays, in one run: whole sheets, opened down to every rating,
 * against the bare total. Run with {@code mvn verify -Pbenchmark}; the ratios travel to other machines, the times do not.
 */
class ScoringBenchmark {

    private static final int THEMES = 8;
    private static final int CRITERIA = 5;
    private static final int CHANNELS = 3;
    private static final int TEAMS = 10_000;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 10;
    private static final int MOST_RATIO = 25;

    private final int[] themeWeights = new int[THEMES];
    private final int[][] weights = new int[THEMES][CRITERIA];
    private final boolean[][] mandatory = new boolean[THEMES][CRITERIA];
    private final byte[][][] teams = new byte[TEAMS][THEMES * CRITERIA][CHANNELS];

    /** Both start from the grades in arrays; ours first puts them into the ratings it would read from the database. */
    @Test
    void scoringTenThousandTeamsBesideAPlainLoop() {
        fill(new Random(20_270_301));
        BenchmarkScoring scoring = BenchmarkScoring.on(themeWeights, weights, mandatory);

        List<BigFraction> ours = scoring.totals(teams, TEAMS);
        List<long[]> plain = plainTotals(TEAMS);
        for (int team = 0; team < TEAMS; team++) {
            assertThat(ours.get(team)).isEqualTo(BigFraction.of(plain.get(team)[0], plain.get(team)[1]));
        }

        // turn by turn, so that whatever else the machine does falls on all alike
        List<Supplier<List<?>>> works = List.of(
                () -> plainTotals(TEAMS),
                () -> scoring.totals(teams, TEAMS),
                () -> scoring.totals(teams, 1_000),
                () -> scoring.totals(teams, 100));
        double[][] nanos = new double[works.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int work = 0; work < works.size(); work++) {
                double took = nanosPerTeam(works.get(work));
                if (round >= 0) {
                    nanos[work][round] = took;
                }
            }
        }
        double plainLoop = median(nanos[0]);
        double whole = median(nanos[1]);
        double hundred = median(nanos[3]);
        double ratio = whole / plainLoop;
        double growth = whole / hundred;
        row("10,000 teams, plain loop over arrays, totals only", "%.1f µs a team".formatted(plainLoop / 1e3));
        row("10,000 teams, Cap Accueil, whole score sheets", "%.1f µs a team".formatted(whole / 1e3));
        row("1,000 teams, Cap Accueil", "%.1f µs a team".formatted(median(nanos[2]) / 1e3));
        row("100 teams, Cap Accueil", "%.1f µs a team".formatted(hundred / 1e3));
        row("10,000 teams beside the plain loop (at most %d)".formatted(MOST_RATIO), "%.1f".formatted(ratio));
        row("growth of the time per team, 100 to 10,000 (at most 1.5)", "%.2f".formatted(growth));
        assertThat(ratio).isLessThanOrEqualTo(MOST_RATIO);
        assertThat(growth).isLessThanOrEqualTo(1.5);
    }

    private void fill(Random random) {
        for (int t = 0; t < THEMES; t++) {
            themeWeights[t] = 5 + random.nextInt(16);
            for (int c = 0; c < CRITERIA; c++) {
                weights[t][c] = 1 + random.nextInt(5);
                mandatory[t][c] = random.nextInt(3) == 0;
            }
        }
        for (byte[][] team : teams) {
            for (byte[] criterion : team) {
                for (int p = 0; p < CHANNELS; p++) {
                    int draw = random.nextInt(20);
                    criterion[p] = (byte) (draw == 0 ? -1 : draw == 1 ? -2 : random.nextInt(5));
                }
            }
        }
    }

    private List<long[]> plainTotals(int count) {
        List<long[]> totals = new ArrayList<>(count);
        for (int team = 0; team < count; team++) {
            totals.add(plainTotal(teams[team]));
        }
        return totals;
    }

    /** In whole numbers: a mean of up to three places in sixths, themes on their least common denominator. */
    private long[] plainTotal(byte[][] grades) {
        long numerator = 0;
        long denominator = 1;
        long allWeights = 0;
        for (int t = 0; t < THEMES; t++) {
            long sum = 0;
            long applicable = 0;
            for (int c = 0; c < CRITERIA; c++) {
                int points = 0;
                int worst = 100;
                int rated = 0;
                for (byte grade : grades[t * CRITERIA + c]) {
                    if (grade >= 0) {
                        points += 25 * grade;
                        worst = Math.min(worst, 25 * grade);
                        rated++;
                    }
                }
                if (rated > 0) {
                    sum += (long) weights[t][c] * (mandatory[t][c] ? 6 * worst : points * 6 / rated);
                    applicable += weights[t][c];
                }
            }
            if (applicable > 0) {
                long common = denominator / gcd(denominator, applicable) * applicable;
                numerator = numerator * (common / denominator) + themeWeights[t] * sum * (common / applicable);
                denominator = common;
                allWeights += themeWeights[t];
            }
        }
        return new long[] {numerator, 6 * denominator * allWeights};
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** As much work for few teams as for many: what is compared is equally warm. */
    private static double nanosPerTeam(Supplier<List<?>> work) {
        int done = 0;
        long start = System.nanoTime();
        while (done < TEAMS) {
            done += work.get().size();
        }
        return (double) (System.nanoTime() - start) / done;
    }

    private static double median(double[] nanos) {
        return Arrays.stream(nanos).sorted().toArray()[nanos.length / 2];
    }

    private static void row(String what, String figure) {
        LoggerFactory.getLogger(ScoringBenchmark.class).info("BENCHMARK | {} | {}", what, figure);
    }
}
