package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.FigureSource;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
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
    public Optional<Figure> figure(String code, TeamId team, Channel channel, LocalDate from, LocalDate to) {
        return given(code, team, channel, from, to).or(() -> sources.orderedStream()
                .flatMap(source -> source.figure(code, team, channel, from, to).stream())
                .findFirst());
    }

    @Override
    public void give(
            Actor actor, TeamId team, String code, Channel channel, Period period, BigDecimal part, BigDecimal base) {
        String source = definitions.coded(actor.commune(), code).indicator().sourceFr();
        entry.give(actor, team, code, channel, period, 0, new GivenFigures(part, base, source, null, null));
    }

    @Override
    public Optional<Aim> aim(String code, CommuneId commune) {
        return definitions.of(commune).stream()
                .filter(series -> series.code().equals(code) && series.isInUse())
                .findFirst()
                .map(series ->
                        new Aim(series.indicator().target(), series.indicator().minSample()));
    }

    private Optional<Figure> given(String code, TeamId team, Channel channel, LocalDate from, LocalDate to) {
        return definitions.of(organisation.team(team).commune()).stream()
                .filter(series -> series.code().equals(code))
                .findFirst()
                .flatMap(series -> over(
                        series.now(),
                        values.within(series.id(), team, channel, from, to).stream()
                                .filter(value -> value.edition() == series.now().number())
                                .toList()));
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
