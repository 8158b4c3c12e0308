package org.capaccueil.collection;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a team's frozen figures say about one criterion at one place: shown to whoever rates it. At a channel they suggest
 * a grade; where a criterion is rated as a whole they are shown for every channel and suggest none.
 *
 * @param byChannel whether all of them are of the channel that is rated
 * @param suggested the grade the figures suggest, null where they suggest none
 */
public record FiguresBeside(List<Line> lines, boolean byChannel, @Nullable Integer suggested) {

    /** No figure speaks for the criterion. */
    public static final FiguresBeside NONE = new FiguresBeside(List.of(), true, null);

    /**
     * One figure.
     *
     * @param measured null where nobody collected it
     */
    public record Line(Indicator indicator, Channel channel, @Nullable MeasurementView measured) {

        public Verdict verdict() {
            if (measured == null) {
                return Verdict.TO_FILL;
            }
            BigDecimal value = measured.value();
            return value == null ? Verdict.NOT_MEASURED : Verdict.of(indicator, value, measured.denominator());
        }
    }

    /** Finds what speaks for a criterion among the figures of a team. */
    public static FiguresBeside of(
            Standard standard, Question question, Place place, List<MeasurementView> measurements) {
        List<Indicator> behind = standard.indicatorsBehind(question.criterion());
        if (behind.isEmpty()) {
            return NONE;
        }
        Channel here = place.channel();
        List<Line> lines = behind.stream()
                .flatMap(indicator -> indicator.channels().stream()
                        .sorted()
                        .filter(channel -> here == null || here == channel)
                        .map(channel -> line(indicator, channel, measurements)))
                .filter(line -> here != null || line.measured() != null)
                .toList();
        OptionalInt suggested = here == null
                ? OptionalInt.empty()
                : question.scale().suggestedBy(lines.stream().map(Line::verdict).toList());
        return new FiguresBeside(lines, here != null, suggested.isPresent() ? suggested.getAsInt() : null);
    }

    private static Line line(Indicator indicator, Channel channel, List<MeasurementView> measurements) {
        return new Line(
                indicator,
                channel,
                measurements.stream()
                        .filter(one -> one.indicator().equals(indicator.code()) && one.channel() == channel)
                        .findFirst()
                        .orElse(null));
    }
}
