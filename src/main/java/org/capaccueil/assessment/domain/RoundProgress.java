package org.capaccueil.assessment.domain;

import java.util.List;
import org.capaccueil.campaign.EvaluationView;

/**
 * Who has answered how much while everybody rates alone. All the lead sees: how many, never what.
 *
 * @param expected how many answers each member has to give
 */
public record RoundProgress(EvaluationView evaluation, int expected, List<Member> members) {

    /** A member of the team, or somebody who answered and has left it. */
    public record Member(String name, long answered, int expected) {

        public boolean isFinished() {
            return answered >= expected;
        }
    }

    public long started() {
        return members.stream().filter(member -> member.answered() > 0).count();
    }

    public List<Member> unfinished() {
        return members.stream().filter(member -> !member.isFinished()).toList();
    }
}
