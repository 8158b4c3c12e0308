package org.capaccueil.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Formula;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.exchange.StandardFormats;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What events add up to has to have the names shipped formulas use: otherwise it would add up to nothing. */
class EventQuantityTest {

    @Test
    void everyQuantityOfEventsIsOneOfAShippedFormula() throws Exception {
        Standard starter = StandardFormats.kept(new ClassPathResource("standards/starter.yaml")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        Set<String> known = starter.indicators().stream()
                .map(ShippedSeries::formula)
                .flatMap(formula -> formula.quantities().stream())
                .map(Formula.Quantity::key)
                .collect(Collectors.toSet());

        assertThat(List.of(EventQuantity.values()))
                .allSatisfy(quantity -> assertThat(known).contains(Formula.Quantity.keyOf(quantity.words())));
    }
}
