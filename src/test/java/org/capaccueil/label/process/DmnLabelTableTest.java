package org.capaccueil.label.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.capaccueil.label.domain.LabelTable;
import org.capaccueil.label.domain.LabelTable.Question;
import org.capaccueil.label.domain.LabelTable.Thresholds;
import org.capaccueil.standard.LabelLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmnLabelTableTest {

    private static final LabelTable TABLE = new DmnLabelTable();
    private static final Map<LabelLevel, Thresholds> USUAL = Map.of(
            LabelLevel.BRONZE, thresholds("60", "50"),
            LabelLevel.SILVER, thresholds("75", "60"),
            LabelLevel.GOLD, thresholds("85", "70"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // reasons, overall, lowest theme, level
                "0, 85, 70, GOLD",
                "0, 84.999999999999, 70, SILVER",
                "0, 85, 69.999999999999, SILVER",
                "0, 75, 60, SILVER",
                "0, 74.96, 60, BRONZE",
                "0, 74.999999999999999999999999999999999, 60, BRONZE",
                "0, 75.000000000000000000000000000000001, 60, SILVER",
                "0, 60, 50, BRONZE",
                "0, 59.99, 50, -",
                "0, 100, 49.99, -",
                "1, 100, 100, -",
                "0, -, -, -",
                "0, 100, -, -",
            })
    void theHighestLevelWhoseScoresAreReachedIsTheAnswer(
            int reasons, @Nullable BigDecimal overall, @Nullable BigDecimal theme, @Nullable LabelLevel level) {
        assertThat(TABLE.decide(question(reasons, overall, theme, EnumSet.allOf(LabelLevel.class), USUAL)))
                .isEqualTo(Optional.ofNullable(level));
    }

    @Test
    void aLevelWhoseCriterionMinimumsAreNotMetIsPassedOver() {
        assertThat(TABLE.decide(question(
                        0, BigDecimal.valueOf(100), BigDecimal.valueOf(100), EnumSet.of(LabelLevel.BRONZE), USUAL)))
                .contains(LabelLevel.BRONZE);
        assertThat(TABLE.decide(question(0, BigDecimal.valueOf(100), BigDecimal.valueOf(100), Set.of(), USUAL)))
                .isEmpty();
    }

    @Test
    void aLevelTheStandardDoesNotHaveIsNeverReached() {
        Map<LabelLevel, Thresholds> onlySilver = Map.of(LabelLevel.SILVER, thresholds("75", "60"));

        assertThat(TABLE.decide(question(
                        0,
                        BigDecimal.valueOf(100),
                        BigDecimal.valueOf(100),
                        EnumSet.allOf(LabelLevel.class),
                        onlySilver)))
                .contains(LabelLevel.SILVER);
        assertThat(TABLE.decide(question(
                        0,
                        BigDecimal.valueOf(70),
                        BigDecimal.valueOf(100),
                        EnumSet.allOf(LabelLevel.class),
                        onlySilver)))
                .isEmpty();
        assertThat(TABLE.decide(question(
                        0,
                        BigDecimal.valueOf(100),
                        BigDecimal.valueOf(100),
                        EnumSet.allOf(LabelLevel.class),
                        Map.of())))
                .isEmpty();
    }

    /** Decimals stay decimals in the table: as binary floating point, some of these would be taken for one another. */
    @Property(tries = 3_000)
    void theTableComparesExactly(
            @ForAll @BigRange(min = "0", max = "100") @Scale(20) BigDecimal threshold,
            @ForAll @BigRange(min = "-0.00000001", max = "0.00000001") @Scale(20) BigDecimal beside) {
        BigDecimal overall = threshold.add(beside);
        Map<LabelLevel, Thresholds> only = new EnumMap<>(LabelLevel.class);
        only.put(LabelLevel.SILVER, new Thresholds(threshold, BigDecimal.ZERO));

        Optional<LabelLevel> level =
                TABLE.decide(question(0, overall, BigDecimal.TEN, EnumSet.allOf(LabelLevel.class), only));

        assertThat(level.isPresent()).isEqualTo(beside.signum() >= 0);
    }

    @Test
    void manyMayAskAtOnce() {
        assertThat(Stream.generate(() -> question(
                                0, new BigDecimal("76"), new BigDecimal("61"), EnumSet.allOf(LabelLevel.class), USUAL))
                        .limit(2_000)
                        .parallel()
                        .map(TABLE::decide))
                .allMatch(Optional.of(LabelLevel.SILVER)::equals);
    }

    private static Question question(
            int reasons,
            @Nullable BigDecimal overall,
            @Nullable BigDecimal theme,
            Set<LabelLevel> minimums,
            Map<LabelLevel, Thresholds> thresholds) {
        return new Question(reasons, overall, theme, minimums, thresholds);
    }

    private static Thresholds thresholds(String overall, String theme) {
        return new Thresholds(new BigDecimal(overall), new BigDecimal(theme));
    }
}
