package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.FigureSource;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures for other rooms: what a team gave goes before what a room counted. */
@Service
@Transactional
class RunningFigures implements Indicators {

    private final Definitions definitions;
    private final ValueRows values;
    private final ValueEntry entry;
    private final Organisation organisation;
    private final ObjectProvider<FigureSource> sources;

    RunningFigures(
            Definitions definitions,
            ValueRows values,
            ValueEntry entry,
            Organisation organisation,
            ObjectProvider<FigureSource> sources) {
        this.definitions = definitions;
        this.values = values;
        this.entry = entry;
        this.organisation = organisation;
        this.sources = sources;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Figure> figure(String code, TeamId team, Channel channel, LocalDate from, LocalDate to) {
        SeriesView series =
                opened(team).filter(one -> one.code().equals(code)).findFirst().orElse(null);
        return known(series, values.within(team, from, to), code, team, channel, from, to);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Asked, Figure> figures(TeamId team, Collection<Asked> asked, LocalDate from, LocalDate to) {
        Map<String, SeriesView> known =
                opened(team).collect(Collectors.toMap(SeriesView::code, Function.identity(), (one, same) -> one));
        List<ValueView> standing = values.within(team, from, to);
        Map<Asked, Figure> found = new HashMap<>();
        for (Asked one : asked) {
            SeriesView series = known.get(one.code());
            if (series == null || series.now().unit().equals(one.unit())) {
                known(series, standing, one.code(), team, one.channel(), from, to)
                        .ifPresent(figure -> found.put(one, figure));
            }
        }
        return found;
    }

    /** @param series null while the commune has never opened its indicators: they mean what they are shipped as */
    private Optional<Figure> known(
            @Nullable SeriesView series,
            List<ValueView> standing,
            String code,
            TeamId team,
            Channel channel,
            LocalDate from,
            LocalDate to) {
        return Optional.ofNullable(series)
                .flatMap(kept -> given(kept, standing, channel))
                .or(() -> series != null && !series.meansWhatWasShipped()
                        ? Optional.empty()
                        : sources.orderedStream()
                                .flatMap(source -> source.figure(code, team, channel, from, to).stream())
                                .findFirst());
    }

    private Stream<SeriesView> opened(TeamId team) {
        return definitions.opened(organisation.team(team).commune()).stream();
    }

    @Override
    public void give(
            Actor actor, TeamId team, String code, Channel channel, Period period, BigDecimal part, BigDecimal base) {
        String source = definitions.coded(actor.commune(), code).indicator().sourceFr();
        entry.give(actor, team, code, channel, period, 0, new GivenFigures(part, base, source, null, null));
    }

    private static Optional<Figure> given(SeriesView series, List<ValueView> standing, Channel channel) {
        return over(
                series.now(),
                standing.stream()
                        .filter(value -> value.series().equals(series.id()))
                        .filter(value -> value.channel() == channel)
                        .filter(value -> value.edition() == series.now().number())
                        .toList());
    }

    /** Quantities add up, and the value is made of their sums; what is no quotient is what it was last. */
    private static Optional<Figure> over(SeriesView.Edition how, List<ValueView> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        ValueView last = given.get(given.size() - 1);
        boolean sums = how.formula().kind().hasBase();
        BigDecimal part =
                sums ? given.stream().map(ValueView::part).reduce(BigDecimal.ZERO, BigDecimal::add) : last.part();
        BigDecimal base =
                sums ? given.stream().map(RunningFigures::base).reduce(BigDecimal.ZERO, BigDecimal::add) : null;
        return Optional.of(new Figure(
                part,
                base,
                how.value(part, base),
                base,
                sums ? given.get(0).start() : last.start(),
                last.end(),
                given.stream().map(ValueView::source).distinct().collect(Collectors.joining(", "))));
    }

    private static BigDecimal base(ValueView value) {
        @Nullable BigDecimal base = value.base();
        return base == null ? BigDecimal.ZERO : base;
    }
}
