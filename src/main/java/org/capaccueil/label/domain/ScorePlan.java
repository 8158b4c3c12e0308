package org.capaccueil.label.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;

/**
 * What a standard asks teams of one scope, laid out once: each team's sheet is then one walk over its ratings. Loops and
 * not streams, since a campaign of ten thousand teams walks here more than a million ratings.
 */
final class ScorePlan {

    private record PlannedTheme(Theme theme, List<Question> questions, Map<Integer, Integer> worth) {}

    private final List<PlannedTheme> themes;

    private ScorePlan(List<PlannedTheme> themes) {
        this.themes = themes;
    }

    static ScorePlan of(Standard standard, TeamScope scope) {
        Map<Theme, List<Question>> asked = standard.questionsFor(scope).stream()
                .collect(Collectors.groupingBy(Question::theme, LinkedHashMap::new, Collectors.toList()));
        return new ScorePlan(asked.entrySet().stream()
                .map(theme ->
                        new PlannedTheme(theme.getKey(), theme.getValue(), worth(standard.scaleOf(theme.getKey()))))
                .toList());
    }

    /** As a sheet was laid out. */
    static ScorePlan like(ScoreSheet sheet) {
        return new ScorePlan(sheet.themes().stream()
                .map(theme -> new PlannedTheme(
                        theme.theme(),
                        theme.criteria().stream().map(CriterionScore::question).toList(),
                        worth(theme.criteria().get(0).question().scale())))
                .toList());
    }

    /** What each value of a scale is worth; of a panel every value up to its last band. */
    private static Map<Integer, Integer> worth(Scale scale) {
        IntStream values = scale.isPanel()
                ? IntStream.rangeClosed(
                        0, scale.levels().get(scale.levels().size() - 1).value())
                : scale.levels().stream().mapToInt(Scale.Level::value);
        return values.boxed().collect(Collectors.toUnmodifiableMap(value -> value, value -> scale.points(value)
                .orElseThrow()));
    }

    ScoreSheet sheet(Ratings ratings) {
        List<ThemeScore> scored = new ArrayList<>(themes.size());
        WeightedMean total = new WeightedMean();
        for (PlannedTheme theme : themes) {
            ThemeScore score = themeScore(theme, ratings);
            scored.add(score);
            total.add(score.theme().weight(), score.score());
        }
        return new ScoreSheet(Collections.unmodifiableList(scored), total.score());
    }

    private static ThemeScore themeScore(PlannedTheme theme, Ratings ratings) {
        List<CriterionScore> scored = new ArrayList<>(theme.questions().size());
        WeightedMean mean = new WeightedMean();
        for (Question question : theme.questions()) {
            CriterionScore score = criterionScore(question, theme.worth(), ratings);
            scored.add(score);
            mean.add(question.criterion().weight(), score.score());
        }
        return new ThemeScore(theme.theme(), Collections.unmodifiableList(scored), mean.score());
    }

    private static CriterionScore criterionScore(Question question, Map<Integer, Integer> worth, Ratings ratings) {
        Criterion criterion = question.criterion();
        Map<Place, Grade> grades = ratings.of(criterion.code());
        List<PlaceScore> places = new ArrayList<>(question.places().size());
        int sum = 0;
        int lowest = Integer.MAX_VALUE;
        int scored = 0;
        for (Place place : question.places()) {
            Grade grade = grades.get(place);
            if (grade == null || grade.value() == null) {
                places.add(new PlaceScore(place, grade, null));
            } else {
                int points = points(grade.value(), worth, question.scale());
                places.add(new PlaceScore(place, grade, Score.of(points)));
                sum += points;
                lowest = Math.min(lowest, points);
                scored++;
            }
        }
        return new CriterionScore(
                question,
                Collections.unmodifiableList(places),
                scored == 0 ? null : criterion.mandatory() ? Score.of(lowest) : Score.ofMean(sum, scored));
    }

    private static int points(int value, Map<Integer, Integer> worth, Scale scale) {
        Integer points = worth.get(value);
        if (points == null) {
            throw new IllegalStateException(value + " is not of " + scale.code());
        }
        return points;
    }
}
