package org.capaccueil.campaign;

import java.util.Collection;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;

/** Who audited. The audit room answers, so that this room needs to know nothing of audits. */
public interface Auditing {

    /** Whether this person is the auditor of one of these evaluations. */
    boolean hasAudited(PersonId person, Collection<EvaluationId> evaluations);
}
