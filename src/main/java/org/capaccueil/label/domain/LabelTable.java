package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.standard.LabelLevel;
import org.jspecify.annotations.Nullable;

/** The decision table of the label, label-level.dmn: a pure function from what was found to a level. */
public interface LabelTable {

    /**
     * What the table decides on.
     *
     * @param blockingReasons how many reasons stand against every level
     * @param overall the total, null when nothing has a score
     * @param lowestTheme the lowest score of a theme, null when none has one
     * @param minimumsMet the levels all of whose criterion minimums are met
     * @param thresholds of the levels the standard has
     */
    record Question(
            int blockingReasons,
            @Nullable BigDecimal overall,
            @Nullable BigDecimal lowestTheme,
            Set<LabelLevel> minimumsMet,
            Map<LabelLevel, Thresholds> thresholds) {}

    /** The scores a level asks for. */
    record Thresholds(BigDecimal overall, BigDecimal theme) {}

    /** The level reached, empty for none. */
    Optional<LabelLevel> decide(Question question);
}
