package org.capaccueil.improvement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A plan with everything its pages show.
 *
 * @param owners who may be given an action, people of the team first
 * @param people everybody named in the plan
 * @param criteria titles by code
 */
public record PlanView(
        EvaluationView evaluation,
        LocalDate closingDate,
        PlanState state,
        List<ActionView> actions,
        List<Finding> findings,
        List<PrintView> prints,
        PlanCheck check,
        List<PersonView> owners,
        Map<PersonId, PersonView> people,
        Map<String, String> criteria) {

    /** The file to sign, or the signed one. */
    public @Nullable PrintView print() {
        UUID report = state.report();
        return prints.stream()
                .filter(print -> print.report().equals(report))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Finding finding(@Nullable UUID id) {
        return findings.stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    public String nameOf(@Nullable PersonId person) {
        PersonView known = person == null ? null : people.get(person);
        return known == null ? "" : known.name();
    }

    public List<ActionView> actionsFor(UUID finding) {
        return actions.stream()
                .filter(action -> finding.equals(action.action().finding()))
                .toList();
    }
}
