package org.capaccueil.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.support.Grids;
import org.junit.jupiter.api.Test;

/** Everybody rates alone first, then the team agrees. */
class RoundTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final PersonId KARIM = PersonId.random();
    private static final PersonId ELOISE = PersonId.random();
    private static final Question QUESTION =
            Grids.question(Grids.unit("ACC-1", 1, false, Set.of(Channel.COUNTER)), Grids.SCALE, Place.COUNTER);

    @Test
    void aRoundOpensOnlyWhileNothingIsAnsweredTogether() {
        assertThatThrownBy(() -> fresh().openRound(3, true, NOW))
                .isExactlyInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("le journal montre ces réponses à tous");
        SelfAssessment assessment = fresh();
        assessment.openRound(3, false, NOW);
        assertThat(assessment.status()).isEqualTo(Status.INDIVIDUAL);
    }

    @Test
    void aTeamOfOneHasNothingToCompare() {
        assertThatThrownBy(() -> fresh().openRound(1, false, NOW))
                .isExactlyInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("au moins deux membres");
    }

    @Test
    void whileEverybodyRatesAloneTheSheetOfTheTeamWaitsAndNothingIsSubmitted() {
        SelfAssessment assessment = inRound();

        assertThatThrownBy(assessment::requireOpen)
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("votre propre feuille");
        assertThatThrownBy(() -> assessment.submit(ELOISE, List.of(), List.of(), NOW))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(assessment::requireConsensus).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> assessment.openRound(3, false, NOW)).isInstanceOf(StepNoLongerOpen.class);
        assessment.requireInTheTeamsHands();
        assessment.requireIndividual();
    }

    @Test
    void oneOpinionAloneDoesNotCloseARound() {
        SelfAssessment assessment = inRound();

        assertThatThrownBy(() -> assessment.closeRound(Set.of(), NOW)).hasMessageContaining("Personne");
        assertThatThrownBy(() -> assessment.closeRound(Set.of(KARIM), NOW))
                .isExactlyInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("relancez vos collègues");
        assertThat(assessment.status()).isEqualTo(Status.INDIVIDUAL);
    }

    @Test
    void aRoundIsGivenUpWithAReasonWhileItIsOpenAndMayBeOpenedAgain() {
        SelfAssessment assessment = inRound();

        assertThatThrownBy(() -> assessment.giveRoundUp(" "))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"));
        assertThat(assessment.status()).isEqualTo(Status.INDIVIDUAL);
        assessment.giveRoundUp("Deux collègues sont en congé");
        assertThat(assessment.status()).isEqualTo(Status.OPEN);
        assertThatThrownBy(() -> assessment.giveRoundUp("Encore")).isInstanceOf(StepNoLongerOpen.class);
        assessment.openRound(3, false, NOW);
        assertThatThrownBy(() -> agreeing().giveRoundUp("Trop tard")).hasMessageContaining("closes");
    }

    @Test
    void onceClosedNobodyRatesAloneAnyMoreAndWhoTookPartIsKept() {
        SelfAssessment assessment = agreeing();

        assertThat(assessment.status()).isEqualTo(Status.CONSENSUS);
        assertThat(assessment.roundParticipants()).containsExactlyInAnyOrder(KARIM, ELOISE);
        assertThatThrownBy(assessment::requireIndividual).hasMessageContaining("closes");
        assertThatThrownBy(assessment::requireOpen).hasMessageContaining("mise en commun");
        assertThatThrownBy(() -> assessment.closeRound(Set.of(KARIM, ELOISE), NOW))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aTeamThatHadAgreedGetsItsAgreementBackAndNotTheCommonSheet() {
        SelfAssessment assessment = agreeing();
        assertThatThrownBy(() -> assessment.submit(ELOISE, List.of("ACC-1"), List.of(), NOW))
                .hasMessageContaining("Il manque encore une cotation");
        assessment.submit(ELOISE, List.of(), List.of(), NOW);

        assertThatThrownBy(assessment::requireConsensus).hasMessageContaining("relit");
        assessment.returnToTeam(KARIM, "Revoir ACC-1", NOW);
        assertThat(assessment.status()).isEqualTo(Status.CONSENSUS);
        assessment.requireConsensus();
    }

    @Test
    void anAgreementSomebodyHadAnsweredOtherwiseNeedsItsReason() {
        SelfRating row = row();
        Spread divided = Spread.of(List.of(Grade.of(0), Grade.of(2)));

        assertThatThrownBy(() -> row.agree(QUESTION, Grade.of(2), " ", divided, ELOISE, NOW))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"))
                .hasMessageContaining("diffèrent");
        assertThat(row.grade()).isNull();
        row.agree(QUESTION, Grade.of(2), " Affichage refait en mai ", divided, ELOISE, NOW);
        assertThat(row.grade()).isEqualTo(Grade.of(2));
        assertThat(row.agreedReason()).isEqualTo("Affichage refait en mai");
        assertThat(row.agreedOn()).isEqualTo(divided);
        assertThat(row.ratedBy()).isEqualTo(ELOISE);
    }

    @Test
    void aUnanimousAnswerNeedsNoReasonUnlessTheTeamDepartsFromIt() {
        Spread unanimous = Spread.of(List.of(Grade.of(1), Grade.of(1)));
        SelfRating row = row();

        row.agree(QUESTION, Grade.of(1), null, unanimous, ELOISE, NOW);
        assertThat(row.agreedReason()).isNull();
        assertThatThrownBy(() -> row.agree(QUESTION, Grade.of(2), null, unanimous, ELOISE, NOW))
                .hasMessageContaining("changer d'avis");
    }

    @Test
    void anAgreementOnWhatOneOrNobodyHadRatedNeedsItsReason() {
        Spread one = Spread.of(Arrays.asList(Grade.of(2), null));
        Spread nobody = Spread.of(Arrays.asList(null, null));

        assertThatThrownBy(() -> row().agree(QUESTION, Grade.of(2), null, one, ELOISE, NOW))
                .hasMessageContaining("Une seule personne a coté");
        assertThatThrownBy(() -> row().agree(QUESTION, Grade.of(2), null, nobody, ELOISE, NOW))
                .hasMessageContaining("Personne n'a coté");
        row().agree(QUESTION, Grade.of(2), null, Spread.of(Arrays.asList(Grade.of(2), Grade.of(2), null)), ELOISE, NOW);
    }

    @Test
    void anAgreementIsAGradeOfTheScale() {
        Spread nobody = Spread.of(List.of());

        assertThatThrownBy(() -> row().agree(QUESTION, null, "Raison", nobody, ELOISE, NOW))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("grade"));
        assertThatThrownBy(() -> row().agree(QUESTION, Grade.of(7), "Raison", nobody, ELOISE, NOW))
                .hasMessageContaining("échelle");
    }

    private static SelfAssessment fresh() {
        return new SelfAssessment(EvaluationId.random(), NOW);
    }

    private static SelfAssessment inRound() {
        SelfAssessment assessment = fresh();
        assessment.openRound(3, false, NOW);
        return assessment;
    }

    private static SelfAssessment agreeing() {
        SelfAssessment assessment = inRound();
        assessment.closeRound(Set.of(KARIM, ELOISE), NOW);
        return assessment;
    }

    private static SelfRating row() {
        return new SelfRating(UUID.randomUUID(), "ACC-1", Place.COUNTER);
    }
}
