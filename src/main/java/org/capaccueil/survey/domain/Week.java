package org.capaccueil.survey.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * A week, the finest time an answer knows. It belongs to the month its Thursday is in, as weeks belong to years: on the first
 * days of a month answers may still come for the month before, which has not ended then.
 */
record Week(LocalDate monday) {

    private static final int TO_THURSDAY = 3;

    static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The Sunday of the last week that belongs to a month. */
    static LocalDate lastDayOf(YearMonth month) {
        return month.atEndOfMonth()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY))
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }

    YearMonth month() {
        return YearMonth.from(monday.plusDays(TO_THURSDAY));
    }
}
