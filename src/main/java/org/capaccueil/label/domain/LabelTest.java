package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capaccueil.label.domain.LabelTable.Question;
import org.capaccueil.label.domain.LabelTable.Thresholds;
import org.capaccueil.label.domain.LabelVerdict.Next;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * Which level of the label an audited team reaches, and every reason why it does not reach more. A pure function of the
 * standard's rules and of facts: pages, processes, interfaces, reports and snapshots all ask here. Only the audit's ratings
 * count, thresholds test exact values. The table decides the level; the rules say in words what it decided on.
 *
 * <p>The survey gate of the label (enough residents asked, enough of them satisfied) is no rule of this test: a standard's
 * rules do not say how many answers are enough nor which share of satisfied residents. Its survey counts where it was
 * measured, among the indicators and beside the criteria; where a standard has one the reader is told.
 */
public final class LabelTest {

    private LabelTest() {}

    static LabelVerdict on(Standard standard, LabelFacts facts, LabelTable table) {
        LabelRules rules = standard.labelRules();
        List<Rule> common = common(rules, facts);
        List<Rule> all = new ArrayList<>(common);
        Map<LabelLevel, Thresholds> thresholds = new EnumMap<>(LabelLevel.class);
        Set<LabelLevel> minimumsMet = EnumSet.noneOf(LabelLevel.class);
        for (LevelRule level : rules.levels()) {
            LevelRules own = new LevelRules(level, facts.audit(), facts.points());
            Optional<Rule> minimums = own.minimums();
            all.add(own.total());
            all.add(own.themes());
            minimums.ifPresent(all::add);
            thresholds.put(level.level(), new Thresholds(level.overallMin(), level.themeMin()));
            if (minimums.map(Rule::passed).orElse(true)) {
                minimumsMet.add(level.level());
            }
        }
        LabelLevel reached = table.decide(new Question(
                        common.stream().mapToInt(rule -> rule.reasons().size()).sum(),
                        cut(facts.audit().total(), rules),
                        cut(lowestTheme(facts.audit()), rules),
                        minimumsMet,
                        thresholds))
                .orElse(null);
        return new LabelVerdict(reached, List.copyOf(all), next(rules, reached, all));
    }

    /** What a standard asks of its label and this test cannot judge, for whoever reads the verdict. */
    public static Optional<String> notChecked(Standard standard) {
        return Optional.ofNullable(standard.survey())
                .map(survey ->
                        "Non vérifié : l'enquête auprès des usagers que prévoit le référentiel. Ses règles ne disent ni combien "
                                + "de réponses il faut, ni quelle satisfaction ; ses résultats comptent parmi les "
                                + "indicateurs et à côté des critères.");
    }

    private static List<Rule> common(LabelRules rules, LabelFacts facts) {
        RatingRules ratings = new RatingRules(rules, facts.audit(), facts.points());
        NonconformityRules nonconformities = new NonconformityRules(rules, facts);
        FileRules file = new FileRules(rules, facts);
        return List.of(
                ratings.auditComplete(),
                ratings.mandatoryConform(),
                ratings.fewNotApplicable(),
                nonconformities.noOpenMajor(),
                nonconformities.minorsPlanned(),
                file.indicatorsMeasured(),
                file.planSigned());
    }

    private static @Nullable Score lowestTheme(ScoreSheet audit) {
        Score lowest = null;
        for (ThemeScore theme : audit.themes()) {
            Score score = theme.score();
            lowest = lowest == null || score != null && score.compareTo(lowest) < 0 ? score : lowest;
        }
        return lowest;
    }

    /**
     * The table compares decimals and a score is a fraction: 74.96, but also 200/3. Cut after as many decimals as the
     * finest threshold has, it is at least a threshold exactly when the fraction is, since no threshold lies between a
     * fraction and its cut: with d decimals, a threshold is a whole number of 10^-d, and so is the cut, the greatest not
     * above the score.
     */
    private static @Nullable BigDecimal cut(@Nullable Score score, LabelRules rules) {
        if (score == null) {
            return null;
        }
        int decimals = rules.levels().stream()
                .flatMap(level -> Stream.of(level.overallMin(), level.themeMin()))
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
        return score.cut(Math.max(decimals, 0));
    }

    static @Nullable Next next(LabelRules rules, @Nullable LabelLevel reached, List<Rule> all) {
        return rules.levels().stream()
                .map(LevelRule::level)
                .filter(level -> reached == null || level.compareTo(reached) > 0)
                .findFirst()
                .map(level -> new Next(
                        level,
                        all.stream()
                                .filter(rule -> rule.concerns(level))
                                .flatMap(rule -> rule.reasons().stream())
                                .toList()))
                .orElse(null);
    }
}
