package org.capaccueil.standard;

import java.util.Set;
import org.capaccueil.shared.Channel;

/**
 * Which teams a criterion concerns, by the channels they hold. It is a closed form and never an expression somebody
 * typed.
 *
 * @param allOf channels the team holds all of
 * @param anyOf channels the team holds one of at least; empty asks for none
 * @param atLeast how many channels the team holds at least
 */
public record Applicability(Set<Channel> allOf, Set<Channel> anyOf, int atLeast) {

    public static final Applicability EVERY_TEAM = new Applicability(Set.of(), Set.of(), 0);

    public boolean includes(Set<Channel> open) {
        return open.containsAll(allOf)
                && (anyOf.isEmpty() || anyOf.stream().anyMatch(open::contains))
                && open.size() >= atLeast;
    }

    public boolean isEveryTeam() {
        return allOf.isEmpty() && anyOf.isEmpty() && atLeast == 0;
    }
}
