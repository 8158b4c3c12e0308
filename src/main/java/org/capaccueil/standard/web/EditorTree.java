package org.capaccueil.standard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;

/**
 * A draft as the editor shows it: themes and their criteria with the share each weight comes to.
 *
 * @param weight sum of the themes' weights
 */
record EditorTree(Standard standard, int weight, List<Branch> branches) {

    /**
     * A theme with its criteria.
     *
     * @param share of the total, in percent
     * @param weight sum of its criteria's weights
     */
    record Branch(Theme theme, BigDecimal share, int weight, List<Leaf> leaves) {}

    /** A criterion; its share is of the theme, in percent. */
    record Leaf(Criterion criterion, BigDecimal share) {}

    static EditorTree of(Standard standard) {
        int total = standard.themes().stream().mapToInt(Theme::weight).sum();
        return new EditorTree(
                standard,
                total,
                standard.themes().stream().map(theme -> branch(theme, total)).toList());
    }

    private static Branch branch(Theme theme, int total) {
        int sum = theme.criteria().stream().mapToInt(Criterion::weight).sum();
        return new Branch(
                theme,
                percent(theme.weight(), total),
                sum,
                theme.criteria().stream()
                        .map(criterion -> new Leaf(criterion, percent(criterion.weight(), sum)))
                        .toList());
    }

    private static BigDecimal percent(int weight, int sum) {
        return BigDecimal.valueOf(weight).movePointRight(2).divide(BigDecimal.valueOf(sum), 1, RoundingMode.HALF_UP);
    }
}
