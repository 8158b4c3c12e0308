package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;

/** Scores of any standard and any ratings, against a naive reckoning in decimals that shares no code with the room. */
class ScorePropertiesTest {

    private static final MathContext PRECISE = new MathContext(60);
    private static final int NOT_RATED = -2;
    private static final int NOT_APPLICABLE = -1;

    /** A criterion with its answers, one per channel of the team in order. */
    record Answered(int weight, boolean mandatory, List<Integer> answers) {}

    record AnsweredTheme(int weight, List<Answered> criteria) {}

    @Property(tries = 300)
    void theSheetAgreesWithTheNaiveReckoning(@ForAll("files") List<AnsweredTheme> file) {
        Score total = sheet(file).total();
        BigDecimal naive = naiveTotal(file);

        if (naive == null) {
            assertThat(total).isNull();
        } else {
            assertThat(total.exact().bigDecimalValue(30, java.math.RoundingMode.HALF_EVEN))
                    .isCloseTo(naive, org.assertj.core.data.Offset.offset(new BigDecimal("1e-25")));
        }
    }

    @Property(tries = 300)
    void everyScoreIsBetween0And100(@ForAll("files") List<AnsweredTheme> file) {
        ScoreSheet sheet = sheet(file);
        List<Score> all = new ArrayList<>();
        all.add(sheet.total());
        sheet.themes().forEach(theme -> all.add(theme.score()));
        sheet.criteria().forEach(criterion -> all.add(criterion.score()));

        assertThat(all).allSatisfy(score -> assertThat(
                        score == null || (score.compareTo(Score.of(0)) >= 0 && score.compareTo(Score.of(100)) <= 0))
                .isTrue());
    }

    @Property(tries = 300)
    void aBetterGradeNeverLowersTheTotal(
            @ForAll("files") List<AnsweredTheme> file, @ForAll @IntRange(max = 10_000) int which) {
        List<AnsweredTheme> better = raised(file, which);
        Score before = sheet(file).total();

        if (before != null) {
            assertThat(sheet(better).total()).isGreaterThanOrEqualTo(before);
        }
    }

    @Property(tries = 200)
    void whatIsAllTheSameScoresThat(@ForAll("files") List<AnsweredTheme> file, @ForAll @IntRange(max = 4) int grade) {
        List<AnsweredTheme> same = file.stream()
                .map(theme -> new AnsweredTheme(
                        theme.weight(),
                        theme.criteria().stream()
                                .map(one -> new Answered(
                                        one.weight(),
                                        one.mandatory(),
                                        one.answers().stream()
                                                .map(answer -> answer < 0 ? answer : grade)
                                                .toList()))
                                .toList()))
                .toList();
        Score total = sheet(same).total();

        assertThat(total == null || total.equals(Score.of(grade * 25))).isTrue();
    }

    @Property(tries = 300)
    void whatIsShownNeverReachesAThresholdTheScoreDoesNot(
            @ForAll("files") List<AnsweredTheme> file, @ForAll @IntRange(max = 1000) int tenths) {
        Score total = sheet(file).total();
        BigDecimal threshold = BigDecimal.valueOf(tenths, 1);

        if (total != null) {
            assertThat(total.shown().compareTo(threshold) >= 0).isEqualTo(total.reaches(threshold));
        }
    }

    @Provide
    Arbitrary<List<AnsweredTheme>> files() {
        Arbitrary<Integer> answer = Arbitraries.integers().between(NOT_RATED, 4);
        Arbitrary<Answered> criterion = Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(true, false),
                        answer.list().ofMinSize(1).ofMaxSize(5))
                .as(Answered::new);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        criterion.list().ofMinSize(1).ofMaxSize(5))
                .as(AnsweredTheme::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static ScoreSheet sheet(List<AnsweredTheme> file) {
        List<Theme> themes = new ArrayList<>();
        Ratings ratings = new Ratings();
        for (int t = 0; t < file.size(); t++) {
            List<Criterion> criteria = new ArrayList<>();
            for (int c = 0; c < file.get(t).criteria().size(); c++) {
                Answered one = file.get(t).criteria().get(c);
                String code = "T" + t + "-" + c;
                Set<Channel> channels = EnumSet.noneOf(Channel.class);
                for (int a = 0; a < one.answers().size(); a++) {
                    Channel channel = Channel.values()[a];
                    channels.add(channel);
                    int answer = one.answers().get(a);
                    if (answer != NOT_RATED) {
                        ratings.put(
                                code,
                                Place.of(channel),
                                answer == NOT_APPLICABLE ? Grade.notApplicable("raison") : Grade.of(answer));
                    }
                }
                criteria.add(SmallStandard.unit(code, one.weight(), one.mandatory(), channels));
            }
            themes.add(SmallStandard.theme("T" + t, "Thème " + t, file.get(t).weight(), criteria));
        }
        Standard standard = SmallStandard.of(themes.toArray(Theme[]::new));
        return ScoreSheet.of(standard, SmallStandard.scope(EnumSet.allOf(Channel.class)), ratings);
    }

    private static BigDecimal naiveTotal(List<AnsweredTheme> file) {
        BigDecimal sum = BigDecimal.ZERO;
        int weights = 0;
        for (AnsweredTheme theme : file) {
            BigDecimal themeSum = BigDecimal.ZERO;
            int themeWeights = 0;
            for (Answered one : theme.criteria()) {
                int count = 0;
                int points = 0;
                int worst = 100;
                for (int answer : one.answers()) {
                    if (answer >= 0) {
                        count++;
                        points += answer * 25;
                        worst = Math.min(worst, answer * 25);
                    }
                }
                if (count > 0) {
                    BigDecimal score = one.mandatory()
                            ? BigDecimal.valueOf(worst)
                            : BigDecimal.valueOf(points).divide(BigDecimal.valueOf(count), PRECISE);
                    themeSum = themeSum.add(score.multiply(BigDecimal.valueOf(one.weight())));
                    themeWeights += one.weight();
                }
            }
            if (themeWeights > 0) {
                sum = sum.add(themeSum.divide(BigDecimal.valueOf(themeWeights), PRECISE)
                        .multiply(BigDecimal.valueOf(theme.weight())));
                weights += theme.weight();
            }
        }
        return weights == 0 ? null : sum.divide(BigDecimal.valueOf(weights), PRECISE);
    }

    /** One rated answer, chosen by number, one grade higher where there is room. */
    private static List<AnsweredTheme> raised(List<AnsweredTheme> file, int which) {
        long rated = file.stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(one -> one.answers().stream())
                .filter(answer -> answer >= 0)
                .count();
        int[] left = {rated == 0 ? -1 : (int) (which % rated)};
        return file.stream()
                .map(theme -> new AnsweredTheme(
                        theme.weight(),
                        theme.criteria().stream()
                                .map(one -> new Answered(
                                        one.weight(),
                                        one.mandatory(),
                                        one.answers().stream()
                                                .map(answer -> answer >= 0 && left[0]-- == 0
                                                        ? Math.min(4, answer + 1)
                                                        : answer)
                                                .toList()))
                                .toList()))
                .toList();
    }
}
