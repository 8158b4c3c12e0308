package org.capaccueil.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.capaccueil.standard.Standard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standards/starter.yaml",
                "standards/caf-2020.yaml",
                "standards/caf-2020-pdca.yaml",
                "standards/services-publics-plus-like.yaml",
                "standards/standard_starter.json",
                "standards/standard_caf2020.json",
                "standards/standard_spplus_like.json"
            })
    void everyStandardAtHandComesBackFromBothFormatsAsItWas(String file) throws IOException {
        Standard standard = StandardFormats.read(new ClassPathResource(file).getContentAsByteArray())
                .standard();
        assertThat(standard).isNotNull();
        String yaml = StandardFormats.yaml(standard);

        StandardReading fromWorkbook = StandardFormats.read(StandardFormats.xlsx(standard));

        assertThat(fromWorkbook.faults()).isEmpty();
        assertThat(StandardFormats.yaml(fromWorkbook.standard())).isEqualTo(yaml);
        assertThat(StandardFormats.read(yaml.getBytes(StandardCharsets.UTF_8)).standard())
                .isEqualTo(fromWorkbook.standard())
                .isEqualTo(standard);
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
