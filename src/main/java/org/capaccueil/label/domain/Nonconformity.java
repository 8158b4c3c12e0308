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
import org.jspecify.annotations.Nullable;

/**
 * A nonconformity an audit found and what became of it.
 *
 * @param open until an action on it was found effective and none on it goes on; giving an action up closes nothing
 * @param foundBy the other team whose audit found it for the whole organisation; null when it is the team's own audit
 */
record Nonconformity(
        int number,
        boolean major,
        String criterion,
        Place place,
        boolean open,
        Answer answer,
        @Nullable String foundBy) {

    /** What an accepted plan has on it. */
    enum Answer {
        NONE,
        PLANNED,
        /** Every action on it was given up; the signed plan gets no other. */
        ABANDONED
    }

    private static final Set<PlanStatus> ACCEPTED = Set.of(PlanStatus.TO_SIGN, PlanStatus.SIGNED);

    static List<Nonconformity> of(
            List<Audits.Finding> findings,
            Optional<ActionPlans.Summary> plan,
            List<Action> actions,
            @Nullable String foundBy) {
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
                                .toList(),
                        foundBy))
                .toList();
    }

    private static Nonconformity of(
            Audits.Finding finding, boolean accepted, List<ActionStatus> actions, @Nullable String foundBy) {
        return new Nonconformity(
                finding.number(),
                finding.kind() == Audits.FindingKind.MAJOR,
                finding.criterion(),
                finding.place(),
                !isSolved(actions),
                accepted ? answer(actions) : Answer.NONE,
                foundBy);
    }

    private static Answer answer(List<ActionStatus> actions) {
        if (actions.isEmpty()) {
            return Answer.NONE;
        }
        return actions.stream().allMatch(ActionStatus.ABANDONED::equals) ? Answer.ABANDONED : Answer.PLANNED;
    }

    static boolean isSolved(List<ActionStatus> actions) {
        return actions.contains(ActionStatus.EFFECTIVE) && actions.stream().allMatch(ActionStatus::hasEnded);
    }

    boolean planned() {
        return answer == Answer.PLANNED;
    }

    /** The same criterion at the same place. */
    boolean isAbout(Nonconformity other) {
        return criterion.equals(other.criterion()) && place == other.place;
    }
}
