package org.capaccueil.label.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Component;

/** Finds the other evaluations that count for a team's label. */
@Component
class RelatedEvaluations {

    private final Evaluations evaluations;

    RelatedEvaluations(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /**
     * Of some evaluations.
     *
     * @param answering the other one that answers for the organisation, also of the earlier ones
     * @param earlier those of the same team that opened before, the oldest first
     */
    record Related(Map<EvaluationId, EvaluationView> answering, Map<EvaluationId, List<EvaluationView>> earlier) {

        List<EvaluationView> earlier(EvaluationId id) {
            return earlier.getOrDefault(id, List.of());
        }
    }

    Related of(Collection<EvaluationView> asked) {
        Map<EvaluationId, List<EvaluationView>> earlier = earlier(asked);
        Set<EvaluationView> all = new HashSet<>(asked);
        earlier.values().forEach(all::addAll);
        return new Related(answering(all), earlier);
    }

    private Map<EvaluationId, List<EvaluationView>> earlier(Collection<EvaluationView> asked) {
        Map<TeamId, List<EvaluationView>> history = evaluations.ofTeams(
                asked.stream().map(EvaluationView::team).distinct().toList());
        Map<EvaluationId, List<EvaluationView>> earlier = new HashMap<>();
        for (EvaluationView evaluation : asked) {
            earlier.put(
                    evaluation.id(),
                    history.getOrDefault(evaluation.team(), List.of()).stream()
                            .filter(one -> one.openedAt().isBefore(evaluation.openedAt()))
                            .sorted(Comparator.comparing(EvaluationView::openedAt))
                            .toList());
        }
        return earlier;
    }

    private Map<EvaluationId, EvaluationView> answering(Collection<EvaluationView> all) {
        List<EvaluationView> others = all.stream()
                .filter(evaluation -> !evaluation.answersForOrganisation())
                .toList();
        Map<CampaignId, EvaluationView> byCampaign = evaluations.answeringForOrganisation(
                others.stream().map(EvaluationView::campaign).distinct().toList());
        Map<EvaluationId, EvaluationView> answering = new HashMap<>();
        for (EvaluationView evaluation : others) {
            EvaluationView other = byCampaign.get(evaluation.campaign());
            if (other != null) {
                answering.put(evaluation.id(), other);
            }
        }
        return answering;
    }
}
