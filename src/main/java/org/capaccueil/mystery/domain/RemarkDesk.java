package org.capaccueil.mystery.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.mystery.domain.WaveSight.Seen;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What observers remarked: once the wave is opened, quality managers read it over before anybody else reads it. */
@Service
@Transactional
public class RemarkDesk {

    private final WaveSight sight;
    private final Visits visits;
    private final Trail trail;

    RemarkDesk(WaveSight sight, Visits visits, Trail trail) {
        this.sight = sight;
        this.visits = visits;
        this.trail = trail;
    }

    /** A remark, for the moderator; who wrote it is not in it. */
    public record Remark(
            UUID visit,
            String place,
            String written,
            RemarkState state,
            @Nullable String shown,
            String masked,
            long version) {

        public boolean isReceived() {
            return state == RemarkState.RECEIVED;
        }
    }

    /** A wave's remarks, what is to be read over first. */
    public record Board(WaveView wave, List<Remark> remarks) {}

    @Transactional(readOnly = true)
    public Board board(Actor actor, UUID id) {
        Seen seen = opened(actor, id);
        Map<UUID, Place> places = seen.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        return new Board(
                seen.wave().view(),
                visits.findByWaveIdOrderByDayAscHourAscId(id).stream()
                        .filter(visit -> visit.status() == VisitStatus.DONE && visit.remark() != null)
                        .map(visit -> new Remark(
                                visit.id(),
                                Objects.requireNonNull(places.get(visit.place()))
                                        .pointName(),
                                Objects.requireNonNull(visit.remark()),
                                visit.remarkState(),
                                visit.remarkShown(),
                                visit.remarkMasked(),
                                visit.version()))
                        .sorted(Comparator.comparing(Remark::state).thenComparing(Remark::visit))
                        .toList());
    }

    /** Publishes one, with the passages left out that are named, or sets it aside; the journal never says what was written. */
    public void decide(Actor actor, UUID id, UUID visitId, long version, boolean publish, String masked) {
        Seen seen = opened(actor, id);
        Visit visit = visits.hold(visitId)
                .filter(one -> one.isIn(id) && one.status() == VisitStatus.DONE)
                .orElseThrow(NotFound::new);
        String action = publish ? "Remarque mystère publiée" : "Remarque mystère écartée";
        if (visit.version() != version) {
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre vient de décider de cette remarque. Rouvrez la page pour voir ce qui est décidé.",
                    List.of(new Difference("État", visit.remarkState().title(), action)));
        }
        if (publish) {
            visit.publishRemark(masked);
        } else {
            visit.rejectRemark();
        }
        trail.record(
                actor.as(Role.QUALITY_MANAGER), Event.general(seen.wave().view().title(), action));
    }

    private Seen opened(Actor actor, UUID id) {
        Seen seen = sight.seen(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        seen.wave().requireOpened();
        return seen;
    }
}
