package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.CommuneScore.TeamTotal;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scores of any standard and any answers, held to rules written a second time ({@link NaiveOracle}). */
class ScoreOracleTest {

    private static final Score LEAST = Score.of(0);
    private static final Score MOST = Score.of(100);

    /** Equal as fractions, which is every digit there is; of each criterion, each theme and the total. */
    @Property(tries = 20_000)
    void everyScoreIsTheOneTheRulesGiveWhenWorkedOutNaively(@ForAll("cases") GeneratedCase file) {
        NaiveOracle oracle = new NaiveOracle(file);
        ScoreSheet sheet = file.sheet();

        assertSame(sheet.total(), oracle.total(), file);
        for (Theme theme : file.standard().themes()) {
            Optional<ThemeScore> ours = sheet.theme(theme.code());
            assertSame(ours.map(ThemeScore::score).orElse(null), oracle.theme(theme), file);
            for (Criterion criterion : theme.criteria()) {
                assertSame(
                        ours.flatMap(found -> found.criterion(criterion.code()))
                                .map(CriterionScore::score)
                                .orElse(null),
                        oracle.criterion(theme, criterion),
                        file);
            }
        }
    }

    @Property(tries = 10_000)
    void theShareSetAsideIsTheOneTheRulesGiveWhenWorkedOutNaively(@ForAll("cases") GeneratedCase file) {
        NaiveOracle oracle = new NaiveOracle(file);
        boolean some = false;

        for (ThemeScore ours : file.sheet().themes()) {
            NaiveOracle.Fraction naive =
                    Objects.requireNonNull(oracle.notApplicableShare(ours.theme()), "a theme nobody is asked");
            some = some || naive.over().signum() > 0;
            assertThat(naive.isExactly(ours.notApplicableShare()))
                    .as("%s of %s", ours.notApplicableShare(), file)
                    .isTrue();
        }
        covered("something set aside", some, 15);
    }

    @Property(tries = 10_000)
    void theScoreOfTheCommuneIsTheOneTheRulesGiveWhenWorkedOutNaively(@ForAll("randoms") Random random) {
        List<TeamTotal> teams = new ArrayList<>();
        // some communes count nobody's contacts, some only a few teams'
        int counting = random.nextInt(3);
        for (int team = 0; team < 1 + random.nextInt(8); team++) {
            int under = 1 + random.nextInt(5_000);
            teams.add(new TeamTotal(
                    "Équipe " + team,
                    random.nextInt(2) < counting ? random.nextInt(500_000) : 0,
                    new Score(BigFraction.of(random.nextInt(100 * under + 1), under))));
        }

        CommuneScore commune = CommuneScore.of(teams).orElseThrow();

        covered("some teams without contacts", !commune.weightless().isEmpty(), 15);
        covered("no team with contacts", !commune.isByContacts(), 15);
        assertThat(NaiveOracle.commune(teams).isExactly(commune.total()))
                .as("%s of %s", commune.total(), teams)
                .isTrue();
        assertThat(teams)
                .allSatisfy(team -> assertThat(commune.lowest().score()).isLessThanOrEqualTo(team.score()));
    }

    @Property(tries = 10_000)
    void everyScoreIsBetween0And100(@ForAll("cases") GeneratedCase file) {
        covered("a total", file.sheet().total() != null, 60);
        assertThat(scores(file.sheet())).allSatisfy(score -> assertThat(score).isBetween(LEAST, MOST));
    }

    @Property(tries = 10_000)
    void aBetterRatingNeverLowersAnyScore(@ForAll("cases") GeneratedCase file, @ForAll("randoms") Random random) {
        ScoreSheet before = file.sheet();
        Optional<Asked> chosen = choose(before, random, place -> place.points() != null);
        covered("something rated", chosen.isPresent(), 60);
        if (chosen.isEmpty()) {
            return;
        }
        Scale scale = chosen.get().criterion().question().scale();
        Score had = chosen.get().place().points();
        int better = Stream.generate(() -> GeneratedCase.value(random, scale))
                .filter(value -> Score.of(scale.points(value).orElseThrow()).compareTo(had) >= 0)
                .findFirst()
                .orElseThrow();

        ScoreSheet after = file.with(
                        chosen.get().criterion().criterion().code(),
                        chosen.get().place().place(),
                        better)
                .sheet();

        covered("a higher total", after.total().compareTo(before.total()) > 0, 20);
        assertThat(after.total()).isGreaterThanOrEqualTo(before.total());
        for (int t = 0; t < before.themes().size(); t++) {
            assertNotLower(before.themes().get(t).score(), after.themes().get(t).score());
        }
    }

    /**
     * The one exception to the above, and the only way to lose points by rating: what was « non coté » or « sans objet »
     * joins the denominator. Rated 0 it can lower a score and never raise one, rated 100 the other way round.
     */
    @Property(tries = 10_000)
    void onlyWhatNewlyEntersTheDenominatorCanLowerAScore(
            @ForAll("cases") GeneratedCase file, @ForAll("randoms") Random random) {
        ScoreSheet before = file.sheet();
        Optional<Asked> chosen = choose(before, random, place -> place.points() == null);
        covered("something not rated beside a total", chosen.isPresent() && before.total() != null, 15);
        if (chosen.isEmpty() || before.total() == null) {
            return;
        }
        String criterion = chosen.get().criterion().criterion().code();
        Scale scale = chosen.get().criterion().question().scale();
        for (Scale.Level level : scale.levels()) {
            Score after = file.with(criterion, chosen.get().place().place(), level.value())
                    .sheet()
                    .total();
            if (level.points() == 0) {
                assertThat(after).isLessThanOrEqualTo(before.total());
            } else if (level.points() == 100) {
                assertThat(after).isGreaterThanOrEqualTo(before.total());
            }
        }
    }

    @Test
    void ratingWhatWasNotRatedCanLowerTheTotal() {
        ScoreSheet without = ScoreSheetTest.sheet("4", "4", "4", "4", "-", "4");
        ScoreSheet with = ScoreSheetTest.sheet("4", "4", "4", "4", "1", "4");

        assertThat(with.total()).isLessThan(without.total());
    }

    @Property(tries = 2_000)
    void whatIsShownReachesAThresholdExactlyWhenTheScoreDoes(
            @ForAll("cases") GeneratedCase file, @ForAll @IntRange(max = 1000) int tenths) {
        Score total = file.sheet().total();
        covered("a total", total != null, 60);
        BigDecimal threshold = BigDecimal.valueOf(tenths, 1);

        if (total != null) {
            assertThat(total.shown().compareTo(threshold) >= 0).isEqualTo(total.reaches(threshold));
        }
    }

    @Property(tries = 1_000)
    void whatIsRatedAlikeEverywhereScoresThat(
            @ForAll("cases") GeneratedCase file, @ForAll @IntRange(max = 100) int same) {
        GeneratedCase alike = file.onPanels();
        for (Criterion criterion : file.standard().criteria()) {
            for (var answer : file.answers().get(criterion.code()).entrySet()) {
                if (answer.getValue() != GeneratedCase.NOT_APPLICABLE) {
                    alike = alike.with(criterion.code(), answer.getKey(), same);
                }
            }
        }

        assertThat(scores(alike.sheet())).allMatch(Score.of(same)::equals);
    }

    @Provide
    Arbitrary<GeneratedCase> cases() {
        return GeneratedCase.any();
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    /** A property that hardly ever meets what it is about would hold of nothing. */
    private static void covered(String what, boolean met, double leastPercent) {
        Statistics.label(what).collect(met);
        Statistics.label(what).coverage(seen -> seen.check(true).percentage(share -> share >= leastPercent));
    }

    private record Asked(CriterionScore criterion, PlaceScore place) {}

    private static Optional<Asked> choose(
            ScoreSheet sheet, Random random, java.util.function.Predicate<PlaceScore> wanted) {
        List<Asked> all = sheet.criteria()
                .flatMap(criterion ->
                        criterion.places().stream().filter(wanted).map(place -> new Asked(criterion, place)))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static List<Score> scores(ScoreSheet sheet) {
        List<Score> all = new ArrayList<>();
        all.add(sheet.total());
        sheet.themes().forEach(theme -> all.add(theme.score()));
        sheet.criteria().forEach(criterion -> all.add(criterion.score()));
        all.removeIf(score -> score == null);
        return all;
    }

    private static void assertNotLower(@Nullable Score before, @Nullable Score after) {
        if (before != null) {
            assertThat(after).isGreaterThanOrEqualTo(before);
        }
    }

    private static void assertSame(@Nullable Score ours, NaiveOracle.@Nullable Fraction naive, GeneratedCase file) {
        if (naive == null || ours == null) {
            assertThat(ours == null && naive == null)
                    .as("%s or %s of %s", ours, naive, file)
                    .isTrue();
        } else {
            assertThat(naive.isExactly(ours))
                    .as("%s is not %s of %s", ours, naive, file)
                    .isTrue();
        }
    }
}
