package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Scale.Level;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;

/**
 * A standard small enough to reckon by hand, with the starter standard's scale and rules. Theme A (weight 2): A1 (3,
 * counter and phone), A2 (2, mandatory, counter and phone). Theme B (weight 1): B1 (1, counter), B2 (4, organisation).
 */
final class SmallStandard {

    static final Set<Channel> CHANNELS = EnumSet.of(Channel.COUNTER, Channel.PHONE);

    static final Scale SCALE = new Scale(
            "maturity-5",
            List.of(
                    new Level(0, 0, "Absent"),
                    new Level(1, 25, "Ébauché"),
                    new Level(2, 50, "Partiel"),
                    new Level(3, 75, "Conforme"),
                    new Level(4, 100, "Maîtrisé")),
            75,
            true);

    static final LabelRules RULES = new LabelRules(
            List.of(level(LabelLevel.BRONZE, 60, 50), level(LabelLevel.SILVER, 75, 60), level(LabelLevel.GOLD, 85, 70)),
            BigDecimal.valueOf(75),
            0,
            5,
            new BigDecimal("0.2"),
            new BigDecimal("0.8"),
            36,
            15,
            30,
            15);

    private SmallStandard() {}

    static Standard standard() {
        return of(
                new Theme(
                        "A",
                        "Accès",
                        "Access",
                        2,
                        List.of(unit("A1", 3, false, CHANNELS), unit("A2", 2, true, CHANNELS))),
                new Theme(
                        "B",
                        "Base",
                        "Base",
                        1,
                        List.of(unit("B1", 1, false, EnumSet.of(Channel.COUNTER)), organisation("B2", 4))));
    }

    static Standard of(Theme... themes) {
        return new Standard("SMALL", "1", "Petit", "Small", SCALE, List.of(themes), RULES, List.<Indicator>of());
    }

    static Criterion unit(String code, int weight, boolean mandatory, Set<Channel> channels) {
        return new Criterion(
                code, "Critère " + code, code, channels, weight, mandatory, List.of(), List.of(), Scope.UNIT, null);
    }

    static Criterion organisation(String code, int weight) {
        return new Criterion(
                code, "Critère " + code, code, Set.of(), weight, false, List.of(), List.of(), Scope.ORGANISATION, null);
    }

    private static LevelRule level(LabelLevel level, int overall, int theme) {
        return new LevelRule(level, BigDecimal.valueOf(overall), BigDecimal.valueOf(theme));
    }
}
