package org.capaccueil.standard.domain;

import java.time.Clock;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A commune offers a version of its own to the others, or takes one of theirs for its campaigns. */
@Service
@Transactional
public class StandardSharing {

    private final LibraryReading reading;
    private final StandardVersions versions;
    private final StandardAdoptions adoptions;
    private final Trail trail;
    private final Clock clock;

    StandardSharing(
            LibraryReading reading, StandardVersions versions, StandardAdoptions adoptions, Trail trail, Clock clock) {
        this.reading = reading;
        this.versions = versions;
        this.adoptions = adoptions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Offers a published version to the network. */
    public void share(Actor actor, StandardVersionId id, String why) {
        StandardVersion version = own(actor, id);
        version.share(why, clock.instant());
        trail.record(actor, on(version, "Référentiel partagé avec le réseau").because(why.strip()));
    }

    /** Offers it no longer. Communes that adopted it keep it. */
    public void stop(Actor actor, StandardVersionId id) {
        StandardVersion version = own(actor, id);
        version.keepToItself();
        trail.record(actor, on(version, "Partage du référentiel arrêté"));
    }

    /**
     * Takes a version another commune offers; campaigns may start on it from now on, whatever that one decides later.
     *
     * @throws NotFound when it is not offered: an address does not tell what others keep to themselves
     */
    public void adopt(Actor actor, StandardVersionId id) {
        actor.require(Role.QUALITY_MANAGER);
        StandardVersion version = versions.findById(id.value())
                .filter(found -> adoptions.reach(actor).mayRead(found.view()))
                .orElseThrow(NotFound::new);
        if (version.isShipped() || version.isOf(actor.commune())) {
            throw new BusinessRefusal("Ce référentiel est déjà à la disposition de vos campagnes.");
        }
        if (adoptions.reach(actor).adopted().contains(id)) {
            return;
        }
        if (!version.isOffered()) {
            throw new BusinessRefusal("Cette version est retirée : elle ne s'adopte plus. Cherchez une version plus "
                    + "récente parmi celles que le réseau partage.");
        }
        adoptions.add(actor, id, clock.instant());
        // in the adopting commune's journal only: who adopts is not the sharing commune's to read
        trail.record(actor, Event.general(version.view().fullTitle(), "Référentiel du réseau adopté"));
    }

    private StandardVersion own(Actor actor, StandardVersionId id) {
        reading.own(actor, id);
        return versions.hold(id.value()).orElseThrow(NotFound::new);
    }

    private static Event on(StandardVersion version, String what) {
        return Event.on(version.view().id(), version.view().fullTitle(), what);
    }
}
