package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.capaccueil.label.domain.Nonconformity.Answer;
import org.capaccueil.label.process.DmnLabelTable;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside the ratings, reckoned by hand; written as {@link HandWritten} says, the last column is the why. */
class WorkedLevelsTest {

    private static final LabelTable TABLE = new DmnLabelTable();
    private static final IndicatorCoverage MEASURED = new IndicatorCoverage(5, 5, List.of());

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
        ScoreSheet sheet = HandWritten.sheet(file, SmallStandard.SCALE);
        Nonconformity earlier = new Nonconformity(3, false, "A2", Place.PHONE, true, Answer.PLANNED, null);
        List<CarriedOver> left = carried
                ? List.of(CarriedOver.of(
                        "Printemps 2026", earlier, new ConcludedAudit("Printemps 2028", sheet, List.of(), List.of())))
                : List.of();

        LabelVerdict verdict = LabelTest.on(
                HandWritten.standard(file, SmallStandard.SCALE).withRules(rules(allowed)),
                WorkedExamplesTest.facts(
                        sheet, WorkedExamplesTest.nonconformities(minors, majors, true), left, MEASURED, true),
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
                HandWritten.standard(file, SmallStandard.SCALE),
                WorkedExamplesTest.facts(
                        HandWritten.sheet(file, SmallStandard.SCALE),
                        WorkedExamplesTest.nonconformities(1, 0, planned),
                        List.of(),
                        MEASURED,
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
                HandWritten.standard(file, HandWritten.FOUR),
                WorkedExamplesTest.facts(
                        HandWritten.sheet(file, HandWritten.FOUR), List.of(), List.of(), MEASURED, true),
                TABLE);

        assertThat(level(verdict)).as(why).isEqualTo(level);
    }

    private static LabelRules rules(int maxOpenMajor) {
        LabelRules usual = SmallStandard.RULES;
        return new LabelRules(
                usual.levels(),
                usual.mandatoryMin(),
                maxOpenMajor,
                usual.minorToMajorCount(),
                usual.carriedOverMinorIsMajor(),
                usual.maxNaWeightSharePerTheme(),
                usual.indicatorCoverageMin(),
                usual.validity(),
                usual.reportDays(),
                usual.correction(),
                null);
    }

    private static String level(LabelVerdict verdict) {
        return verdict.level() == null ? "NONE" : verdict.level().name();
    }
}
