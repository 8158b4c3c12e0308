package org.capaccueil.mystery.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Indicators.Aim;
import org.capaccueil.mystery.domain.Ratings.Counted;
import org.capaccueil.mystery.domain.WaveSight.Seen;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an opened wave told, for whoever sees it: a team reads itself. No observer is in any of it. */
@Service
@Transactional
public class MysteryResults {

    /** What is shipped, for a commune that has retired the indicator: the bar of the national barometer. */
    private static final Aim SHIPPED = new Aim(BigDecimal.valueOf(7), 12);

    private final WaveSight sight;
    private final Visits visits;
    private final Grids grids;
    private final Ratings ratings;
    private final Indicators indicators;
    private final Organisation organisation;

    MysteryResults(
            WaveSight sight,
            Visits visits,
            Grids grids,
            Ratings ratings,
            Indicators indicators,
            Organisation organisation) {
        this.sight = sight;
        this.visits = visits;
        this.grids = grids;
        this.ratings = ratings;
        this.indicators = indicators;
        this.organisation = organisation;
    }

    /** A score with what it is of. */
    public record Row(String label, Score score, Verdict verdict) {}

    /** An item that is measured only: its mean over the visits it was measured in. */
    public record Measured(String label, String unit, double mean, int visits) {}

    /** A visit that counts no more. */
    public record Withdrawn(String place, String reason) {}

    /**
     * A wave's results.
     *
     * @param weakest items, the weakest first
     * @param notDone how many visits were not done
     */
    public record Sheet(
            WaveView wave,
            Aim aim,
            Row whole,
            List<Row> byTeam,
            List<Row> byPoint,
            List<Row> byChannel,
            List<Row> byMoment,
            List<Row> weakest,
            List<Measured> measured,
            List<String> remarks,
            List<Withdrawn> withdrawn,
            long notDone) {}

    public Sheet of(Actor actor, UUID id) {
        Seen seen = sight.opened(actor, id);
        Set<TeamId> theirs = seen.places().stream().map(Place::team).collect(Collectors.toSet());
        List<Counted> noted = ratings.countedIn(id).stream()
                .filter(one -> theirs.contains(one.team()))
                .toList();
        Map<UUID, Place> places = seen.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        List<Visit> all = visits.findByWaveIdOrderByDayAscHourAscId(id).stream()
                .filter(visit -> places.containsKey(visit.place()))
                .toList();
        Aim aim = aim(actor.commune());
        GridText grid = grids.findById(Objects.requireNonNull(seen.wave().grid()))
                .orElseThrow()
                .text();
        Map<TeamId, TeamView> teams = organisation.teams(theirs);
        return new Sheet(
                seen.wave().view(),
                aim,
                row("Ensemble", noted, aim),
                rows(noted, aim, Counted::team, one -> name(teams, one), Counted::pointName),
                rows(noted, aim, Counted::point, Counted::pointName, one -> name(teams, one)),
                byChannel(noted, aim),
                byMoment(noted, grid, aim),
                weakest(noted, grid, aim),
                measured(noted, grid),
                all.stream()
                        .filter(visit -> visit.status() == VisitStatus.DONE)
                        .flatMap(visit -> Optional.ofNullable(visit.remarkShown()).stream())
                        .sorted()
                        .toList(),
                all.stream()
                        .filter(visit -> visit.withdrawnBecause() != null)
                        .map(visit ->
                                new Withdrawn(place(places, visit), Objects.requireNonNull(visit.withdrawnBecause())))
                        .toList(),
                all.stream()
                        .filter(visit -> visit.status() == VisitStatus.NOT_DONE)
                        .count());
    }

    private static String place(Map<UUID, Place> places, Visit visit) {
        Place place = Objects.requireNonNull(places.get(visit.place()));
        return place.pointName() + ", " + place.channel().title();
    }

    private Aim aim(CommuneId commune) {
        return indicators.aim(MysteryScores.CODE, commune).orElse(SHIPPED);
    }

    private static Row row(String label, List<Counted> noted, Aim aim) {
        Score score = Score.of(noted);
        return new Row(label, score, score.against(aim));
    }

    private static String name(Map<TeamId, TeamView> teams, Counted one) {
        return Objects.requireNonNull(teams.get(one.team())).name();
    }

    /**
     * One row for each thing, whatever else bears its name.
     *
     * @param apart what tells those of one name apart
     */
    static List<Row> rows(
            List<Counted> noted,
            Aim aim,
            Function<Counted, ?> thing,
            Function<Counted, String> name,
            Function<Counted, String> apart) {
        Collection<List<Counted>> groups =
                noted.stream().collect(Collectors.groupingBy(thing)).values();
        Map<String, Long> sharing = groups.stream()
                .collect(Collectors.groupingBy(group -> name.apply(group.get(0)), Collectors.counting()));
        return groups.stream()
                .map(group -> {
                    String alone = name.apply(group.get(0));
                    boolean shared = Objects.requireNonNull(sharing.get(alone)) > 1;
                    return row(shared ? alone + " (" + names(group, apart) + ")" : alone, group, aim);
                })
                .sorted(Comparator.comparing(Row::label))
                .toList();
    }

    private static String names(List<Counted> group, Function<Counted, String> name) {
        return group.stream().map(name).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static List<Row> byChannel(List<Counted> noted, Aim aim) {
        List<Row> rows = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            List<Counted> on =
                    noted.stream().filter(one -> one.channel() == channel).toList();
            if (!on.isEmpty()) {
                rows.add(row(channel.title(), on, aim));
            }
        }
        return rows;
    }

    private static List<Row> byMoment(List<Counted> noted, GridText grid, Aim aim) {
        Map<Moment, List<Counted>> groups = new LinkedHashMap<>();
        grid.byMoment().keySet().forEach(moment -> groups.put(moment, new ArrayList<>()));
        noted.forEach(one -> grid.item(one.item()).ifPresent(item -> Objects.requireNonNull(groups.get(item.moment()))
                .add(one)));
        return groups.entrySet().stream()
                .map(group -> row(group.getKey().title(), group.getValue(), aim))
                .filter(row -> row.score().possible() > 0)
                .toList();
    }

    private static List<Row> weakest(List<Counted> noted, GridText grid, Aim aim) {
        return grid.items().stream()
                .filter(GridItem::isScored)
                .map(item -> row(item.text(), of(item, noted), aim))
                .filter(row -> row.score().possible() > 0)
                .sorted(Comparator.comparing(
                        (Row row) -> Objects.requireNonNull(row.score().value())))
                .toList();
    }

    private static List<Measured> measured(List<Counted> noted, GridText grid) {
        List<Measured> all = new ArrayList<>();
        grid.items().stream().filter(item -> !item.isScored()).forEach(item -> {
            List<Integer> given = of(item, noted).stream()
                    .flatMap(one -> Optional.ofNullable(one.rating().measure()).stream())
                    .toList();
            given.stream()
                    .mapToInt(Integer::intValue)
                    .average()
                    .ifPresent(mean ->
                            all.add(new Measured(item.text(), item.measure().unit(), mean, given.size())));
        });
        return all;
    }

    private static List<Counted> of(GridItem item, List<Counted> noted) {
        return noted.stream().filter(one -> one.item().equals(item.code())).toList();
    }
}
