package org.capaccueil.mystery.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;

/**
 * Proposes visits: spread over the working days of the period and over mornings and afternoons, never at a peak hour,
 * observers in turn, nobody at a team of their own, nobody twice at a point with one scenario, nobody twice in one hour.
 */
final class Planner {

    static final List<Integer> MORNING = List.of(9, 10, 11);
    static final List<Integer> AFTERNOON = List.of(14, 15, 16);

    /** Where is observed. */
    record Spot(UUID id, TeamId team, UUID point, String pointName, Channel channel) {

        VisitKind kind() {
            return VisitKind.on(channel);
        }
    }

    record Played(UUID id, VisitKind kind) {}

    /** Who may observe, and which teams they may not. */
    record Candidate(PersonId person, Set<TeamId> barred) {

        boolean mayGoTo(TeamId team) {
            return !barred.contains(team);
        }
    }

    record Proposed(Spot spot, UUID script, PersonId observer, LocalDate day, int hour) {}

    private record Pair(UUID point, UUID script, PersonId observer) {}

    private record Taken(PersonId observer, LocalDate day, int hour) {}

    private final List<Spot> spots;
    private final int perSpot;
    private final List<Played> scripts;
    private final List<Candidate> observers;
    private final List<LocalDate> days;
    private final PeakHours peaks;

    private final List<Proposed> plan = new ArrayList<>();
    private final Set<Pair> pairs = new HashSet<>();
    private final Set<Taken> taken = new HashSet<>();
    private final Map<PersonId, Integer> load = new HashMap<>();
    private final Map<List<UUID>, Integer> played = new HashMap<>();

    Planner(
            List<Spot> spots,
            int perSpot,
            List<Played> scripts,
            List<Candidate> observers,
            LocalDate from,
            LocalDate to,
            PeakHours peaks) {
        this.spots = spots;
        this.perSpot = perSpot;
        this.scripts = scripts;
        this.observers = observers;
        this.days =
                from.datesUntil(to.plusDays(1)).filter(WorkingDays::isWorking).toList();
        this.peaks = peaks;
    }

    List<Proposed> propose() {
        requireEnough();
        int total = spots.size() * perSpot;
        for (int round = 0; round < perSpot; round++) {
            for (int at = 0; at < spots.size(); at++) {
                int number = round * spots.size() + at;
                place(spots.get(at), (int) ((long) number * days.size() / total), (round + at) % 2 == 0);
            }
        }
        return plan;
    }

    private void place(Spot spot, int dayIndex, boolean morning) {
        Played script = scripts.stream()
                .filter(one -> one.kind() == spot.kind()
                        && eligible(spot, one).findAny().isPresent())
                .min(Comparator.comparing((Played one) -> played.getOrDefault(List.of(spot.id(), one.id()), 0)))
                .orElseThrow();
        List<Candidate> inTurn = eligible(spot, script)
                .sorted(Comparator.comparing(one -> load.getOrDefault(one.person(), 0)))
                .toList();
        Proposed proposed = inTurn.stream()
                .flatMap(one -> slot(spot, script, one.person(), dayIndex, morning).stream())
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(
                        "peaks",
                        "Les heures de pointe et les visites déjà prévues ne laissent plus d'heure pour « "
                                + spot.pointName() + " ». Allongez la période ou resserrez les heures de pointe."));
        plan.add(proposed);
        pairs.add(new Pair(spot.point(), script.id(), proposed.observer()));
        taken.add(new Taken(proposed.observer(), proposed.day(), proposed.hour()));
        load.merge(proposed.observer(), 1, Integer::sum);
        played.merge(List.of(spot.id(), script.id()), 1, Integer::sum);
    }

    private Stream<Candidate> eligible(Spot spot, Played script) {
        return observers.stream()
                .filter(one -> one.mayGoTo(spot.team()))
                .filter(one -> !pairs.contains(new Pair(spot.point(), script.id(), one.person())));
    }

    /** The first hour that is free, from the wished day on and then from the first day; the wished half of a day first. */
    private Optional<Proposed> slot(Spot spot, Played script, PersonId observer, int dayIndex, boolean morning) {
        for (int step = 0; step < days.size(); step++) {
            LocalDate day = days.get((dayIndex + step) % days.size());
            for (int hour : hours(morning)) {
                if (!peaks.holds(day, hour) && !taken.contains(new Taken(observer, day, hour))) {
                    return Optional.of(new Proposed(spot, script.id(), observer, day, hour));
                }
            }
        }
        return Optional.empty();
    }

    /** Not always the first hour of the half: that would be as easy to guess as a peak. */
    private List<Integer> hours(boolean morning) {
        int turn = plan.size() / 2 % MORNING.size();
        return Stream.of(morning ? MORNING : AFTERNOON, morning ? AFTERNOON : MORNING)
                .flatMap(
                        half -> Stream.concat(half.subList(turn, half.size()).stream(), half.subList(0, turn).stream()))
                .toList();
    }

    /** Any pair of an observer and a scenario that is left will do, so that counting them tells whether a plan exists. */
    private void requireEnough() {
        if (days.isEmpty()) {
            throw new BusinessRefusal("lastDay", "Cette période n'a plus de jour ouvré : allongez-la.");
        }
        Map<List<Object>, List<Spot>> together = new LinkedHashMap<>();
        spots.forEach(spot -> together.computeIfAbsent(List.of(spot.point(), spot.kind()), key -> new ArrayList<>())
                .add(spot));
        together.values().forEach(same -> {
            Spot spot = same.get(0);
            long kind =
                    scripts.stream().filter(one -> one.kind() == spot.kind()).count();
            if (kind == 0) {
                throw new BusinessRefusal(
                        "scenarios",
                        "Choisissez un scénario pour « " + spot.pointName() + " » : aucun n'est du type « "
                                + spot.kind().title() + " ».");
            }
            long people =
                    observers.stream().filter(one -> one.mayGoTo(spot.team())).count();
            int wanted = same.size() * perSpot;
            if (people * kind < wanted) {
                throw new BusinessRefusal(
                        "perPlace",
                        "« " + spot.pointName() + " » demande " + wanted + " observations sans que personne y joue "
                                + "deux fois le même scénario : il y a " + people + " observateur(s) possible(s) et "
                                + kind + " scénario(s). Formez d'autres observateurs, ajoutez un scénario ou demandez "
                                + "moins d'observations.");
            }
        });
    }
}
