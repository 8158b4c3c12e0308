package org.capaccueil.tally.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TapTimeTest {

    private static final Instant RECEIVED = Instant.parse("2027-03-12T10:00:30Z");

    @Test
    void aBrowserWhoseClockIsAnHourWrongStillTellsHowLongAgoItWas() {
        Instant wrong = RECEIVED.plus(Duration.ofHours(1));

        assertThat(TapTime.of(wrong.minus(Duration.ofMinutes(20)), wrong, RECEIVED))
                .isEqualTo(RECEIVED.minus(Duration.ofMinutes(20)));
    }

    @Test
    void aClockSetBackByLessThanAMinuteIsNow() {
        assertThat(TapTime.of(RECEIVED.plusSeconds(60), RECEIVED, RECEIVED)).isEqualTo(RECEIVED);
    }

    @Test
    void nothingIsTappedInTheFuture() {
        assertThatThrownBy(() -> TapTime.of(RECEIVED.plusSeconds(61), RECEIVED, RECEIVED))
                .hasMessageContaining("à venir");
    }

    @Test
    void sevenDaysAreKeptAndNotAMomentMore() {
        Duration week = Duration.ofDays(7);

        assertThat(TapTime.of(RECEIVED.minus(week), RECEIVED, RECEIVED)).isEqualTo(RECEIVED.minus(week));
        assertThatThrownBy(() -> TapTime.of(RECEIVED.minus(week).minusMillis(1), RECEIVED, RECEIVED))
                .hasMessageContaining("plus de 7 jours");
    }
}
