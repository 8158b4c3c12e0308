package org.capaccueil.standard;

import java.util.ArrayList;
import java.util.List;
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

    /** « toutes les équipes », « les équipes qui ont Guichet, Téléphone et qui ont 3 canaux au moins ». */
    public String inWords() {
        if (isEveryTeam()) {
            return "toutes les équipes";
        }
        List<String> asked = new ArrayList<>();
        if (!allOf.isEmpty()) {
            asked.add("qui ont " + Wording.channels(allOf));
        }
        if (!anyOf.isEmpty()) {
            asked.add("qui ont au moins un canal parmi " + Wording.channels(anyOf));
        }
        if (atLeast != 0) {
            asked.add("qui ont " + atLeast + (atLeast > 1 ? " canaux" : " canal") + " au moins");
        }
        return "les équipes " + String.join(" et ", asked);
    }
}
