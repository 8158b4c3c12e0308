package org.capaccueil.label.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A team's scores from the total down to the ratings, exact, as one person or team rated it. A criterion counts by its
 * worst place when it is mandatory and by the mean of its places otherwise; « sans objet » and « non coté » leave the
 * denominator, 0 stays in it. A theme is the mean of its scored criteria by their weights, the total the mean of the
 * scored themes by theirs. Nothing rated, nothing applicable: no score, which is not 0.
 *
 * @param themes those that concern the team, in the standard's order
 */
public record ScoreSheet(List<ThemeScore> themes, @Nullable Score total) {

    /** What one place of one criterion got. */
    public record PlaceScore(Place place, @Nullable Grade grade, @Nullable Score points) {

        public boolean isRated() {
            return grade != null;
        }

        public boolean isNotApplicable() {
            return grade != null && grade.isNotApplicable();
        }
    }

    /** A criterion on the places where the team is asked it. */
    public record CriterionScore(Question question, List<PlaceScore> places, @Nullable Score score) {

        public Criterion criterion() {
            return question.criterion();
        }

        /** What was given at a place, where it is asked. */
        public Optional<PlaceScore> at(Place which) {
            return places.stream().filter(one -> one.place() == which).findFirst();
        }

        /** No place is left on which it applies. */
        public boolean isNotApplicable() {
            return places.stream().allMatch(PlaceScore::isNotApplicable);
        }

        /** « moyenne de Guichet 75 et Téléphone 50 » or « plus bas de … »; empty without a score. */
        public String arithmetic() {
            List<String> counted = places.stream()
                    .filter(place -> place.points() != null)
                    .map(place -> place.place().title() + " "
                            + Objects.requireNonNull(place.points()).text())
                    .toList();
            if (score == null) {
                return "";
            }
            if (counted.size() == 1) {
                return counted.get(0);
            }
            String how = criterion().mandatory() ? "le plus bas de " : "moyenne de ";
            return how + String.join(", ", counted) + " = " + score.arithmeticText();
        }

        /** The share of the criterion set aside as « sans objet »: its places so answered over the places asked. */
        BigFraction notApplicableShare() {
            long aside = places.stream().filter(PlaceScore::isNotApplicable).count();
            return BigFraction.of(aside, places.size());
        }
    }

    /** A theme on the criteria that concern the team. */
    public record ThemeScore(Theme theme, List<CriterionScore> criteria, @Nullable Score score) {

        /** « (2 × 62,5 + 3 × 25) ÷ 5 = 40 »; empty without a score. */
        public String arithmetic() {
            return ScoreSheet.arithmetic(
                    criteria.stream()
                            .filter(one -> one.score() != null)
                            .map(one -> new Weighted(one.criterion().weight(), Objects.requireNonNull(one.score())))
                            .toList(),
                    score);
        }

        public Optional<CriterionScore> criterion(String code) {
            return criteria.stream()
                    .filter(one -> one.criterion().code().equals(code))
                    .findFirst();
        }

        /** The part of the theme's weight set aside as « sans objet », 0 to 1. */
        BigFraction notApplicableShare() {
            BigFraction aside = BigFraction.ZERO;
            int all = 0;
            for (CriterionScore one : criteria) {
                aside = aside.add(
                        one.notApplicableShare().multiply(one.criterion().weight()));
                all += one.criterion().weight();
            }
            return all == 0 ? BigFraction.ZERO : aside.divide(all);
        }
    }

    private record Weighted(int weight, Score score) {}

    static ScoreSheet of(Standard standard, TeamScope scope, Ratings ratings) {
        return ScorePlan.of(standard, scope).sheet(ratings);
    }

    /** The worst place of a mandatory criterion, the mean of the places of any other. */
    static Optional<Score> aggregate(Criterion criterion, Stream<Score> places) {
        if (criterion.mandatory()) {
            return places.min(Comparator.naturalOrder());
        }
        WeightedMean mean = new WeightedMean();
        places.forEach(score -> mean.add(1, score));
        return Optional.ofNullable(mean.score());
    }

    private static String arithmetic(List<Weighted> parts, @Nullable Score result) {
        if (result == null) {
            return "";
        }
        return parts.stream()
                        .map(part -> part.weight() + " × " + part.score().arithmeticText())
                        .collect(Collectors.joining(" + ", "(", ")"))
                + " ÷ "
                + parts.stream().mapToInt(Weighted::weight).sum()
                + " = "
                + result.arithmeticText();
    }

    /** « (15 × 58,33… + 10 × 75) ÷ 25 = 65 »; empty without a score. */
    public String arithmetic() {
        return arithmetic(
                themes.stream()
                        .filter(theme -> theme.score() != null)
                        .map(theme -> new Weighted(theme.theme().weight(), Objects.requireNonNull(theme.score())))
                        .toList(),
                total);
    }

    public Optional<ThemeScore> theme(String code) {
        return themes.stream().filter(one -> one.theme().code().equals(code)).findFirst();
    }

    /** The score by the ratings of one channel alone, with the same weights; null when it has none. */
    public @Nullable Score on(Channel channel) {
        WeightedMean total = new WeightedMean();
        for (ThemeScore theme : themes) {
            WeightedMean mean = new WeightedMean();
            theme.criteria().forEach(one -> one.places().stream()
                    .filter(place -> place.place().channel() == channel)
                    .forEach(place -> mean.add(one.criterion().weight(), place.points())));
            total.add(theme.theme().weight(), mean.score());
        }
        return total.score();
    }

    /** How many ratings are asked, and how many are given. */
    int asked() {
        return (int) places().count();
    }

    int rated() {
        return (int) places().filter(PlaceScore::isRated).count();
    }

    private Stream<PlaceScore> places() {
        return criteria().flatMap(criterion -> criterion.places().stream());
    }

    public Stream<CriterionScore> criteria() {
        return themes.stream().flatMap(theme -> theme.criteria().stream());
    }
}
