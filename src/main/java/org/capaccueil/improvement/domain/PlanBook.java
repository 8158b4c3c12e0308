package org.capaccueil.improvement.domain;

import java.util.List;
import java.util.Optional;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.shared.EvaluationId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers other rooms about plans and actions. */
@Service
@Transactional(readOnly = true)
class PlanBook implements ActionPlans {

    private final ActionPlanFiles plans;
    private final ImprovementActions actions;

    PlanBook(ActionPlanFiles plans, ImprovementActions actions) {
        this.plans = plans;
        this.actions = actions;
    }

    @Override
    public Optional<Summary> summary(EvaluationId evaluation) {
        return plans.findById(evaluation.value()).map(plan -> new Summary(plan.status(), plan.signature()));
    }

    @Override
    public List<Action> actions(EvaluationId evaluation) {
        return actions.findByEvaluationIdOrderByNumber(evaluation.value()).stream()
                .map(action -> action.view().action())
                .toList();
    }
}
