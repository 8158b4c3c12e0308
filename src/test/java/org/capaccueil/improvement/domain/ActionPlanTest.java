package org.capaccueil.improvement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.ActionPlans.Signature;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.junit.jupiter.api.Test;

class ActionPlanTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final PersonId LEAD = PersonId.random();
    private static final PersonId MANAGER = PersonId.random();
    private static final PersonId DIRECTOR = PersonId.random();
    private static final UUID REPORT = UUID.randomUUID();
    private static final String SHA = "a".repeat(64);

    private final ActionPlan plan = new ActionPlan(EvaluationId.random(), NOW);

    @Test
    void aPlanGoesFromItsProposalToItsSignature() {
        assertThat(plan.status()).isEqualTo(PlanStatus.PROPOSING);
        plan.submit(LEAD, NOW);
        assertThat(plan.status()).isEqualTo(PlanStatus.IN_REVIEW);
        plan.accept(MANAGER, "", NOW);
        plan.printed(REPORT, SHA);
        assertThat(plan.status()).isEqualTo(PlanStatus.TO_SIGN);

        plan.sign(DIRECTOR, "Philippe Garnier", "Directeur général des services", SHA, NOW);

        assertThat(plan.status()).isEqualTo(PlanStatus.SIGNED);
        assertThat(plan.signature())
                .isEqualTo(new Signature(
                        DIRECTOR, "Philippe Garnier", "Directeur général des services", NOW, REPORT, SHA, 1));
    }

    @Test
    void aPlanInReviewOrLaterIsNotChanged() {
        plan.submit(LEAD, NOW);
        assertThatThrownBy(plan::requireProposing).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(plan::nextNumber).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> plan.submit(LEAD, NOW)).isInstanceOf(StepNoLongerOpen.class);
        plan.accept(MANAGER, "", NOW);
        assertThatThrownBy(plan::requireProposing).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aReturnedPlanIsProposedAgainWithItsReasonKept() {
        plan.submit(LEAD, NOW);

        plan.giveBack(MANAGER, " Précisez les causes. ", NOW);

        assertThat(plan.status()).isEqualTo(PlanStatus.PROPOSING);
        assertThat(plan.state().edition()).isEqualTo(1);
        assertThat(plan.state().returned()).isEqualTo(new PlanState.Decision(MANAGER, NOW, "Précisez les causes."));
    }

    @Test
    void givingBackNeedsAReason() {
        plan.submit(LEAD, NOW);
        assertThatThrownBy(() -> plan.giveBack(MANAGER, " ", NOW))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"));
        assertThatThrownBy(() -> plan.giveBack(MANAGER, "x".repeat(2001), NOW)).hasMessageContaining("2000");
        assertThat(plan.status()).isEqualTo(PlanStatus.IN_REVIEW);
    }

    @Test
    void whoProposedDoesNotReview() {
        plan.submit(MANAGER, NOW);
        assertThatThrownBy(() -> plan.accept(MANAGER, "", NOW)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> plan.giveBack(MANAGER, "non", NOW)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoProposedOrReviewedNeitherSignsNorSendsBack() {
        readyToSign();
        for (PersonId partial : new PersonId[] {LEAD, MANAGER}) {
            assertThatThrownBy(() -> plan.sign(partial, "N", "C", SHA, NOW)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> plan.sendBack(partial, "non", SHA, NOW)).isInstanceOf(NotAllowed.class);
        }
        assertThat(plan.signature()).isNull();
    }

    @Test
    void nothingIsSignedBeforeItsFileIsPrinted() {
        plan.submit(LEAD, NOW);
        plan.accept(MANAGER, "", NOW);
        assertThatThrownBy(() -> plan.sign(DIRECTOR, "N", "C", SHA, NOW)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void onlyTheFileThatWasReadIsSigned() {
        readyToSign();
        assertThatThrownBy(() -> plan.sign(DIRECTOR, "N", "C", "b".repeat(64), NOW))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("nouveau PDF");
        assertThatThrownBy(() -> plan.sendBack(DIRECTOR, "non", "b".repeat(64), NOW))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThat(plan.status()).isEqualTo(PlanStatus.TO_SIGN);
    }

    @Test
    void aPlanSentBackBecomesANewEditionAndItsOldFileCannotBeSignedAnyMore() {
        readyToSign();

        plan.sendBack(DIRECTOR, "Trop tard pour le guichet.", SHA, NOW);

        assertThat(plan.status()).isEqualTo(PlanStatus.PROPOSING);
        assertThat(plan.state().edition()).isEqualTo(2);
        plan.submit(LEAD, NOW);
        plan.accept(MANAGER, "", NOW);
        plan.printed(UUID.randomUUID(), "c".repeat(64));
        assertThatThrownBy(() -> plan.sign(DIRECTOR, "N", "C", SHA, NOW)).hasMessageContaining("nouveau PDF");
    }

    @Test
    void aSignedPlanIsSignedOnceAndNeverPrintedAgain() {
        readyToSign();
        plan.sign(DIRECTOR, "N", "C", SHA, NOW);

        assertThatThrownBy(() -> plan.sign(PersonId.random(), "Autre", "C", SHA, NOW))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> plan.sendBack(DIRECTOR, "non", SHA, NOW)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> plan.printed(UUID.randomUUID(), SHA)).isInstanceOf(IllegalStateException.class);
        assertThat(plan.signature()).extracting(Signature::name).isEqualTo("N");
    }

    @Test
    void numbersAreGivenOnce() {
        assertThat(plan.nextNumber()).isEqualTo(1);
        assertThat(plan.nextNumber()).isEqualTo(2);
    }

    @Test
    void aDecisionOnAPlanReadBeforeItChangedIsRefused() {
        assertThatThrownBy(() -> plan.requireVersion(7)).isInstanceOf(StepNoLongerOpen.class);
    }

    private void readyToSign() {
        plan.submit(LEAD, NOW);
        plan.accept(MANAGER, "", NOW);
        plan.printed(REPORT, SHA);
    }
}
