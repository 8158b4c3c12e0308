package org.capaccueil.improvement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.junit.jupiter.api.Test;

class ImprovementActionTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate DUE = TODAY.plusDays(30);
    private static final LocalDate REVIEW = TODAY.plusDays(90);
    private static final PersonId OWNER = PersonId.random();
    private static final PersonId LEAD = PersonId.random();
    private static final PersonId MANAGER = PersonId.random();

    private final ImprovementAction action = new ImprovementAction(
            UUID.randomUUID(), EvaluationId.random(), 3, UUID.randomUUID(), "ACC-1", "Titre", NOW);

    @Test
    void aProposalMayHaveGapsAndItsReviewComesSixtyDaysAfterItsDueDate() {
        action.propose(new PlanProposal(" Former ", "", List.of(), "", null, DUE, null), NOW);

        assertThat(now().title()).isEqualTo("Former");
        assertThat(now().owner()).isNull();
        assertThat(now().reviewDate()).isEqualTo(DUE.plusDays(60));
    }

    @Test
    void whatCannotBeKeptIsRefusedAtItsField() {
        assertRefused("reviewDate", () -> propose(DUE, DUE));
        assertRefused("reviewDate", () -> propose(DUE, DUE.minusDays(1)));
        assertRefused("due", () -> propose(null, REVIEW));
        assertRefused("title", () -> action.propose(texts("x".repeat(201), "c", "e"), NOW));
        assertRefused("cause", () -> action.propose(texts("t", "x".repeat(2001), "e"), NOW));
        assertRefused("expectedEffect", () -> action.propose(texts("t", "c", "x".repeat(2001)), NOW));
        assertRefused(
                "whys[5]",
                () -> action.propose(
                        new PlanProposal("t", "c", List.of("1", "2", "3", "4", "5", "6"), "e", null, null, null), NOW));
        assertThat(now().title()).isEqualTo("Titre");
    }

    @Test
    void theFiveWhysKeepTheirPlacesAlsoWhenOneIsEmpty() {
        action.propose(new PlanProposal("t", "c", List.of("Un", "", "Trois\nlignes"), "e", null, null, null), NOW);
        assertThat(action.view().whys()).containsExactly("Un", "", "Trois lignes");
    }

    @Test
    void anActionUnderWayIsNotRewordedAnyMore() {
        started();
        assertThatThrownBy(() -> propose(DUE, REVIEW)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void nothingIsReportedBeforeThePlanIsSigned() {
        propose(DUE, REVIEW);
        assertThatThrownBy(() -> action.report(10, "note")).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> action.carriedOut(OWNER, "fait", NOW)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> action.abandon(MANAGER, "non", NOW)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void progressGoesFromZeroToAHundredWithANote() {
        started();
        action.report(0, "commencée");
        action.report(100, "presque");
        assertRefused("progress", () -> action.report(-1, "note"));
        assertRefused("progress", () -> action.report(101, "note"));
        assertRefused("note", () -> action.report(50, "  "));
        assertRefused("note", () -> action.report(50, "x".repeat(2001)));
        assertThat(now().progressNote()).isEqualTo("presque");
        assertThat(now().status()).isEqualTo(ActionStatus.IN_PROGRESS);
    }

    @Test
    void beingDoneIsNotAnEnd() {
        done(OWNER);
        assertThat(now().status()).isEqualTo(ActionStatus.DONE);
        assertThat(now().status().hasEnded()).isFalse();
        assertThat(now().progress()).isEqualTo(100);
        assertThatThrownBy(() -> action.report(50, "note")).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> action.carriedOut(OWNER, "encore", NOW)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void doneSaysWhatWasDone() {
        started();
        assertRefused("note", () -> action.carriedOut(OWNER, " ", NOW));
    }

    @Test
    void neitherItsOwnerNorWhoDidItVerifiesIt() {
        done(LEAD);
        for (PersonId partial : List.of(OWNER, LEAD)) {
            for (Consumer<PersonId> verdict : verdicts()) {
                assertThatThrownBy(() -> verdict.accept(partial)).isInstanceOf(NotAllowed.class);
            }
        }
        assertThat(now().status()).isEqualTo(ActionStatus.DONE);
    }

    @Test
    void itsEffectIsNotJudgedBeforeTheReviewDate() {
        done(OWNER);
        assertThatThrownBy(() -> action.effective(MANAGER, "vu", REVIEW.minusDays(1), NOW))
                .isInstanceOf(StepNoLongerOpen.class);
        action.effective(MANAGER, "vu", REVIEW, NOW);
        assertThat(now().status()).isEqualTo(ActionStatus.EFFECTIVE);
        assertThat(action.view().verifiedBy()).isEqualTo(MANAGER);
    }

    @Test
    void whatIsNotDoneIsNotVerified() {
        started();
        for (Consumer<PersonId> verdict : verdicts()) {
            assertThatThrownBy(() -> verdict.accept(MANAGER)).isInstanceOf(StepNoLongerOpen.class);
        }
    }

    @Test
    void aVerdictSaysWhy() {
        done(OWNER);
        assertRefused("note", () -> action.effective(MANAGER, "", REVIEW, NOW));
        assertRefused("note", () -> action.notEffective(MANAGER, "", REVIEW.plusDays(30), null, REVIEW, NOW));
        assertRefused("note", () -> action.abandonAtReview(MANAGER, "", REVIEW, NOW));
    }

    @Test
    void anActionWithoutEffectIsReopenedWithNewDates() {
        done(OWNER);
        LocalDate later = REVIEW.plusDays(30);

        action.notEffective(MANAGER, "Les délais n'ont pas baissé.", later, null, REVIEW, NOW);

        assertThat(now().status()).isEqualTo(ActionStatus.IN_PROGRESS);
        assertThat(now().progress()).isZero();
        assertThat(now().reopened()).isEqualTo(1);
        assertThat(now().due()).isEqualTo(later);
        assertThat(now().reviewDate()).isEqualTo(later.plusDays(60));
        assertThat(action.view().doneBy()).isNull();
    }

    @Test
    void reopeningNeedsDatesToComeInTheRightOrder() {
        done(OWNER);
        assertRefused("due", () -> action.notEffective(MANAGER, "non", null, null, REVIEW, NOW));
        assertRefused("due", () -> action.notEffective(MANAGER, "non", REVIEW.minusDays(1), null, REVIEW, NOW));
        assertRefused("reviewDate", () -> action.notEffective(MANAGER, "non", REVIEW, REVIEW, REVIEW, NOW));
        assertThat(now().status()).isEqualTo(ActionStatus.DONE);
    }

    @Test
    void anActionUnderWayIsAbandonedWithAReason() {
        started();
        assertRefused("note", () -> action.abandon(MANAGER, " ", NOW));
        action.abandon(MANAGER, "Le guichet ferme.", NOW);
        assertThat(now().status()).isEqualTo(ActionStatus.ABANDONED);
        assertThat(now().effectivenessNote()).isEqualTo("Le guichet ferme.");
        assertThatThrownBy(() -> action.abandon(MANAGER, "encore", NOW)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void moreTimeMovesTheReviewAlong() {
        started();
        action.extend(DUE.plusDays(10), TODAY);
        assertThat(now().due()).isEqualTo(DUE.plusDays(10));
        assertThat(now().reviewDate()).isEqualTo(REVIEW.plusDays(10));
        assertRefused("due", () -> action.extend(DUE.plusDays(10), TODAY));
        assertRefused("due", () -> action.extend(DUE.plusDays(20), DUE.plusDays(40)));
    }

    @Test
    void onlyWhatIsUnderWayAndPastItsDueDateIsOverdue() {
        started();
        assertThat(action.view().isOverdue(DUE)).isFalse();
        assertThat(action.view().isOverdue(DUE.plusDays(1))).isTrue();
        action.carriedOut(OWNER, "fait", NOW);
        assertThat(action.view().isOverdue(DUE.plusDays(1))).isFalse();
    }

    private List<Consumer<PersonId>> verdicts() {
        return List.of(
                by -> action.effective(by, "vu", REVIEW, NOW),
                by -> action.notEffective(by, "non", REVIEW.plusDays(9), null, REVIEW, NOW),
                by -> action.abandonAtReview(by, "non", REVIEW, NOW));
    }

    private Action now() {
        return action.view().action();
    }

    private static PlanProposal texts(String title, String cause, String effect) {
        return new PlanProposal(title, cause, List.of(), effect, null, null, null);
    }

    private void propose(@org.jspecify.annotations.Nullable LocalDate due, LocalDate review) {
        action.propose(new PlanProposal("Former", "Cause", List.of(), "Effet", OWNER, due, review), NOW);
    }

    private void started() {
        propose(DUE, REVIEW);
        action.start();
    }

    private void done(PersonId by) {
        started();
        action.carriedOut(by, "fait", NOW);
    }

    private static void assertRefused(String field, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                .isEqualTo(field));
    }
}
