package org.capaccueil.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.capaccueil.campaign.domain.CampaignTest.DUE;
import static org.capaccueil.campaign.domain.CampaignTest.NOW;
import static org.capaccueil.campaign.domain.CampaignTest.refusesAt;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.shared.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationTest {

    static Evaluation open(Channel... channels) {
        TeamView team = new TeamView(
                TeamId.random(),
                CommuneId.random(),
                "ACC",
                "Accueil",
                12_000,
                true,
                Set.of(channels),
                List.of(),
                List.of(),
                0,
                null);
        return new Evaluation(
                EvaluationId.random(),
                CampaignTest.draft(CampaignTest.plan(0, team.id())).view(),
                team,
                true,
                NOW);
    }

    @Test
    void itOpensInCollectionWithTheTeamsChannelsAndTheCampaignsDates() {
        var view = open(Channel.PHONE, Channel.COUNTER).view("Accueil 2027");

        assertThat(view.phase()).isEqualTo(Phase.COLLECTION);
        assertThat(view.status()).isEqualTo(EvaluationStatus.OPEN);
        assertThat(view.channels()).containsExactly(Channel.COUNTER, Channel.PHONE);
        assertThat(view.deadlines()).isEqualTo(DUE);
        assertThat(view.due()).isEqualTo(DUE.collection());
        assertThat(view.campaignName()).isEqualTo("Accueil 2027");
    }

    @Test
    void itGoesFromPhaseToPhaseAndCloses() {
        Evaluation evaluation = open(Channel.MAIL);
        evaluation.enter(Phase.AUDIT);
        assertThat(evaluation.view("").due()).isEqualTo(DUE.audit());

        evaluation.close(NOW);
        assertThat(evaluation.view("").status()).isEqualTo(EvaluationStatus.CLOSED);
        assertThat(evaluation.view("").closedAt()).isEqualTo(NOW);
    }

    @Test
    void thePhaseItIsInAndThoseAheadCanBeExtended() {
        Evaluation evaluation = open(Channel.MAIL);
        evaluation.enter(Phase.AUDIT);

        evaluation.extend(Phase.AUDIT, DUE.audit().plusDays(2));
        evaluation.extend(Phase.FOLLOW_UP, DUE.followUp().plusDays(2));

        assertThat(evaluation.view("").deadlines().audit())
                .isEqualTo(DUE.audit().plusDays(2));
        assertThat(evaluation.view("").deadlines().followUp())
                .isEqualTo(DUE.followUp().plusDays(2));
    }

    @Test
    void aPhaseThatIsOverCannotBeExtended() {
        Evaluation evaluation = open(Channel.MAIL);
        evaluation.enter(Phase.AUDIT);

        assertThatThrownBy(() -> evaluation.extend(Phase.COLLECTION, DUE.followUp()))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("Collecte");
    }

    @Test
    void cancellingNeedsAReason() {
        Evaluation evaluation = open(Channel.MAIL);

        refusesAt("reason", () -> evaluation.cancel(" ", NOW));
        evaluation.cancel("Travaux", NOW);
        assertThat(evaluation.view("").status()).isEqualTo(EvaluationStatus.CANCELLED);
    }

    static Stream<Consumer<Evaluation>> changes() {
        return Stream.of(
                evaluation -> evaluation.enter(Phase.AUDIT),
                evaluation -> evaluation.extend(Phase.AUDIT, DUE.audit().plusDays(1)),
                evaluation -> evaluation.close(NOW),
                evaluation -> evaluation.cancel("Raison", NOW));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothingChangesInAnEvaluationThatIsClosedOrCancelled(Consumer<Evaluation> change) {
        Evaluation closed = open(Channel.MAIL);
        closed.close(NOW);
        Evaluation cancelled = open(Channel.MAIL);
        cancelled.cancel("Raison", NOW);

        assertThatThrownBy(() -> change.accept(closed))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("close");
        assertThatThrownBy(() -> change.accept(cancelled))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("annulée");
    }
}
