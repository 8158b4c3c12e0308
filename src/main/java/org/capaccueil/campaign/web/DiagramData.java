package org.capaccueil.campaign.web;

import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignOverview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.workflow.LiveDiagram;
import org.capaccueil.workflow.LiveDiagrams;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the live diagrams on the campaign's and the evaluation's pages draw. */
@RestController
class DiagramData {

    private final LiveDiagrams diagrams;
    private final CampaignOverview overview;
    private final Evaluations evaluations;

    DiagramData(LiveDiagrams diagrams, CampaignOverview overview, Evaluations evaluations) {
        this.diagrams = diagrams;
        this.overview = overview;
        this.evaluations = evaluations;
    }

    @GetMapping("/campaigns/{id}/diagram")
    LiveDiagram campaign(Actor actor, @PathVariable String id) {
        CampaignView campaign = overview.campaign(actor, CampaignId.of(id));
        return diagrams.of("evaluation-campaign", campaign.id().value()).orElseThrow(NotFound::new);
    }

    @GetMapping("/evaluations/{id}/diagram")
    LiveDiagram evaluation(Actor actor, @PathVariable String id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, EvaluationId.of(id));
        return diagrams.of(PhaseRoutes.TEAM_PROCESS, evaluation.id().value()).orElseThrow(NotFound::new);
    }

    /** The process inside the current phase. */
    @GetMapping("/evaluations/{id}/diagram/phase")
    LiveDiagram phase(Actor actor, @PathVariable String id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, EvaluationId.of(id));
        return diagrams.of(
                        PhaseRoutes.processOf(evaluation.phase()),
                        evaluation.id().value())
                .orElseThrow(NotFound::new);
    }
}
