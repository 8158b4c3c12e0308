package org.capaccueil.standard;

import java.util.List;
import java.util.Optional;

/**
 * The grades of a standard.
 *
 * @param conformAt points from which a criterion is conform (0 to 100)
 * @param allowsNotApplicable whether « sans objet » may be answered, with a reason
 */
public record Scale(String code, List<Level> levels, int conformAt, boolean allowsNotApplicable) {

    /**
     * One grade.
     *
     * @param value what people choose: 0 to 4
     * @param points what it is worth: 0 to 100
     */
    public record Level(int value, int points, String fr) {}

    public Optional<Level> level(int value) {
        return levels.stream().filter(level -> level.value() == value).findFirst();
    }
}
