package org.capaccueil.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.campaign.domain.CampaignRun;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a withdrawal does to campaigns that have not started, and to cycles to come. */
@ApplicationTest
class WithdrawnStandardTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    Pages pages;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    CampaignRun run;

    @Autowired
    Evaluations evaluations;

    @Autowired
    StandardLife life;

    @Autowired
    Trail trail;

    @Autowired
    Jobs jobs;

    Town town;
    Actor manager;
    StandardVersionId first;

    @BeforeEach
    void publish() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
        first = libraries.copy(manager);
    }

    @Test
    void aCampaignIsNotLaunchedOnAVersionWithdrawnMeanwhileAndThePageNamesIt() throws Exception {
        CampaignId campaign = planning.prepare(manager, plan(0));
        life.withdraw(manager, first, "Remplacée");
        String title = planning.preview(manager, campaign).standardTitle();
        String sentence = "Le référentiel « " + title + " » est retiré";

        pages.open(town.manager(), "/campaigns/" + campaign + "/launch")
                .andExpect(content()
                        .string(allOf(
                                containsString(sentence),
                                not(containsString("/campaigns/" + campaign + "/launch\"")))));
        pages.send(town.manager(), "/campaigns/" + campaign + "/launch")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)));
        assertThatThrownBy(() -> planning.launch(manager, campaign))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining(sentence);
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.DRAFT);
    }

    @Test
    void theNextCycleTakesTheNewestPublishedVersionAndNotAWithdrawnOne() {
        CampaignId campaign = launched();
        StandardVersionId second = next("2");
        StandardVersionId third = next("3");
        life.withdraw(manager, third, "Fausse");

        run.prepareNextCycle(campaign);

        assertThat(nextOf(campaign).standard()).isEqualTo(second);
    }

    @Test
    void aNextCycleWithoutAnyPublishedVersionNamesTheWithdrawnOneAndIsNotLaunched() throws Exception {
        CampaignId campaign = launched();
        life.withdraw(manager, first, "Abandonnée");

        run.prepareNextCycle(campaign);

        CampaignView next = nextOf(campaign);
        assertThat(next.standard()).isEqualTo(first);
        assertThat(trail.of(next.id())).singleElement().satisfies(line -> assertThat(line.reason())
                .contains("retiré depuis : choisissez-en un autre"));
        assertThatThrownBy(() -> planning.launch(manager, next.id())).hasMessageContaining("est retiré");
        pages.open(town.manager(), "/campaigns/" + next.id())
                .andExpect(content().string(containsString("Retiré")));
    }

    private StandardVersionId next(String label) {
        StandardVersionId version = life.newVersion(manager, first, label);
        life.publish(manager, version);
        return version;
    }

    private CampaignId launched() {
        CampaignId campaign = planning.prepare(manager, plan(12));
        planning.launch(manager, campaign);
        jobs.runAll();
        return campaign;
    }

    private CampaignView nextOf(CampaignId campaign) {
        return evaluations.campaignsOf(town.commune()).stream()
                .filter(one -> !one.id().equals(campaign))
                .findFirst()
                .orElseThrow();
    }

    private CampaignPlan plan(int recurrence) {
        CampaignPlan plan = fixtures.plan(town.team());
        return new CampaignPlan(
                plan.name(),
                plan.periodStart(),
                plan.periodEnd(),
                first,
                plan.teams(),
                plan.deadlines(),
                plan.closingDate(),
                recurrence,
                null);
    }
}
