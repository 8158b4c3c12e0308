package org.capaccueil.assessment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;

/**
 * What a criterion asked before its standard was revised, where it asked something else under the same code.
 *
 * @param former what it was, in words; empty where it still asks the same
 */
record Rewording(List<String> former) {

    static final Rewording NONE = new Rewording(List.of());

    static Rewording of(Criterion was, Scale then, Question now) {
        Criterion is = now.criterion();
        List<String> former = new ArrayList<>();
        if (!was.titleFr().equals(is.titleFr())) {
            former.add("« " + was.titleFr() + " »");
        }
        if (!was.channels().equals(is.channels())) {
            former.add("sur d'autres canaux (" + inWords(was.channels()) + ")");
        }
        if (was.scope() != is.scope()) {
            former.add(
                    was.scope() == Scope.ORGANISATION ? "coté une fois pour l'organisation" : "coté par chaque équipe");
        }
        if (!then.equals(now.scale())) {
            former.add("sur une autre échelle");
        }
        return new Rewording(List.copyOf(former));
    }

    private static String inWords(Set<Channel> channels) {
        return channels.isEmpty()
                ? "aucun, coté en entier"
                : channels.stream().sorted().map(Channel::title).collect(Collectors.joining(", "));
    }

    boolean isNone() {
        return former.isEmpty();
    }

    /** « reformulé depuis ; alors : « Horaires affichés », sur une autre échelle ». */
    String inWords() {
        return "reformulé depuis ; alors : " + String.join(", ", former);
    }
}
