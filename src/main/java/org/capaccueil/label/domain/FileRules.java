package org.capaccueil.label.domain;

import static org.capaccueil.label.domain.Wording.count;
import static org.capaccueil.label.domain.Wording.percent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.capaccueil.label.domain.LabelVerdict.Kind;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.standard.LabelRules;

/** What every level asks of the rest of a team's file. */
record FileRules(LabelRules rules, LabelFacts facts) {

    Rule indicatorsMeasured() {
        IndicatorCoverage coverage = facts.indicators();
        BigDecimal least = rules.indicatorCoverageMin();
        List<String> reasons = List.of();
        if (coverage.share().compareTo(Score.fraction(least)) < 0) {
            int needed = Score.fraction(least)
                            .multiply(coverage.required())
                            .bigDecimalValue(0, RoundingMode.CEILING)
                            .intValueExact()
                    - coverage.measured();
            reasons = List.of("Il manque " + count(needed, "relevé d'indicateur", "relevés d'indicateur") + " pour "
                    + percent(least) + ". Non mesurés : " + String.join(", ", coverage.missing())
                    + ".");
        }
        return new Rule(
                null,
                Kind.INDICATORS_MEASURED,
                "au moins " + percent(least),
                coverage.measured() + " sur " + coverage.required() + ", soit "
                        + percent(coverage.share(), RoundingMode.DOWN, least),
                reasons);
    }

    Rule planSigned() {
        return new Rule(
                null,
                Kind.PLAN_SIGNED,
                "signé",
                facts.planSigned() ? "signé" : "non signé",
                facts.planSigned()
                        ? List.of()
                        : List.of("Le plan d'action n'est pas signé : la direction doit le signer."));
    }
}
