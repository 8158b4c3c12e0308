package org.capaccueil.reorganisation.domain;

import java.util.List;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.shared.Phase;
import org.capaccueil.workflow.OpenTask;

/**
 * An evaluation under way whose team changes, with what people have begun in it.
 *
 * @param actions those of its signed plan that have not ended
 * @param handsOn whether it answers for the whole organisation, so that another has to before it may stop
 * @param next the evaluations that can
 */
public record Touched(
        EvaluationView evaluation,
        List<OpenTask> tasks,
        List<Action> actions,
        boolean handsOn,
        List<EvaluationView> next) {

    /** A signed plan is followed to its end; and what nobody else can answer for the organisation is not given up. */
    public boolean mayStop() {
        return evaluation.phase() != Phase.FOLLOW_UP && (!handsOn || !next.isEmpty());
    }

    /** Why it can only go on; empty when it may stop. */
    public String whyNot() {
        if (evaluation.phase() == Phase.FOLLOW_UP) {
            return "Son plan d'action est signé : elle va à son terme.";
        }
        return mayStop()
                ? ""
                : "Elle répond pour toute l'organisation et aucune autre équipe ne peut prendre la suite : elle va à son "
                        + "terme.";
    }
}
