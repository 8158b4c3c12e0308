package org.capaccueil.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class CampaignResultPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    CampaignDecisions decisions;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    Town town;
    CampaignId campaign;
    String page;

    @BeforeEach
    void bringToConsolidation() {
        town = fixtures.town();
        campaign = fixtures.launched(town);
        page = "/campaigns/" + campaign;
        decisions.cancelEvaluation(
                fixtures.actor(town.manager()),
                evaluations.ofCampaign(campaign).get(0).id(),
                "Équipe dissoute");
        jobs.runAll();
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.CONSOLIDATION);
    }

    @Test
    void theQualityManagerIsLedFromTheCampaignToItsReview() throws Exception {
        pages.open(town.manager(), page).andExpect(content().string(containsString("Relire la campagne")));
        pages.open(town.leadership(), page).andExpect(content().string(not(containsString("Signer les résultats"))));
    }

    @Test
    void whoeverAuditedATeamOfTheCampaignNeitherReviewsNorSigns() throws Exception {
        jdbc.sql("insert into audit (evaluation_id, version, status, auditor_id) values (?, 0, 'CLOSED', ?)")
                .param(evaluations.ofCampaign(campaign).get(0).id().value())
                .param(town.manager().value())
                .update();
        pages.send(town.manager(), page + "/review", "note", "x")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Vous avez audité une équipe de cette campagne")));

        jdbc.sql("update audit set auditor_id = ? where auditor_id = ?")
                .param(town.leadership().value())
                .param(town.manager().value())
                .update();
        pages.send(town.manager(), page + "/review", "note", "x").andExpect(redirectedUrl(page));
        pages.send(town.leadership(), page + "/sign").andExpect(status().isForbidden());
        pages.send(town.leadership(), page + "/send-back", "reason", "x").andExpect(status().isForbidden());
        assertThat(decisions.signature(campaign).at()).isNull();
    }

    @Test
    void resultsAreReadThenSignedThenPublished() throws Exception {
        pages.send(town.manager(), page + "/review", "note", "Une équipe manque.")
                .andExpect(redirectedUrl(page));

        pages.open(town.leadership(), page + "/sign")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Une équipe manque."),
                                containsString("Philippe Direction, Directeur général des services"),
                                containsString("data-confirm-label=\"Signer\""))));
        pages.send(town.leadership(), page + "/sign").andExpect(redirectedUrl(page));
        jobs.runAll();

        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.CLOSED);
        pages.open(town.manager(), page)
                .andExpect(content()
                        .string(allOf(containsString("Terminée"), containsString("Philippe Direction, Directeur"))));
        pages.open(town.leadership(), page + "/sign")
                .andExpect(content().string(containsString("Les résultats sont signés")));
    }

    @Test
    void resultsSentBackComeToTheQualityManagerWithTheReason() throws Exception {
        pages.send(town.manager(), page + "/review", "note", "Note une");
        pages.send(town.leadership(), page + "/send-back", "reason", "Précisez l'équipe dissoute.")
                .andExpect(redirectedUrl(page));

        pages.open(town.manager(), page + "/review")
                .andExpect(content()
                        .string(allOf(
                                containsString("Précisez l&#39;équipe dissoute."),
                                containsString("Renvoyée par Philippe Direction"),
                                containsString("Note une"),
                                containsString("Transmettre à la direction"))));
        pages.send(town.manager(), page + "/review", "note", "Seconde note").andExpect(redirectedUrl(page));
        pages.open(town.leadership(), page + "/sign").andExpect(content().string(containsString("Seconde note")));
    }

    @Test
    void sendingBackWithoutAReasonIsRefusedAtTheField() throws Exception {
        pages.send(town.manager(), page + "/review", "note", "");

        pages.send(town.leadership(), page + "/send-back", "reason", "  ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("id=\"reason-error\""), containsString("Dites pourquoi"))));
        pages.open(town.leadership(), page + "/sign")
                .andExpect(content().string(containsString("data-confirm-label=\"Signer\"")));
    }

    @Test
    void aNoteTooLongIsRefusedAndKept() throws Exception {
        String huge = "n".repeat(5_001);

        pages.send(town.manager(), page + "/review", "note", huge)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("5 000 caractères"), containsString(huge))));
    }

    @Test
    void nobodySignsBeforeTheReviewOrTwice() throws Exception {
        pages.send(town.leadership(), page + "/sign").andExpect(status().isConflict());
        assertThat(decisions.signature(campaign).at()).isNull();

        pages.send(town.manager(), page + "/review", "note", "");
        pages.send(town.manager(), page + "/review", "note", "encore").andExpect(status().isConflict());
        pages.send(town.leadership(), page + "/sign").andExpect(status().is3xxRedirection());
        pages.send(town.leadership(), page + "/sign").andExpect(status().isConflict());
    }

    @Test
    void onlyLeadershipSignsAndOnlyTheQualityManagerReviews() throws Exception {
        pages.open(town.leadership(), page + "/review").andExpect(status().isForbidden());
        pages.send(town.leadership(), page + "/review", "note", "x").andExpect(status().isForbidden());
        pages.send(town.manager(), page + "/review", "note", "");
        pages.open(town.manager(), page + "/sign").andExpect(status().isForbidden());
        pages.send(town.manager(), page + "/sign").andExpect(status().isForbidden());
        pages.send(town.manager(), page + "/send-back", "reason", "x").andExpect(status().isForbidden());
        assertThat(decisions.signature(campaign).at()).isNull();
    }

    @Test
    void theReviewPageSaysWhenNothingIsAwaited() throws Exception {
        pages.send(town.manager(), page + "/review", "note", "");

        pages.open(town.manager(), page + "/review")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Aucune relecture n’est attendue"),
                                not(containsString("Transmettre à la direction")))));
    }
}
