package org.capaccueil.label.domain;

import static org.capaccueil.label.domain.Wording.count;
import static org.capaccueil.label.domain.Wording.missing;
import static org.capaccueil.label.domain.Wording.name;
import static org.capaccueil.label.domain.Wording.number;
import static org.capaccueil.label.domain.Wording.percent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.LabelVerdict.Kind;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.standard.LabelRules;

/** What every level asks of the auditor's ratings. */
record RatingRules(LabelRules rules, ScoreSheet audit, Points points) {

    Rule auditComplete() {
        List<String> reasons = audit.rated() == 0 && audit.asked() > 0
                ? List.of("L'audit n'a encore aucune cotation : le label ne se juge que sur elles.")
                : audit.criteria()
                        .filter(criterion -> criterion.places().stream().anyMatch(place -> !place.isRated()))
                        .map(criterion -> name(criterion)
                                + points.notRated(criterion.places().stream()
                                        .filter(place -> !place.isRated())
                                        .map(PlaceScore::place)
                                        .toList()))
                        .toList();
        return new Rule(
                null, Kind.AUDIT_COMPLETE, count(audit.asked(), "cotation"), count(audit.rated(), "cotation"), reasons);
    }

    Rule mandatoryConform() {
        BigDecimal minimum = rules.mandatoryMin();
        List<CriterionScore> mandatory =
                audit.criteria().filter(one -> one.criterion().mandatory()).toList();
        List<String> reasons = new ArrayList<>();
        Score lowest = null;
        for (CriterionScore criterion : mandatory) {
            for (PlaceScore place : criterion.places()) {
                if (place.isNotApplicable()) {
                    reasons.add(name(criterion) + " est déclaré sans objet "
                            + points.at(place.place())
                            + " : un critère obligatoire doit être coté partout où l'équipe accueille. "
                            + "Mettez-le en place et faites-le coter.");
                }
                Score score = place.points();
                if (score != null) {
                    lowest = lowest == null || score.compareTo(lowest) < 0 ? score : lowest;
                    if (!score.reaches(minimum)) {
                        reasons.add(name(criterion) + " est à " + score.fineText() + " "
                                + points.at(place.place())
                                + " : il manque " + missing(score, minimum) + " pour " + number(minimum)
                                + ", minimum d'un critère obligatoire.");
                    }
                }
            }
        }
        return new Rule(
                null,
                Kind.MANDATORY_CONFORM,
                mandatory.isEmpty()
                        ? "sans objet : aucun critère obligatoire"
                        : "au moins " + number(minimum) + " partout",
                lowest != null ? "au plus bas " + lowest.fineText() : mandatory.isEmpty() ? "–" : "aucun n'est coté",
                reasons);
    }

    Rule fewNotApplicable() {
        BigDecimal most = rules.maxNaWeightSharePerTheme();
        List<String> reasons = audit.themes().stream()
                .filter(theme -> theme.notApplicableShare().compareTo(Score.fraction(most)) > 0)
                .map(theme -> "Dans le thème " + name(theme) + ", "
                        + percent(theme.notApplicableShare(), RoundingMode.UP, most)
                        + " du poids est sans objet, pour " + percent(most)
                        + " au plus. À revoir : "
                        + theme.criteria().stream()
                                .filter(one -> one.places().stream().anyMatch(PlaceScore::isNotApplicable))
                                .map(one -> one.criterion().code() + " "
                                        + points.at(one.places().stream()
                                                .filter(PlaceScore::isNotApplicable)
                                                .map(PlaceScore::place)))
                                .collect(Collectors.joining(", "))
                        + ".")
                .toList();
        BigFraction highest = audit.themes().stream()
                .map(ThemeScore::notApplicableShare)
                .max(Comparator.naturalOrder())
                .orElse(BigFraction.ZERO);
        return new Rule(
                null,
                Kind.FEW_NOT_APPLICABLE,
                "au plus " + percent(most) + " du poids",
                "au plus haut " + percent(highest, RoundingMode.UP, most),
                reasons);
    }
}
