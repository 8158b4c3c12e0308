package org.capaccueil.label.domain;

import java.util.List;
import org.capaccueil.standard.LabelLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the label test answers.
 *
 * @param level the highest level whose rules are all met, or null
 * @param rules those of every level first, then level by level from the lowest
 * @param next the level above the one reached, with everything that is missing to it; null at the highest
 */
public record LabelVerdict(@Nullable LabelLevel level, List<Rule> rules, @Nullable Next next) {

    /**
     * One rule in words.
     *
     * @param level whose rule it is, null when it counts for every level
     * @param byRatings whether better ratings alone can meet it
     * @param reasons why it is not met, each a sentence a team can act on; empty when it is met
     */
    public record Rule(
            @Nullable LabelLevel level,
            boolean byRatings,
            String title,
            String required,
            String found,
            List<String> reasons) {

        /** Whether it has to be met for this level. */
        public boolean concerns(LabelLevel which) {
            return level == null || level == which;
        }

        public boolean passed() {
            return reasons.isEmpty();
        }

        public String levelTitle() {
            return level == null ? "Tous niveaux" : level.title();
        }
    }

    /** What keeps a team from a level. */
    public record Next(LabelLevel level, List<String> missing) {}

    public String title() {
        return level == null ? "Aucun niveau atteint" : "Niveau atteint : " + level.title();
    }

    public long passedRules() {
        return rules.stream().filter(Rule::passed).count();
    }
}
