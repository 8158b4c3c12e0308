package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Applicability;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;

/**
 * Any standard of any shape with any team's answers: themes on grades of any worth, on classical panels and on panels by
 * phases, criteria on no, some or all channels, for all teams or some, once for the organisation or by channel.
 *
 * @param answers by criterion and place: a value of the scale or {@link #NOT_APPLICABLE}; also where nothing is asked
 */
record GeneratedCase(Standard standard, TeamScope scope, Map<String, Map<Place, Integer>> answers) {

    static final int NOT_APPLICABLE = -1;

    private static final List<Place> BY_PHASE = List.of(Place.PLAN, Place.DO, Place.CHECK, Place.ACT);
    private static final List<Place> BY_RESULT = List.of(Place.TREND, Place.TARGET);

    static Arbitrary<GeneratedCase> any() {
        return Arbitraries.randomValue(GeneratedCase::of);
    }

    Ratings ratings() {
        Ratings ratings = new Ratings();
        answers.forEach((criterion, places) -> places.forEach((place, answer) -> ratings.put(
                criterion, place, answer == NOT_APPLICABLE ? Grade.notApplicable("raison") : Grade.of(answer))));
        return ratings;
    }

    ScoreSheet sheet() {
        return ScoreSheet.of(standard, scope, ratings());
    }

    /** The same with one other answer. */
    GeneratedCase with(String criterion, Place place, int answer) {
        Map<String, Map<Place, Integer>> changed = new TreeMap<>();
        answers.forEach((code, places) -> changed.put(code, new EnumMap<>(places)));
        changed.get(criterion).put(place, answer);
        return new GeneratedCase(standard, scope, changed);
    }

    /** The same with every theme on a classical panel. */
    GeneratedCase onPanels() {
        return new GeneratedCase(
                standard(
                        standard.scales(),
                        standard.labelRules(),
                        standard.themes().stream()
                                .map(theme -> new Theme(
                                        theme.code(),
                                        theme.titleFr(),
                                        null,
                                        null,
                                        "panel",
                                        theme.weight(),
                                        theme.criteria()))
                                .toList()),
                scope,
                answers);
    }

    private static Standard standard(List<Scale> scales, LabelRules rules, List<Theme> themes) {
        return new Standard(
                "GENERATED",
                "1",
                Standard.Kind.CHECKLIST,
                "Engendré",
                null,
                null,
                null,
                null,
                scales,
                themes,
                rules,
                List.of(),
                null);
    }

    private static GeneratedCase of(Random random) {
        List<Scale> scales =
                List.of(grades(random), panel("panel", List.of()), panel("pdca", BY_PHASE), panel("rt", BY_RESULT));
        List<Theme> themes = new ArrayList<>();
        Map<String, Map<Place, Integer>> answers = new TreeMap<>();
        // a weight of a million now and then: the sum then leaves 64 bits
        int heaviest = random.nextInt(20) == 0 ? 1_000_000 : 9;
        for (int t = 0; t < 1 + random.nextInt(4); t++) {
            Scale scale = scales.get(random.nextInt(3) > 0 ? 0 : random.nextInt(scales.size()));
            List<Criterion> criteria = new ArrayList<>();
            for (int c = 0; c < 1 + random.nextInt(4); c++) {
                Criterion criterion = criterion(random, "T" + t + "-" + c, 1 + random.nextInt(heaviest));
                criteria.add(criterion);
                answers.put(criterion.code(), answers(random, scale));
            }
            themes.add(
                    new Theme("T" + t, "Thème " + t, null, null, scale.code(), 1 + random.nextInt(heaviest), criteria));
        }
        Standard plain = SmallStandard.of(themes.toArray(Theme[]::new)).withRules(rules(random));
        return new GeneratedCase(
                new Standard(
                        plain.code(),
                        plain.version(),
                        plain.kind(),
                        plain.titleFr(),
                        null,
                        null,
                        null,
                        null,
                        scales,
                        plain.themes(),
                        plain.labelRules(),
                        List.of(),
                        null),
                new TeamScope(some(random, Channel.class), random.nextInt(3) > 0),
                answers);
    }

    private static Scale grades(Random random) {
        List<Scale.Level> levels = new ArrayList<>();
        int points = random.nextInt(30);
        for (int value = 0; value < 2 + random.nextInt(5); value++) {
            levels.add(new Scale.Level(value, points, "Échelon " + value));
            points = Math.min(100, points + random.nextInt(45));
        }
        if (random.nextBoolean()) {
            levels.add(new Scale.Level(levels.size(), 100, "Dernier"));
        }
        return new Scale("grades", Scale.Kind.GRADES, levels, List.of(), 1 + random.nextInt(100), true);
    }

    private static Scale panel(String code, List<Place> facets) {
        return new Scale(
                code,
                Scale.Kind.PANEL,
                List.of(new Scale.Level(30, 30, "Faible"), new Scale.Level(100, 100, "Fort")),
                facets,
                70,
                true);
    }

    private static Criterion criterion(Random random, String code, int weight) {
        boolean mandatory = random.nextInt(3) == 0;
        Map<LabelLevel, BigDecimal> minimums = new EnumMap<>(LabelLevel.class);
        if (random.nextInt(5) == 0) {
            minimums.put(
                    LabelLevel.values()[random.nextInt(3)],
                    BigDecimal.valueOf(random.nextInt(20_000), 2).min(BigDecimal.valueOf(100)));
        }
        return new Criterion(
                code,
                "Critère " + code,
                null,
                random.nextInt(4) == 0 ? Set.of() : some(random, Channel.class),
                weight,
                mandatory,
                !mandatory,
                applicability(random),
                Map.copyOf(minimums),
                List.of(),
                List.of(),
                List.of(),
                random.nextInt(5) == 0 ? Scope.ORGANISATION : Scope.UNIT,
                null,
                null);
    }

    private static Applicability applicability(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Applicability(EnumSet.of(Channel.values()[random.nextInt(5)]), Set.of(), 0);
            case 1 -> new Applicability(Set.of(), some(random, Channel.class), 0);
            case 2 -> new Applicability(Set.of(), Set.of(), random.nextInt(6));
            default -> Applicability.EVERY_TEAM;
        };
    }

    private static <E extends Enum<E>> Set<E> some(Random random, Class<E> type) {
        Set<E> all = EnumSet.allOf(type);
        if (random.nextInt(4) > 0) {
            all.removeIf(one -> random.nextBoolean());
        }
        return all;
    }

    private static Map<Place, Integer> answers(Random random, Scale scale) {
        Map<Place, Integer> answers = new EnumMap<>(Place.class);
        // some teams have answered everything, others left gaps
        boolean complete = random.nextBoolean();
        for (Place place : Place.values()) {
            int draw = complete ? 9 : random.nextInt(10);
            if (draw > 1) {
                answers.put(place, value(random, scale));
            } else if (draw == 1) {
                answers.put(place, NOT_APPLICABLE);
            }
        }
        return answers;
    }

    static int value(Random random, Scale scale) {
        return scale.isPanel()
                ? random.nextInt(101)
                : scale.levels().get(random.nextInt(scale.levels().size())).value();
    }

    /** Levels with thresholds of up to nine decimals; not every standard has all three. */
    private static LabelRules rules(Random random) {
        List<LevelRule> levels = new ArrayList<>();
        BigDecimal overall = BigDecimal.valueOf(random.nextInt(60));
        BigDecimal theme = BigDecimal.valueOf(random.nextInt(40));
        for (LabelLevel level : LabelLevel.values()) {
            overall = overall.add(step(random)).min(BigDecimal.valueOf(100));
            theme = theme.add(step(random)).min(BigDecimal.valueOf(100));
            if (random.nextInt(5) > 0) {
                levels.add(new LevelRule(level, overall, theme));
            }
        }
        LabelRules usual = SmallStandard.RULES;
        return new LabelRules(
                levels,
                BigDecimal.valueOf(random.nextInt(random.nextBoolean() ? 10_001 : 3_000), 2),
                usual.maxOpenMajor(),
                usual.minorToMajorCount(),
                usual.carriedOverMinorIsMajor(),
                usual.maxNaWeightSharePerTheme(),
                usual.indicatorCoverageMin(),
                usual.validity(),
                usual.reportDays(),
                usual.correction(),
                null);
    }

    private static BigDecimal step(Random random) {
        return random.nextBoolean()
                ? BigDecimal.valueOf(random.nextInt(20))
                : BigDecimal.valueOf(random.nextInt(1_000_000_000), 8);
    }
}
