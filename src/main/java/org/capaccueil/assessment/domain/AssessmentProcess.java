package org.capaccueil.assessment.domain;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;

/** What the self-assessment tells the process, in the business's words. */
public interface AssessmentProcess {

    /** The team rated together and its lead submits. */
    void submitted(EvaluationId evaluation, Actor actor);

    /** From now on each member rates alone. */
    void roundOpened(EvaluationId evaluation, Actor actor);

    /** Everybody has rated alone; the members agree next. */
    void roundClosed(EvaluationId evaluation, Actor actor);

    /** The round leads nowhere: the team rates together after all. */
    void roundGivenUp(EvaluationId evaluation, Actor actor);

    /** The members have agreed and their lead submits. */
    void agreementSubmitted(EvaluationId evaluation, Actor actor);

    void accepted(EvaluationId evaluation, Actor actor);

    void returned(EvaluationId evaluation, Actor actor);

    /** Returned to a team that had agreed: it revises its agreement. */
    void agreementReturned(EvaluationId evaluation, Actor actor);
}
