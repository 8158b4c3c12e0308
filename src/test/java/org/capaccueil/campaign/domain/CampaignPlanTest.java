package org.capaccueil.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.capaccueil.campaign.domain.CampaignTest.DUE;
import static org.capaccueil.campaign.domain.CampaignTest.refusesAt;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StandardVersionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignPlanTest {

    static final LocalDate START = LocalDate.of(2027, 1, 1);
    static final LocalDate END = LocalDate.of(2027, 12, 31);
    static final LocalDate CLOSING = LocalDate.of(2027, 12, 17);

    static CampaignPlan plan(
            String name, LocalDate start, LocalDate end, Deadlines due, LocalDate closing, int months) {
        return new CampaignPlan(name, start, end, StandardVersionId.random(), Set.of(), due, closing, months, null);
    }

    @Test
    void aPlanInOrderIsAccepted() {
        assertThatCode(() -> plan("A", START, END, DUE, CLOSING, 60).requireConsistent())
                .doesNotThrowAnyException();
    }

    @Test
    void everythingOnOneDayIsInOrder() {
        Deadlines oneDay = new Deadlines(START, START, START, START, START);

        assertThatCode(() -> plan("A", START, START, oneDay, START, 0).requireConsistent())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aNameIsNeeded(String name) {
        refusesAt("name", () -> plan(name, START, END, DUE, CLOSING, 0).requireConsistent());
    }

    @Test
    void aNameHasAnEnd() {
        assertThatCode(() -> plan("x".repeat(120), START, END, DUE, CLOSING, 0).requireConsistent())
                .doesNotThrowAnyException();
        refusesAt(
                "name", () -> plan("x".repeat(121), START, END, DUE, CLOSING, 0).requireConsistent());
    }

    @Test
    void aPeriodDoesNotEndBeforeItStarts() {
        refusesAt("periodEnd", () -> plan("A", START, START.minusDays(1), DUE, CLOSING, 0)
                .requireConsistent());
    }

    @Test
    void aCampaignDoesNotCloseBeforeItsFollowUpIsDue() {
        refusesAt("closingDate", () -> plan("A", START, END, DUE, DUE.followUp().minusDays(1), 0)
                .requireConsistent());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 61, Integer.MAX_VALUE})
    void aRecurrenceIsAtMostFiveYears(int months) {
        refusesAt("recurrenceMonths", () -> plan("A", START, END, DUE, CLOSING, months)
                .requireConsistent());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COLLECTION")
    void noPhaseEndsBeforeTheOneItFollows(Phase phase) {
        Phase before = Phase.values()[phase.ordinal() - 1];
        Deadlines wrong = DUE.with(phase, DUE.of(before).minusDays(1));

        refusesAt(Deadlines.fieldOf(phase), () -> plan("A", START, END, wrong, CLOSING, 0)
                .requireConsistent());
    }

    @ParameterizedTest
    @EnumSource
    void aYearTypedWrongIsSeenAtEachPhase(Phase phase) {
        Deadlines wrong = DUE.with(phase, LocalDate.of(20277, 5, 1));

        refusesAt(Deadlines.fieldOf(phase), () -> plan("A", START, END, wrong, CLOSING, 0)
                .requireConsistent());
    }

    @Test
    void aYearTypedWrongIsSeenInThePeriodAndTheClosing() {
        LocalDate wrong = LocalDate.of(202, 1, 1);

        refusesAt("periodStart", () -> plan("A", wrong, END, DUE, CLOSING, 0).requireConsistent());
        refusesAt("periodEnd", () -> plan("A", START, LocalDate.of(2101, 1, 1), DUE, CLOSING, 0)
                .requireConsistent());
        refusesAt("closingDate", () -> plan("A", START, END, DUE, LocalDate.of(3027, 1, 1), 0)
                .requireConsistent());
    }

    @Test
    void deadlinesAreSetAndReadByPhase() {
        LocalDate day = LocalDate.of(2027, 5, 21);
        for (Phase phase : Phase.values()) {
            Deadlines moved = DUE.with(phase, day);
            for (Phase other : Phase.values()) {
                assertThat(moved.of(other)).isEqualTo(other == phase ? day : DUE.of(other));
            }
        }
    }

    @Test
    void aMonthTooShortKeepsItsLastDay() {
        Deadlines due = new Deadlines(
                LocalDate.of(2027, 1, 31),
                LocalDate.of(2027, 1, 31),
                LocalDate.of(2027, 1, 31),
                LocalDate.of(2027, 1, 31),
                LocalDate.of(2027, 1, 31));

        assertThat(due.plusMonths(1).collection()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void suggestedDatesAreInOrderOnFridaysAndAcceptedAsTheyAre() {
        for (int day = 0; day < 366; day++) {
            SuggestedDates dates = SuggestedDates.from(START.plusDays(day));

            plan("A", dates.periodStart(), dates.periodEnd(), dates.deadlines(), dates.closingDate(), 12)
                    .requireConsistent();
            for (Phase phase : Phase.values()) {
                assertThat(dates.deadlines().of(phase).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
            }
        }
    }
}
