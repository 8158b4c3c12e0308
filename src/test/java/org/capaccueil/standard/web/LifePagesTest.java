package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardStatus;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version's life through its pages: who sees it when, what publishing and withdrawing it says and does. */
@ApplicationTest
class LifePagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    Pages pages;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    Town town;
    Actor manager;
    StandardVersionId published;
    StandardVersionId draft;

    @BeforeEach
    void begin() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
        published = libraries.copy(manager);
        draft = life.newVersion(manager, published, "2");
    }

    private static String page(StandardVersionId id) {
        return "/standards/" + id;
    }

    @Test
    void draftsAreTheQualityManagersAndToOthersTheyDoNotExist() throws Exception {
        pages.open(town.manager(), page(draft))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Brouillon"),
                                containsString(page(draft) + "/edit"),
                                containsString(page(draft) + "/preview"),
                                containsString(page(draft) + "/publication"))));
        pages.open(town.manager(), "/standards").andExpect(content().string(containsString(page(draft))));
        pages.open(town.manager(), page(draft) + "/what-if").andExpect(content().string(containsString(page(draft))));
        for (PersonId other : List.of(town.agent(), town.leadership(), town.auditor())) {
            pages.open(other, page(draft)).andExpect(status().isNotFound());
            pages.open(other, page(draft) + "/difference").andExpect(status().isNotFound());
            pages.open(other, page(draft) + "/publication").andExpect(status().isNotFound());
            pages.open(other, page(published) + "/difference?with=" + draft).andExpect(status().isNotFound());
            pages.open(other, "/standards").andExpect(content().string(not(containsString(page(draft)))));
        }
    }

    @Test
    void onlyQualityManagersAreOfferedAndAllowedTheNextSteps() throws Exception {
        for (PersonId other : List.of(town.agent(), town.leadership())) {
            pages.open(other, page(published))
                    .andExpect(content()
                            .string(not(anyOf(
                                    containsString("/new-version"),
                                    containsString("/adaptation"),
                                    containsString("/withdrawal")))));
            for (String step : List.of("/new-version", "/adaptation", "/withdrawal")) {
                pages.open(other, page(published) + step).andExpect(status().isForbidden());
                pages.send(other, page(published) + step, "label", "9", "code", "Z", "title", "Z", "reason", "Z")
                        .andExpect(status().isForbidden());
            }
            pages.send(other, page(draft) + "/publication", "lock", "0").andExpect(status().isNotFound());
            pages.open(other, page(draft) + "/removal").andExpect(status().isNotFound());
            pages.send(other, page(draft) + "/removal", "lock", "0").andExpect(status().isNotFound());
        }
        for (String step : List.of("", "/new-version", "/adaptation", "/withdrawal")) {
            pages.open(town.auditor(), page(published) + step).andExpect(status().isNotFound());
        }
        assertThat(standards.version(draft).status()).isEqualTo(StandardStatus.DRAFT);
        assertThat(standards.version(published).status()).isEqualTo(StandardStatus.PUBLISHED);
    }

    @Test
    void aNewVersionAsksItsNumberAndSaysWhatIsWrongWithIt() throws Exception {
        pages.open(town.manager(), page(published) + "/new-version").andExpect(status().isOk());
        pages.send(town.manager(), page(published) + "/new-version", "label", "deux mots")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("sans espace"), containsString("aria-invalid=\"true\""))));
        pages.send(town.manager(), page(published) + "/new-version", "label", "2")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("existe déjà")));
        pages.send(town.manager(), page(published) + "/new-version", "label", "3")
                .andExpect(status().is3xxRedirection());
        pages.send(town.manager(), page(draft) + "/new-version", "label", "4")
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void anAdaptedCopyKeepsTheLinkToItsOriginAndShowsWhatDiffers() throws Exception {
        String code = "ADAPT-" + Libraries.mark();
        pages.open(town.manager(), page(published) + "/adaptation").andExpect(status().isOk());
        pages.send(
                        town.manager(),
                        page(published) + "/adaptation",
                        "code",
                        standards.version(published).code(),
                        "label",
                        "7",
                        "title",
                        "Le même")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("est déjà celui d&#39;un référentiel")));
        String address = pages.send(
                        town.manager(), page(published) + "/adaptation", "code", code, "label", "1", "title", "À nous")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        StandardVersionId copy = StandardVersionId.of(address.substring("/standards/".length()));
        libraries.write(manager, copy, "ACC-1", Map.of("weight", 5));

        pages.open(town.manager(), address)
                .andExpect(content().string(allOf(containsString("Adapté de"), containsString(page(published)))));
        life.publish(manager, copy);
        StandardVersionId second = life.newVersion(manager, copy, "2");
        pages.open(town.manager(), page(second))
                .andExpect(content().string(containsString(page(second) + "/difference?with=" + published)));
        pages.open(town.manager(), address + "/difference")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("pèse 5 au lieu de"), containsString("À nous"))));
    }

    @Test
    void publishingSaysWhatItChangesAndRunningCampaignsKeepTheirs() throws Exception {
        CampaignId running = campaignOn(published, 12);
        libraries.write(manager, draft, "ACC-1", Map.of("weight", 5));

        pages.open(town.manager(), page(draft) + "/publication")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("pèse 5 au lieu de"),
                                containsString("Campagnes en cours : rien."),
                                containsString("Campagne d&#39;essai"),
                                containsString("Cycles suivants"))));
        pages.send(town.manager(), page(draft) + "/publication", "lock", lock(draft), "newest", published.toString())
                .andExpect(redirectedUrl(page(draft)));

        assertThat(standards.version(draft).published()).isTrue();
        assertThat(evaluations.campaign(running).standard()).isEqualTo(published);
        pages.open(town.agent(), page(draft)).andExpect(status().isOk());
        pages.open(town.agent(), page(draft) + "/difference?with=" + published)
                .andExpect(content().string(containsString("pèse 5 au lieu de")));
        pages.open(town.manager(), page(draft) + "/publication").andExpect(redirectedUrl(page(draft)));
    }

    @Test
    void withdrawingSaysWhichCampaignsCannotBeLaunchedAnyMore() throws Exception {
        prepared(published, 0);

        pages.open(town.manager(), page(published) + "/withdrawal")
                .andExpect(content()
                        .string(allOf(
                                containsString("ne pourront plus être lancées"),
                                containsString("Campagne d&#39;essai (sur cette version)"))));
        pages.open(town.manager(), page(draft) + "/publication")
                .andExpect(content().string(containsString("elles gardent la version choisie")));
    }

    private CampaignId campaignOn(StandardVersionId version, int recurrence) {
        CampaignId campaign = prepared(version, recurrence);
        planning.launch(manager, campaign);
        jobs.runAll();
        return campaign;
    }

    private CampaignId prepared(StandardVersionId version, int recurrence) {
        CampaignPlan plan = fixtures.plan(town.team());
        return planning.prepare(
                manager,
                new CampaignPlan(
                        plan.name(),
                        plan.periodStart(),
                        plan.periodEnd(),
                        version,
                        plan.teams(),
                        plan.deadlines(),
                        plan.closingDate(),
                        recurrence,
                        null));
    }

    @Test
    void aDraftChangedSinceItWasReadIsNotPublishedAndItsNewDifferenceIsShown() throws Exception {
        String read = lock(draft);
        libraries.write(manager, draft, "ACC-1", Map.of("weight", 9));

        pages.send(town.manager(), page(draft) + "/publication", "lock", read, "newest", published.toString())
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(containsString("a modifié ce brouillon"), containsString("pèse 9 au lieu de"))));

        assertThat(standards.version(draft).isDraft()).isTrue();
    }

    @Test
    void aDraftWithFaultsSaysThemAndIsNotPublished() throws Exception {
        libraries.empty(manager, draft, "ACC");

        String fault = "href=\"" + page(draft) + "/edit#theme-ACC\">« Critères » (thème ACC) manque ou est vide";
        pages.open(town.manager(), page(draft))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Un point empêche"), containsString(fault))));
        pages.send(town.manager(), page(draft) + "/publication", "lock", lock(draft), "newest", published.toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Rien n&#39;est publié"), containsString(fault))));
        assertThat(standards.version(draft).isDraft()).isTrue();
    }

    @Test
    void ofTwoPublicationsAtOnceOneIsToldTheOtherWasFirst() throws Exception {
        String lock = lock(draft);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService people = SystemScope.threads(2);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int person = 0; person < 2; person++) {
            answers.add(people.submit(() -> {
                start.await();
                return pages.send(
                                town.manager(),
                                page(draft) + "/publication",
                                "lock",
                                lock,
                                "newest",
                                published.toString())
                        .andReturn()
                        .getResponse()
                        .getStatus();
            }));
        }
        start.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        people.shutdown();

        assertThat(statuses).containsExactlyInAnyOrder(302, 409);
        assertThat(jdbc.sql("select count(*) from trail_entry where subject = ? and action = 'Référentiel publié'")
                        .param(standards.version(draft).fullTitle())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aVersionIsWithdrawnWithAReasonThatStaysReadable() throws Exception {
        pages.open(town.manager(), page(published) + "/withdrawal").andExpect(status().isOk());
        pages.send(town.manager(), page(published) + "/withdrawal", "reason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("Dites pourquoi"), containsString("aria-invalid=\"true\""))));
        pages.send(town.manager(), page(published) + "/withdrawal", "reason", "Remplacée par la 2")
                .andExpect(redirectedUrl(page(published)));

        pages.open(town.agent(), page(published))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Retiré"), containsString("Remplacée par la 2"))));
        pages.open(town.manager(), "/standards")
                .andExpect(
                        content().string(allOf(containsString(page(published)), containsString("Remplacée par la 2"))));
        pages.open(town.agent(), "/standards").andExpect(content().string(not(containsString(page(published)))));
        pages.open(town.manager(), page(published))
                .andExpect(content().string(containsString("Journal de cette version")));
        pages.open(town.agent(), page(published)).andExpect(content().string(not(containsString("Journal de cette"))));
        pages.send(town.manager(), page(published) + "/withdrawal", "reason", "Encore")
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void qualityManagersReadInTheJournalWhoDidWhatToAVersion() throws Exception {
        libraries.write(manager, draft, "ACC-1", Map.of("title_fr", "Des mots nouveaux", "weight", 7));

        pages.open(town.manager(), page(draft))
                .andExpect(content()
                        .string(allOf(
                                containsString("Journal de cette version (2 lignes)"),
                                containsString(manager.name()),
                                containsString("Brouillon modifié : critère ACC-1"),
                                containsString("Pondération : 2"),
                                containsString("Pondération : 7"),
                                containsString("Nouvelle version de référentiel commencée"))));
        pages.open(town.manager(), page(published))
                .andExpect(content().string(not(containsString("Brouillon modifié"))));
    }

    @Test
    void aDraftIsDiscardedAndAPublishedVersionIsNot() throws Exception {
        libraries.write(manager, draft, "ACC-1", Map.of("title_fr", "Des mots à ne pas perdre"));
        pages.open(town.manager(), page(draft) + "/removal")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Des mots à ne pas perdre")));
        String title = standards.version(draft).fullTitle();

        pages.send(town.manager(), page(draft) + "/removal", "lock", lock(draft))
                .andExpect(redirectedUrl("/standards"));

        pages.open(town.manager(), page(draft)).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select before_value from trail_entry where subject = ? and action like '%supprimé'")
                        .param(title)
                        .query(String.class)
                        .single())
                .contains("Des mots à ne pas perdre");
        pages.open(town.manager(), page(published) + "/removal").andExpect(redirectedUrl(page(published)));
        pages.send(town.manager(), page(published) + "/removal", "lock", lock(published))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aDraftSomebodyChangedSinceItWasReadIsNotDiscardedAndShowsWhatWouldBeLost() throws Exception {
        String read = lock(draft);
        libraries.write(manager, draft, "ACC-1", Map.of("title_fr", "Écrit entre-temps"));

        pages.send(town.manager(), page(draft) + "/removal", "lock", read)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(containsString("a modifié ce brouillon"), containsString("Écrit entre-temps"))));

        assertThat(standards.version(draft).isDraft()).isTrue();
    }

    @Test
    void aDraftThatAnotherVersionStartsFromIsKeptAndTheOtherOneNamed() throws Exception {
        StandardVersionId next = life.newVersion(manager, published, "3");
        jdbc.sql("update standard_version set based_on = ? where id = ?")
                .params(draft.value(), next.value())
                .update();

        pages.send(town.manager(), page(draft) + "/removal", "lock", lock(draft))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(
                        content().string(containsString(standards.version(next).fullTitle())));
    }

    private String lock(StandardVersionId id) {
        return String.valueOf(standards.version(id).lock());
    }

    @Test
    void everyKindOfStandardIsReadableWhole() throws Exception {
        for (var version : standards.usableBy(town.commune())) {
            pages.open(town.agent(), page(version.id())).andExpect(status().isOk());
            pages.open(town.agent(), page(version.id()) + "/difference?with=" + published)
                    .andExpect(status().isOk());
        }
        var panels = standards.shipped("CAF-2020-PDCA").orElseThrow();
        pages.open(town.agent(), page(panels.id()))
                .andExpect(content().string(allOf(containsString("Planifier"), containsString("Jusqu’à"))));
        var commitments = standards.shipped("SPPLUS-LIKE").orElseThrow();
        pages.open(town.agent(), page(commitments.id())).andExpect(content().string(containsString("Proche")));
        pages.open(town.agent(), page(fixtures.starterStandard()))
                .andExpect(content().string(containsString("Comment avez-vous contacté la mairie")));
    }
}
