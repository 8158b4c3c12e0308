package org.capaccueil.mystery.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.FreeText;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an observer does with the visits given to them, in person: whoever stands in for them sees none. Nothing of what is
 * noted here is anybody else's before the wave is opened, and the journal never says any of it.
 */
@Service
@Transactional
public class Observing {

    private static final String REMARK = "remark";

    private final Visits visits;
    private final Waves waves;
    private final Places places;
    private final OwnVisits own;
    private final Ratings ratings;
    private final Observers observers;
    private final Organisation organisation;
    private final Trail trail;
    private final Clock clock;

    Observing(
            Visits visits,
            Waves waves,
            Places places,
            OwnVisits own,
            Ratings ratings,
            Observers observers,
            Organisation organisation,
            Trail trail,
            Clock clock) {
        this.visits = visits;
        this.waves = waves;
        this.places = places;
        this.own = own;
        this.ratings = ratings;
        this.observers = observers;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /** Begins a visit; whoever has joined the team since is turned away now. */
    public void start(Actor actor, UUID id) {
        Held held = held(actor, id);
        observers
                .findById(actor.id().value())
                .filter(Observer::isActive)
                .orElseThrow(() -> new BusinessRefusal(
                        "Vous n'êtes plus dans la liste des observateurs : déclarez cette observation non faite."))
                .requireAccepted();
        requireIndependent(actor, held.place().team());
        held.wave().requireWithin(today());
        held.visit().start(clock.instant());
        record(actor, held, "Observation mystère commencée");
    }

    /**
     * What became of what was sent.
     *
     * @param faults by field, what was not kept and why; everything else is kept
     * @param missing the items still to note, of a visit that was to be handed in
     */
    public record Outcome(Map<String, String> faults, List<GridItem> missing) {

        public boolean isClean() {
            return faults.isEmpty() && missing.isEmpty();
        }
    }

    /**
     * Keeps everything that was sent and can be kept.
     *
     * @param version the one the observer saw
     * @param noted by item: points, a measure, « N » for no object; nothing clears a measure
     * @throws ChangedMeanwhile when the same observer saved something else from another screen
     */
    public Outcome save(Actor actor, UUID id, long version, Map<String, String> noted, @Nullable String remark) {
        return save(held(actor, id), version, noted, remark);
    }

    /** Keeps what was sent and, if nothing is wrong and nothing missing, hands the visit in: it never changes again. */
    public Outcome submit(Actor actor, UUID id, long version, Map<String, String> noted, @Nullable String remark) {
        Held held = held(actor, id);
        Outcome saved = save(held, version, noted, remark);
        if (!saved.isClean()) {
            return saved;
        }
        List<GridItem> missing = own.sheetOf(held.visit()).missing();
        if (!missing.isEmpty()) {
            return new Outcome(Map.of(), missing);
        }
        requireIndependent(actor, held.place().team());
        held.visit().submit(clock.instant());
        record(actor, held, "Observation mystère rendue");
        return saved;
    }

    /** Says that a visit will not be done, with the reason. */
    public void giveUp(Actor actor, UUID id, String reason) {
        Held held = held(actor, id);
        held.visit()
                .giveUp(
                        FreeText.required(
                                "reason",
                                reason,
                                Visit.LONGEST_TEXT,
                                "Dites pourquoi l'observation n'a pas pu se faire."),
                        clock.instant());
        record(actor, held, "Observation mystère déclarée non faite");
    }

    private Outcome save(Held held, long version, Map<String, String> noted, @Nullable String remark) {
        Visit visit = held.visit();
        visit.requireStarted();
        VisitSheet before = own.sheetOf(visit);
        if (visit.version() != version) {
            refuseOvertaken(before, noted, remark);
        }
        Map<String, String> faults = new LinkedHashMap<>();
        for (GridItem item : before.items()) {
            String typed =
                    Objects.requireNonNullElse(noted.get(item.code()), "").strip();
            keep(faults, () -> note(visit.id(), item, typed, noted.containsKey(item.code())));
        }
        List<String> kept = new ArrayList<>();
        keep(faults, () -> kept.add(Objects.requireNonNullElse(FreeText.kept(REMARK, remark, Visit.LONGEST_TEXT), "")));
        String text = kept.isEmpty() ? visit.remark() : kept.get(0).isEmpty() ? null : kept.get(0);
        visit.save(text, clock.instant());
        visits.flush();
        return new Outcome(faults, List.of());
    }

    private void note(UUID visit, GridItem item, String typed, boolean sent) {
        if (!typed.isEmpty()) {
            ratings.note(visit, item.code(), Rating.of(item, typed));
        } else if (sent && !item.isScored()) {
            ratings.clear(visit, item.code());
        }
    }

    private static void keep(Map<String, String> faults, Runnable one) {
        try {
            one.run();
        } catch (BusinessRefusal refusal) {
            faults.put(Objects.requireNonNull(refusal.field()), refusal.sentence());
        }
    }

    private static void refuseOvertaken(VisitSheet saved, Map<String, String> noted, @Nullable String remark) {
        List<Difference> differences = new ArrayList<>();
        for (GridItem item : saved.items()) {
            String yours =
                    Objects.requireNonNullElse(noted.get(item.code()), "").strip();
            String theirs = saved.typed(item.code());
            if (!yours.equals(theirs)) {
                differences.add(new Difference(item.text(), theirs, yours));
            }
        }
        String text = Objects.requireNonNullElse(remark, "").strip();
        if (!text.equals(saved.remark())) {
            differences.add(new Difference("Remarque", saved.remark(), text));
        }
        if (!differences.isEmpty()) {
            throw new ChangedMeanwhile(
                    "Vous avez noté autre chose sur un autre écran. Rien n'est perdu : voici les deux versions.",
                    differences);
        }
    }

    /** Who belongs to a team, leads it, or stands in for one of it today, has no distance from it. */
    private void requireIndependent(Actor actor, TeamId team) {
        if (actor.belongsTo(team)
                || isOf(organisation.team(team), actor.id())
                || isOf(organisation.inChargeOf(team), actor.id())) {
            throw new BusinessRefusal("Vous faites maintenant partie de cette équipe, ou vous y remplacez quelqu'un : "
                    + "vous ne pouvez plus l'observer. Déclarez l'observation non faite.");
        }
    }

    private static boolean isOf(TeamView team, PersonId person) {
        return team.hasMember(person);
    }

    private record Held(Wave wave, Place place, Visit visit) {}

    /** The wave first and then the visit, as everybody who holds both does: nobody opens it while something is noted. */
    private Held held(Actor actor, UUID id) {
        Wave wave = visits.waveOf(id, actor.id().value())
                .flatMap(waves::keep)
                .filter(one -> one.isOf(actor.commune()) && !one.view().isPrepared())
                .orElseThrow(NotFound::new);
        Visit visit =
                visits.hold(id).filter(one -> one.observer().equals(actor.id())).orElseThrow(NotFound::new);
        wave.requireUnderway();
        return new Held(wave, places.findById(visit.place()).orElseThrow(), visit);
    }

    private void record(Actor actor, Held held, String action) {
        trail.record(actor.inPerson(), Event.general(held.wave().view().title(), action));
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
