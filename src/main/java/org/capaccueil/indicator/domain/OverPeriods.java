package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Period;

/** What the values a team gave for several periods say together. */
final class OverPeriods {

    private static final int NAMED_GAPS = 3;

    private OverPeriods() {}

    /**
     * Nothing where there was no case in any of them.
     *
     * @param given values of the edition in force, one a period, the oldest first
     */
    static Optional<Figure> of(SeriesView series, List<ValueView> given) {
        SeriesView.Edition how = series.now();
        List<ValueView> told = series.isState() ? lastWithCases(how, given) : given;
        if (told.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal part = told.stream().map(ValueView::part).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal base = how.formula().base() == null
                ? null
                : told.stream()
                        .map(value -> Objects.requireNonNull(value.base()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.ofNullable(how.value(part, base))
                .map(value -> new Figure(
                        part,
                        base,
                        value,
                        how.formula().kind().countsCases() ? base : null,
                        told.get(0).start(),
                        told.get(told.size() - 1).end(),
                        source(how, told)));
    }

    private static List<ValueView> lastWithCases(SeriesView.Edition how, List<ValueView> given) {
        return given.stream()
                .filter(value -> how.value(value.part(), value.base()) != null)
                .reduce((earlier, later) -> later)
                .stream()
                .toList();
    }

    /** Where the values come from, and which periods between the first and the last have none. */
    private static String source(SeriesView.Edition how, List<ValueView> told) {
        String sources = told.stream().map(ValueView::source).distinct().collect(Collectors.joining(", "));
        Set<LocalDate> given = told.stream().map(ValueView::start).collect(Collectors.toSet());
        LocalDate last = told.get(told.size() - 1).start();
        List<Period> gaps = Stream.iterate(
                        new Period(how.frequency(), told.get(0).start()),
                        period -> !period.start().isAfter(last),
                        Period::next)
                .filter(period -> !given.contains(period.start()))
                .toList();
        if (gaps.isEmpty()) {
            return sources;
        }
        return sources + ", sans "
                + (gaps.size() <= NAMED_GAPS
                        ? gaps.stream().map(Period::inWords).collect(Collectors.joining(", "))
                        : gaps.size() + " des " + (gaps.size() + given.size()) + " périodes");
    }
}
