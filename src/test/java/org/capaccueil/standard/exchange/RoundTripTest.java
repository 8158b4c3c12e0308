package org.capaccueil.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.capaccueil.standard.Standard;

class RoundTripTest {

    @Property(tries = 1000)
    void aStandardComesBackFromYamlAsItWas(@ForAll long seed) {
        Standard standard = GeneratedStandard.of(new Random(seed));
        String yaml = StandardFormats.yaml(standard);

        StandardReading reading = StandardFormats.read(yaml.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.standard()).isEqualTo(standard);
        assertThat(StandardFormats.yaml(reading.standard())).isEqualTo(yaml);
    }

    @Property(tries = 150)
    void aStandardComesBackFromAWorkbookAsItWas(@ForAll long seed) {
        Standard standard = GeneratedStandard.of(new Random(seed));

        StandardReading reading = StandardFormats.read(StandardFormats.xlsx(standard));

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.notices()).isEmpty();
        assertThat(reading.standard()).isEqualTo(standard);
        assertThat(StandardFormats.yaml(reading.standard())).isEqualTo(StandardFormats.yaml(standard));
    }
}
