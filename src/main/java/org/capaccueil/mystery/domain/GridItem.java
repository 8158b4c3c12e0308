package org.capaccueil.mystery.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.FreeText;

/**
 * One thing that is noted, always about the service.
 *
 * @param most the points possible, or the largest measure that is plausible
 * @param optional whether « sans objet » may be said
 * @param kinds in which kinds of visit it is noted
 */
public record GridItem(
        String code, Moment moment, String text, Measure measure, int most, boolean optional, Set<VisitKind> kinds) {

    private static final int LONGEST = 200;
    private static final int MOST_POINTS = 10;
    private static final int MOST_MEASURED = 1_000;

    public GridItem {
        text = text.strip();
        kinds = Set.copyOf(kinds);
    }

    @JsonIgnore
    public boolean isScored() {
        return measure == Measure.POINTS;
    }

    GridItem coded(String given) {
        return new GridItem(given, moment, text, measure, most, optional, kinds);
    }

    void requireSound() {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new BusinessRefusal("text", "Dites en " + LONGEST + " caractères au plus ce qui est noté.");
        }
        FreeText.requireNobody("text", text);
        int limit = isScored() ? MOST_POINTS : MOST_MEASURED;
        if (most < 1 || most > limit) {
            throw new BusinessRefusal(
                    "most",
                    isScored()
                            ? "Donnez de 1 à " + MOST_POINTS + " points possibles."
                            : "Donnez la plus grande mesure plausible, de 1 à " + MOST_MEASURED + ".");
        }
        if (kinds.isEmpty()) {
            throw new BusinessRefusal("kinds", "Cochez au moins une façon d'observer où cela se note.");
        }
    }
}
