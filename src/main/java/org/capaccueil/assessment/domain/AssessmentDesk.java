package org.capaccueil.assessment.domain;

import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Component;

/** Who may fill a self-assessment, asked before anything in it changes. */
@Component
class AssessmentDesk {

    private final SelfAssessmentFiles assessments;
    private final Evaluations evaluations;
    private final Standards standards;

    AssessmentDesk(SelfAssessmentFiles assessments, Evaluations evaluations, Standards standards) {
        this.assessments = assessments;
        this.evaluations = evaluations;
        this.standards = standards;
    }

    /** The team's evaluation, with its self-assessment open and held open until this transaction ends. */
    EvaluationView toFill(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        if (!actor.belongsTo(evaluation.team())) {
            throw new NotAllowed("Seuls les membres de l'équipe « " + evaluation.teamName()
                    + " » remplissent son autoévaluation. Vous pouvez la lire.");
        }
        requireOpen(evaluation);
        assessments.toFill(id.value()).orElseThrow(NotFound::new).requireOpen();
        return evaluation;
    }

    /** The evaluation, for a decision on the whole self-assessment. */
    EvaluationView toDecide(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        requireOpen(evaluation);
        return evaluation;
    }

    private static void requireOpen(EvaluationView evaluation) {
        if (!evaluation.isOpen()) {
            throw new StepNoLongerOpen();
        }
    }

    /** The criterion as it is put to this team. */
    Question question(EvaluationView evaluation, String code) {
        return standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                .filter(question -> question.criterion().code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
