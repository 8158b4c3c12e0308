package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2028-02-29, 2028-02, 2028-02-01, 2028-02-29, février 2028",
        "QUARTER, 2027-03-31, 2027-T1, 2027-01-01, 2027-03-31, 1er trimestre 2027",
        "QUARTER, 2027-12-31, 2027-T4, 2027-10-01, 2027-12-31, 4e trimestre 2027",
        "YEAR, 2027-07-01, 2027, 2027-01-01, 2027-12-31, 2027"
    })
    void aDayLiesInItsPeriod(
            Frequency frequency, LocalDate day, String code, LocalDate start, LocalDate end, String words) {
        Period period = Period.of(frequency, day);

        assertThat(period.code()).isEqualTo(code);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.inWords()).isEqualTo(words);
        assertThat(Period.parse(code)).contains(period);
        assertThat(period.next().previous()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2027-13", "2027-00", "2027-T5", "27", "0000", "2027-3", "mars 2027"})
    void whatIsNoPeriodIsNone(String code) {
        assertThat(Period.parse(code)).isEmpty();
    }

    @Test
    void theLastOneThatIsOverIsTodaysOnItsLastDayOnly() {
        assertThat(Period.lastOver(Frequency.MONTH, LocalDate.of(2027, 3, 30)).code())
                .isEqualTo("2027-02");
        assertThat(Period.lastOver(Frequency.MONTH, LocalDate.of(2027, 3, 31)).code())
                .isEqualTo("2027-03");
        assertThat(Period.lastOver(Frequency.QUARTER, LocalDate.of(2027, 1, 1)).code())
                .isEqualTo("2026-T4");
    }

    @Test
    void aPeriodBeginsWhereItsCalendarBegins() {
        assertThatThrownBy(() -> new Period(Frequency.QUARTER, LocalDate.of(2027, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
