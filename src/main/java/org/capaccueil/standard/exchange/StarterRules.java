package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.CorrectionDelays;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.LabelRules.ReportDays;
import org.capaccueil.standard.LabelRules.Validity;

/** What a file that says nothing of the label starts from. Source: the project's own choices, DOMAIN section 7.1. */
final class StarterRules {

    static final LabelRules RULES = new LabelRules(
            List.of(level(LabelLevel.BRONZE, 60, 50), level(LabelLevel.SILVER, 75, 60), level(LabelLevel.GOLD, 85, 70)),
            BigDecimal.valueOf(75),
            0,
            5,
            true,
            new BigDecimal("0.2"),
            new BigDecimal("0.8"),
            new Validity(36, 14, 22, 18, 56),
            new ReportDays(15, 30, 15),
            new CorrectionDelays(15, 3, 6),
            "Règles du référentiel de départ, choix du projet");

    private StarterRules() {}

    private static LevelRule level(LabelLevel level, int overall, int theme) {
        return new LevelRule(level, BigDecimal.valueOf(overall), BigDecimal.valueOf(theme));
    }
}
