package org.capaccueil.assessment.process;

import java.util.Optional;
import org.capaccueil.assessment.domain.AssessmentSheet;
import org.capaccueil.assessment.domain.IndividualReading;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.worklist.OwnPart;
import org.springframework.stereotype.Component;

/** Beside « Coter chacun de son côté »: how much of it the person who reads has done. */
@Component
class OwnRatings implements OwnPart {

    private final IndividualReading reading;

    OwnRatings(IndividualReading reading) {
        this.reading = reading;
    }

    @Override
    public Optional<String> inWords(Actor actor, OpenTask task) {
        return task.key().equals(AssessmentBpmn.RATE_INDIVIDUALLY)
                ? reading.ownSheet(actor, new EvaluationId(task.businessKey())).map(OwnRatings::inWords)
                : Optional.empty();
    }

    private static String inWords(AssessmentSheet own) {
        return own.answered() == own.expected()
                ? "Vous avez tout coté : le responsable clôt quand l’équipe a répondu."
                : "Vos réponses : " + own.answered() + " sur " + own.expected() + ".";
    }
}
