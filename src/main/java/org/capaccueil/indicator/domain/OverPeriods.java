package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Figure;

/** What the values a team gave for several periods say together. */
final class OverPeriods {

    private OverPeriods() {}

    /**
     * Nothing where there was no case in any of them.
     *
     * @param given values of the edition in force, one a period, the oldest first
     */
    static Optional<Figure> of(SeriesView series, List<ValueView> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<ValueView> told = series.isState() ? given.subList(given.size() - 1, given.size()) : given;
        SeriesView.Edition how = series.now();
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
                        base,
                        told.get(0).start(),
                        told.get(told.size() - 1).end(),
                        told.stream().map(ValueView::source).distinct().collect(Collectors.joining(", "))));
    }
}
