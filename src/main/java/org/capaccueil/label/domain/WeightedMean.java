package org.capaccueil.label.domain;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The exact mean of scores by their weights; what has no score stays out, its weight too. Sums stand on their least common
 * denominator in whole numbers of 64 bits, where every real standard stays, and go on as fractions without bound from the
 * first that does not fit.
 */
final class WeightedMean {

    private long numerator;
    private long denominator = 1;
    private @Nullable BigFraction beyondLongs;
    private long weights;

    WeightedMean add(long weight, @Nullable Score score) {
        if (score != null) {
            weights += weight;
            addExactly(weight, score.exact());
        }
        return this;
    }

    private void addExactly(long weight, BigFraction value) {
        BigFraction sum = beyondLongs;
        if (sum == null) {
            try {
                addInLongs(weight, value);
                return;
            } catch (ArithmeticException doesNotFit) {
                // nothing was changed: the sum so far goes on as a fraction
                sum = BigFraction.of(numerator, denominator);
            }
        }
        beyondLongs = sum.add(value.multiply(weight));
    }

    private void addInLongs(long weight, BigFraction value) {
        long parts = value.getDenominator().longValueExact();
        long common = Math.multiplyExact(denominator / gcd(denominator, parts), parts);
        long added = Math.multiplyExact(
                Math.multiplyExact(weight, value.getNumerator().longValueExact()), common / parts);
        numerator = Math.addExact(Math.multiplyExact(numerator, common / denominator), added);
        denominator = common;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Null when nothing had a score. */
    @Nullable
    Score score() {
        if (weights == 0) {
            return null;
        }
        if (beyondLongs != null) {
            return new Score(beyondLongs.divide(weights));
        }
        return denominator <= Long.MAX_VALUE / weights
                ? Score.ofMean(numerator, denominator * weights)
                : new Score(BigFraction.of(numerator, denominator).divide(weights));
    }
}
