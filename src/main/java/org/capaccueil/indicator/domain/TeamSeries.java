package org.capaccueil.indicator.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Period;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a team follows, each series on each of its channels, with the periods somebody waits for. */
@Component
class TeamSeries {

    private static final int YEARS = 2;

    private final Definitions definitions;
    private final ValueRows values;
    private final Organisation organisation;

    TeamSeries(Definitions definitions, ValueRows values, Organisation organisation) {
        this.definitions = definitions;
        this.values = values;
        this.organisation = organisation;
    }

    /**
     * A series of a team on one channel.
     *
     * @param last the newest value that stands, null while there is none
     * @param late the periods somebody waits for, the oldest first
     */
    record Followed(SeriesView series, Channel channel, @Nullable ValueView last, List<Period> late) {}

    List<Followed> of(TeamView team, LocalDate today) {
        Map<String, List<ValueView>> byKey = values.standing(team.id(), today.minusYears(YEARS)).stream()
                .collect(Collectors.groupingBy(value -> value.series() + " " + value.channel()));
        Map<Channel, LocalDate> since = organisation.channelsSince(team.id());
        List<Followed> all = new ArrayList<>();
        for (SeriesView series : definitions.of(team.commune())) {
            for (Channel channel : Channel.values()) {
                if (series.isInUse()
                        && series.indicator().channels().contains(channel)
                        && team.channels().contains(channel)) {
                    List<ValueView> standing = byKey.getOrDefault(series.id() + " " + channel, List.of());
                    all.add(new Followed(
                            series,
                            channel,
                            standing.isEmpty() ? null : standing.get(standing.size() - 1),
                            Late.of(series, since.get(channel), given(series, standing), today)));
                }
            }
        }
        return all;
    }

    /** The first days of the periods that have a value, as the series is counted now. */
    static Set<LocalDate> given(SeriesView series, List<ValueView> standing) {
        return standing.stream()
                .filter(value -> series.edition(value.edition()).frequency() == series.frequency())
                .map(ValueView::start)
                .collect(Collectors.toSet());
    }
}
