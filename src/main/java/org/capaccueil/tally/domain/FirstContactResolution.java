package org.capaccueil.tally.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * How many first contacts were settled at once, as far as counts without people can tell.
 *
 * <p>The denominator is every first contact: all but those that came back again for the same request. The numerator is
 * what was answered at once, less what came back again on the same subject anywhere in the commune within the period, and
 * never less than none. Somebody answered at the counter may come back by phone: a return cannot be laid at one door. So
 * the returns of a subject weigh on a part of the commune (a team, a point, a channel) by its part of that subject's
 * answers, and the parts add up to the whole.
 *
 * <p>What it cannot know: whether a return belongs to an answer of this period or of one before, whether whoever came back
 * is the one who was answered, and those who gave up or went elsewhere. It compares periods and points that tally alike;
 * it proves nothing of a single contact.
 *
 * @param resolved settled at once; a whole number for the whole commune, a part of one for a part of it
 * @param first first contacts
 */
public record FirstContactResolution(BigFraction resolved, long first) {

    private static final int PLACES = 10;

    /**
     * One subject in the period.
     *
     * @param answered here at once
     * @param answeredInCommune in the whole commune, here included
     * @param cameBackInCommune returns in the whole commune
     */
    public record Subject(long answered, long answeredInCommune, long cameBackInCommune) {

        private BigFraction resolved() {
            return answered == 0
                    ? BigFraction.ZERO
                    : BigFraction.of(Math.max(0, answeredInCommune - cameBackInCommune))
                            .multiply(BigFraction.of(answered, answeredInCommune));
        }
    }

    public static FirstContactResolution of(List<Subject> subjects, long first) {
        return new FirstContactResolution(
                subjects.stream().map(Subject::resolved).reduce(BigFraction.ZERO, BigFraction::add), first);
    }

    /** How many were settled, cut and not rounded. */
    BigDecimal resolvedCut(MathContext digits) {
        return cut(resolved, digits);
    }

    /** In percent, of the fraction itself, cut and not rounded. There has to be a first contact. */
    BigDecimal percentCut(MathContext digits) {
        return cut(resolved.multiply(100).divide(first), digits);
    }

    private static BigDecimal cut(BigFraction number, MathContext digits) {
        return new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), digits);
    }

    /** In percent, null without a first contact. */
    public @Nullable BigDecimal percent() {
        return first == 0 ? null : resolved.multiply(100).divide(first).bigDecimalValue(PLACES, RoundingMode.DOWN);
    }
}
