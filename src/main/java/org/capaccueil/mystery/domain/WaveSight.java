package org.capaccueil.mystery.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who sees which wave: quality managers and leadership those of their commune, a team those that observe one of its points,
 * once they are confirmed. What was noted in one is nobody's but the observer's before it is opened.
 */
@Component
class WaveSight {

    private final Waves waves;
    private final Places places;

    WaveSight(Waves waves, Places places) {
        this.waves = waves;
        this.places = places;
    }

    static boolean seesAll(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP);
    }

    static void requireTakesPart(Actor actor, boolean observer) {
        if (!seesAll(actor) && actor.teams().isEmpty() && !observer) {
            throw new NotAllowed("Les évaluations mystère sont ouvertes aux équipes d'accueil, aux observateurs, aux "
                    + "référents qualité et à la direction de la commune.");
        }
    }

    /** A wave and the places in it this person sees results of: all, or those of their teams. */
    record Seen(Wave wave, List<Place> places) {}

    List<Wave> visibleTo(Actor actor) {
        List<Wave> all =
                waves.findByCommuneIdOrderByFirstDayDescTitleAsc(actor.commune().value());
        if (seesAll(actor)) {
            return all;
        }
        Set<UUID> theirs =
                places
                        .findByWaveIdInOrderByPointNameAscChannelAsc(
                                all.stream().map(Wave::id).toList())
                        .stream()
                        .filter(place -> actor.belongsTo(place.team()))
                        .map(Place::wave)
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(wave -> theirs.contains(wave.id()) && !wave.view().isPrepared())
                .toList();
    }

    Seen seen(Actor actor, UUID id) {
        return seen(actor, waves.findById(id).orElseThrow(NotFound::new));
    }

    /** For who changes it: nobody else does meanwhile. */
    Seen held(Actor actor, UUID id) {
        Seen seen = seen(actor, waves.hold(id).orElseThrow(NotFound::new));
        actor.require(Role.QUALITY_MANAGER);
        return seen;
    }

    /** The one gate to what was noted: opened, and for a team its own. */
    Seen opened(Actor actor, UUID id) {
        Seen seen = seen(actor, id);
        seen.wave().requireOpened();
        return seen;
    }

    private Seen seen(Actor actor, Wave wave) {
        if (!wave.isOf(actor.commune())) {
            throw new NotFound();
        }
        List<Place> all = places.findByWaveIdInOrderByPointNameAscChannelAsc(List.of(wave.id()));
        if (seesAll(actor)) {
            return new Seen(wave, all);
        }
        List<Place> theirs =
                all.stream().filter(place -> actor.belongsTo(place.team())).toList();
        if (theirs.isEmpty() || wave.view().isPrepared()) {
            throw new NotFound();
        }
        return new Seen(wave, theirs);
    }
}
