package org.capaccueil.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Indicator.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownValueTest {

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 85, 84.99999, 84.9",
        "HIGHER, 85, 85, 85.0",
        "LOWER, 10, 10.00001, 10.1",
        "LOWER, 10, 9.96, 10.0",
        "LOWER, 10, 10, 10.0",
        "HIGHER, 85.25, 85.249, 85.24",
        "HIGHER, 85.25, 85.25, 85.25",
        "LOWER, 10.25, 10.2501, 10.26"
    })
    void aShownValueStandsWhereTheExactOneStands(
            Direction direction, BigDecimal target, BigDecimal exact, BigDecimal shown) {
        Indicator indicator =
                new Indicator("X", "X", "a / b", "min", direction, target, target, Set.of(Channel.PHONE), "", 1, "");

        assertThat(indicator.shown(exact)).isEqualTo(shown);
        assertThat(indicator.meetsTarget(indicator.shown(exact))).isEqualTo(indicator.meetsTarget(exact));
    }
}
