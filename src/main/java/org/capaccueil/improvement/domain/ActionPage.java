package org.capaccueil.improvement.domain;

import java.util.List;
import java.util.Map;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An action with everything its page shows.
 *
 * @param criterionTitle as the standard words it
 * @param mayCarryOut whether this person reports on it now
 * @param mayDecide whether this person extends or abandons it now
 * @param mayVerify whether its verification waits for this person
 * @param seesEvaluation whether links to the evaluation lead anywhere for this person
 */
public record ActionPage(
        EvaluationView evaluation,
        ActionView view,
        @Nullable Finding finding,
        String criterionTitle,
        List<ProgressView> reports,
        Map<PersonId, PersonView> people,
        boolean mayCarryOut,
        boolean mayDecide,
        boolean mayVerify,
        boolean seesEvaluation) {

    public String nameOf(@Nullable PersonId person) {
        PersonView known = person == null ? null : people.get(person);
        return known == null ? "" : known.name();
    }
}
