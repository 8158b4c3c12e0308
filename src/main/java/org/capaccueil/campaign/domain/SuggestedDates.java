package org.capaccueil.campaign.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.capaccueil.campaign.Deadlines;

/**
 * A calendar a commune can start from: a year from launch to closing, every due date on a Friday. Counts of weeks are
 * the project's own choice.
 */
public record SuggestedDates(LocalDate periodStart, LocalDate periodEnd, Deadlines deadlines, LocalDate closingDate) {

    public static SuggestedDates from(LocalDate today) {
        return new SuggestedDates(
                today,
                today.plusYears(1).minusDays(1),
                new Deadlines(
                        fridayAfter(today, 5),
                        fridayAfter(today, 9),
                        fridayAfter(today, 18),
                        fridayAfter(today, 22),
                        fridayAfter(today, 46)),
                fridayAfter(today, 50));
    }

    /** A week before the figures are due: what is released on the last day is then there to be taken over. */
    public LocalDate surveyUntil() {
        return deadlines.collection().minusWeeks(1);
    }

    private static LocalDate fridayAfter(LocalDate today, int weeks) {
        return today.plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    }
}
