package org.capaccueil.support;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Applicability;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Scale.Level;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;

/** Standards of a few lines, on the starter standard's scale and rules, for tests that need nothing special. */
public final class Grids {

    public static final Scale SCALE = scale(true);

    public static final LabelRules RULES = new LabelRules(
            List.of(level(LabelLevel.BRONZE, 60, 50), level(LabelLevel.SILVER, 75, 60), level(LabelLevel.GOLD, 85, 70)),
            BigDecimal.valueOf(75),
            0,
            5,
            true,
            new BigDecimal("0.2"),
            new BigDecimal("0.8"),
            new LabelRules.Validity(36, 14, 22, 18, 56),
            new LabelRules.ReportDays(15, 30, 15),
            new LabelRules.CorrectionDelays(15, 3, 6),
            null);

    private Grids() {}

    public static Scale scale(boolean notApplicable) {
        return new Scale(
                "maturity-5",
                Scale.Kind.GRADES,
                List.of(
                        new Level(0, 0, "Absent"),
                        new Level(1, 25, "Ébauché"),
                        new Level(2, 50, "Partiel"),
                        new Level(3, 75, "Conforme"),
                        new Level(4, 100, "Maîtrisé")),
                List.of(),
                75,
                notApplicable);
    }

    public static Criterion unit(String code, int weight, boolean mandatory, Set<Channel> channels) {
        return criterion(code, weight, mandatory, channels, Scope.UNIT);
    }

    public static Criterion organisation(String code, int weight) {
        return criterion(code, weight, false, EnumSet.noneOf(Channel.class), Scope.ORGANISATION);
    }

    private static Criterion criterion(String code, int weight, boolean mandatory, Set<Channel> channels, Scope scope) {
        return new Criterion(
                code,
                "Critère " + code,
                code,
                channels,
                weight,
                mandatory,
                !mandatory,
                Applicability.EVERY_TEAM,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                scope,
                null,
                null);
    }

    public static Theme theme(String code, String title, int weight, List<Criterion> criteria) {
        return new Theme(code, title, null, null, SCALE.code(), weight, criteria);
    }

    public static Standard standard(Theme... themes) {
        return new Standard(
                "SMALL",
                "1",
                Standard.Kind.CHECKLIST,
                "Petit",
                "Small",
                null,
                null,
                null,
                List.of(SCALE),
                List.of(themes),
                RULES,
                List.<Indicator>of(),
                null);
    }

    /** A criterion as a team is asked it. */
    public static Question question(Criterion criterion, Scale scale, Place... places) {
        return new Question(theme("T", "Thème", 1, List.of(criterion)), criterion, scale, List.of(places));
    }

    private static LevelRule level(LabelLevel level, int overall, int theme) {
        return new LevelRule(level, BigDecimal.valueOf(overall), BigDecimal.valueOf(theme));
    }
}
