package org.capaccueil.survey.domain;

import java.util.UUID;
import java.util.function.Function;
import org.capaccueil.shared.Channel;

/**
 * By what results are broken down. These and no other combination of them: filters that could be combined could be taken
 * from each other.
 */
public enum Margin {
    WHOLE(atom -> ""),
    POINT(atom -> atom.point().toString()),
    CHANNEL(atom -> atom.channel().name()),
    MONTH(atom -> atom.month().toString()),
    WAY(atom -> atom.way().name()),

    /** For the evaluation of a team, which measures channel by channel; it stands back behind all others. */
    TEAM_CHANNEL(atom -> teamChannel(atom.team(), atom.channel()));

    private final Function<Atom, String> key;

    Margin(Function<Atom, String> key) {
        this.key = key;
    }

    static String teamChannel(UUID team, Channel channel) {
        return team + " " + channel;
    }

    String of(Atom atom) {
        return key.apply(atom);
    }
}
