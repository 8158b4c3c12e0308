package org.capaccueil.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverPeriodsTest {

    private static final TeamId TEAM = new TeamId(UUID.randomUUID());

    @Test
    void whatHappensAddsUp() {
        Figure calls =
                figure(SomeSeries.of(Kind.SHARE, Gathering.SUM), month(1, "800", "1000"), month(2, "100", "500"));

        assertThat(calls.numerator()).isEqualByComparingTo("900");
        assertThat(calls.denominator()).isEqualByComparingTo("1500");
        assertThat(calls.value()).isEqualByComparingTo("60");
        assertThat(calls.from()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(calls.to()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void ofAStateTheLastValueSpeaksAndTheSameAgentsAreNotTrainedTwice() {
        Figure trained =
                figure(SomeSeries.of(Kind.SHARE, Gathering.LATEST), month(1, "10", "12"), month(2, "11", "12"));

        assertThat(trained.numerator()).isEqualByComparingTo("11");
        assertThat(trained.denominator()).isEqualByComparingTo("12");
        assertThat(trained.from()).isEqualTo(LocalDate.of(2027, 2, 1));
    }

    @Test
    void aStateThatWasReadWithoutAnyCaseLeavesTheOneBeforeSpeaking() {
        SeriesView series = SomeSeries.of(Kind.SHARE, Gathering.LATEST);

        Figure accessible = figure(series, month(5, "80", "100"), month(6, "90", "100"), month(7, "0", "0"));

        assertThat(accessible.value()).isEqualByComparingTo("90");
        assertThat(accessible.to()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(OverPeriods.of(series, List.of(month(7, "0", "0")))).isEmpty();
    }

    @Test
    void aNumberAloneIsAStateWhateverItsSeriesSays() {
        Figure hours = figure(SomeSeries.of(Kind.COUNT, Gathering.SUM), month(1, "4", null), month(2, "5", null));

        assertThat(hours.value()).isEqualByComparingTo("5");
        assertThat(hours.cases()).isNull();
    }

    @Test
    void gapsBetweenTheFirstAndTheLastAreNamedAndManyAreCounted() {
        SeriesView series = SomeSeries.of(Kind.SHARE, Gathering.SUM);

        assertThat(figure(series, month(1, "1", "2"), month(2, "0", "0"), month(3, "1", "2"))
                        .source())
                .isEqualTo("Relevé");
        assertThat(figure(series, month(1, "1", "2"), month(3, "1", "2"), month(5, "1", "2"))
                        .source())
                .isEqualTo("Relevé, sans février 2027, avril 2027");
        assertThat(figure(series, month(1, "1", "2"), month(12, "1", "2")).source())
                .isEqualTo("Relevé, sans 10 des 12 périodes");
    }

    @Test
    void pointsThatCouldBeHadAreNoCases() {
        Figure note = figure(SomeSeries.of(Kind.TEN_POINTS, Gathering.SUM), month(1, "60", "120"));

        assertThat(note.value()).isEqualByComparingTo("5");
        assertThat(note.denominator()).isEqualByComparingTo("120");
        assertThat(note.cases()).isNull();
    }

    @Test
    void periodsWithoutCasesSayNothing() {
        assertThat(OverPeriods.of(SomeSeries.of(Kind.SHARE, Gathering.SUM), List.of()))
                .isEmpty();
        assertThat(OverPeriods.of(SomeSeries.of(Kind.SHARE, Gathering.SUM), List.of(month(1, "0", "0"))))
                .isEmpty();
        assertThat(figure(SomeSeries.of(Kind.SHARE, Gathering.SUM), month(1, "0", "0"), month(2, "1", "2"))
                        .value())
                .isEqualByComparingTo("50");
    }

    private static Figure figure(SeriesView series, ValueView... given) {
        return OverPeriods.of(series, List.of(given)).orElseThrow();
    }

    private static ValueView month(int month, String part, @Nullable String base) {
        Period period = new Period(Frequency.MONTH, LocalDate.of(2027, month, 1));
        return new ValueView(
                SomeSeries.ID,
                1,
                TEAM,
                Channel.PHONE,
                period.start(),
                period.end(),
                1,
                true,
                new BigDecimal(part),
                base == null ? null : new BigDecimal(base),
                "Relevé",
                null,
                Origin.TYPED,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
