package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.LabelVerdict.Next;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * Which level of the label an audited team reaches, and every reason why it does not reach more. A pure function of the
 * standard's rules and of facts: pages, reports and snapshots all ask here. Only the audit's ratings count, thresholds
 * test exact values.
 *
 * <p>The survey gate of the label (enough residents asked, enough of them satisfied) is not in this version: no survey
 * is collected yet, and a rule nobody can evaluate would be a pretence.
 */
public final class LabelTest {

    private final LabelRules rules;
    private final Facts facts;

    /**
     * What is judged.
     *
     * @param audit the scores by the auditor's ratings
     */
    record Facts(
            ScoreSheet audit, List<Nonconformity> nonconformities, IndicatorCoverage indicators, boolean planSigned) {}

    private LabelTest(Standard standard, Facts facts) {
        this.rules = standard.labelRules();
        this.facts = facts;
    }

    static LabelVerdict on(Standard standard, Facts facts) {
        return new LabelTest(standard, facts).verdict();
    }

    private LabelVerdict verdict() {
        List<Rule> common = List.of(
                auditComplete(),
                mandatoryConform(),
                fewNotApplicable(),
                noOpenMajor(),
                minorsPlanned(),
                indicatorsMeasured(),
                planSigned());
        List<Rule> all = new ArrayList<>(common);
        LabelLevel reached = null;
        LevelRule above = null;
        for (LevelRule level : rules.levels()) {
            List<Rule> own = List.of(total(level), themes(level));
            all.addAll(own);
            if (Stream.concat(common.stream(), own.stream()).allMatch(Rule::passed)) {
                reached = level.level();
                above = null;
            } else if (above == null) {
                above = level;
            }
        }
        return new LabelVerdict(reached, List.copyOf(all), next(all, above));
    }

    private static @Nullable Next next(List<Rule> all, @Nullable LevelRule level) {
        if (level == null) {
            return null;
        }
        return new Next(
                level.level(),
                all.stream()
                        .filter(rule -> rule.level() == null || rule.level() == level.level())
                        .flatMap(rule -> rule.reasons().stream())
                        .toList());
    }

    private Rule auditComplete() {
        ScoreSheet audit = facts.audit();
        List<String> reasons = audit.rated() == 0 && audit.asked() > 0
                ? List.of("L'audit n'a encore aucune cotation : le label ne se juge que sur elles.")
                : audit.criteria()
                        .filter(criterion -> criterion.places().stream().anyMatch(place -> !place.isRated()))
                        .map(criterion -> name(criterion) + " n'est pas coté par l'auditeur "
                                + where(criterion.places().stream().filter(place -> !place.isRated()))
                                + " : la cotation est à compléter.")
                        .toList();
        return new Rule(
                null,
                "Toutes les cotations de l'audit sont faites",
                count(audit.asked(), "cotation"),
                count(audit.rated(), "cotation"),
                reasons);
    }

    private Rule mandatoryConform() {
        BigDecimal minimum = rules.mandatoryMin();
        List<String> reasons = new ArrayList<>();
        Score lowest = null;
        for (CriterionScore criterion : facts.audit().criteria().toList()) {
            if (!criterion.criterion().mandatory()) {
                continue;
            }
            for (PlaceScore place : criterion.places()) {
                if (place.isNotApplicable()) {
                    reasons.add(name(criterion) + " est déclaré sans objet "
                            + place.place().phrase()
                            + " : un critère obligatoire doit être coté partout où l'équipe accueille. "
                            + "Mettez-le en place et faites-le coter.");
                }
                Score points = place.points();
                if (points != null) {
                    lowest = lowest == null || points.compareTo(lowest) < 0 ? points : lowest;
                    if (!points.reaches(minimum)) {
                        reasons.add(name(criterion) + " est à " + points.fineText() + " "
                                + place.place().phrase()
                                + " : il manque " + missing(points, minimum) + " pour " + number(minimum)
                                + ", minimum d'un critère obligatoire.");
                    }
                }
            }
        }
        return new Rule(
                null,
                "Chaque critère obligatoire est conforme partout",
                "au moins " + number(minimum) + " partout",
                lowest == null ? "aucun n'est coté" : "au plus bas " + lowest.fineText(),
                reasons);
    }

    private Rule fewNotApplicable() {
        BigFraction most = Score.fraction(rules.maxNaWeightSharePerTheme());
        List<String> reasons = facts.audit().themes().stream()
                .filter(theme -> theme.notApplicableShare().compareTo(most) > 0)
                .map(theme -> "Dans le thème " + name(theme) + ", "
                        + percent(theme.notApplicableShare(), RoundingMode.UP)
                        + " du poids est sans objet, pour " + percent(most, RoundingMode.DOWN)
                        + " au plus. À revoir : "
                        + theme.criteria().stream()
                                .filter(one -> one.places().stream().anyMatch(PlaceScore::isNotApplicable))
                                .map(one -> one.criterion().code() + " "
                                        + where(one.places().stream().filter(PlaceScore::isNotApplicable)))
                                .collect(Collectors.joining(", "))
                        + ".")
                .toList();
        BigFraction highest = facts.audit().themes().stream()
                .map(ThemeScore::notApplicableShare)
                .max(Comparator.naturalOrder())
                .orElse(BigFraction.ZERO);
        return new Rule(
                null,
                "Peu de « sans objet » dans chaque thème",
                "au plus " + percent(most, RoundingMode.DOWN) + " du poids",
                "au plus haut " + percent(highest, RoundingMode.UP),
                reasons);
    }

    private Rule noOpenMajor() {
        List<Nonconformity> open =
                facts.nonconformities().stream().filter(Nonconformity::open).toList();
        List<Nonconformity> majors = open.stream().filter(Nonconformity::major).toList();
        List<Nonconformity> minors = open.stream().filter(one -> !one.major()).toList();
        int most = rules.minorToMajorCount();
        int fromMinors = most == 0 ? 0 : minors.size() / most;
        List<String> reasons = new ArrayList<>();
        if (majors.size() + fromMinors > rules.maxOpenMajor()) {
            majors.forEach(major -> reasons.add("La non-conformité majeure n° " + major.number() + " ("
                    + major.criterion() + " " + major.place().phrase() + ") est ouverte : "
                    + (major.planned()
                            ? "menez ses actions à leur terme et faites vérifier leur efficacité."
                            : "aucune action acceptée n'y répond, ajoutez-en une au plan.")));
            if (fromMinors > 0) {
                int tooMany = minors.size() - most + 1;
                reasons.add(minors.size() + " non-conformités mineures sont ouvertes (n° "
                        + minors.stream()
                                .map(one -> String.valueOf(one.number()))
                                .collect(Collectors.joining(", "))
                        + ") : à partir de " + most + " elles valent une majeure. Soldez-en au moins " + tooMany
                        + ".");
            }
        }
        return new Rule(
                null,
                "Pas de non-conformité majeure ouverte (" + most + " mineures en valent une)",
                rules.maxOpenMajor() == 0 ? "aucune" : "au plus " + rules.maxOpenMajor(),
                majors.size()
                        + (majors.size() > 1 ? " majeures, " : " majeure, ")
                        + minors.size()
                        + (minors.size() > 1 ? " mineures" : " mineure"),
                reasons);
    }

    private Rule minorsPlanned() {
        List<Nonconformity> minors =
                facts.nonconformities().stream().filter(one -> !one.major()).toList();
        List<Nonconformity> left = minors.stream().filter(one -> !one.planned()).toList();
        return new Rule(
                null,
                "Une action acceptée pour chaque non-conformité mineure",
                minors.isEmpty() ? "sans objet : aucune mineure" : minors.size() + " sur " + minors.size(),
                (minors.size() - left.size()) + " sur " + minors.size(),
                left.stream()
                        .map(one -> "Aucune action acceptée ne répond à la non-conformité mineure n° " + one.number()
                                + " (" + one.criterion() + " " + one.place().phrase()
                                + ") : prévoyez-en une dans le plan d'action.")
                        .toList());
    }

    private Rule indicatorsMeasured() {
        IndicatorCoverage coverage = facts.indicators();
        BigFraction least = Score.fraction(rules.indicatorCoverageMin());
        List<String> reasons = List.of();
        if (coverage.share().compareTo(least) < 0) {
            int needed = least.multiply(coverage.required())
                            .bigDecimalValue(0, RoundingMode.CEILING)
                            .intValueExact()
                    - coverage.measured();
            reasons = List.of("Il manque " + count(needed, "relevé d'indicateur", "relevés d'indicateur") + " pour "
                    + percent(least, RoundingMode.UP) + ". Non mesurés : " + String.join(", ", coverage.missing())
                    + ".");
        }
        return new Rule(
                null,
                "Indicateurs requis mesurés",
                "au moins " + percent(least, RoundingMode.UP),
                coverage.measured() + " sur " + coverage.required() + ", soit "
                        + percent(coverage.share(), RoundingMode.DOWN),
                reasons);
    }

    private Rule planSigned() {
        return new Rule(
                null,
                "Plan d'action signé par la direction",
                "signé",
                facts.planSigned() ? "signé" : "non signé",
                facts.planSigned()
                        ? List.of()
                        : List.of("Le plan d'action n'est pas signé : la direction doit le signer."));
    }

    private Rule total(LevelRule level) {
        Score total = facts.audit().total();
        List<String> reasons = List.of();
        if (total == null) {
            reasons = List.of("Il n'y a pas de score d'ensemble : rien n'est coté par l'auditeur.");
        } else if (!total.reaches(level.overallMin())) {
            reasons = List.of("Le score d'ensemble est de " + total.fineText() + " : il manque "
                    + missing(total, level.overallMin()) + " pour " + number(level.overallMin()) + "."
                    + lever(facts.audit().themes(), true));
        }
        return new Rule(
                level.level(),
                "Score d'ensemble de l'audit",
                "au moins " + number(level.overallMin()),
                total == null ? "aucun score" : total.fineText(),
                reasons);
    }

    private Rule themes(LevelRule level) {
        List<String> reasons = new ArrayList<>();
        ThemeScore lowest = null;
        for (ThemeScore theme : facts.audit().themes()) {
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
                        + lever(List.of(theme), false));
            }
        }
        return new Rule(
                level.level(),
                "Score de chaque thème",
                "au moins " + number(level.themeMin()),
                lowest == null
                        ? "aucun score"
                        : "au plus bas "
                                + Objects.requireNonNull(lowest.score()).fineText() + " ("
                                + lowest.theme().code() + ")",
                reasons);
    }

    /** A criterion brought to a better grade, and what that adds. */
    private record Lever(CriterionScore criterion, List<PlaceScore> places, Score to, BigFraction gain) {}

    private String lever(List<ThemeScore> among, boolean onTotal) {
        return among.stream()
                .flatMap(theme -> theme.criteria().stream()
                        .flatMap(criterion -> lever(criterion).stream())
                        .map(found -> new Lever(
                                found.criterion(),
                                found.places(),
                                found.to(),
                                found.gain().multiply(onTotal ? share(theme, found) : shareInTheme(theme, found)))))
                .max(Comparator.comparing(Lever::gain))
                .map(best -> " Le plus utile : porter " + name(best.criterion()) + " à "
                        + best.to().fineText() + " " + where(best.places().stream()) + ", ce qui ajouterait "
                        + points(best.gain(), RoundingMode.DOWN) + ".")
                .orElse("");
    }

    /** Brings a criterion's places to conform, or to the top of the scale where they are all conform already. */
    private Optional<Lever> lever(CriterionScore criterion) {
        Score now = criterion.score();
        Scale scale = criterion.question().scale();
        int top = scale.levels().stream().mapToInt(Scale.Level::points).max().orElse(0);
        if (now == null || now.equals(Score.of(top))) {
            return Optional.empty();
        }
        List<Score> points = criterion.places().stream()
                .map(PlaceScore::points)
                .filter(Objects::nonNull)
                .toList();
        Score conform = Score.of(scale.conformAt());
        Score goal = points.stream().anyMatch(one -> one.compareTo(conform) < 0) ? conform : Score.of(top);
        Score then = ScoreSheet.aggregate(
                        criterion.criterion(), points.stream().map(one -> one.compareTo(goal) < 0 ? goal : one))
                .orElseThrow();
        List<PlaceScore> raised = criterion.places().stream()
                .filter(place -> place.points() != null
                        && Objects.requireNonNull(place.points()).compareTo(goal) < 0)
                .toList();
        return Optional.of(new Lever(criterion, raised, goal, then.exact().subtract(now.exact())));
    }

    private static BigFraction shareInTheme(ThemeScore theme, Lever lever) {
        return BigFraction.of(
                lever.criterion().criterion().weight(),
                theme.criteria().stream()
                        .filter(one -> one.score() != null)
                        .mapToInt(one -> one.criterion().weight())
                        .sum());
    }

    private BigFraction share(ThemeScore theme, Lever lever) {
        return shareInTheme(theme, lever)
                .multiply(BigFraction.of(
                        theme.theme().weight(),
                        facts.audit().themes().stream()
                                .filter(one -> one.score() != null)
                                .mapToInt(one -> one.theme().weight())
                                .sum()));
    }

    private static String name(CriterionScore criterion) {
        return criterion.criterion().code() + " « " + criterion.criterion().titleFr() + " »";
    }

    private static String name(ThemeScore theme) {
        return "« " + theme.theme().titleFr() + " »";
    }

    private static String where(Stream<PlaceScore> places) {
        List<String> all = places.map(place -> place.place().phrase()).toList();
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " et " + all.get(last);
    }

    private static String missing(Score score, BigDecimal threshold) {
        return points(Score.fraction(threshold).subtract(score.exact()), RoundingMode.UP);
    }

    private static String points(BigFraction value, RoundingMode rounding) {
        String text = Score.french(value, 2, rounding);
        return text + (value.compareTo(BigFraction.of(2)) < 0 ? " point" : " points");
    }

    private static String percent(BigFraction share, RoundingMode rounding) {
        return Score.french(share.multiply(100), 1, rounding) + " %";
    }

    private static String number(BigDecimal value) {
        return Score.french(Score.fraction(value), 2, RoundingMode.UNNECESSARY);
    }

    private static String count(int number, String word) {
        return count(number, word, word + "s");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number < 2 ? one : many);
    }
}
