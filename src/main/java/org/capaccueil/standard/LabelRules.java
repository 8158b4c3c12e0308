package org.capaccueil.standard;

import java.math.BigDecimal;
import java.util.List;

/**
 * What earns the label, as data of the standard. Percentages and points are 0 to 100, shares are 0 to 1. Source: the
 * project's own choices, DOMAIN section 7; a quality manager may change them in a draft.
 *
 * @param levels from the lowest to the highest
 */
public record LabelRules(
        List<LevelRule> levels,
        BigDecimal mandatoryMin,
        int maxOpenMajor,
        int minorToMajorCount,
        BigDecimal maxNaWeightSharePerTheme,
        BigDecimal indicatorCoverageMin,
        int validityMonths,
        int draftReportDays,
        int rightOfReplyDays,
        int finalReportDays) {

    /** The scores one level asks for. */
    public record LevelRule(LabelLevel level, BigDecimal overallMin, BigDecimal themeMin) {}
}
