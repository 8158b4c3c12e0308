package org.capaccueil.campaign;

import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;

/**
 * People from outside the commune who have to see an evaluation. The audit room implements it for its auditors, so that
 * this room needs to know nothing of audits.
 */
public interface Visitors {

    boolean mayVisit(PersonId person, EvaluationId evaluation);
}
