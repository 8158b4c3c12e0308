package org.capaccueil.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LateTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 20);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);

    @Test
    void aShippedSeriesIsWaitedForFromItsFirstValueOn() {
        assertThat(late(shipped(null), LONG_AGO)).isEmpty();
        assertThat(late(shipped(null), LONG_AGO, JANUARY, month(3))).containsExactly("2027-02", "2027-04", "2027-05");
    }

    @Test
    void oneTheCommuneDefinedIsWaitedForFromItsDefinitionOn() {
        assertThat(late(defined(LocalDate.of(2027, 2, 10)), LONG_AGO)).containsExactly("2027-03", "2027-04", "2027-05");
    }

    @Test
    void aTeamIsNotAskedForWhatWentByBeforeItHadTheChannel() {
        SeriesView series = defined(LocalDate.of(2026, 1, 1));

        assertThat(late(series, LocalDate.of(2027, 4, 12))).containsExactly("2027-05");
        assertThat(late(series, TODAY.minusDays(1))).isEmpty();
        assertThat(late(series, null)).as("it has the channel no more").isEmpty();
    }

    @Test
    void aChannelThatWasClosedAndOpenedAgainIsAskedForNothingBetweenWhateverWasGivenBefore() {
        assertThat(late(shipped(null), LocalDate.of(2027, 4, 1), JANUARY)).containsExactly("2027-04", "2027-05");
        assertThat(late(shipped(null), LocalDate.of(2027, 4, 2), JANUARY)).containsExactly("2027-05");
        assertThat(late(defined(LocalDate.of(2026, 1, 1)), LocalDate.of(2027, 4, 1), JANUARY))
                .containsExactly("2027-04", "2027-05");
    }

    @Test
    void whatWentByWhileASeriesWasRetiredIsAskedOfNobody() {
        assertThat(late(shipped(LocalDate.of(2027, 4, 12)), LONG_AGO, JANUARY)).containsExactly("2027-05");
    }

    private static List<String> late(SeriesView series, @Nullable LocalDate channelSince, LocalDate... given) {
        return Late.of(series, channelSince, Set.of(given), TODAY).stream()
                .map(Period::code)
                .toList();
    }

    private static SeriesView shipped(@Nullable LocalDate takenUp) {
        return SomeSeries.of(
                Kind.SHARE,
                Gathering.SUM,
                true,
                PublicTime.startOf(LONG_AGO),
                takenUp == null ? null : PublicTime.startOf(takenUp));
    }

    private static SeriesView defined(LocalDate day) {
        return SomeSeries.of(Kind.SHARE, Gathering.SUM, false, PublicTime.startOf(day), null);
    }

    private static LocalDate month(int month) {
        return LocalDate.of(2027, month, 1);
    }
}
