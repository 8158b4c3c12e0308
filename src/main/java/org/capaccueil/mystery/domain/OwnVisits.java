package org.capaccueil.mystery.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visits given to somebody, in person: whoever stands in for them sees none. */
@Service
@Transactional(readOnly = true)
public class OwnVisits {

    private final Visits visits;
    private final Waves waves;
    private final Places places;
    private final Scripts scripts;
    private final Grids grids;
    private final Ratings ratings;
    private final Observers observers;

    OwnVisits(
            Visits visits,
            Waves waves,
            Places places,
            Scripts scripts,
            Grids grids,
            Ratings ratings,
            Observers observers) {
        this.visits = visits;
        this.waves = waves;
        this.places = places;
        this.scripts = scripts;
        this.grids = grids;
        this.ratings = ratings;
        this.observers = observers;
    }

    /** One of the own visits. */
    public record MyVisit(
            UUID id,
            String wave,
            VisitKind kind,
            String place,
            Channel channel,
            LocalDate day,
            int hour,
            VisitStatus status) {

        public boolean isWaiting() {
            return status == VisitStatus.PLANNED || status == VisitStatus.STARTED;
        }
    }

    /** Those of waves that are confirmed, those to do first. */
    public List<MyVisit> mine(Actor actor) {
        List<Visit> all = visits.findByObserverIdOrderByDayAscHourAsc(actor.id().value());
        Map<UUID, Wave> confirmed = waves
                .findAllById(all.stream().map(Visit::wave).distinct().toList())
                .stream()
                .filter(wave -> isConfirmed(wave, actor))
                .collect(Collectors.toMap(Wave::id, Function.identity()));
        List<Visit> shown = all.stream()
                .filter(visit -> confirmed.containsKey(visit.wave()))
                .toList();
        Map<UUID, Place> there = places
                .findAllById(shown.stream().map(Visit::place).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Place::id, Function.identity()));
        return shown.stream()
                .map(visit -> mine(
                        visit,
                        Objects.requireNonNull(confirmed.get(visit.wave())),
                        Objects.requireNonNull(there.get(visit.place()))))
                .sorted(Comparator.comparing((MyVisit one) -> !one.isWaiting()))
                .toList();
    }

    private static boolean isConfirmed(Wave wave, Actor actor) {
        return wave.isOf(actor.commune()) && !wave.view().isPrepared();
    }

    private static MyVisit mine(Visit visit, Wave wave, Place place) {
        return new MyVisit(
                visit.id(),
                wave.view().title(),
                VisitKind.on(place.channel()),
                place.pointName(),
                place.channel(),
                visit.day(),
                visit.hour(),
                visit.status());
    }

    /** Whether there is something for them: they are in the pool, or have a visit left from when they were. */
    public boolean observes(Actor actor) {
        return observers.observes(actor.id().value(), actor.commune().value());
    }

    public VisitSheet sheet(Actor actor, UUID id) {
        return visits.findById(id)
                .filter(visit -> visit.observer().equals(actor.id()))
                .filter(visit -> waves.findById(visit.wave())
                        .filter(wave -> isConfirmed(wave, actor))
                        .isPresent())
                .map(this::sheetOf)
                .orElseThrow(NotFound::new);
    }

    VisitSheet sheetOf(Visit visit) {
        Wave wave = waves.findById(visit.wave()).orElseThrow();
        Place place = places.findById(visit.place()).orElseThrow();
        GridText grid = grids.findById(Objects.requireNonNull(wave.grid()))
                .orElseThrow()
                .text();
        return new VisitSheet(
                mine(visit, wave, place),
                wave.view(),
                scripts.findById(visit.script()).orElseThrow().text(),
                grid.of(VisitKind.on(place.channel())),
                ratings.of(visit.id()),
                Objects.requireNonNullElse(visit.remark(), ""),
                visit.savedAt(),
                visit.notDoneBecause(),
                visit.version());
    }
}
