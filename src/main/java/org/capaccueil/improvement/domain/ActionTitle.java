package org.capaccueil.improvement.domain;

import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;

/** The title an action starts with, for its team to reword. */
final class ActionTitle {

    private ActionTitle() {}

    static String from(Standard standard, String criterion) {
        String title = standard.criterion(criterion).map(Criterion::titleFr).orElse(criterion);
        String whole = "Mettre en conformité : " + title;
        return whole.length() <= PlanProposal.MAX_TITLE ? whole : whole.substring(0, PlanProposal.MAX_TITLE - 1) + "…";
    }
}
