package org.capaccueil.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cell of the matrix: how far a role reaches.
 *
 * @param does where the person may do it
 * @param sees where the person sees it and is refused with a sentence
 * @param gone whether what is out of reach looks like a step that is over, instead of like nothing
 */
record Cell(Set<Reach> does, Set<Reach> sees, boolean gone) {

    /** How far a word in a cell reaches. */
    enum Reach {
        ALL,
        NETWORK,
        COMMUNE,
        TEAM,
        GIVEN,
        OWN;

        static Reach of(String word) {
            return Arrays.stream(values())
                    .filter(reach -> reach.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no cell says « " + word + " »"));
        }
    }

    static Cell of(String text) {
        EnumSet<Reach> does = EnumSet.noneOf(Reach.class);
        EnumSet<Reach> sees = EnumSet.noneOf(Reach.class);
        boolean gone = text.endsWith("gone");
        if (!text.equals("—")) {
            for (String word : text.replaceFirst(" ?gone$", "").split(" ")) {
                if (word.isEmpty()) {
                    continue;
                }
                if (word.startsWith("(") && word.endsWith(")")) {
                    sees.add(Reach.of(word.substring(1, word.length() - 1)));
                } else {
                    does.add(Reach.of(word));
                }
            }
        }
        return new Cell(does, sees, gone);
    }

    /** What somebody who stands like this to the thing has to be answered. */
    Answer answer(Set<Reach> standing) {
        if (does.stream().anyMatch(standing::contains)) {
            return Answer.OPENED;
        }
        if (sees.stream().anyMatch(standing::contains)) {
            return Answer.REFUSED;
        }
        return gone ? Answer.CLOSED : Answer.HIDDEN;
    }

    /** What somebody may be answered about a thing that does not exist. */
    Set<Answer> answersToNothing() {
        if (gone) {
            return EnumSet.of(Answer.CLOSED);
        }
        if (does.contains(Reach.ALL)) {
            // whoever may see everything is told that it is gone, or finds it removed already
            return EnumSet.of(Answer.HIDDEN, Answer.CLOSED, Answer.OPENED);
        }
        // who is refused whatever it is, may be told so before anybody looks whether it is there
        return sees.contains(Reach.ALL) ? EnumSet.of(Answer.HIDDEN, Answer.REFUSED) : EnumSet.of(Answer.HIDDEN);
    }

    /** Whether this reaches what belongs to other communes too. */
    boolean isBeyondTheCommune() {
        return does.contains(Reach.ALL) || does.contains(Reach.NETWORK) || sees.contains(Reach.NETWORK);
    }

    /** For one person in several roles: each adds to what the others allow. */
    Cell and(Cell other) {
        return new Cell(union(does, other.does), union(sees, other.sees), gone && other.gone);
    }

    private static Set<Reach> union(Set<Reach> some, Set<Reach> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }
}
