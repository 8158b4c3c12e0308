package org.capaccueil.mystery.domain;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.mystery.ObserverNews.Occasion;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.FreeText;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What quality managers decide of a single visit: who does it when, that it will not be done, that it counts no more. */
@Service
@Transactional
public class VisitDesk {

    private final Visits visits;
    private final Places places;
    private final ObserverDesk observers;
    private final WaveSight sight;
    private final Trail trail;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    VisitDesk(
            Visits visits,
            Places places,
            ObserverDesk observers,
            WaveSight sight,
            Trail trail,
            ApplicationEventPublisher news,
            Clock clock) {
        this.visits = visits;
        this.places = places;
        this.observers = observers;
        this.sight = sight;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** Gives a visit that has not begun to somebody else, or moves it; the rules of the plan hold for it as well. */
    public void move(Actor actor, UUID id, UUID visitId, long version, VisitMove move) {
        Wave wave = sight.held(actor, id).wave();
        Visit visit = visits.hold(visitId).filter(one -> one.isIn(id)).orElseThrow(NotFound::new);
        if (visit.version() != version) {
            throw new ChangedMeanwhile(
                    "Cette observation a changé entre-temps : quelqu'un l'a déplacée, ou elle est commencée. Rouvrez "
                            + "la page de la vague.",
                    List.of(new Difference(
                            "Observation",
                            PublicTime.inWords(visit.day()) + " à " + visit.hour() + " h",
                            move.inWords())));
        }
        if (wave.view().isOpened()) {
            wave.requireUnderway();
        }
        move.requireSound();
        wave.requireWithin(move.day());
        Place place = places.findById(visit.place()).orElseThrow();
        move.requireAllowed(
                wave.peakHours(),
                place.spot(),
                visit,
                visits.findByWaveIdOrderByDayAscHourAscId(id),
                samePoint(id, place),
                observers.candidatesFor(actor.commune()));
        PersonId before = visit.observer();
        visit.move(move.observer(), move.day(), move.hour());
        record(actor, Event.general(wave.view().title(), "Observation déplacée ou réattribuée"));
        if (wave.view().isUnderway()) {
            news.publishEvent(wave.view().news(Occasion.MOVED, Set.of(move.observer())));
            if (!before.equals(move.observer())) {
                news.publishEvent(wave.view().news(Occasion.TAKEN_BACK, Set.of(before)));
            }
        }
    }

    private List<UUID> samePoint(UUID wave, Place place) {
        return places.findByWaveIdInOrderByPointNameAscChannelAsc(List.of(wave)).stream()
                .filter(one -> one.spot().point().equals(place.spot().point()))
                .map(Place::id)
                .toList();
    }

    /**
     * Says that a visit will not be done, for an observer who cannot say so any more. What they may have noted is read by
     * nobody.
     */
    public void declareNotDone(Actor actor, UUID id, UUID visitId, String reason) {
        Wave wave = sight.held(actor, id).wave();
        wave.requireUnderway();
        Visit visit = visits.hold(visitId).filter(one -> one.isIn(id)).orElseThrow(NotFound::new);
        String why = FreeText.required(
                "reason", reason, Visit.LONGEST_TEXT, "Dites pourquoi cette observation ne se fera pas.");
        visit.giveUp(why, clock.instant());
        record(
                actor,
                Event.general(wave.view().title(), "Observation mystère déclarée non faite par un référent qualité")
                        .because(why));
    }

    /** A visit that counts no more, with the reason all may read. */
    public void withdraw(Actor actor, UUID id, UUID visitId, String reason) {
        Wave wave = sight.held(actor, id).wave();
        wave.requireOpened();
        Visit visit = visits.hold(visitId).filter(one -> one.isIn(id)).orElseThrow(NotFound::new);
        String why = FreeText.required(
                "reason",
                reason,
                Visit.LONGEST_TEXT,
                "Dites pourquoi cette observation est retirée : les équipes le liront.");
        visit.withdraw(why);
        record(
                actor,
                Event.general(wave.view().title(), "Observation retirée du résultat")
                        .because(why));
    }

    private void record(Actor actor, Event event) {
        trail.record(actor.as(Role.QUALITY_MANAGER), event);
    }
}
