package org.capaccueil.mystery.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Waves as far as this person sees them; the plan, with its dates, scenarios and observers, is for managers alone. */
@Service
@Transactional(readOnly = true)
public class WaveReading {

    private final WaveSight sight;
    private final Places places;
    private final Scripts scripts;
    private final Visits visits;
    private final ObserverDesk observers;
    private final OwnVisits own;
    private final Organisation organisation;

    WaveReading(
            WaveSight sight,
            Places places,
            Scripts scripts,
            Visits visits,
            ObserverDesk observers,
            OwnVisits own,
            Organisation organisation) {
        this.sight = sight;
        this.places = places;
        this.scripts = scripts;
        this.visits = visits;
        this.observers = observers;
        this.own = own;
        this.organisation = organisation;
    }

    /** A visit in the plan: nothing of what was noted. */
    public record PlannedVisit(
            UUID id,
            String place,
            Channel channel,
            String scenario,
            PersonId observer,
            String observerName,
            LocalDate day,
            int hour,
            VisitStatus status,
            @Nullable String notDoneBecause,
            @Nullable String withdrawnBecause,
            long version) {

        public boolean isMovable() {
            return status == VisitStatus.PLANNED;
        }

        public boolean isWaiting() {
            return status == VisitStatus.PLANNED || status == VisitStatus.STARTED;
        }

        public boolean isDone() {
            return status == VisitStatus.DONE;
        }
    }

    /**
     * A wave.
     *
     * @param plan empty for whoever is not a quality manager
     * @param asked « point|CHANNEL » of each place, for the form
     */
    public record Sheet(
            WaveView wave, List<PlannedVisit> plan, List<ScenarioText> scenarios, Set<UUID> chosen, Set<String> asked) {

        public long waiting() {
            return plan.stream().filter(PlannedVisit::isWaiting).count();
        }

        public long done() {
            return plan.size() - waiting();
        }
    }

    public List<WaveView> list(Actor actor) {
        WaveSight.requireTakesPart(actor, own.observes(actor));
        return sight.visibleTo(actor).stream().map(Wave::view).toList();
    }

    public Sheet sheet(Actor actor, UUID id) {
        Wave wave = sight.seen(actor, id).wave();
        if (!actor.is(Role.QUALITY_MANAGER)) {
            return new Sheet(wave.view(), List.of(), List.of(), Set.of(), Set.of());
        }
        Map<UUID, Place> there = places.findByWaveIdInOrderByPointNameAscChannelAsc(List.of(id)).stream()
                .collect(Collectors.toMap(Place::id, Function.identity()));
        List<Script> played = scripts.findByWaveIdOrderByKindAscTitleAsc(id);
        Map<UUID, Script> byId = played.stream().collect(Collectors.toMap(Script::id, Function.identity()));
        List<Visit> all = visits.findByWaveIdOrderByDayAscHourAscId(id);
        Map<UUID, String> names = observers.names(all);
        return new Sheet(
                wave.view(),
                all.stream()
                        .map(visit -> planned(visit, there.get(visit.place()), byId.get(visit.script()), names))
                        .toList(),
                played.stream().map(Script::text).toList(),
                played.stream().map(Script::scenario).collect(Collectors.toSet()),
                there.values().stream()
                        .map(place ->
                                place.spot().point() + "|" + place.channel().name())
                        .collect(Collectors.toSet()));
    }

    private static PlannedVisit planned(Visit visit, Place place, Script script, Map<UUID, String> names) {
        return new PlannedVisit(
                visit.id(),
                place.pointName(),
                place.channel(),
                script.text().title(),
                visit.observer(),
                names.getOrDefault(visit.observer().value(), Trail.SOMEBODY_GONE),
                visit.day(),
                visit.hour(),
                visit.status(),
                visit.notDoneBecause(),
                visit.withdrawnBecause(),
                visit.version());
    }

    /** The teams whose points a wave may observe. */
    public List<TeamView> teams(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return organisation.teamsOf(actor.commune()).stream()
                .filter(team -> team.active() && !team.points().isEmpty())
                .toList();
    }
}
