package org.capaccueil.improvement.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.OpenPlans;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PlanIdeas implements OpenPlans {

    private final Evaluations evaluations;
    private final ActionPlans plans;
    private final PlanReading reading;
    private final PlanProposing proposing;

    PlanIdeas(Evaluations evaluations, ActionPlans plans, PlanReading reading, PlanProposing proposing) {
        this.evaluations = evaluations;
        this.plans = plans;
        this.reading = reading;
        this.proposing = proposing;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<EvaluationId> proposedBy(Actor actor, TeamId team) {
        if (!actor.leads(team)) {
            return Optional.empty();
        }
        return evaluations.ofTeam(team).stream()
                .filter(EvaluationView::isOpen)
                .map(EvaluationView::id)
                .filter(id -> plans.summary(id)
                        .filter(plan -> plan.status() == PlanStatus.PROPOSING)
                        .isPresent())
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> criteria(Actor actor, EvaluationId evaluation) {
        return reading.criteriaOf(evaluations.visibleTo(actor, evaluation));
    }

    @Override
    public UUID propose(Actor actor, EvaluationId evaluation, String criterion, String title, String expectedEffect) {
        UUID action = proposing.add(actor, evaluation, criterion);
        proposing.save(
                actor,
                evaluation,
                action,
                0,
                new PlanProposal(
                        title,
                        "",
                        List.of(),
                        expectedEffect.length() > PlanProposal.MAX_TEXT
                                ? expectedEffect.substring(0, PlanProposal.MAX_TEXT)
                                : expectedEffect,
                        null,
                        null,
                        null));
        return action;
    }
}
