package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.Enough.Change;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.label.process.DmnLabelTable;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules.LevelRule;

/** The label test on any standard and any ratings. */
class LabelTestPropertiesTest {

    private static final LabelTable TABLE = new DmnLabelTable();

    /** The table decides and the rules explain: neither may say what the other does not. */
    @Property(tries = 3_000)
    void theTableReachesTheHighestLevelAllOfWhoseRulesAreMet(
            @ForAll("cases") GeneratedCase file, @ForAll("randoms") Random random) {
        LabelVerdict verdict = LabelTest.on(file.standard(), facts(file.sheet(), random.nextInt(4) > 0), TABLE);

        Optional<LabelLevel> highest = file.standard().labelRules().levels().stream()
                .map(LevelRule::level)
                .filter(level -> verdict.rules().stream()
                        .filter(rule -> rule.concerns(level))
                        .allMatch(Rule::passed))
                .reduce((lower, higher) -> higher);
        Statistics.label("a level reached").collect(highest.isPresent());
        Statistics.label("a level reached").coverage(seen -> {
            seen.check(true).percentage(share -> share >= 5);
            seen.check(false).percentage(share -> share >= 5);
        });
        assertThat(Optional.ofNullable(verdict.level())).isEqualTo(highest);
    }

    /** What goes to the table is cut to the decimals thresholds have; no threshold lies between a score and its cut. */
    @Property(tries = 10_000)
    void aCutScoreReachesAThresholdExactlyWhenTheFractionDoes(
            @ForAll @IntRange(max = 1_000_000) int over,
            @ForAll @IntRange(min = 1, max = 10_000) int under,
            @ForAll @IntRange(max = 9) int decimals,
            @ForAll @IntRange(min = -2, max = 2) int beside) {
        Score score = new Score(BigFraction.of(over, under));
        // the thresholds nearest to the score, where an error would show
        BigDecimal threshold =
                score.exact().bigDecimalValue(decimals, RoundingMode.HALF_UP).add(BigDecimal.valueOf(beside, decimals));

        assertThat(score.cut(decimals).compareTo(threshold) >= 0)
                .isEqualTo(BigFraction.of(over, under).compareTo(Score.fraction(threshold)) >= 0);
    }

    @Property(tries = 2_000)
    void theChangesSaidToBeEnoughAreEnoughAndNoneCanBeLeftOut(@ForAll("cases") GeneratedCase file) {
        LabelFacts facts = facts(file.sheet(), true);
        LabelVerdict before = LabelTest.on(file.standard(), facts, TABLE);
        if (before.next() == null) {
            return;
        }
        Enough enough = Enough.forNext(file.standard(), facts, before.next(), before.rules());
        Statistics.label("changes")
                .collect(!enough.reachable() ? "unreachable" : enough.changes().isEmpty() ? "none" : "some");
        Statistics.label("changes").coverage(seen -> {
            seen.check("some").percentage(share -> share >= 30);
            seen.check("unreachable").percentage(share -> share >= 5);
            seen.check("none").percentage(share -> share >= 3);
        });
        if (!enough.reachable()) {
            assertThat(scoresHold(raisedToTheTop(file), enough.level())).isFalse();
            return;
        }

        assertThat(scoresHold(with(file, enough.changes()), enough.level())).isTrue();
        for (Change left : enough.changes()) {
            List<Change> others =
                    enough.changes().stream().filter(one -> one != left).toList();
            assertThat(scoresHold(with(file, others), enough.level()))
                    .as("%s is needed", left)
                    .isFalse();
        }
        assertThat(enough.changes().isEmpty()).isEqualTo(scoresHold(file, enough.level()));
    }

    @Property(tries = 1_000)
    void aChangeRaisesToARealValueAndOnAPanelToAFive(@ForAll("cases") GeneratedCase file) {
        LabelFacts facts = facts(file.sheet(), true);
        LabelVerdict before = LabelTest.on(file.standard(), facts, TABLE);
        if (before.next() == null) {
            return;
        }
        assertThat(Enough.forNext(file.standard(), facts, before.next(), before.rules())
                        .changes())
                .allSatisfy(change -> {
                    int points = change.question().scale().points(change.to()).orElseThrow();
                    assertThat(change.question().scale().isPanel() && change.to() % 5 != 0)
                            .isFalse();
                    if (change.from() != null && change.from().value() != null) {
                        assertThat(points)
                                .isGreaterThan(change.question()
                                        .scale()
                                        .points(change.from().value())
                                        .orElseThrow());
                    }
                });
    }

    @Provide
    Arbitrary<GeneratedCase> cases() {
        return GeneratedCase.any();
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    private static LabelFacts facts(ScoreSheet sheet, boolean signed) {
        return new LabelFacts(
                sheet, List.of(), List.of(), new IndicatorCoverage(0, 0, List.of()), signed, new Points(Map.of()));
    }

    private static boolean scoresHold(GeneratedCase file, LabelLevel level) {
        return LabelTest.on(file.standard(), facts(file.sheet(), true), TABLE).rules().stream()
                .filter(rule -> rule.byRatings() && rule.concerns(level))
                .allMatch(Rule::passed);
    }

    private static GeneratedCase with(GeneratedCase file, List<Change> changes) {
        GeneratedCase changed = file;
        for (Change change : changes) {
            changed = changed.with(change.question().criterion().code(), change.place(), change.to());
        }
        return changed;
    }

    private static GeneratedCase raisedToTheTop(GeneratedCase file) {
        GeneratedCase raised = file;
        for (ScoreSheet.CriterionScore criterion : file.sheet().criteria().toList()) {
            var scale = criterion.question().scale();
            int top = scale.isPanel()
                    ? 100
                    : scale.levels().get(scale.levels().size() - 1).value();
            for (ScoreSheet.PlaceScore place : criterion.places()) {
                if (place.points() != null) {
                    raised = raised.with(criterion.criterion().code(), place.place(), top);
                }
            }
        }
        return raised;
    }
}
