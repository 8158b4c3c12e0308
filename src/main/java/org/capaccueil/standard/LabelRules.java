package org.capaccueil.standard;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What earns the label, as data of the standard. Percentages and points are 0 to 100, shares are 0 to 1. Source: the
 * project's own choices, DOMAIN section 7; a quality manager may change them in a draft.
 *
 * @param levels from the lowest to the highest
 * @param mandatoryMin points a mandatory criterion needs at every place
 * @param minorToMajorCount open minor nonconformities that are worth a major one
 * @param carriedOverMinorIsMajor whether a minor nonconformity still open at the next audit counts as a major one
 * @param provenance where the thresholds come from
 */
public record LabelRules(
        List<LevelRule> levels,
        BigDecimal mandatoryMin,
        int maxOpenMajor,
        int minorToMajorCount,
        boolean carriedOverMinorIsMajor,
        BigDecimal maxNaWeightSharePerTheme,
        BigDecimal indicatorCoverageMin,
        Validity validity,
        ReportDays reportDays,
        CorrectionDelays correction,
        @Nullable String provenance) {

    /** The scores one level asks for. */
    public record LevelRule(LabelLevel level, BigDecimal overallMin, BigDecimal themeMin) {}

    /** How long the label holds and when it is looked at again: months after the decision, days before its end. */
    public record Validity(
            int months,
            int surveillanceFromMonth,
            int surveillanceToMonth,
            int surveillanceMonth,
            int renewalDaysBeforeExpiry) {}

    /** Days from the visit to the draft report, for the team's reply, and from it to the final report. */
    public record ReportDays(int draft, int rightOfReply, int finalReport) {}

    /** Days to the plan, months to the proof of a major and to the end of a minor nonconformity. */
    public record CorrectionDelays(int planDays, int majorMonths, int minorMonths) {}
}
