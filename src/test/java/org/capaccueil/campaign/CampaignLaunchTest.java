package org.capaccueil.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Jobs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class CampaignLaunchTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Jobs jobs;

    @Test
    void launchingOpensOneEvaluationATeamInItsFirstPhase() {
        var town = fixtures.town(Channel.COUNTER, Channel.PHONE);

        CampaignId campaign = fixtures.launched(town);

        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(evaluations.ofCampaign(campaign)).singleElement().satisfies(evaluation -> {
            assertThat(evaluation.team()).isEqualTo(town.team());
            assertThat(evaluation.phase()).isEqualTo(Phase.COLLECTION);
            assertThat(evaluation.channels()).containsExactly(Channel.COUNTER, Channel.PHONE);
        });
    }

    @Test
    void aLaunchedCampaignCannotBeLaunchedOrChangedAgain() {
        var town = fixtures.town();
        CampaignId campaign = fixtures.launched(town);
        Actor manager = fixtures.actor(town.manager());

        assertThatThrownBy(() -> planning.launch(manager, campaign)).isInstanceOf(StepNoLongerOpen.class);
        long version = evaluations.campaign(campaign).version();
        assertThatThrownBy(() -> planning.change(manager, campaign, version, fixtures.plan(town.team())))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("figé");
    }

    @Test
    void onlyAQualityManagerOfTheCommuneLaunches() {
        var town = fixtures.town();
        var elsewhere = fixtures.town();
        CampaignId campaign = planning.prepare(fixtures.actor(town.manager()), fixtures.plan(town.team()));

        assertThatThrownBy(() -> planning.launch(fixtures.actor(town.leadership()), campaign))
                .isInstanceOf(NotAllowed.class);
        // a draft is not there yet for the teams
        assertThatThrownBy(() -> planning.launch(fixtures.actor(town.lead()), campaign))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> planning.launch(fixtures.actor(elsewhere.manager()), campaign))
                .isInstanceOf(NotFound.class);
    }
}
