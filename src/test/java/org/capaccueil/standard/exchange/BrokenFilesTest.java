package org.capaccueil.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenFilesTest {

    static List<BrokenFile> files() {
        return BrokenFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachIsRefusedForWhatIsWrongWithItAndSoon(BrokenFile file) {
        StandardReading reading = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> StandardFormats.read(file.content()));

        assertThat(reading.isSound()).isFalse();
        assertThat(reading.faults()).extracting(Fault::toString).anySatisfy(sentence -> assertThat(sentence)
                .startsWith(file.says()));
        assertThat(reading.faults()).hasSizeLessThanOrEqualTo(201);
    }

    @Test
    void thereAreFiftyAtLeastAndTheTemplateIsNoneOfThem() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(StandardFormats.read(StandardFormats.template()).faults()).isEmpty();
    }
}
