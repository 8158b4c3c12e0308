package org.capaccueil.label.domain;

import java.util.Arrays;
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

    /** What a rule is about, whatever it asks in one standard or another. */
    public enum Kind {
        AUDIT_COMPLETE("Toutes les cotations de l'audit sont faites", false),
        MANDATORY_CONFORM("Chaque critère obligatoire est conforme partout", true),
        FEW_NOT_APPLICABLE("Peu de « sans objet » dans chaque thème", false),
        NO_OPEN_MAJOR("Pas de non-conformité majeure ouverte", false),
        MINORS_PLANNED("Une action acceptée pour chaque non-conformité mineure", false),
        INDICATORS_MEASURED("Indicateurs requis mesurés", false),
        PLAN_SIGNED("Plan d'action signé par la direction", false),
        TOTAL("Score d'ensemble de l'audit", true),
        THEMES("Score de chaque thème", true),
        MINIMUMS("Minimums de critère du niveau", true);

        private final String title;
        private final boolean byRatings;

        Kind(String title, boolean byRatings) {
            this.title = title;
            this.byRatings = byRatings;
        }

        /** Of a rule kept before kinds were: some titles said more then. */
        static Kind titled(String title) {
            return Arrays.stream(values())
                    .filter(kind -> title.startsWith(kind.title))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * One rule in words.
     *
     * @param level whose rule it is, null when it counts for every level
     * @param reasons why it is not met, each a sentence a team can act on; empty when it is met
     */
    public record Rule(@Nullable LabelLevel level, Kind kind, String required, String found, List<String> reasons) {

        public String title() {
            return kind.title;
        }

        /** Whether better ratings alone can meet it. */
        boolean byRatings() {
            return kind.byRatings;
        }

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
