package org.capaccueil.mystery.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;

/** To whom and when a visit is moved by hand: what a plan would not propose is refused with its reason. */
public record VisitMove(@Nullable PersonId to, @Nullable LocalDate on, @Nullable Integer at) {

    private static final int OPENS = 8;
    private static final int CLOSES = 19;

    void requireSound() {
        if (to == null) {
            throw new BusinessRefusal("observer", "Choisissez qui observe.");
        }
        if (on == null || !WorkingDays.isWorking(on)) {
            throw new BusinessRefusal("day", "Donnez un jour ouvré.");
        }
        if (at == null || at < OPENS || at > CLOSES) {
            throw new BusinessRefusal("hour", "Donnez une heure entre " + OPENS + " h et " + CLOSES + " h.");
        }
    }

    void requireAllowed(
            PeakHours peaks,
            Planner.Spot spot,
            Visit moved,
            List<Visit> ofWave,
            List<UUID> samePoint,
            List<Planner.Candidate> pool) {
        if (peaks.holds(day(), hour())) {
            throw new BusinessRefusal("hour", "C'est une heure de pointe de cette vague : choisissez-en une autre.");
        }
        Planner.Candidate candidate = pool.stream()
                .filter(one -> one.person().equals(observer()))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal("observer", "Choisissez un observateur de la liste."));
        if (!candidate.mayGoTo(spot.team())) {
            throw new BusinessRefusal(
                    "observer", "Cette personne fait partie de l'équipe à observer : choisissez-en une autre.");
        }
        List<Visit> theirs = ofWave.stream()
                .filter(one -> !one.id().equals(moved.id()) && one.observer().equals(observer()))
                .toList();
        if (theirs.stream()
                .anyMatch(one -> samePoint.contains(one.place()) && one.script().equals(moved.script()))) {
            throw new BusinessRefusal(
                    "observer", "Cette personne joue déjà ce scénario à ce point d'accueil : choisissez-en une autre.");
        }
        if (theirs.stream().anyMatch(one -> one.day().equals(day()) && one.hour() == hour())) {
            throw new BusinessRefusal("hour", "Cette personne observe déjà ailleurs à cette heure.");
        }
    }

    PersonId observer() {
        return Objects.requireNonNull(to);
    }

    LocalDate day() {
        return Objects.requireNonNull(on);
    }

    int hour() {
        return Objects.requireNonNull(at);
    }

    String inWords() {
        return (on == null ? "sans jour" : PublicTime.inWords(on)) + (at == null ? "" : " à " + at + " h");
    }
}
