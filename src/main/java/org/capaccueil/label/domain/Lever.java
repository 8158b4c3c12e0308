package org.capaccueil.label.domain;

import static org.capaccueil.label.domain.Wording.name;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.standard.Scale;

/** The one criterion that would move a score most, said in a sentence. */
record Lever(ScoreSheet audit, Points points) {

    /** A criterion brought to a better grade, and what that adds. */
    private record Raise(CriterionScore criterion, List<PlaceScore> places, Score to, BigFraction gain) {

        Raise worth(BigFraction share) {
            return new Raise(criterion, places, to, gain.multiply(share));
        }
    }

    String onTotal() {
        return best(audit.themes(), true);
    }

    String onTheme(ThemeScore theme) {
        return best(List.of(theme), false);
    }

    private String best(List<ThemeScore> among, boolean onTotal) {
        return among.stream()
                .flatMap(theme -> theme.criteria().stream()
                        .flatMap(criterion -> raise(criterion).stream())
                        .map(found -> found.worth(onTotal ? share(theme, found) : shareInTheme(theme, found))))
                .max(Comparator.comparing(Raise::gain))
                .map(best -> " Le plus utile : porter " + name(best.criterion()) + " à "
                        + best.to().fineText() + " "
                        + points.at(best.places().stream().map(PlaceScore::place)) + ", ce qui ajouterait "
                        + Wording.points(best.gain(), RoundingMode.DOWN) + ".")
                .orElse("");
    }

    /** Brings a criterion's places to the lowest conform grade, or to the top where they are all conform already. */
    private Optional<Raise> raise(CriterionScore criterion) {
        Score before = criterion.score();
        Scale scale = criterion.question().scale();
        int top = scale.topPoints();
        if (before == null || before.equals(Score.of(top))) {
            return Optional.empty();
        }
        List<Score> now = criterion.places().stream()
                .map(PlaceScore::points)
                .filter(Objects::nonNull)
                .toList();
        Score conform = Score.of(scale.leastConformPoints().orElse(top));
        Score goal = now.stream().anyMatch(one -> one.compareTo(conform) < 0) ? conform : Score.of(top);
        Score then = ScoreSheet.aggregate(
                        criterion.criterion(), now.stream().map(one -> one.compareTo(goal) < 0 ? goal : one))
                .orElseThrow();
        List<PlaceScore> raised = criterion.places().stream()
                .filter(place -> place.points() != null
                        && Objects.requireNonNull(place.points()).compareTo(goal) < 0)
                .toList();
        return Optional.of(new Raise(criterion, raised, goal, then.exact().subtract(before.exact())));
    }

    private static BigFraction shareInTheme(ThemeScore theme, Raise raise) {
        return BigFraction.of(
                raise.criterion().criterion().weight(),
                theme.criteria().stream()
                        .filter(one -> one.score() != null)
                        .mapToInt(one -> one.criterion().weight())
                        .sum());
    }

    private BigFraction share(ThemeScore theme, Raise raise) {
        return shareInTheme(theme, raise)
                .multiply(BigFraction.of(
                        theme.theme().weight(),
                        audit.themes().stream()
                                .filter(one -> one.score() != null)
                                .mapToInt(one -> one.theme().weight())
                                .sum()));
    }
}
