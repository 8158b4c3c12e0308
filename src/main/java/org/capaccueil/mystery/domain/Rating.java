package org.capaccueil.mystery.domain;

import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/** What was noted of one item: points out of those possible, or a measure, or neither: it had no object. */
public record Rating(@Nullable Integer points, @Nullable Integer possible, @Nullable Integer measure) {

    /** How « sans objet » is sent. */
    public static final String NOT_APPLICABLE = "N";

    /** Reads what was chosen or typed for an item; refuses what its line of the grid does not allow. */
    static Rating of(GridItem item, String typed) {
        if (typed.equals(NOT_APPLICABLE)) {
            if (!item.optional()) {
                throw new BusinessRefusal(item.code(), "Cette ligne se note toujours : donnez des points.");
            }
            return new Rating(null, null, null);
        }
        if (!typed.matches("\\d{1,4}") || Integer.parseInt(typed) > item.most()) {
            throw new BusinessRefusal(
                    item.code(),
                    item.isScored()
                            ? "Donnez de 0 à " + item.most() + " points."
                            : "Donnez un nombre entier de 0 à " + item.most() + " ("
                                    + item.measure().unit() + ").");
        }
        int number = Integer.parseInt(typed);
        return item.isScored() ? new Rating(number, item.most(), null) : new Rating(null, null, number);
    }

    public boolean isNotApplicable() {
        return points == null && measure == null;
    }

    /** As it is sent by the form. */
    public String typed() {
        return points != null ? points.toString() : measure != null ? measure.toString() : NOT_APPLICABLE;
    }
}
