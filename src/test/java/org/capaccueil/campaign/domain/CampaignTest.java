package org.capaccueil.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.shared.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class CampaignTest {

    static final PersonId MANAGER = PersonId.random();
    static final PersonId LEADER = PersonId.random();
    static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    static final Deadlines DUE = new Deadlines(
            LocalDate.of(2027, 2, 5),
            LocalDate.of(2027, 3, 5),
            LocalDate.of(2027, 5, 7),
            LocalDate.of(2027, 6, 4),
            LocalDate.of(2027, 11, 19));

    static CampaignPlan plan(int recurrenceMonths, TeamId... teams) {
        return new CampaignPlan(
                "Accueil 2027",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                StandardVersionId.random(),
                Set.of(teams),
                DUE,
                LocalDate.of(2027, 12, 17),
                recurrenceMonths,
                null);
    }

    static Campaign draft(CampaignPlan plan) {
        return new Campaign(CampaignId.random(), CommuneId.random(), PersonId.random(), plan);
    }

    static Campaign in(CampaignStatus status) {
        Campaign campaign = draft(plan(12, TeamId.random()));
        if (status == CampaignStatus.DRAFT) {
            return campaign;
        }
        campaign.launch(NOW, TODAY);
        if (status == CampaignStatus.OPENING) {
            return campaign;
        }
        if (status == CampaignStatus.CANCELLED) {
            campaign.cancel("Grève");
            return campaign;
        }
        campaign.allTeamsOpened();
        if (status == CampaignStatus.RUNNING) {
            return campaign;
        }
        campaign.consolidate();
        if (status == CampaignStatus.CONSOLIDATION) {
            return campaign;
        }
        campaign.publish();
        return campaign;
    }

    @Test
    void whoeverPassedTheResultsOnNeitherSignsThemNorSendsThemBack() {
        Campaign campaign = in(CampaignStatus.CONSOLIDATION);
        PersonId both = PersonId.random();
        campaign.review(both, null);

        assertThatThrownBy(() -> campaign.sign(both, "Philippe", "DGS", NOW))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("une autre personne de la direction");
        assertThatThrownBy(() -> campaign.sendBack(both, "À revoir")).isInstanceOf(NotAllowed.class);
        campaign.sign(PersonId.random(), "Aïcha", "Maire", NOW);
        assertThat(campaign.signature().name()).isEqualTo("Aïcha");
    }

    @Test
    void aCampaignGoesFromDraftToSigned() {
        Campaign campaign = in(CampaignStatus.CONSOLIDATION);
        campaign.review(MANAGER, "Bon travail");
        campaign.sign(PersonId.random(), "Philippe", "DGS", NOW);
        campaign.publish();

        assertThat(campaign.view().status()).isEqualTo(CampaignStatus.CLOSED);
        assertThat(campaign.signature()).isEqualTo(new CampaignSignature("Bon travail", "Philippe", "DGS", NOW));
    }

    @Test
    void whoeverReviewedTheResultsNeitherSignsNorSendsThemBack() {
        Campaign campaign = in(CampaignStatus.CONSOLIDATION);
        campaign.review(MANAGER, "Bon travail");

        assertThatThrownBy(() -> campaign.sign(MANAGER, "Nadia", "Référente", NOW))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Vous avez relu ces résultats");
        assertThatThrownBy(() -> campaign.sendBack(MANAGER, "raison")).isInstanceOf(NotAllowed.class);
        campaign.sign(LEADER, "Philippe", "DGS", NOW);
    }

    @Test
    void theLaunchKeepsItsMomentAndFreezesTheContent() {
        Campaign campaign = in(CampaignStatus.OPENING);

        assertThat(campaign.view().launchedAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> campaign.change(plan(0))).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> campaign.launch(NOW, TODAY)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void aCampaignWithoutTeamsIsNotLaunched() {
        refusesAt("teams", () -> draft(plan(0)).launch(NOW, TODAY));
    }

    @Test
    void aCampaignWhoseCollectionIsOverIsNotLaunched() {
        Campaign campaign = draft(plan(0, TeamId.random()));

        refusesAt("dueCollection", () -> campaign.launch(NOW, DUE.collection().plusDays(1)));
        campaign.launch(NOW, DUE.collection());
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENING", "RUNNING", "CONSOLIDATION"})
    void aLiveCampaignIsCancelledWithAReason(CampaignStatus status) {
        Campaign campaign = in(status);

        refusesAt("reason", () -> campaign.cancel(" "));
        campaign.cancel("Inondation");
        assertThat(campaign.view().status()).isEqualTo(CampaignStatus.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "CLOSED", "CANCELLED"})
    void aCampaignThatIsNotLiveIsNeitherCancelledNorExtended(CampaignStatus status) {
        assertThatThrownBy(() -> in(status).cancel("Raison")).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> in(status).extend(Phase.AUDIT, DUE.audit().plusDays(1)))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void anExtensionBeyondTheClosingDateMovesTheClosingDate() {
        Campaign campaign = in(CampaignStatus.RUNNING);
        LocalDate later = campaign.view().closingDate().plusDays(10);

        campaign.extend(Phase.FOLLOW_UP, later);

        assertThat(campaign.view().deadlines().followUp()).isEqualTo(later);
        assertThat(campaign.view().closingDate()).isEqualTo(later);
    }

    @Test
    void anExtensionWithinTheClosingDateLeavesItAlone() {
        Campaign campaign = in(CampaignStatus.RUNNING);
        LocalDate closing = campaign.view().closingDate();

        campaign.extend(Phase.AUDIT, DUE.audit().plusDays(3));

        assertThat(campaign.view().closingDate()).isEqualTo(closing);
    }

    static Stream<Consumer<Campaign>> resultSteps() {
        return Stream.of(
                campaign -> campaign.review(MANAGER, "note"),
                campaign -> campaign.sign(PersonId.random(), "P", "DGS", NOW),
                campaign -> campaign.sendBack(LEADER, "raison"));
    }

    @ParameterizedTest
    @MethodSource("resultSteps")
    void resultsAreReadSignedAndSentBackOnlyInConsolidation(Consumer<Campaign> step) {
        for (CampaignStatus status : CampaignStatus.values()) {
            Campaign campaign = in(status);
            if (status == CampaignStatus.CONSOLIDATION) {
                step.accept(campaign);
            } else {
                assertThatThrownBy(() -> step.accept(campaign))
                        .as(status.name())
                        .isInstanceOf(StepNoLongerOpen.class);
            }
        }
    }

    @Test
    void sendingBackNeedsAReason() {
        refusesAt("reason", () -> in(CampaignStatus.CONSOLIDATION).sendBack(LEADER, "  "));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OPENING")
    void allTeamsOpenedChangesNothingButAnOpeningCampaign(CampaignStatus status) {
        Campaign campaign = in(status);

        campaign.allTeamsOpened();

        assertThat(campaign.view().status()).isEqualTo(status);
    }

    @Test
    void theNextCycleIsADraftWithEveryDateMoved() {
        TeamId team = TeamId.random();
        Campaign campaign = draft(plan(12, team));

        StandardVersionId newest = StandardVersionId.random();

        CampaignView next =
                campaign.nextCycle(CampaignId.random(), "Accueil 2028", newest).view();

        assertThat(next.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(next.name()).isEqualTo("Accueil 2028");
        assertThat(next.teams()).containsExactly(team);
        assertThat(next.standard()).isEqualTo(newest);
        assertThat(next.periodStart()).isEqualTo(LocalDate.of(2028, 1, 1));
        assertThat(next.deadlines().audit()).isEqualTo(LocalDate.of(2028, 5, 7));
        assertThat(next.closingDate()).isEqualTo(LocalDate.of(2028, 12, 17));
        assertThat(next.recurrenceMonths()).isEqualTo(12);
        assertThat(next.launchedAt()).isNull();
    }

    @Test
    void onlyACampaignWithARecurrenceRecurs() {
        assertThat(draft(plan(0)).isRecurring()).isFalse();
        assertThat(draft(plan(6)).isRecurring()).isTrue();
    }

    static void refusesAt(String field, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                .isEqualTo(field));
    }
}
