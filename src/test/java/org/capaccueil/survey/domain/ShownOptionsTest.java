package org.capaccueil.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.capaccueil.survey.domain.AnswerCounts.Counts;
import org.junit.jupiter.api.Test;

class ShownOptionsTest {

    private static SurveyQuestion question(QuestionType type, int options) {
        return new SurveyQuestion(
                "q",
                type,
                true,
                "Une question ?",
                IntStream.rangeClosed(1, options).mapToObj(Integer::toString).toList(),
                null);
    }

    private static Counts counts(int answered, int... times) {
        Map<Integer, Integer> chosen = new TreeMap<>();
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                chosen.put(i + 1, times[i]);
            }
        }
        return new Counts(answered, chosen);
    }

    private static Set<Integer> single(int... times) {
        return ShownOptions.of(
                question(QuestionType.SINGLE, times.length),
                false,
                counts(IntStream.of(times).sum(), times));
    }

    private static Set<Integer> overall(int... times) {
        return ShownOptions.of(
                question(QuestionType.LIKERT5, 5),
                true,
                counts(IntStream.of(times).sum(), times));
    }

    /** « Situation de handicap ? », one yes of forty. */
    @Test
    void anOptionOfOnePersonIsHiddenTogetherWithAnotherSoThatItIsNotTheRest() {
        assertThat(single(1, 39)).isEmpty();
        assertThat(single(1, 9, 30)).containsExactly(3);
        assertThat(single(3, 3, 34)).containsExactly(3);
        assertThat(single(1, 1, 1, 1, 1)).isEmpty();
        assertThat(single(0, 12, 28)).containsExactly(1, 2, 3);
    }

    /** The tables tell how many are satisfied: grades 4 and 5. */
    @Test
    void aGradeIsNotHadBackFromTheShareOfTheSatisfiedEither() {
        assertThat(overall(9, 8, 7, 3, 20)).containsExactly(1, 2, 3);
        assertThat(overall(9, 8, 7, 0, 20)).containsExactly(1, 2, 3, 4, 5);
        assertThat(overall(0, 0, 2, 10, 20))
                .as("two are not satisfied, and it stays unknown with which grade")
                .containsExactly(4, 5);
    }

    @Test
    void whoDidNotTickAnOptionIsAGroupAsWell() {
        SurveyQuestion many = question(QuestionType.MULTIPLE, 3);
        assertThat(ShownOptions.of(many, false, counts(40, 38, 20, 12))).containsExactly(2, 3);
        assertThat(ShownOptions.of(many, false, counts(40, 40, 20, 12))).containsExactly(1, 2, 3);
        assertThat(ShownOptions.of(many, false, counts(40, 30, 20, 2))).containsExactly(1);
    }

    /** Of two options, 22 + 20 of 40 who answered: two ticked both. */
    @Test
    void whoTickedSeveralOptionsIsAGroupAsWell() {
        assertThat(multiple(20, 18, 2)).as("22 and 20 of 40").containsExactly(1);
        assertThat(multiple(20, 20, 0)).containsExactly(1, 2);
        assertThat(multiple(20, 18, 5)).containsExactly(1, 2);
        SurveyQuestion three = question(QuestionType.MULTIPLE, 3);
        assertThat(ShownOptions.of(three, false, counts(40, 22, 0, 20)))
                .as("nobody ticked the second")
                .containsExactly(1, 2);
        assertThat(ShownOptions.of(three, false, counts(40, 20, 13, 11)))
                .as("between two and four ticked more than one")
                .containsExactly(1, 2);
        assertThat(ShownOptions.of(three, false, counts(40, 20, 19, 11))).containsExactly(1, 2, 3);
    }

    /** Whoever knows the base and the options shown, by those who ticked the first only, the second only, and both. */
    @Test
    void noSmallGroupIsSolvedForWhereTwoOptionsMayBothBeTicked() {
        Random random = new Random(12);
        int shown = 0;
        int broken = 0;
        for (int n = 0; n < 1_000; n++) {
            int[] ticked = random(random, 3);
            Set<Integer> options = multiple(ticked);
            assertThat(LinearAttack.on(ticked, ticked(options)))
                    .as("%s of %s", options, Arrays.toString(ticked))
                    .isEmpty();
            shown += options.size();
            broken += LinearAttack.on(ticked, ticked(Set.of(1, 2))).isEmpty() ? 0 : 1;
        }
        assertThat(shown).isGreaterThan(500);
        assertThat(broken).as("were both always shown").isGreaterThan(200);
    }

    /** Of two options, by how many ticked the first only, the second only, and both. */
    private static Set<Integer> multiple(int... ticked) {
        return ShownOptions.of(
                question(QuestionType.MULTIPLE, 2),
                false,
                counts(IntStream.of(ticked).sum(), ticked[0] + ticked[2], ticked[1] + ticked[2]));
    }

    private static List<BitSet> ticked(Set<Integer> options) {
        List<BitSet> told = new ArrayList<>(List.of(range(0, 3)));
        for (int number : options) {
            BitSet one = range(2, 3);
            one.set(number - 1);
            told.add(one);
        }
        return told;
    }

    /** Whoever knows the base, how many are satisfied, every option shown, and which nobody chose. */
    @Test
    void noSmallGroupIsSolvedForInRandomQuestions() {
        Random random = new Random(11);
        int shown = 0;
        int hidden = 0;
        for (int n = 0; n < 3_000; n++) {
            boolean overall = n % 2 == 0;
            int[] times = random(random, overall ? 5 : 2 + random.nextInt(7));
            Set<Integer> options = overall ? overall(times) : single(times);
            List<BitSet> told = told(times, overall);
            told.addAll(one(options));
            shown += options.size();
            hidden += times.length - options.size();
            assertThat(LinearAttack.on(times, told))
                    .as("%s of %s", options, List.of(times))
                    .isEqualTo(unavoidable(times, overall));
        }
        assertThat(shown).isGreaterThan(5_000);
        assertThat(hidden).isGreaterThan(2_000);
    }

    /** The attack is able to succeed: it does on questions that only leave small options out. */
    @Test
    void theSameAttackSolvesQuestionsThatOnlyLeaveSmallOptionsOut() {
        Random random = new Random(11);
        int broken = 0;
        for (int n = 0; n < 300; n++) {
            int[] times = random(random, 2 + random.nextInt(7));
            List<BitSet> told = told(times, false);
            IntStream.range(0, times.length)
                    .filter(i -> times[i] >= SmallGroups.SMALLEST)
                    .forEach(i -> told.add(range(i, i + 1)));
            broken += LinearAttack.on(times, told).isEmpty() ? 0 : 1;
        }
        assertThat(broken).isGreaterThan(50);
    }

    private static int[] random(Random random, int options) {
        int[] times = IntStream.range(0, options)
                .map(i -> random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 5 : 30))
                .toArray();
        times[random.nextInt(options)] += SmallGroups.SMALLEST;
        return times;
    }

    private static List<BitSet> told(int[] times, boolean overall) {
        List<BitSet> told = new ArrayList<>(List.of(range(0, times.length)));
        if (overall) {
            told.add(range(3, 5));
        }
        return told;
    }

    /** Fewer than five satisfied, or not, of five or more who answered are what the share of the satisfied itself says. */
    private static List<BitSet> unavoidable(int[] times, boolean overall) {
        if (!overall) {
            return List.of();
        }
        return LinearAttack.on(times, told(times, true));
    }

    private static List<BitSet> one(Set<Integer> options) {
        return options.stream().map(number -> range(number - 1, number)).toList();
    }

    private static BitSet range(int from, int to) {
        BitSet range = new BitSet();
        range.set(from, to);
        return range;
    }
}
