package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures for other rooms: what a team gave goes before what a room counted, as far as it says something. */
@Service
@Transactional
class RunningFigures implements Indicators {

    private final Definitions definitions;
    private final ValueRows values;
    private final ValueEntry entry;
    private final Organisation organisation;
    private final KeptEvents events;
    private final ObjectProvider<FigureSource> sources;

    RunningFigures(
            Definitions definitions,
            ValueRows values,
            ValueEntry entry,
            Organisation organisation,
            KeptEvents events,
            ObjectProvider<FigureSource> sources) {
        this.definitions = definitions;
        this.values = values;
        this.entry = entry;
        this.organisation = organisation;
        this.events = events;
        this.sources = sources;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Asked, Figure> figures(TeamId team, Collection<Asked> asked, LocalDate from, LocalDate to) {
        return figures(team, asked, values.within(team, from, to), from, to);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Asked, Figure> lately(TeamId team, Collection<Asked> asked, LocalDate today) {
        LocalDate from = today.minusYears(1).plusDays(1);
        return figures(team, asked, values.ended(team, from, today), from, today);
    }

    private Map<Asked, Figure> figures(
            TeamId team, Collection<Asked> asked, List<ValueView> standing, LocalDate from, LocalDate to) {
        Map<String, SeriesView> known =
                opened(team).collect(Collectors.toMap(SeriesView::code, Function.identity(), (one, same) -> one));
        Map<Asked, Figure> found = new HashMap<>();
        Map<String, Map<Channel, Asked>> toCount = new HashMap<>();
        for (Asked one : asked) {
            SeriesView series = known.get(one.code());
            if (series != null && !series.now().unit().equals(one.unit())) {
                continue;
            }
            Figure given = series == null
                    ? null
                    : OverPeriods.of(series, given(series, standing, one.channel()))
                            .orElse(null);
            if (given != null) {
                found.put(one, given);
            }
            if (isCounted(series) && (given == null || lacksCases(series, given))) {
                toCount.computeIfAbsent(one.code(), code -> new EnumMap<>(Channel.class))
                        .put(one.channel(), one);
            }
        }
        toCount.forEach((code, lines) -> counted(code, team, lines.keySet(), from, to)
                .forEach((channel, figure) -> found.put(lines.get(channel), figure)));
        return found;
    }

    /** Rooms count what was shipped; a commune that has never opened its indicators has not changed them. */
    private static boolean isCounted(@Nullable SeriesView series) {
        return series == null || series.meansWhatWasShipped();
    }

    /** Points without the number of visits they were had in are judged by nothing: what was counted says both. */
    private static boolean lacksCases(@Nullable SeriesView series, Figure given) {
        return series != null && given.cases() == null && series.indicator().minSample() > 1;
    }

    private Map<Channel, Figure> counted(
            String code, TeamId team, Set<Channel> channels, LocalDate from, LocalDate to) {
        Map<Channel, Figure> counted = new EnumMap<>(Channel.class);
        sources.orderedStream().forEach(source -> source.figures(code, team, channels, from, to)
                .forEach(counted::putIfAbsent));
        return counted;
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

    @Override
    public Optional<Aim> aim(String code, CommuneId commune) {
        return definitions.of(commune).stream()
                .filter(series -> series.code().equals(code) && series.isInUse())
                .findFirst()
                .map(series ->
                        new Aim(series.indicator().target(), series.indicator().minSample()));
    }

    @Override
    public int forgetOldEvents() {
        return events.forgetOlder();
    }

    private static List<ValueView> given(SeriesView series, List<ValueView> standing, Channel channel) {
        return standing.stream()
                .filter(value -> value.series().equals(series.id()))
                .filter(value -> value.channel() == channel)
                .filter(value -> value.edition() == series.now().number())
                .toList();
    }
}
