package org.capaccueil.label.web;

import org.capaccueil.campaign.Evaluations;
import org.capaccueil.label.domain.TeamResults;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the scores page says, for other programs: to the same people, and by the same function. */
@RestController
class LabelApi {

    private final Evaluations evaluations;
    private final TeamResults results;

    LabelApi(Evaluations evaluations, TeamResults results) {
        this.evaluations = evaluations;
        this.results = results;
    }

    @GetMapping("/api/evaluations/{id}/label")
    LabelAnswer label(Actor actor, @PathVariable EvaluationId id) {
        return LabelAnswer.of(results.of(evaluations.visibleTo(actor, id)));
    }
}
