package org.capaccueil.improvement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.LabelRules.CorrectionDelays;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate CLOSING = TODAY.plusMonths(12);
    private static final CorrectionDelays DELAYS = new CorrectionDelays(15, 2, 9);
    private static final PersonId OWNER = PersonId.random();
    private static final PersonId MANAGER = PersonId.random();

    private final Finding major = finding(1, FindingKind.MAJOR);
    private final Finding minor = finding(2, FindingKind.MINOR);
    private final Finding opportunity = finding(3, FindingKind.OPPORTUNITY);
    private final Finding strength = finding(4, FindingKind.STRENGTH);

    @Test
    void everyNonconformityNeedsAnActionAndNothingElseDoes() {
        PlanCheck check = check(List.of(), major, minor, opportunity, strength);
        assertThat(check.gaps())
                .extracting(PlanCheck.Gap::sentence)
                .satisfiesExactly(one -> assertThat(one).contains("constat n° 1", "majeure"), two -> assertThat(two)
                        .contains("constat n° 2", "mineure"));
    }

    @Test
    void aPlanWithoutNonconformityMayBeEmpty() {
        assertThat(check(List.of(), opportunity, strength).isComplete()).isTrue();
    }

    @Test
    void aCompleteActionLeavesNothingToDo() {
        assertThat(check(List.of(action(minor, OWNER, TODAY.plusDays(30))), minor)
                        .gaps())
                .isEmpty();
    }

    @Test
    void everyGapNamesItsField() {
        ImprovementAction empty =
                new ImprovementAction(UUID.randomUUID(), EvaluationId.random(), 1, minor.id(), "A", "", Instant.EPOCH);
        assertThat(check(List.of(empty), minor).gaps())
                .extracting(PlanCheck.Gap::field)
                .containsExactly("title", "cause", "expectedEffect", "owner", "due");
    }

    @Test
    void dueDatesLieBetweenTodayAndTheClosingOfTheCampaign() {
        assertGap("due", "déjà passée", action(minor, OWNER, TODAY.minusDays(1)));
        assertThat(check(List.of(action(minor, OWNER, TODAY)), minor).gaps()).isEmpty();
        assertThat(check(List.of(action(minor, OWNER, CLOSING)), minor).gaps()).isEmpty();
        assertGap("due", "01/03/2028", action(minor, OWNER, CLOSING.plusDays(1)));
    }

    @Test
    void theOwnerHasAnAccountAndIsNotTheOnlyOneWhoCouldVerify() {
        assertGap("owner", "n'a plus de compte", action(minor, PersonId.random(), TODAY));
        assertGap("owner", "seule à pouvoir", action(minor, MANAGER, TODAY));
    }

    @Test
    void aLateMajorOrMinorIsAWarningAfterTheMonthsOfTheStandard() {
        LocalDate two = TODAY.plusMonths(2);
        LocalDate nine = TODAY.plusMonths(9);
        assertThat(warnings(major, two)).isEmpty();
        assertThat(warnings(major, two.plusDays(1))).singleElement().satisfies(warning -> {
            assertThat(warning.sentence()).contains("2 mois", "01/05/2027");
            assertThat(warning.field()).isEqualTo("due");
        });
        assertThat(warnings(minor, two.plusDays(1))).isEmpty();
        assertThat(warnings(minor, nine.plusDays(1))).hasSize(1);
        assertThat(warnings(opportunity, nine.plusDays(1))).isEmpty();
    }

    private List<PlanCheck.Gap> warnings(Finding finding, LocalDate due) {
        PlanCheck check = check(List.of(action(finding, OWNER, due)), finding);
        assertThat(check.isComplete()).as("a warning holds nothing back").isTrue();
        return check.warnings();
    }

    private void assertGap(String field, String words, ImprovementAction action) {
        assertThat(check(List.of(action), minor).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.field()).isEqualTo(field);
            assertThat(gap.sentence()).contains(words);
        });
    }

    private static PlanCheck check(List<ImprovementAction> actions, Finding... findings) {
        return PlanCheck.of(
                actions.stream().map(ImprovementAction::view).toList(),
                List.of(findings),
                new PlanCheck.Frame(TODAY, TODAY, CLOSING, DELAYS, Set.of(OWNER, MANAGER), Set.of(MANAGER)));
    }

    private static ImprovementAction action(Finding finding, @Nullable PersonId owner, LocalDate due) {
        ImprovementAction action = new ImprovementAction(
                UUID.randomUUID(), EvaluationId.random(), 1, finding.id(), "ACC-1", "T", Instant.EPOCH);
        action.propose(new PlanProposal("T", "C", List.of(), "E", owner, due, null), Instant.EPOCH);
        return action;
    }

    private static Finding finding(int number, FindingKind kind) {
        return new Finding(UUID.randomUUID(), number, kind, "ACC-1", Place.COUNTER, "Texte", "Base", null, null);
    }
}
