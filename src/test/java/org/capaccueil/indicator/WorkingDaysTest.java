package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** The calendars the State publishes, year by year. */
    @ParameterizedTest
    @CsvSource({
        "2019, 2019-01-01 2019-04-22 2019-05-01 2019-05-08 2019-05-30 2019-06-10 2019-07-14 2019-08-15 2019-11-01 2019-11-11 2019-12-25",
        "2024, 2024-01-01 2024-04-01 2024-05-01 2024-05-08 2024-05-09 2024-05-20 2024-07-14 2024-08-15 2024-11-01 2024-11-11 2024-12-25",
        "2025, 2025-01-01 2025-04-21 2025-05-01 2025-05-08 2025-05-29 2025-06-09 2025-07-14 2025-08-15 2025-11-01 2025-11-11 2025-12-25",
        "2026, 2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25",
        "2027, 2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14 2027-08-15 2027-11-01 2027-11-11 2027-12-25"
    })
    void theHolidaysOfAYearAreThosePublished(int year, String published) {
        List<LocalDate> holidays = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(WorkingDays::isHoliday)
                .toList();

        assertThat(holidays)
                .containsExactlyElementsOf(List.of(published.split(" ")).stream()
                        .map(LocalDate::parse)
                        .toList());
    }

    /** In 2008 Ascension fell on the first of May: one holiday less. */
    @Test
    void holidaysThatFallTogetherAreOne() {
        assertThat(LocalDate.of(2008, 1, 1).datesUntil(LocalDate.of(2009, 1, 1)).filter(WorkingDays::isHoliday))
                .hasSize(10)
                .contains(LocalDate.of(2008, 5, 1), LocalDate.of(2008, 5, 12), LocalDate.of(2008, 3, 24));
    }

    @ParameterizedTest
    @CsvSource({
        "1818, 1818-03-22",
        "1961, 1961-04-02",
        "2000, 2000-04-23",
        "2008, 2008-03-23",
        "2011, 2011-04-24",
        "2038, 2038-04-25",
        "2285, 2285-03-22"
    })
    void easterIsWhereTheTablesPutIt(int year, LocalDate easter) {
        assertThat(WorkingDays.easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({"2024, 252", "2025, 251", "2026, 252", "2027, 254"})
    void aYearHasTheWorkingDaysPayrollOfficesPublish(int year, int days) {
        assertThat(WorkingDays.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        // Monday to Monday
        "2027-03-01, 5, 2027-03-08",
        // over Easter
        "2027-03-24, 5, 2027-04-01",
        // a message of a Saturday is answered within the following week
        "2027-03-06, 5, 2027-03-12",
        // over Christmas and New Year: 24, 28, 29, 30, 31 December
        "2026-12-23, 5, 2026-12-31",
        "2026-12-23, 6, 2027-01-04",
        "2027-03-06, 0, 2027-03-06"
    })
    void aDelayOfWorkingDaysEndsWhereACalendarSays(LocalDate from, int days, LocalDate end) {
        assertThat(WorkingDays.plus(from, days)).isEqualTo(end);
    }

    @Test
    void countingAndAddingAgreeOnEveryDayOfThreeYears() {
        LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2029, 1, 1)).forEach(from -> {
            for (int days : new int[] {1, 5, 10, 15}) {
                LocalDate end = WorkingDays.plus(from, days);
                assertThat(WorkingDays.between(from, end)).isEqualTo(days);
                assertThat(WorkingDays.between(from, end.minusDays(1))).isEqualTo(days - 1);
                assertThat(WorkingDays.isWorking(end)).isTrue();
            }
        });
    }

    @Test
    void nothingLiesBetweenADayAndAnEarlierOne() {
        LocalDate day = LocalDate.of(2027, 3, 10);

        assertThat(WorkingDays.between(day, day)).isZero();
        assertThat(WorkingDays.between(day, day.minusDays(30))).isZero();
        assertThatThrownBy(() -> WorkingDays.plus(day, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
