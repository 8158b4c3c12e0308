package org.capaccueil.collection.domain;

import java.time.Clock;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does with a team's figures on its own: opens the file, and freezes it once submitted. */
@Service
@Transactional
public class CollectionRun {

    private final DataCollections collections;
    private final Evaluations evaluations;
    private final Trail trail;
    private final Clock clock;

    CollectionRun(DataCollections collections, Evaluations evaluations, Trail trail, Clock clock) {
        this.collections = collections;
        this.evaluations = evaluations;
        this.trail = trail;
        this.clock = clock;
    }

    public void open(EvaluationId id) {
        evaluations.enter(id, Phase.COLLECTION);
        collections.save(new DataCollection(id, clock.instant()));
    }

    public void freeze(EvaluationId id) {
        collections.toSubmit(id.value()).orElseThrow(NotFound::new).freeze(clock.instant());
        trail.recordBySystem(Event.on(id, "Collecte des données", "Données figées"));
    }
}
