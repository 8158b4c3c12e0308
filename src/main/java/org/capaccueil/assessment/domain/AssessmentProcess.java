package org.capaccueil.assessment.domain;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;

/** What the self-assessment tells the process, in the business's words. */
public interface AssessmentProcess {

    void submitted(EvaluationId evaluation, Actor actor);

    void accepted(EvaluationId evaluation, Actor actor);

    void returned(EvaluationId evaluation, Actor actor);
}
