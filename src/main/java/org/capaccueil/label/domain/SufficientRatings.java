package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.Enough.Change;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Looks for ratings that would meet every score rule of a level. First what has no choice: mandatory criteria and criterion
 * minimums. Then each theme under its minimum, then the total, one step of the scale at a time, always the step that
 * brings most for each rating it touches. At the end each change is taken back as far as the level still holds; scores only
 * rise with ratings, so what was needed once stays needed and no change is left over.
 */
final class SufficientRatings {

    /** On a panel people speak in fives. */
    private static final int PANEL_STEP = 5;

    private final BigDecimal mandatoryMin;
    private final LevelRule level;
    private final ScoreSheet audit;
    private final Points points;
    private final ScorePlan plan;
    private final Ratings ratings;
    private final Map<Spot, Integer> raised = new LinkedHashMap<>();
    private ScoreSheet sheet;

    private record Spot(Question question, Place place, @Nullable Grade from) {}

    /** A step on one criterion: one place of a mean, or all the lowest places of a worst. */
    private record Step(CriterionScore criterion, List<PlaceScore> places, BigFraction gainForEach) {}

    SufficientRatings(BigDecimal mandatoryMin, LevelRule level, ScoreSheet audit, Points points) {
        this.mandatoryMin = mandatoryMin;
        this.level = level;
        this.audit = audit;
        this.points = points;
        this.plan = ScorePlan.like(audit);
        this.ratings = Ratings.of(audit);
        this.sheet = audit;
    }

    /** Empty when raising every rating given to the top would not be enough. */
    Optional<List<Change>> search() {
        boolean found = raiseMandatory()
                && audit.criteria().toList().stream().allMatch(this::raiseToItsMinimum)
                && IntStream.range(0, audit.themes().size()).allMatch(this::raiseTheme)
                && raiseTotal();
        if (!found) {
            return Optional.empty();
        }
        takeBack();
        return Optional.of(audit.criteria()
                .flatMap(criterion -> criterion.places().stream()
                        .map(place -> new Spot(criterion.question(), place.place(), place.grade())))
                .filter(raised::containsKey)
                .map(spot -> new Change(
                        spot.question(), spot.place(), points.at(spot.place()), spot.from(), raised.get(spot)))
                .toList());
    }

    private boolean raiseMandatory() {
        return audit.criteria()
                .filter(criterion -> criterion.criterion().mandatory())
                .allMatch(criterion -> criterion.places().stream()
                        .filter(place -> isUnder(place, mandatoryMin) || place.isNotApplicable())
                        .allMatch(place -> raiseTo(criterion, place, mandatoryMin)));
    }

    private boolean raiseToItsMinimum(CriterionScore criterion) {
        BigDecimal minimum = criterion.criterion().minimumFor(level.level()).orElse(null);
        Supplier<CriterionScore> now = () -> sheet.criteria()
                .filter(one -> one.question().equals(criterion.question()))
                .findFirst()
                .orElseThrow();
        if (minimum == null || now.get().isNotApplicable()) {
            return true;
        }
        if (now.get().score() == null && !rateOne(Stream.of(criterion), minimum)) {
            return false;
        }
        return climb(() -> isUnder(now.get().score(), minimum), () -> steps(now.get(), BigFraction.ONE));
    }

    private boolean raiseTheme(int which) {
        Supplier<ThemeScore> now = () -> sheet.themes().get(which);
        if (now.get().score() == null) {
            List<CriterionScore> open = now.get().criteria().stream()
                    .filter(criterion -> !criterion.isNotApplicable())
                    .toList();
            if (open.isEmpty()) {
                return true;
            }
            if (!rateOne(open.stream(), level.themeMin())) {
                return false;
            }
        }
        return climb(() -> isUnder(now.get().score(), level.themeMin()), () -> steps(now.get(), BigFraction.ONE));
    }

    private boolean raiseTotal() {
        return climb(
                () -> sheet.total() == null || isUnder(sheet.total(), level.overallMin()), () -> sheet.themes().stream()
                        .flatMap(theme ->
                                steps(theme, BigFraction.of(theme.theme().weight()))));
    }

    /** Step by step, the best first; false when no step is left. */
    private boolean climb(Supplier<Boolean> isUnder, Supplier<Stream<Step>> steps) {
        while (isUnder.get()) {
            Optional<Step> best = steps.get().max(Comparator.comparing(Step::gainForEach));
            if (best.isEmpty()) {
                return false;
            }
            best.get()
                    .places()
                    .forEach(place -> put(
                            best.get().criterion(),
                            place,
                            above(best.get().criterion().question().scale(), place)
                                    .orElseThrow()));
        }
        return true;
    }

    private Stream<Step> steps(ThemeScore theme, BigFraction worth) {
        int weights = theme.criteria().stream()
                .filter(one -> one.score() != null)
                .mapToInt(one -> one.criterion().weight())
                .sum();
        return theme.criteria().stream()
                .flatMap(criterion -> steps(
                        criterion,
                        worth.multiply(criterion.criterion().weight()).divide(Math.max(weights, 1))));
    }

    /** The lowest place first: among equals, the weakest is the one to work on. */
    private Stream<Step> steps(CriterionScore criterion, BigFraction worth) {
        Scale scale = criterion.question().scale();
        List<PlaceScore> scored = criterion.places().stream()
                .filter(place -> place.points() != null)
                .sorted(Comparator.comparing(PlaceScore::points))
                .toList();
        if (scored.isEmpty() || above(scale, scored.get(0)).isEmpty()) {
            return Stream.of();
        }
        List<PlaceScore> touched = criterion.criterion().mandatory()
                ? scored.stream()
                        .filter(place -> place.points().equals(scored.get(0).points()))
                        .toList()
                : scored.subList(0, 1);
        int to = scale.points(above(scale, scored.get(0)).getAsInt()).orElseThrow();
        Score then = ScoreSheet.aggregate(
                        criterion.criterion(),
                        scored.stream().map(place -> touched.contains(place) ? Score.of(to) : place.points()))
                .orElseThrow();
        BigFraction gain = then.exact().subtract(criterion.score().exact()).multiply(worth);
        return Stream.of(new Step(criterion, touched, gain.divide(touched.size())));
    }

    private boolean rateOne(Stream<CriterionScore> among, BigDecimal atLeast) {
        return among.flatMap(criterion -> criterion.places().stream()
                        .filter(place -> !place.isRated())
                        .map(place -> (Supplier<Boolean>) () -> raiseTo(criterion, place, atLeast)))
                .findFirst()
                .map(Supplier::get)
                .orElse(false);
    }

    private boolean raiseTo(CriterionScore criterion, PlaceScore place, BigDecimal wanted) {
        Scale scale = criterion.question().scale();
        BigDecimal atLeast = criterion.criterion().mandatory() ? wanted.max(mandatoryMin) : wanted;
        OptionalInt least = values(scale)
                .filter(value -> Score.of(scale.points(value).orElseThrow()).reaches(atLeast))
                .findFirst();
        least.ifPresent(value -> put(criterion, place, value));
        return least.isPresent();
    }

    private void put(CriterionScore criterion, PlaceScore place, int value) {
        Spot spot = audit.criteria()
                .filter(one -> one.question().equals(criterion.question()))
                .flatMap(one -> one.places().stream()
                        .filter(given -> given.place() == place.place())
                        .map(given -> new Spot(one.question(), given.place(), given.grade())))
                .findFirst()
                .orElseThrow();
        raised.put(spot, value);
        rate(spot, Grade.of(value));
    }

    private void rate(Spot spot, Grade grade) {
        ratings.put(spot.question().criterion().code(), spot.place(), grade);
        sheet = plan.sheet(ratings);
    }

    /** The last raised first: what was raised for want of a choice is the last to be questioned. */
    private void takeBack() {
        List<Spot> spots = new ArrayList<>(raised.keySet());
        for (int last = spots.size() - 1; last >= 0; last--) {
            Spot spot = spots.get(last);
            if (spot.from() != null && spot.from().value() != null) {
                rate(spot, spot.from());
                if (holds()) {
                    raised.remove(spot);
                    continue;
                }
            }
            int needed = values(spot.question().scale())
                    .filter(value -> {
                        rate(spot, Grade.of(value));
                        return holds();
                    })
                    .findFirst()
                    .orElseThrow();
            raised.put(spot, needed);
        }
    }

    private boolean holds() {
        return sheet.total() != null
                && !isUnder(sheet.total(), level.overallMin())
                && sheet.themes().stream().noneMatch(theme -> isUnder(theme.score(), level.themeMin()))
                && sheet.criteria().allMatch(this::holds);
    }

    private boolean holds(CriterionScore criterion) {
        BigDecimal minimum = criterion.criterion().minimumFor(level.level()).orElse(null);
        return (minimum == null || !isUnder(criterion.score(), minimum))
                && (!criterion.criterion().mandatory()
                        || criterion.places().stream().noneMatch(place -> isUnder(place, mandatoryMin)));
    }

    private static boolean isUnder(PlaceScore place, BigDecimal minimum) {
        return isUnder(place.points(), minimum);
    }

    private static boolean isUnder(@Nullable Score score, BigDecimal minimum) {
        return score != null && !score.reaches(minimum);
    }

    /** The values a rating can be raised to, least points first. */
    private static IntStream values(Scale scale) {
        if (scale.isPanel()) {
            int top = scale.levels().get(scale.levels().size() - 1).value();
            return IntStream.iterate(0, value -> value <= top, value -> value + PANEL_STEP);
        }
        return scale.levels().stream()
                .sorted(Comparator.comparing(Scale.Level::points))
                .mapToInt(Scale.Level::value);
    }

    private static OptionalInt above(Scale scale, PlaceScore place) {
        return values(scale)
                .filter(value -> Score.of(scale.points(value).orElseThrow()).compareTo(place.points()) > 0)
                .findFirst();
    }
}
