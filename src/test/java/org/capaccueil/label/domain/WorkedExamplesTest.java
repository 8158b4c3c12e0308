package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.label.domain.CommuneScore.TeamTotal;
import org.capaccueil.label.process.DmnLabelTable;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Applicability;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every rule reckoned by hand. A criterion is written « code weight flags: place grade, … » with M mandatory, O rated once
 * for the organisation; criteria of a theme are joined by « ; », themes by « | » after their weight. « [counter] » before
 * them says which channels the team opens; without it, those that are graded. Grades are 0 to 4 (a quarter of 100 each), N
 * not applicable, - not rated; on panels they are points. The last column is the arithmetic.
 */
class WorkedExamplesTest {

    private static final LabelTable TABLE = new DmnLabelTable();
    private static final Scale FOUR = new Scale(
            "four",
            Scale.Kind.GRADES,
            List.of(
                    new Scale.Level(0, 0, "Absent"),
                    new Scale.Level(1, 40, "Partiel"),
                    new Scale.Level(2, 80, "Conforme"),
                    new Scale.Level(3, 100, "Maîtrisé")),
            List.of(),
            60,
            true);
    private static final Scale PANEL = panel("panel", List.of());
    private static final Scale PHASES = panel("phases", List.of(Place.PLAN, Place.DO, Place.CHECK, Place.ACT));
    private static final Scale RESULTS = panel("results", List.of(Place.TREND, Place.TARGET));

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
        assertThat(exact(sheet(file, SmallStandard.SCALE).total()))
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
        Scale used = Stream.of(FOUR, PANEL, PHASES, RESULTS)
                .filter(one -> one.code().equals(scale))
                .findFirst()
                .orElseThrow();

        assertThat(exact(sheet(file, used).total())).as(arithmetic).isEqualTo(total);
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
        Criterion criterion = criterion("A1", 1, "", List.of(Place.COUNTER), minimums);
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

    /** Besides majors and minors of this audit, one minor of the previous evaluation may have stayed open. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        one allowed and one             ! 1 ! 1 ! 0  ! false ! GOLD ! 1 is not over 1
        one allowed and two             ! 1 ! 2 ! 0  ! false ! NONE ! 2 are over 1
        one allowed, a major, a carried ! 1 ! 1 ! 0  ! true  ! NONE ! 1 + 1 are over 1
        two allowed, a major, a carried ! 2 ! 1 ! 0  ! true  ! GOLD ! 1 + 1 are not over 2
        two allowed, all three          ! 2 ! 1 ! 5  ! true  ! NONE ! 1 + 1 + 5 / 5 are over 2
        three allowed, all three        ! 3 ! 1 ! 5  ! true  ! GOLD ! 1 + 1 + 5 / 5 are not over 3
        nine minors are one             ! 1 ! 0 ! 9  ! false ! GOLD ! 9 / 5 is 1, the rest does not count
        ten minors are two              ! 1 ! 0 ! 10 ! false ! NONE ! 10 / 5 is 2
        four minors and a carried       ! 0 ! 0 ! 4  ! true  ! NONE ! a carried one is a major, not a fifth minor
        four and a carried, one allowed ! 1 ! 0 ! 4  ! true  ! GOLD ! 0 + 1 + 0
        """)
    void openNonconformitiesTogether(
            String rule, int allowed, int majors, int minors, boolean carried, String level, String why) {
        String file = "1 = A1 9: counter 4 ; A2 1: counter 4, phone 2";
        ScoreSheet sheet = sheet(file, SmallStandard.SCALE);
        Nonconformity earlier = new Nonconformity(3, false, "A2", Place.PHONE, true, true);
        List<CarriedOver> left = carried
                ? List.of(CarriedOver.of("Printemps 2026", earlier, sheet, List.of(), List.<Action>of()))
                : List.of();

        LabelVerdict verdict = LabelTest.on(
                standard(file, SmallStandard.SCALE).withRules(rules(allowed, true)),
                facts(sheet, nonconformities(minors, majors, true), left, new IndicatorCoverage(5, 5, List.of()), true),
                TABLE);

        // (9 x 100 + (100 + 50) / 2) / 10 = 97.5: the ratings are gold
        assertThat(level(verdict)).as(why).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        signed and planned   ! true  ! true  ! GOLD ! nothing is missing
        the plan unsigned    ! false ! true  ! NONE ! leadership has to sign
        the minor unplanned  ! true  ! false ! NONE ! one minor is open, and no accepted action answers it
        """)
    void thePlan(String rule, boolean signed, boolean planned, String level, String why) {
        String file = "1 = A1 1: counter 4";

        LabelVerdict verdict = LabelTest.on(
                standard(file, SmallStandard.SCALE),
                facts(
                        sheet(file, SmallStandard.SCALE),
                        nonconformities(1, 0, planned),
                        List.of(),
                        new IndicatorCoverage(5, 5, List.of()),
                        signed),
                TABLE);

        assertThat(level(verdict)).as(why).isEqualTo(level);
    }

    /** On 0, 40, 80 and 100 as on any other scale: mandatory needs 75 points, whatever the grade is called. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
        all at 80              ! 1 = A1 1: counter 2                           ! SILVER ! 80 is over 75 and under 85
        exactly 60             ! 1 = A1 1: counter 1, phone 2                  ! BRONZE ! (40 + 80) / 2
        mandatory at 80        ! 1 = A1 1 M: counter 2 ; A2 1: counter 3       ! GOLD   ! 80 is over 75; (80 + 100) / 2 = 90
        mandatory at 40        ! 1 = A1 1 M: counter 1 ; A2 9: counter 3       ! NONE   ! 40 is under 75, total 94
        """)
    void theLevelOnFourGrades(String rule, String file, String level, String why) {
        LabelVerdict verdict = LabelTest.on(
                standard(file, FOUR),
                facts(sheet(file, FOUR), List.of(), List.of(), new IndicatorCoverage(5, 5, List.of()), true),
                TABLE);

        assertThat(level(verdict)).as(why).isEqualTo(level);
    }

    private static LabelFacts facts(
            ScoreSheet sheet,
            List<Nonconformity> found,
            List<CarriedOver> carried,
            IndicatorCoverage indicators,
            boolean signed) {
        return new LabelFacts(sheet, found, carried, indicators, signed, new Points(Map.of()));
    }

    private static List<Nonconformity> nonconformities(int minors, int majors, boolean planned) {
        return Stream.concat(
                        IntStream.rangeClosed(1, minors)
                                .mapToObj(n -> new Nonconformity(n, false, "A1", Place.COUNTER, true, planned)),
                        IntStream.rangeClosed(1, majors)
                                .mapToObj(n -> new Nonconformity(90 + n, true, "A1", Place.COUNTER, true, planned)))
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
        ScoreSheet sheet = sheet(file, SmallStandard.SCALE);
        Nonconformity earlier = new Nonconformity(3, false, "A1", Place.PHONE, true, true);
        List<CarriedOver> carried =
                List.of(CarriedOver.of("Printemps 2026", earlier, sheet, List.of(), List.<Action>of()));
        Standard standard = standard(file, SmallStandard.SCALE).withRules(rules(0, flag));

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
                standard(file, SmallStandard.SCALE),
                facts(
                        sheet(file, SmallStandard.SCALE),
                        found,
                        carried,
                        new IndicatorCoverage(required, measured, List.of("TEL")),
                        true),
                TABLE);
    }

    private static String level(LabelVerdict verdict) {
        return verdict.level() == null ? "NONE" : verdict.level().name();
    }

    private static LabelRules rules(int maxOpenMajor, boolean carriedOverIsMajor) {
        LabelRules usual = SmallStandard.RULES;
        return new LabelRules(
                usual.levels(),
                usual.mandatoryMin(),
                maxOpenMajor,
                usual.minorToMajorCount(),
                carriedOverIsMajor,
                usual.maxNaWeightSharePerTheme(),
                usual.indicatorCoverageMin(),
                usual.validity(),
                usual.reportDays(),
                usual.correction(),
                null);
    }

    // ---- reading the notation

    private static ScoreSheet sheet(String file, Scale scale) {
        Ratings ratings = new Ratings();
        for (Line line : lines(file)) {
            line.grades().forEach((place, grade) -> {
                if (!grade.equals("-")) {
                    ratings.put(
                            line.code(),
                            place,
                            grade.equals("N") ? Grade.notApplicable("raison") : Grade.of(Integer.parseInt(grade)));
                }
            });
        }
        return ScoreSheet.of(standard(file, scale), new TeamScope(open(file), true), ratings);
    }

    private static Set<Channel> open(String file) {
        Stream<Place> places = file.startsWith("[")
                ? Arrays.stream(file.substring(1, file.indexOf(']')).split(" ")).map(WorkedExamplesTest::place)
                : lines(file).stream().flatMap(line -> line.grades().keySet().stream());
        Set<Channel> open = EnumSet.noneOf(Channel.class);
        places.map(Place::channel).filter(Objects::nonNull).forEach(open::add);
        return open;
    }

    private static String[] themes(String file) {
        return file.substring(file.indexOf(']') + 1).split("\\|");
    }

    private static Standard standard(String file, Scale scale) {
        Map<Integer, List<Criterion>> byTheme = lines(file).stream()
                .collect(Collectors.groupingBy(
                        Line::theme,
                        java.util.TreeMap::new,
                        Collectors.mapping(
                                line -> criterion(
                                        line.code(),
                                        line.weight(),
                                        line.flags(),
                                        List.copyOf(line.grades().keySet()),
                                        Map.of()),
                                Collectors.toList())));
        List<Theme> themes = new ArrayList<>();
        String[] weights = themes(file);
        byTheme.forEach((number, criteria) -> themes.add(new Theme(
                "T" + number,
                "Thème " + number,
                null,
                null,
                scale.code(),
                Integer.parseInt(weights[number].split("=")[0].strip()),
                criteria)));
        return new Standard(
                "HAND",
                "1",
                Standard.Kind.CHECKLIST,
                "À la main",
                null,
                null,
                null,
                null,
                List.of(scale),
                themes,
                SmallStandard.RULES,
                List.of(),
                null);
    }

    private record Line(int theme, String code, int weight, String flags, Map<Place, String> grades) {}

    private static List<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        String[] themes = themes(file);
        for (int theme = 0; theme < themes.length; theme++) {
            for (String text : themes[theme].split("=")[1].split(";")) {
                String[] head = text.strip().split(":")[0].split(" ");
                Map<Place, String> grades = new EnumMap<>(Place.class);
                for (String grade : text.strip().split(":")[1].split(",")) {
                    String[] words = grade.strip().split(" ");
                    grades.put(place(words[0]), words[1]);
                }
                lines.add(new Line(theme, head[0], Integer.parseInt(head[1]), head.length > 2 ? head[2] : "", grades));
            }
        }
        return lines;
    }

    private static Place place(String word) {
        return Arrays.stream(Place.values())
                .filter(place -> place.name().toLowerCase(java.util.Locale.ROOT).startsWith(word))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Criterion criterion(
            String code, int weight, String flags, List<Place> places, Map<LabelLevel, BigDecimal> minimums) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        places.stream().map(Place::channel).filter(Objects::nonNull).forEach(channels::add);
        return new Criterion(
                code,
                "Critère " + code,
                null,
                channels,
                weight,
                flags.contains("M"),
                true,
                Applicability.EVERY_TEAM,
                minimums,
                List.of(),
                List.of(),
                flags.contains("O") ? Scope.ORGANISATION : Scope.UNIT,
                null,
                null);
    }

    private static Scale panel(String code, List<Place> facets) {
        return new Scale(code, Scale.Kind.PANEL, List.of(new Scale.Level(100, 100, "Bande")), facets, 70, true);
    }

    private static String exact(Score score) {
        return score == null ? "none" : score.exact().toString().replace(" ", "");
    }
}
