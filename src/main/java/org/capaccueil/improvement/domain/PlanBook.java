package org.capaccueil.improvement.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    @Override
    public Map<EvaluationId, Summary> summaries(Collection<EvaluationId> evaluations) {
        return plans.findAllById(keys(evaluations)).stream()
                .collect(Collectors.toMap(
                        plan -> new EvaluationId(plan.evaluationId()),
                        plan -> new Summary(plan.status(), plan.signature())));
    }

    @Override
    public Map<EvaluationId, List<Action>> actionsOf(Collection<EvaluationId> evaluations) {
        Map<EvaluationId, List<Action>> found = actions.findByEvaluationIdInOrderByNumber(keys(evaluations)).stream()
                .map(action -> action.view().action())
                .collect(Collectors.groupingBy(Action::evaluation));
        return evaluations.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, List.of())));
    }

    private static List<UUID> keys(Collection<EvaluationId> evaluations) {
        return evaluations.stream().map(EvaluationId::value).toList();
    }
}
