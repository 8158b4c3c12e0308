package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capaccueil.label.domain.CommuneScore.TeamTotal;
import org.capaccueil.label.domain.Nonconformity.Answer;
import org.capaccueil.label.process.DmnLabelTable;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule reckoned by hand, written as {@link HandWritten} says. The last column is the arithmetic. */
class WorkedExamplesTest {

    private static final LabelTable TABLE = new DmnLabelTable();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        one place                    ! 1 = A1 3: counter 3                             ! 75     ! 3 of 4 quarters, whatever the weight
        one channel open             ! [counter] 1 = A1 3: counter 3, phone 0          ! 75     ! the 0 is of a channel the team does not hold
        mandatory, one channel open  ! [counter] 1 = A1 3 M: counter 3, phone 0        ! 75     ! the lower of 75 alone
        a criterion of a closed one  ! [counter] 1 = A1 1: counter 2 ; A2 9: phone 4   ! 50     ! 1 x 50 / 1: A2 is not asked
        open and not rated           ! [counter phone] 1 = A1 1: counter 3             ! 75     ! 75 / 1: nobody asks A1 by phone
        mean of channels             ! 1 = A1 1: counter 4, phone 1                    ! 125/2  ! (100 + 25) / 2
        mandatory, worst channel     ! 1 = A1 1 M: counter 4, phone 1                  ! 25     ! the lower of 100 and 25
        weights of criteria          ! 1 = A1 3: counter 2 ; A2 2: counter 3           ! 60     ! (3 x 50 + 2 x 75) / 5
        weights of themes            ! 2 = A1 1: counter 4 | 1 = B1 1: counter 1       ! 75     ! (2 x 100 + 1 x 25) / 3
        0 counts                     ! 1 = A1 1: counter 4, phone 0                    ! 50     ! (100 + 0) / 2
        not applicable leaves        ! 1 = A1 1: counter 4, phone N                    ! 100    ! 100 / 1
        not rated leaves             ! 1 = A1 1: counter 4, phone -                    ! 100    ! 100 / 1, but nobody gets a label on it
        a criterion not applicable   ! 1 = A1 9: counter N ; A2 1: counter 2           ! 50     ! 1 x 50 / 1: its weight leaves too
        a theme all not applicable   ! 5 = A1 1: counter N | 1 = B1 1: counter 3       ! 75     ! 1 x 75 / 1: its weight leaves too
        everything not applicable    ! 1 = A1 1: counter N                             ! none   ! no score, which is not 0
        everything 0                 ! 1 = A1 1: counter 0                             ! 0      ! a score, which is not none
        organisation, rated once     ! 1 = A1 1: counter 4, phone 4 ; A2 3 O: org 0    ! 25     ! (1 x 100 + 3 x 0) / 4: one rating, not one a channel
        thirds stay thirds           ! 1 = A1 1: counter 4, phone 3, mail 3            ! 250/3  ! (100 + 75 + 75) / 3
        74.96                        ! 1 = A1 624: counter 3 ; A2 1: counter 2         ! 1874/25 ! (624 x 75 + 1 x 50) / 625
        """)
    void scoresOnGrades(String rule, String file, String total, String arithmetic) {
        assertThat(exact(HandWritten.sheet(file, SmallStandard.SCALE).total()))
                .as(arithmetic)
                .isEqualTo(total);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        four grades                  ! four    ! 1 = A1 1: counter 1, phone 2                            ! 60    ! (40 + 80) / 2
        four grades, worst channel   ! four    ! 1 = A1 1 M: counter 1, phone 3                          ! 40    ! the lower of 40 and 100
        four grades, weighted        ! four    ! 1 = A1 3: counter 1 ; A2 1: counter 3                   ! 55    ! (3 x 40 + 1 x 100) / 4
        classical panel              ! panel   ! 1 = A1 1: team 37                                       ! 37    ! the points themselves
        PDCA fine-tuned, enabler     ! phases  ! 1 = A1 1: plan 40, do 35, check 20, act 10              ! 105/4 ! (40 + 35 + 20 + 10) / 4
        PDCA fine-tuned, result      ! results ! 1 = A1 1: trend 60, target 35                           ! 95/2  ! (60 + 35) / 2
        a phase not applicable       ! phases  ! 1 = A1 1: plan 40, do 35, check N, act 30               ! 35    ! (40 + 35 + 30) / 3
        mandatory panel, worst phase ! phases  ! 1 = A1 1 M: plan 40, do 35, check 20, act 10            ! 10    ! the lowest of the four
        sub-criteria of one theme    ! panel   ! 1 = A1 1: team 40 ; A2 1: team 45 ; A3 1: team 50       ! 45    ! (40 + 45 + 50) / 3
        """)
    void scoresOnOtherScales(String rule, String scale, String file, String total, String arithmetic) {
        Scale used = Stream.of(HandWritten.FOUR, HandWritten.PANEL, HandWritten.PHASES, HandWritten.RESULTS)
                .filter(one -> one.code().equals(scale))
                .findFirst()
                .orElseThrow();

        assertThat(exact(HandWritten.sheet(file, used).total())).as(arithmetic).isEqualTo(total);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        weighted by contacts   ! Mairie 12000 60, Annexe 3000 85         ! 65     ! Mairie ! (12 000 x 60 + 3 000 x 85) / 15 000
        the lowest is named    ! Mairie 9000 80, Annexe 1000 30          ! 75     ! Annexe ! (9 000 x 80 + 1 000 x 30) / 10 000
        nobody counts contacts ! Mairie 0 80, Annexe 0 30                ! 55     ! Annexe ! (80 + 30) / 2
        one does not           ! Mairie 5000 80, Annexe 0 30             ! 80     ! Annexe ! 5 000 x 80 / 5 000
        thirds                 ! A 1 100, B 1 100, C 1 50                ! 250/3  ! C      ! (100 + 100 + 50) / 3
        """)
    void theScoreOfTheCommune(String rule, String teams, String total, String lowest, String arithmetic) {
        CommuneScore commune = CommuneScore.of(Arrays.stream(teams.split(", "))
                        .map(team -> team.split(" "))
                        .map(team ->
                                new TeamTotal(team[0], Integer.parseInt(team[1]), Score.of(Integer.parseInt(team[2]))))
                        .toList())
                .orElseThrow();

        assertThat(exact(commune.total())).as(arithmetic).isEqualTo(total);
        assertThat(commune.lowest().team()).isEqualTo(lowest);
    }

    /** Levels on the usual rules: bronze 60/50, silver 75/60, gold 85/70, mandatory 75, sans objet at most 20 %. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        everything mastered             ! 1 = A1 1: counter 4                                     ! GOLD   ! 100 and 100
        everything conform              ! 1 = A1 1: counter 3                                     ! SILVER ! 75 is enough for 75
        74.96 is not 75                 ! 1 = A1 624: counter 3 ; A2 1: counter 2                 ! BRONZE ! 1874/25 is under 75
        exactly 60                      ! 1 = A1 3: counter 2 ; A2 2: counter 3                   ! BRONZE ! (3 x 50 + 2 x 75) / 5 = 60
        59.995 is not 60                ! 1 = A1 3001: counter 2 ; A2 1999: counter 3             ! NONE   ! (3 001 x 50 + 1 999 x 75) / 5 000
        exactly 85                      ! 1 = A1 3: counter 3 ; A2 2: counter 4                   ! GOLD   ! (3 x 75 + 2 x 100) / 5 = 85
        84.995 is not 85                ! 1 = A1 3001: counter 3 ; A2 1999: counter 4             ! SILVER ! (3 001 x 75 + 1 999 x 100) / 5 000
        a theme exactly at 50           ! 1 = A1 1: counter 2 | 1 = B1 1: counter 3               ! BRONZE ! A is 50; (50 + 75) / 2 = 62.5
        a theme exactly at 60           ! 1 = A1 3: counter 2 ; A2 2: counter 3 | 1 = B1 1: counter 4 ! SILVER ! A is 60; (60 + 100) / 2 = 80
        a theme exactly at 70           ! 1 = A1 4: counter 3 ; A2 1: counter 2 | 1 = B1 1: counter 4 ! GOLD ! A is (4 x 75 + 50) / 5 = 70; (70 + 100) / 2 = 85
        a theme just under 70           ! 1 = A1 796: counter 3 ; A2 204: counter 2 | 2 = B1 1: counter 4 ! SILVER ! A is 69.9; (69.9 + 2 x 100) / 3 = 89.96
        a theme just under 60           ! 1 = A1 601: counter 2 ; A2 399: counter 3 | 1 = B1 1: counter 4 ! BRONZE ! A is 59.975; total 79.98
        a theme just under 50           ! 1 = A1 999: counter 2 ; A2 1: counter 1 | 1 = B1 1: counter 4 ! NONE ! A is 49.975; total 74.98
        a weak theme under a good total ! 9 = A1 1: counter 4 | 1 = B1 4: counter 2 ; B2 1: counter 1 ! NONE ! total 94.5, but B = (4 x 50 + 25) / 5 = 45, under 50
        one mandatory channel           ! 1 = A1 9: counter 4 ; A2 1 M: counter 4, phone 2        ! NONE   ! total 95, but 50 by phone
        mandatory not applicable        ! 1 = A1 9: counter 4 ; A2 1 M: counter N                 ! NONE   ! a mandatory criterion is never without object
        sans objet exactly 20 %         ! 1 = A1 4: counter 4 ; A2 1: counter N                   ! GOLD   ! 1 / 5
        sans objet just above           ! 1 = A1 399: counter 4 ; A2 100: counter N               ! NONE   ! 100 / 499 is 20.04 %
        half a criterion sans objet     ! 1 = A1 3: counter 4 ; A2 2: counter N, phone 4          ! GOLD   ! 2 x 1/2 / 5 = 20 %
        a rating is missing             ! 1 = A1 1: counter 4, phone -                            ! NONE   ! not rated is not without object
        all of a theme sans objet       ! 1 = A1 1: counter 4 | 1 = B1 1: counter N               ! NONE   ! 100 % of theme B
        """)
    void theLevelByTheRatings(String rule, String file, String level, String why) {
        assertThat(level(judge(file, List.of(), List.of(), 5, 5))).as(why).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        no minimum                 ! -         ! 3 ! SILVER ! 75
        gold wants 80 of it        ! GOLD 80   ! 4 ! GOLD   ! 100 is over 80
        silver wants 80 of it      ! SILVER 80 ! 3 ! BRONZE ! 75 is under 80, and bronze has no minimum
        a minimum exactly reached  ! SILVER 75 ! 3 ! SILVER ! 75
        bronze wants 80 of it      ! BRONZE 80 ! 3 ! NONE   ! 75 is under 80, and what bronze asks silver and gold ask too
        bronze's 80 is met         ! BRONZE 80 ! 4 ! GOLD   ! 100 is over 80 at every level
        """)
    void theMinimumOfACriterionForALevel(String rule, String minimum, int grade, String level, String why) {
        Map<LabelLevel, BigDecimal> minimums = new EnumMap<>(LabelLevel.class);
        if (!minimum.equals("-")) {
            minimums.put(LabelLevel.valueOf(minimum.split(" ")[0]), new BigDecimal(minimum.split(" ")[1]));
        }
        Criterion criterion = HandWritten.criterion("A1", 1, "", List.of(Place.COUNTER), minimums);
        Standard standard = SmallStandard.of(SmallStandard.theme("A", "Accès", 1, List.of(criterion)));
        ScoreSheet sheet = ScoreSheet.of(
                standard,
                new TeamScope(EnumSet.of(Channel.COUNTER), true),
                new Ratings().put("A1", Place.COUNTER, Grade.of(grade)));

        assertThat(level(LabelTest.on(
                        standard,
                        facts(sheet, List.of(), List.of(), new IndicatorCoverage(5, 5, List.of()), true),
                        TABLE)))
                .as(why)
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        four minors                ! 4 ! 0 ! GOLD ! four are four
        the fifth minor            ! 5 ! 0 ! NONE ! five are a major
        a major                    ! 0 ! 1 ! NONE ! one open major is one too many
        both                       ! 4 ! 1 ! NONE ! the major
        """)
    void openNonconformities(String rule, int minors, int majors, String level, String why) {
        List<Nonconformity> all = nonconformities(minors, majors, true);

        assertThat(level(judge("1 = A1 1: counter 4", all, List.of(), 5, 5)))
                .as(why)
                .isEqualTo(level);
    }

    static LabelFacts facts(
            ScoreSheet sheet,
            List<Nonconformity> found,
            List<CarriedOver> carried,
            IndicatorCoverage indicators,
            boolean signed) {
        return new LabelFacts(sheet, found, carried, indicators, signed, new Points(Map.of()));
    }

    static List<Nonconformity> nonconformities(int minors, int majors, boolean planned) {
        return Stream.concat(
                        IntStream.rangeClosed(1, minors)
                                .mapToObj(n -> new Nonconformity(
                                        n,
                                        false,
                                        "A1",
                                        Place.COUNTER,
                                        true,
                                        planned ? Answer.PLANNED : Answer.NONE,
                                        null)),
                        IntStream.rangeClosed(1, majors)
                                .mapToObj(n -> new Nonconformity(
                                        90 + n,
                                        true,
                                        "A1",
                                        Place.COUNTER,
                                        true,
                                        planned ? Answer.PLANNED : Answer.NONE,
                                        null)))
                .toList();
    }

    /** Minor no 3 of the previous evaluation, on A1 by phone, was still open when it closed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        still under conform       ! counter 4, phone 2 ! true  ! NONE   ! 50 by phone is under 75: it counts as a major
        not rated this time       ! counter 4, phone - ! true  ! NONE   ! nobody has seen it conform
        found conform             ! counter 4, phone 3 ! true  ! GOLD   ! this audit closes it; (1 x 87.5 + 9 x 100) / 10 = 98.75
        found without object      ! counter 4, phone N ! true  ! GOLD   ! nothing is left that could be conform; half of 1 of 10 is set aside
        the flag is off           ! counter 4, phone 2 ! false ! GOLD   ! (9 x 100 + 75) / 10 = 97.5 and no major
        no longer asked by phone  ! counter 4          ! true  ! GOLD   ! the team has no telephone any more
        """)
    void aMinorCarriedOver(String rule, String grades, boolean flag, String level, String why) {
        String file = "1 = A1 1: " + grades + " ; A2 9: counter 4";
        ScoreSheet sheet = HandWritten.sheet(file, SmallStandard.SCALE);
        Nonconformity earlier = new Nonconformity(3, false, "A1", Place.PHONE, true, Answer.PLANNED, null);
        List<CarriedOver> carried = List.of(CarriedOver.of(
                "Printemps 2026", earlier, new ConcludedAudit("Printemps 2028", sheet, List.of(), List.of())));
        Standard standard = HandWritten.standard(file, SmallStandard.SCALE).withRules(rules(flag));

        LabelVerdict verdict = LabelTest.on(
                standard, facts(sheet, List.of(), carried, new IndicatorCoverage(5, 5, List.of()), true), TABLE);

        assertThat(level(verdict)).as(why).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        exactly 80 %      ! 8   ! 10  ! GOLD ! 8 / 10
        just under        ! 799 ! 1000 ! NONE ! 79.9 %
        none required     ! 0   ! 0   ! GOLD ! nothing asked, nothing missing
        """)
    void indicatorsMeasured(String rule, int measured, int required, String level, String why) {
        assertThat(level(judge("1 = A1 1: counter 4", List.of(), List.of(), measured, required)))
                .as(why)
                .isEqualTo(level);
    }

    private static LabelVerdict judge(
            String file, List<Nonconformity> found, List<CarriedOver> carried, int measured, int required) {
        return LabelTest.on(
                HandWritten.standard(file, SmallStandard.SCALE),
                facts(
                        HandWritten.sheet(file, SmallStandard.SCALE),
                        found,
                        carried,
                        new IndicatorCoverage(required, measured, List.of("TEL")),
                        true),
                TABLE);
    }

    private static String level(LabelVerdict verdict) {
        return verdict.level() == null ? "NONE" : verdict.level().name();
    }

    private static LabelRules rules(boolean carriedOverIsMajor) {
        LabelRules usual = SmallStandard.RULES;
        return new LabelRules(
                usual.levels(),
                usual.mandatoryMin(),
                usual.maxOpenMajor(),
                usual.minorToMajorCount(),
                carriedOverIsMajor,
                usual.maxNaWeightSharePerTheme(),
                usual.indicatorCoverageMin(),
                usual.validity(),
                usual.reportDays(),
                usual.correction(),
                null);
    }

    private static String exact(Score score) {
        return score == null ? "none" : score.exact().toString().replace(" ", "");
    }
}
