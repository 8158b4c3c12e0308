package org.capaccueil.collection.process;

import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.PhaseCalendar;
import org.capaccueil.shared.Phase;
import org.springframework.stereotype.Component;

@Component
class CollectionCalendar extends PhaseCalendar {

    CollectionCalendar(Evaluations evaluations) {
        super(CollectionBpmn.PROCESS, Phase.COLLECTION, evaluations);
    }
}
