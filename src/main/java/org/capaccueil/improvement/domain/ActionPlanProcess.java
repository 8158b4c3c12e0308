package org.capaccueil.improvement.domain;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;

/** What the plan tells its process, in business words. Each call refuses when the step is not this person's. */
public interface ActionPlanProcess {

    /** The steps people carry out. */
    enum Step {
        PROPOSE,
        REVIEW,
        SIGN
    }

    /** Refuses when the step is not open for this person; changes nothing. */
    void require(Step step, EvaluationId evaluation, Actor actor);

    boolean isOpenFor(Step step, EvaluationId evaluation, Actor actor);

    void submitted(EvaluationId evaluation, Actor actor);

    void accepted(EvaluationId evaluation, Actor actor);

    void returned(EvaluationId evaluation, Actor actor);

    void signed(EvaluationId evaluation, Actor actor);

    void sentBack(EvaluationId evaluation, Actor actor);
}
