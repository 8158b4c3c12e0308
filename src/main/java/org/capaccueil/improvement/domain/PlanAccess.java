package org.capaccueil.improvement.domain;

import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.springframework.stereotype.Component;

/** Who may do what to the plan and the actions of an evaluation. */
@Component
class PlanAccess {

    private final Evaluations evaluations;
    private final Audits audits;

    PlanAccess(Evaluations evaluations, Audits audits) {
        this.evaluations = evaluations;
        this.audits = audits;
    }

    EvaluationView read(Actor actor, EvaluationId id) {
        return evaluations.visibleTo(actor, id);
    }

    /** The owner of an action may be anybody of the commune: they see their action, not the whole evaluation. */
    EvaluationView read(Actor actor, ImprovementAction action) {
        EvaluationId evaluation = action.view().action().evaluation();
        return action.isCarriedBy(actor.id()) ? evaluations.get(evaluation) : read(actor, evaluation);
    }

    EvaluationView propose(Actor actor, EvaluationId id) {
        EvaluationView evaluation = openAndVisible(actor, id);
        if (!actor.leads(evaluation.team())) {
            throw new NotAllowed("Le plan d'action est proposé par les responsables de l'équipe « "
                    + evaluation.teamName() + " ». Transmettez-leur votre idée.");
        }
        return evaluation;
    }

    /** In the commune's name, and never by whoever audited the team. */
    EvaluationView decideAs(Role role, Actor actor, EvaluationId id) {
        EvaluationView evaluation = openAndVisible(actor, id);
        actor.require(role, evaluation.commune());
        if (audits.summary(id)
                .map(Audits.Summary::auditor)
                .filter(actor.id()::equals)
                .isPresent()) {
            throw new NotAllowed("Vous avez audité l'équipe « " + evaluation.teamName()
                    + " » : une autre personne doit décider de ce qui suit son audit.");
        }
        return evaluation;
    }

    /** The owner of the action, or a lead of the team in their place. */
    EvaluationView carryOut(Actor actor, ImprovementAction action) {
        EvaluationView evaluation = requireOpen(read(actor, action));
        if (!action.isCarriedBy(actor.id()) && !actor.leads(evaluation.team())) {
            throw new NotAllowed("Cette action est suivie par la personne qui en est responsable, ou par les "
                    + "responsables de l'équipe « " + evaluation.teamName() + " ».");
        }
        return evaluation;
    }

    private EvaluationView openAndVisible(Actor actor, EvaluationId id) {
        return requireOpen(evaluations.visibleTo(actor, id));
    }

    private static EvaluationView requireOpen(EvaluationView evaluation) {
        if (!evaluation.isOpen()) {
            throw new StepNoLongerOpen("L'évaluation de l'équipe « " + evaluation.teamName()
                    + " » n'est plus en cours : plus rien n'y change.");
        }
        return evaluation;
    }

    /** For links: whether the evaluation's pages open for this person. */
    static boolean sees(Actor actor, EvaluationView evaluation) {
        return actor.belongsTo(evaluation.team())
                || evaluation.commune().equals(actor.commune())
                        && (actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP));
    }
}
