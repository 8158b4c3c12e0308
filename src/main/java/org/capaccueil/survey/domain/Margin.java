package org.capaccueil.survey.domain;

import java.util.function.Function;

/**
 * By what results are broken down. These and no combination of them: filters that could be combined could be taken from
 * each other.
 */
public enum Margin {
    WHOLE(atom -> ""),
    POINT(atom -> atom.point().toString()),
    CHANNEL(atom -> atom.channel().name()),
    MONTH(atom -> atom.month().toString()),
    WAY(atom -> atom.way().name());

    private final Function<Atom, String> key;

    Margin(Function<Atom, String> key) {
        this.key = key;
    }

    String of(Atom atom) {
        return key.apply(atom);
    }
}
