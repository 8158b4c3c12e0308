package org.capaccueil.improvement.domain;

import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Acting;
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
    private final ProgressReports reports;

    PlanAccess(Evaluations evaluations, Audits audits, ProgressReports reports) {
        this.evaluations = evaluations;
        this.audits = audits;
        this.reports = reports;
    }

    EvaluationView read(Actor actor, EvaluationId id) {
        return evaluations.visibleTo(actor, id);
    }

    /** The owner of an action may be anybody of the commune: they see their action, not the whole evaluation. */
    EvaluationView read(Actor actor, ImprovementAction action) {
        EvaluationId evaluation = action.view().action().evaluation();
        return carries(actor, action) ? evaluations.get(evaluation) : read(actor, evaluation);
    }

    /** Whether the action is theirs, or that of somebody absent they stand in for. */
    static boolean carries(Actor actor, ImprovementAction action) {
        return action.isCarriedBy(actor.id())
                || actor.standsInFor(action.view().action().owner()).isPresent();
    }

    /** In whose right somebody carries an action out: as its owner, as a lead of the team, or in the place of either. */
    static Acting carrying(Actor actor, ImprovementAction action, EvaluationView evaluation) {
        if (action.isCarriedBy(actor.id()) || actor.own().leads().contains(evaluation.team())) {
            return actor.inPerson();
        }
        return actor.standsInFor(action.view().action().owner())
                .map(actor::inPlaceOf)
                .orElseGet(() -> actor.asLeadOf(evaluation.team()));
    }

    /** In whose right a quality manager judges an action's effect; whoever carried it out or reported on it may not. */
    Acting verifying(Actor actor, ImprovementAction action) {
        Acting acting = actor.as(Role.QUALITY_MANAGER);
        acting.hold(action::requireOtherThanWhoCarriedOut);
        acting.hold(person -> PlanDuty.DOER_DOES_NOT_VERIFY.refuse(
                reports.existsByActionIdAndPersonId(action.view().action().id(), person.value())));
        return acting;
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
        actor.as(role)
                .hold(person -> PlanDuty.AUDITOR_DOES_NOT_DECIDE.refuse(audits.summary(id)
                        .map(Audits.Summary::auditor)
                        .filter(person::equals)
                        .isPresent()));
        return evaluation;
    }

    /** The owner of the action, or a lead of the team in their place. */
    Acting carryOut(Actor actor, ImprovementAction action) {
        EvaluationView evaluation = requireOpen(read(actor, action));
        if (!carries(actor, action) && !actor.leads(evaluation.team())) {
            throw new NotAllowed("Cette action est suivie par la personne qui en est responsable, ou par les "
                    + "responsables de l'équipe « " + evaluation.teamName() + " ».");
        }
        return carrying(actor, action, evaluation);
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
