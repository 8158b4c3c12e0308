package org.capaccueil.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.support.Grids;
import org.junit.jupiter.api.Test;

class SelfAssessmentTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final PersonId SOMEBODY = PersonId.random();
    private static final PersonId REVIEWER = PersonId.random();
    private static final Scale SCALE = Grids.SCALE;

    @Test
    void nothingMissingIsTheOnlyWayToSubmit() {
        SelfAssessment assessment = new SelfAssessment(EvaluationId.random(), NOW);

        assertThatThrownBy(() -> assessment.submit(SOMEBODY, List.of("ACC-1", "ACC-2"), List.of(), NOW))
                .hasMessageContaining("2 cotations");
        assertThat(assessment.isOpen()).isTrue();
        assessment.submit(SOMEBODY, List.of(), List.of(), NOW);
        assertThat(assessment.status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void whileItIsReadNothingChangesAndOnlyADecisionMovesIt() {
        SelfAssessment assessment = submitted();

        assertThatThrownBy(assessment::requireOpen)
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("relit");
        assertThatThrownBy(() -> assessment.submit(SOMEBODY, List.of(), List.of(), NOW))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> assessment.returnToTeam(SOMEBODY, "  ", NOW))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"));
        assertThatThrownBy(() -> assessment.close(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReturnOpensItAgainAndItsReasonStandsUntilTheNextSubmission() {
        SelfAssessment assessment = submitted();

        assessment.returnToTeam(SOMEBODY, "Preuves à compléter", NOW);
        assertThat(assessment.isOpen()).isTrue();
        assertThat(assessment.returnReason()).isEqualTo("Preuves à compléter");
        assertThatThrownBy(() -> assessment.accept(REVIEWER)).isInstanceOf(StepNoLongerOpen.class);
        assessment.submit(SOMEBODY, List.of(), List.of(), NOW);
        assertThat(assessment.returnReason()).isNull();
    }

    @Test
    void whoeverSubmittedItDoesNotAcceptItToo() {
        SelfAssessment assessment = submitted();

        assertThatThrownBy(() -> assessment.accept(SOMEBODY))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("un autre référent qualité");
        assessment.accept(REVIEWER);
    }

    @Test
    void onceAcceptedItNeverOpensAgain() {
        SelfAssessment assessment = submitted();
        assessment.accept(REVIEWER);

        assertThatThrownBy(assessment::requireOpen).hasMessageContaining("figée");
        assertThatThrownBy(() -> assessment.returnToTeam(SOMEBODY, "Trop tard", NOW))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> assessment.accept(REVIEWER)).isInstanceOf(StepNoLongerOpen.class);
        assessment.close(NOW);
    }

    @Test
    void zeroNotApplicableAndNotRatedAreThreeStates() {
        SelfRating rating = rating();
        assertThat(rating.isRated()).isFalse();
        assertThat(rating.grade()).isNull();

        rating.rate(question(false, SCALE), Grade.of(0), null, SOMEBODY, NOW);
        assertThat(rating.isRated()).isTrue();
        assertThat(rating.grade()).isEqualTo(Grade.of(0));

        rating.rate(question(false, SCALE), Grade.notApplicable("Pas de courrier"), null, SOMEBODY, NOW);
        assertThat(rating.grade()).isEqualTo(Grade.notApplicable("Pas de courrier"));

        rating.rate(question(false, SCALE), null, "À revoir", SOMEBODY, NOW);
        assertThat(rating.isRated()).isFalse();
        assertThat(rating.comment()).isEqualTo("À revoir");
    }

    @Test
    void notApplicableIsRefusedForAMandatoryCriterionAndByAScaleWithoutIt() {
        SelfRating rating = rating();
        Grade none = Grade.notApplicable("Raison");

        assertThatThrownBy(() -> rating.rate(question(true, SCALE), none, null, SOMEBODY, NOW))
                .hasMessageContaining("obligatoire");
        assertThatThrownBy(() -> rating.rate(question(false, Grids.scale(false)), none, null, SOMEBODY, NOW))
                .hasMessageContaining("n'admet pas");
        assertThat(rating.isRated()).isFalse();
        assertThatThrownBy(() -> Grade.notApplicable(" ")).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void aGradeOutsideTheScaleOrAHugeCommentLeavesTheRatingAsItWas() {
        SelfRating rating = rating();
        rating.rate(question(false, SCALE), Grade.of(3), "Bon", SOMEBODY, NOW);

        assertThatThrownBy(() -> rating.rate(question(false, SCALE), Grade.of(5), null, SOMEBODY, NOW))
                .hasMessageContaining("échelle");
        assertThatThrownBy(() -> rating.rate(question(false, SCALE), Grade.of(4), "x".repeat(10_001), SOMEBODY, NOW))
                .hasMessageContaining("10001");
        assertThat(rating.grade()).isEqualTo(Grade.of(3));
        assertThat(rating.comment()).isEqualTo("Bon");
    }

    private static SelfAssessment submitted() {
        SelfAssessment assessment = new SelfAssessment(EvaluationId.random(), NOW);
        assessment.submit(SOMEBODY, List.of(), List.of(), NOW);
        return assessment;
    }

    private static SelfRating rating() {
        return new SelfRating(UUID.randomUUID(), "ACC-1", Place.COUNTER);
    }

    private static Question question(boolean mandatory, Scale scale) {
        return Grids.question(Grids.unit("ACC-1", 1, mandatory, Set.of(Channel.COUNTER)), scale, Place.COUNTER);
    }
}
