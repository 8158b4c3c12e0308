package org.capaccueil.label.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.audit.Audits;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.standard.Place;

/**
 * A nonconformity of the audit and what became of it.
 *
 * @param open until an action on it was found effective and none on it goes on; giving an action up closes nothing
 * @param planned an accepted plan has an action on it that was not given up
 */
record Nonconformity(int number, boolean major, String criterion, Place place, boolean open, boolean planned) {

    private static final Set<PlanStatus> ACCEPTED = Set.of(PlanStatus.TO_SIGN, PlanStatus.SIGNED);

    static List<Nonconformity> of(
            List<Audits.Finding> findings, Optional<ActionPlans.Summary> plan, List<Action> actions) {
        boolean accepted =
                plan.map(ActionPlans.Summary::status).filter(ACCEPTED::contains).isPresent();
        return findings.stream()
                .filter(finding -> finding.kind().isNonconformity())
                .map(finding -> of(
                        finding,
                        accepted,
                        actions.stream()
                                .filter(action -> finding.id().equals(action.finding()))
                                .map(Action::status)
                                .toList()))
                .toList();
    }

    private static Nonconformity of(Audits.Finding finding, boolean accepted, List<ActionStatus> answers) {
        return new Nonconformity(
                finding.number(),
                finding.kind() == Audits.FindingKind.MAJOR,
                finding.criterion(),
                finding.place(),
                !isSolved(answers),
                accepted && answers.stream().anyMatch(status -> status != ActionStatus.ABANDONED));
    }

    static boolean isSolved(List<ActionStatus> answers) {
        return answers.contains(ActionStatus.EFFECTIVE) && answers.stream().allMatch(ActionStatus::hasEnded);
    }

    /** The same criterion at the same place. */
    boolean isAbout(Nonconformity other) {
        return criterion.equals(other.criterion) && place == other.place;
    }
}
