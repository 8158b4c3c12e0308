package org.capaccueil.mystery.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.mystery.ObserverNews.Occasion;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quality managers prepare waves, have visits proposed, confirm them, and open the results. */
@Service
@Transactional
public class WaveDesk {

    private static final String NEVER_DONE = "La période de la vague est passée.";

    private final Waves waves;
    private final Places places;
    private final Scripts scripts;
    private final Visits visits;
    private final Scenarios scenarios;
    private final Grids grids;
    private final Starter starter;
    private final ObserverDesk observers;
    private final WaveSight sight;
    private final Organisation organisation;
    private final Trail trail;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    WaveDesk(
            Waves waves,
            Places places,
            Scripts scripts,
            Visits visits,
            Scenarios scenarios,
            Grids grids,
            Starter starter,
            ObserverDesk observers,
            WaveSight sight,
            Organisation organisation,
            Trail trail,
            ApplicationEventPublisher news,
            Clock clock) {
        this.waves = waves;
        this.places = places;
        this.scripts = scripts;
        this.visits = visits;
        this.scenarios = scenarios;
        this.grids = grids;
        this.starter = starter;
        this.observers = observers;
        this.sight = sight;
        this.organisation = organisation;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    public UUID prepare(Actor actor, WavePlan plan) {
        actor.require(Role.QUALITY_MANAGER);
        starter.give(actor.commune());
        plan.requireSound(today());
        Wave wave = waves.saveAndFlush(new Wave(actor.commune(), plan));
        lay(actor, wave, plan);
        record(actor, Event.general(plan.title(), "Vague mystère préparée").change(null, plan.inWords()));
        return wave.id();
    }

    /** Changes one that is not confirmed; what was proposed for it is dropped. */
    public void change(Actor actor, UUID id, long version, WavePlan plan) {
        Wave wave = sight.held(actor, id).wave();
        WaveView before = wave.view();
        if (before.version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre a modifié cette vague pendant que vous l'aviez ouverte. Rien n'est perdu : voici "
                            + "les deux versions.",
                    List.of(new Difference("Vague", before.title() + ", " + before.days(), plan.inWords())));
        }
        plan.requireSound(today());
        wave.change(plan);
        visits.deleteByWaveId(id);
        scripts.deleteByWaveId(id);
        places.deleteByWaveId(id);
        waves.flush();
        lay(actor, wave, plan);
        record(
                actor,
                Event.general(plan.title(), "Vague mystère modifiée")
                        .change(before.title() + ", " + before.days(), plan.inWords()));
    }

    private void lay(Actor actor, Wave wave, WavePlan plan) {
        record Home(TeamView team, PointView point) {}
        Map<UUID, Home> homes = new HashMap<>();
        organisation.teamsOf(actor.commune()).stream().filter(TeamView::active).forEach(team -> team.points()
                .forEach(point -> homes.put(point.id(), new Home(team, point))));
        List<Place> laid = new ArrayList<>();
        plan.asked().forEach(spot -> {
            Home home = homes.get(spot.point());
            if (home == null || !home.point().channels().contains(spot.channel())) {
                throw new BusinessRefusal(
                        "asked", "Un des points d'accueil a changé entre-temps : vérifiez ce qui est coché.");
            }
            laid.add(new Place(wave.id(), home.team(), home.point(), spot.channel()));
        });
        places.saveAllAndFlush(laid);
        scripts.saveAllAndFlush(plan.scenarios().stream()
                .map(scenario -> new Script(wave.id(), inUse(actor, scenario)))
                .toList());
    }

    private Scenario inUse(Actor actor, UUID scenario) {
        return scenarios
                .findById(scenario)
                .filter(one -> one.isOf(actor.commune()) && one.isInUse())
                .orElseThrow(() -> new BusinessRefusal(
                        "scenarios", "Un des scénarios n'est plus en service : choisissez-en d'autres."));
    }

    /** Proposes visits anew, with the scenarios' words of now and the newest edition of the grid. */
    public void propose(Actor actor, UUID id) {
        Wave wave = sight.held(actor, id).wave();
        wave.requirePrepared();
        WaveView view = wave.view();
        Grid grid = grids.findFirstByCommuneIdAndPublishedAtNotNullOrderByEditionDesc(
                        actor.commune().value())
                .orElseThrow();
        List<Script> played = scripts.findByWaveIdOrderByKindAscTitleAsc(id);
        played.forEach(script -> script.copy(inUse(actor, script.scenario())));
        List<Planner.Proposed> proposed = new Planner(
                        placesOf(id).stream().map(Place::spot).toList(),
                        view.perPlace(),
                        played.stream().map(Script::played).toList(),
                        observers.candidatesFor(actor.commune()),
                        firstToCome(view),
                        view.lastDay(),
                        wave.peakHours())
                .propose();
        visits.deleteByWaveId(id);
        visits.flush();
        visits.saveAllAndFlush(proposed.stream().map(one -> new Visit(id, one)).toList());
        wave.planOn(grid.id());
        record(actor, Event.general(view.title(), proposed.size() + " observations proposées"));
    }

    /** Nobody can be sent out this morning: tomorrow, unless the wave ends today. */
    private LocalDate firstToCome(WaveView wave) {
        LocalDate today = today();
        return wave.firstDay().isAfter(today)
                ? wave.firstDay()
                : wave.lastDay().isAfter(today) ? today.plusDays(1) : today;
    }

    private List<Place> placesOf(UUID wave) {
        return places.findByWaveIdInOrderByPointNameAscChannelAsc(List.of(wave));
    }

    public void confirm(Actor actor, UUID id) {
        Wave wave = sight.held(actor, id).wave();
        wave.confirm(today());
        List<Visit> planned = visits.findByWaveIdOrderByDayAscHourAscId(id);
        requireStillAllowed(actor, id, planned);
        record(actor, Event.general(wave.view().title(), "Vague mystère confirmée : observateurs prévenus"));
        news.publishEvent(wave.view()
                .news(Occasion.CONFIRMED, planned.stream().map(Visit::observer).collect(Collectors.toSet())));
    }

    /** Somebody may have left the pool, or joined a team, since the visits were proposed. */
    private void requireStillAllowed(Actor actor, UUID id, List<Visit> planned) {
        Map<UUID, Place> all = placesOf(id).stream().collect(Collectors.toMap(Place::id, place -> place));
        List<Planner.Candidate> pool = observers.candidatesFor(actor.commune());
        planned.forEach(visit -> {
            Place place = all.get(visit.place());
            if (pool.stream().noneMatch(one -> one.person().equals(visit.observer()) && one.mayGoTo(place.team()))) {
                throw new BusinessRefusal("Un observateur a quitté la liste ou rejoint une équipe à observer : l'"
                        + "observation du " + PublicTime.inWords(visit.day()) + " à « " + place.pointName()
                        + " » est à donner à quelqu'un d'autre.");
            }
        });
    }

    /** Breaks the seal: all visits are done or declared not done, or the period is over. */
    public void open(Actor actor, UUID id) {
        Wave wave = sight.held(actor, id).wave();
        List<Visit> waiting = visits.findByWaveIdOrderByDayAscHourAscId(id).stream()
                .filter(Visit::isWaiting)
                .toList();
        wave.open(waiting.size(), clock.instant());
        waiting.forEach(visit -> visit.giveUp(NEVER_DONE, clock.instant()));
        record(actor, Event.general(wave.view().title(), "Résultats de la vague mystère ouverts"));
    }

    private void record(Actor actor, Event event) {
        trail.record(actor.as(Role.QUALITY_MANAGER), event);
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
