package org.capaccueil.label.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;
import org.capaccueil.support.Grids;

/**
 * A standard small enough to reckon by hand, with the starter standard's scale and rules. Theme A (weight 2): A1 (3,
 * counter and phone), A2 (2, mandatory, counter and phone). Theme B (weight 1): B1 (1, counter), B2 (4, organisation).
 */
final class SmallStandard {

    static final Set<Channel> CHANNELS = EnumSet.of(Channel.COUNTER, Channel.PHONE);

    static final Scale SCALE = Grids.SCALE;

    static final LabelRules RULES = Grids.RULES;

    private SmallStandard() {}

    static Standard standard() {
        return of(
                theme("A", "Accès", 2, List.of(unit("A1", 3, false, CHANNELS), unit("A2", 2, true, CHANNELS))),
                theme(
                        "B",
                        "Base",
                        1,
                        List.of(unit("B1", 1, false, EnumSet.of(Channel.COUNTER)), organisation("B2", 4))));
    }

    static Standard of(Theme... themes) {
        return Grids.standard(themes);
    }

    /** A team with these channels that answers for the organisation as well. */
    static TeamScope scope(Set<Channel> channels) {
        return new TeamScope(channels, true);
    }

    static Theme theme(String code, String title, int weight, List<Criterion> criteria) {
        return Grids.theme(code, title, weight, criteria);
    }

    static Criterion unit(String code, int weight, boolean mandatory, Set<Channel> channels) {
        return Grids.unit(code, weight, mandatory, channels);
    }

    static Criterion organisation(String code, int weight) {
        return Grids.organisation(code, weight);
    }
}
