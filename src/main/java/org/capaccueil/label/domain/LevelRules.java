package org.capaccueil.label.domain;

import static org.capaccueil.label.domain.Wording.missing;
import static org.capaccueil.label.domain.Wording.name;
import static org.capaccueil.label.domain.Wording.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capaccueil.label.domain.LabelVerdict.Kind;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.standard.LabelRules.LevelRule;

/** What one level asks of the scores. */
record LevelRules(LevelRule level, ScoreSheet audit, Points points) {

    Rule total() {
        Score total = audit.total();
        List<String> reasons = List.of();
        if (total == null) {
            reasons = List.of("Il n'y a pas de score d'ensemble : " + whyNothingCounts() + ".");
        } else if (!total.reaches(level.overallMin())) {
            reasons = List.of("Le score d'ensemble est de " + total.fineText() + " : il manque "
                    + missing(total, level.overallMin()) + " pour " + number(level.overallMin()) + "."
                    + new Lever(audit, points).onTotal());
        }
        return new Rule(
                level.level(),
                Kind.TOTAL,
                "au moins " + number(level.overallMin()),
                total == null ? "aucun score" : total.fineText(),
                reasons);
    }

    private String whyNothingCounts() {
        if (audit.asked() == 0) {
            return "aucun critère ne concerne cette équipe";
        }
        return audit.criteria().allMatch(CriterionScore::isNotApplicable)
                ? "l'auditeur a tout déclaré sans objet"
                : "rien n'est coté par l'auditeur";
    }

    Rule themes() {
        List<String> reasons = new ArrayList<>();
        ThemeScore lowest = null;
        for (ThemeScore theme : audit.themes()) {
            Score score = theme.score();
            if (score == null) {
                if (!theme.criteria().stream().allMatch(CriterionScore::isNotApplicable)) {
                    reasons.add("Le thème " + name(theme) + " n'a pas de score : il reste à coter par l'auditeur.");
                }
                continue;
            }
            lowest = lowest == null || score.compareTo(Objects.requireNonNull(lowest.score())) < 0 ? theme : lowest;
            if (!score.reaches(level.themeMin())) {
                reasons.add("Le thème " + name(theme) + " est à " + score.fineText() + " : il manque "
                        + missing(score, level.themeMin()) + " pour " + number(level.themeMin()) + "."
                        + new Lever(audit, points).onTheme(theme));
            }
        }
        return new Rule(
                level.level(),
                Kind.THEMES,
                "au moins " + number(level.themeMin()),
                lowest == null
                        ? "aucun score"
                        : "au plus bas "
                                + Objects.requireNonNull(lowest.score()).fineText() + " ("
                                + lowest.theme().code() + ")",
                reasons);
    }

    /** Absent when no criterion the team is asked has a minimum for this level or one below. */
    Optional<Rule> minimums() {
        List<CriterionScore> asked =
                audit.criteria().filter(one -> minimum(one).isPresent()).toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons =
                asked.stream().flatMap(one -> reason(one).stream()).toList();
        return Optional.of(new Rule(
                level.level(),
                Kind.MINIMUMS,
                asked.size() + " sur " + asked.size() + " tenus",
                (asked.size() - reasons.size()) + " sur " + asked.size(),
                reasons));
    }

    private Optional<BigDecimal> minimum(CriterionScore criterion) {
        return criterion.criterion().minimumFor(level.level());
    }

    private Optional<String> reason(CriterionScore criterion) {
        BigDecimal minimum = minimum(criterion).orElseThrow();
        Score score = criterion.score();
        if (score == null) {
            return criterion.isNotApplicable()
                    ? Optional.empty()
                    : Optional.of(name(criterion) + " n'a pas de score : il reste à coter par l'auditeur.");
        }
        if (score.reaches(minimum)) {
            return Optional.empty();
        }
        List<PlaceScore> under = criterion.places().stream()
                .filter(place -> place.points() != null && !place.points().reaches(minimum))
                .toList();
        return Optional.of(name(criterion) + " est à " + score.fineText() + " : il manque " + missing(score, minimum)
                + " pour " + number(minimum) + ", minimum de ce critère pour le niveau "
                + level.level().title() + ". À relever "
                + points.at(under.stream().map(PlaceScore::place)) + ".");
    }
}
