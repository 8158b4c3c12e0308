package org.capaccueil.survey.domain;

import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/**
 * How many answers a random sample needs, at 95 % and for the least favourable share, one half.
 *
 * @param population how many people there are; null where they are too many to count
 * @param margin the margin of error wanted, in points
 */
public record SampleSize(@Nullable Integer population, double margin) {

    private static final double HALF = 0.5;

    public SampleSize {
        if (population != null && (population < 1 || population > 100_000_000)) {
            throw new BusinessRefusal("population", "Donnez le nombre de personnes concernées, à partir de 1.");
        }
        if (!(margin >= 0.5 && margin <= 30)) {
            throw new BusinessRefusal("margin", "Donnez une marge de 0,5 à 30 points, par exemple 5.");
        }
    }

    /** Rounded up: one answer less would not be enough. */
    public int answers() {
        double e = margin / 100;
        double unlimited = Share.Z * Share.Z * HALF * (1 - HALF) / (e * e);
        double needed = population == null ? unlimited : unlimited / (1 + (unlimited - 1) / population);
        return (int) Math.ceil(needed - 1e-9);
    }
}
