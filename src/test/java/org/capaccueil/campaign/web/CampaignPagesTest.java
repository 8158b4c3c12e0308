package org.capaccueil.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.campaign.domain.SuggestedDates;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class CampaignPagesTest {

    static final LocalDate TODAY = LocalDate.now(PublicTime.ZONE);

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Organisation organisation;

    @Autowired
    Register register;

    @Autowired
    Jobs jobs;

    Town town;

    @BeforeEach
    void found() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
    }

    // ---- the list

    @Test
    void aCommuneWithoutCampaignsIsToldWhatToDo() throws Exception {
        pages.open(town.manager(), "/campaigns")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Préparer la première campagne")));
        pages.open(town.agent(), "/campaigns")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("dès qu’elle est lancée"),
                                not(containsString("Préparer la première campagne")))));
    }

    @Test
    void theListShowsStateAndProgressToWholeCommuneAndLaunchedOnesToTheirTeams() throws Exception {
        draft();
        pages.open(town.manager(), "/campaigns")
                .andExpect(
                        content().string(allOf(containsString("En préparation"), containsString("1 équipe choisie"))));
        pages.open(town.agent(), "/campaigns").andExpect(content().string(not(containsString("Campagne d&#39;essai"))));

        fixtures.launched(town);
        for (PersonId reader : new PersonId[] {town.manager(), town.leadership(), town.agent()}) {
            pages.open(reader, "/campaigns")
                    .andExpect(content().string(allOf(containsString("En cours"), containsString("0 sur 1 (0 %)"))));
        }
    }

    @Test
    void theCampaignsOfAnotherCommuneAreNotListed() throws Exception {
        draft();
        Town elsewhere = fixtures.town();

        pages.open(elsewhere.manager(), "/campaigns")
                .andExpect(content().string(not(containsString("Campagne d&#39;essai"))));
    }

    // ---- planning

    @Test
    void theFormComesFilledWithDatesThatHold() throws Exception {
        pages.open(town.manager(), "/campaigns/new")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Accueil " + TODAY.getYear() + "\""),
                                containsString("name=\"dueCollection\" value=\""
                                        + SuggestedDates.from(TODAY).deadlines().collection()),
                                containsString(organisation.team(town.team()).name()),
                                containsString("data-check-all"))));
    }

    @Test
    void aPlanIsKeptAndLeadsToThePreviewOfItsLaunch() throws Exception {
        ResultActions answer = submit("/campaigns/new", Map.of()).andExpect(status().is3xxRedirection());

        CampaignView campaign = evaluations.campaignsOf(town.commune()).get(0);
        answer.andExpect(redirectedUrl("/campaigns/" + campaign.id() + "/launch"));
        assertThat(campaign.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(campaign.teams()).containsExactly(town.team());
        assertThat(campaign.recurrenceMonths()).isEqualTo(12);
        assertThat(campaign.deadlines().audit()).isEqualTo(TODAY.plusDays(70));
    }

    @Test
    void aCustomRecurrenceIsKeptInMonths() throws Exception {
        submit("/campaigns/new", Map.of("recurrence", "CUSTOM", "recurrenceMonths", "18"))
                .andExpect(status().is3xxRedirection());

        assertThat(evaluations.campaignsOf(town.commune()).get(0).recurrenceMonths())
                .isEqualTo(18);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', name, Donnez un nom",
        "periodStart, '', periodStart, Indiquez le début",
        "periodStart, 31/31/2027, periodStart, Cette date ne se lit pas",
        "periodEnd, 2001-01-01, periodEnd, est avant son début",
        "standard, '', standard, Choisissez le référentiel",
        "standard, pas-un-identifiant, standard, pas publié",
        "standard, 00000000-0000-0000-0000-000000000000, standard, pas publié",
        "teams, 00000000-0000-0000-0000-000000000000, teams, pas dans votre commune",
        "teams, pas-un-identifiant, teams, pas dans votre commune",
        "dueAudit, '', dueAudit, échéance de l&#39;audit",
        "dueAudit, 2001-01-01, dueAudit, est avant celle de la phase",
        "dueFollowUp, +99999-01-01, dueFollowUp, Vérifiez l",
        "closingDate, 2001-01-01, closingDate, clôture de la campagne est avant",
        "recurrence, PARFOIS, recurrence, Choisissez-la de nouveau",
        "recurrence, CUSTOM, recurrenceMonths, nombre de mois",
    })
    void aPlanWithAFaultComesBackWithTheSentenceAtItsFieldAndWhatWasTyped(
            String field, String value, String where, String sentence) throws Exception {
        submit("/campaigns/new", Map.of(field, value))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"" + where + "-error\""),
                                containsString(sentence.equals("pas dans votre commune") ? "existe pas" : sentence),
                                containsString("value=\"" + TODAY.plusDays(40) + "\""))));
        assertThat(evaluations.campaignsOf(town.commune())).isEmpty();
    }

    @Test
    void theTeamsChosenStayChosenWhenADateIsWrong() throws Exception {
        submit("/campaigns/new", Map.of("dueAudit", "bientôt"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(containsString("value=\"" + town.team() + "\" name=\"teams\" checked=\"checked\"")));
    }

    @Test
    void monthsThatAreNoneAreRefused() throws Exception {
        for (String months : List.of("0", "-3", "61", "douze", "")) {
            submit("/campaigns/new", Map.of("recurrence", "CUSTOM", "recurrenceMonths", months))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("id=\"recurrenceMonths-error\"")));
        }
    }

    @Test
    void aTeamOfAnotherCommuneCannotBeEvaluated() throws Exception {
        Town elsewhere = fixtures.town();

        submit("/campaigns/new", Map.of("teams", elsewhere.team().toString()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"teams-error\"")));
    }

    @Test
    void twoWhoChangeAPlanAtOnceSeeBothVersions() throws Exception {
        CampaignId campaign = draft();
        long opened = evaluations.campaign(campaign).version();
        String edit = "/campaigns/" + campaign + "/edit";
        submit(edit, Map.of("version", Long.toString(opened), "name", "Premier nom"))
                .andExpect(status().is3xxRedirection());

        submit(edit, Map.of("version", Long.toString(opened), "name", "Second nom"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Premier nom"),
                                containsString("Second nom"),
                                containsString("Enregistrer ma version"))));
        assertThat(evaluations.campaign(campaign).name()).isEqualTo("Premier nom");
    }

    @Test
    void aLaunchedCampaignIsNotEdited() throws Exception {
        CampaignId campaign = fixtures.launched(town);

        pages.open(town.manager(), "/campaigns/" + campaign + "/edit")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Refus 409")));
        submit("/campaigns/" + campaign + "/edit", Map.of("version", "0")).andExpect(status().isConflict());
    }

    // ---- the launch

    @Test
    void thePreviewSaysWhatTheLaunchWillDo() throws Exception {
        CampaignId campaign = draft();

        pages.open(town.manager(), "/campaigns/" + campaign + "/launch")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(organisation.team(town.team()).name()),
                                containsString("Référentiel de départ – accueil municipal, version 0.2"),
                                containsString("Lancer la campagne"),
                                containsString(PublicTime.inWords(TODAY.plusDays(70))))));
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.DRAFT);
    }

    @Test
    void thePreviewNamesWhoCannotBeToldByMail() throws Exception {
        PersonId without = register.addPerson(fixtures.actor(town.manager()), "Zoé Sansmail", null, "Agente", Set.of());
        register.enrol(fixtures.actor(town.manager()), town.team(), without, false);

        pages.open(town.manager(), "/campaigns/" + draft() + "/launch")
                .andExpect(content().string(containsString("Zoé Sansmail")));
    }

    @Test
    void aTeamThatIsNotReadyBlocksTheLaunchInWordsAndInDeed() throws Exception {
        register.enrol(fixtures.actor(town.manager()), town.team(), town.lead(), false);
        CampaignId campaign = draft();
        String launch = "/campaigns/" + campaign + "/launch";

        pages.open(town.manager(), launch)
                .andExpect(content()
                        .string(allOf(
                                containsString("pas de responsable"),
                                not(containsString("data-confirm-label=\"Lancer\"")))));
        pages.send(town.manager(), launch)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("pas de responsable")));
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.DRAFT);
    }

    @Test
    void noTeamBlocksTheLaunch() throws Exception {
        CampaignId campaign = planning.prepare(fixtures.actor(town.manager()), fixtures.plan());

        pages.send(town.manager(), "/campaigns/" + campaign + "/launch")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choisissez au moins une équipe")));
    }

    @Test
    void theLaunchOpensTheTeamsAndASecondClickDoesNothing() throws Exception {
        CampaignId campaign = draft();

        pages.send(town.manager(), "/campaigns/" + campaign + "/launch")
                .andExpect(redirectedUrl("/campaigns/" + campaign));
        pages.send(town.manager(), "/campaigns/" + campaign + "/launch").andExpect(status().isConflict());
        jobs.runAll();

        assertThat(evaluations.ofCampaign(campaign)).hasSize(1);
        pages.open(town.manager(), "/campaigns/" + campaign + "/launch")
                .andExpect(redirectedUrl("/campaigns/" + campaign));
    }

    // ---- the campaign's page

    @Test
    void itsPageShowsTheTeamsWithPhaseAndDueDate() throws Exception {
        CampaignId campaign = fixtures.launched(town);

        pages.open(town.manager(), "/campaigns/" + campaign)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(organisation.team(town.team()).name()),
                                containsString(PublicTime.inWords(TODAY.plusDays(20))),
                                containsString("dans 20 jours"),
                                containsString("Repousser une échéance"),
                                containsString("/campaigns/" + campaign + "/dashboard"),
                                containsString("/campaigns/" + campaign + "/diagram"))));
    }

    @Test
    void aTeamSeesItsOwnEvaluationOnly() throws Exception {
        PersonId otherLead = fixtures.person(
                town.commune(), "Autre Cheffe", UUID.randomUUID().toString(), "Cheffe");
        var other = fixtures.team(town.manager(), "ETAT", "État civil", otherLead, town.agent());
        register.release(fixtures.actor(town.manager()), other, town.agent());
        CampaignId campaign = planning.prepare(fixtures.actor(town.manager()), fixtures.plan(town.team(), other));
        planning.launch(fixtures.actor(town.manager()), campaign);
        jobs.runAll();

        pages.open(town.agent(), "/campaigns/" + campaign)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Vos équipes"),
                                not(containsString("État civil")),
                                not(containsString("/dashboard\"")),
                                not(containsString("Repousser")))));
        pages.open(town.leadership(), "/campaigns/" + campaign)
                .andExpect(content().string(allOf(containsString("État civil"), not(containsString("Repousser")))));
    }

    @Test
    void filtersKeepTheTeamsThatMatch() throws Exception {
        CampaignId campaign = fixtures.launched(town);

        pages.open(town.manager(), "/campaigns/" + campaign + "?phase=AUDIT")
                .andExpect(content().string(containsString("Aucune équipe ne correspond")));
        pages.open(town.manager(), "/campaigns/" + campaign + "?q=accueil&phase=COLLECTION&page=7")
                .andExpect(content()
                        .string(containsString(organisation.team(town.team()).name())));
        pages.open(town.manager(), "/campaigns/" + campaign + "?late=true")
                .andExpect(content().string(containsString("Aucune équipe ne correspond")));
        pages.open(town.manager(), "/campaigns/" + campaign + "?phase=SIESTE").andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/launch", "/extend", "/cancel", "/review", "/trail", "/diagram"})
    void theCampaignOfAnotherCommuneDoesNotExistForItsQualityManager(String page) throws Exception {
        CampaignId draft = draft();
        CampaignId launched = fixtures.launched(town);
        Town elsewhere = fixtures.town();

        pages.open(elsewhere.manager(), "/campaigns/" + draft + page).andExpect(status().isNotFound());
        pages.open(elsewhere.manager(), "/campaigns/" + launched + page).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/launch", "/extend", "/cancel", "/review", "/sign", "/send-back"})
    void norCanItsQualityManagerSendAnything(String page) throws Exception {
        CampaignId campaign = fixtures.launched(town);
        Town elsewhere = fixtures.town();

        pages.send(
                        elsewhere.manager(),
                        "/campaigns/" + campaign + page,
                        "reason",
                        "Sabotage",
                        "phase",
                        "AUDIT",
                        "day",
                        TODAY.plusDays(80).toString())
                .andExpect(status().isNotFound());
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/edit", "/launch", "/extend", "/cancel", "/review", "/sign"})
    void anAgentOfACampaignsTeamMayReadItAndNothingMore(String page) throws Exception {
        CampaignId campaign = fixtures.launched(town);

        pages.open(town.agent(), "/campaigns/" + campaign).andExpect(status().isOk());
        pages.open(town.agent(), "/campaigns/" + campaign + page).andExpect(status().isForbidden());
    }

    @Test
    void anAgentPlansNothing() throws Exception {
        pages.open(town.agent(), "/campaigns/new").andExpect(status().isForbidden());
        pages.send(town.agent(), "/campaigns/new", "name", "X").andExpect(status().isForbidden());
    }

    @Test
    void leadershipReadsAndPlansNothing() throws Exception {
        CampaignId campaign = fixtures.launched(town);

        pages.open(town.leadership(), "/campaigns/" + campaign).andExpect(status().isOk());
        pages.open(town.leadership(), "/campaigns/" + campaign + "/cancel").andExpect(status().isForbidden());
        pages.open(town.leadership(), "/campaigns/" + campaign + "/extend").andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/campaigns/x", "/campaigns/00000000-0000-0000-0000-000000000000"})
    void anUnknownCampaignIsNotFound(String address) throws Exception {
        pages.open(town.manager(), address).andExpect(status().isNotFound());
        pages.open(town.manager(), address + "/launch").andExpect(status().isNotFound());
        pages.open(town.manager(), address + "/review").andExpect(status().isNotFound());
        pages.open(town.leadership(), address + "/sign").andExpect(status().isNotFound());
    }

    // ---- extending and cancelling

    @ParameterizedTest
    @CsvSource({
        "'', 2090-01-01, Raison, phase, Choisissez la phase",
        "SIESTE, 2090-01-01, Raison, phase, Choisissez-la de nouveau",
        "AUDIT, '', Raison, day, Donnez la nouvelle échéance",
        "AUDIT, demain, Raison, day, Cette date ne se lit pas",
        "AUDIT, 2001-01-01, Raison, day, Une échéance se repousse",
        "AUDIT, 2190-01-01, Raison, day, Vérifiez l",
        "AUDIT, 2090-01-01, '  ', reason, Dites pourquoi",
    })
    void anExtensionWithAFaultComesBackWithTheSentenceAtItsField(
            String phase, String day, String reason, String where, String sentence) throws Exception {
        CampaignId campaign = fixtures.launched(town);
        var evaluation = evaluations.ofCampaign(campaign).get(0);

        for (String page : List.of("/campaigns/" + campaign, "/evaluations/" + evaluation.id())) {
            pages.send(town.manager(), page + "/extend", "phase", phase, "day", day, "reason", reason)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content()
                            .string(allOf(containsString("id=\"" + where + "-error\""), containsString(sentence))));
        }
        assertThat(evaluations.get(evaluation.id()).deadlines())
                .isEqualTo(evaluations.campaign(campaign).deadlines());
    }

    @Test
    void aHugeReasonIsRefusedAndKept() throws Exception {
        CampaignId campaign = fixtures.launched(town);
        String huge = "a".repeat(20_000);

        for (String page : List.of("/extend", "/cancel")) {
            pages.send(
                            town.manager(),
                            "/campaigns/" + campaign + page,
                            "phase",
                            "AUDIT",
                            "day",
                            TODAY.plusDays(80).toString(),
                            "reason",
                            huge)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(allOf(containsString("1 000 caractères"), containsString(huge))));
        }
    }

    @Test
    void cancellingACampaignNeedsAReasonAndKeepsIt() throws Exception {
        CampaignId campaign = fixtures.launched(town);

        pages.send(town.manager(), "/campaigns/" + campaign + "/cancel", "reason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"reason-error\"")));
        pages.send(town.manager(), "/campaigns/" + campaign + "/cancel", "reason", "Inondation de la mairie")
                .andExpect(redirectedUrl("/campaigns/" + campaign));

        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.CANCELLED);
        pages.open(town.agent(), "/campaigns/" + campaign)
                .andExpect(content().string(containsString("La campagne est annulée")));
        pages.open(town.agent(), "/campaigns/" + campaign + "/trail")
                .andExpect(content()
                        .string(allOf(
                                containsString("Campagne annulée"),
                                containsString("Inondation de la mairie"),
                                containsString("Nadia Référente"))));
        pages.open(town.manager(), "/campaigns/" + campaign + "/cancel").andExpect(status().isConflict());
    }

    private CampaignId draft() {
        return planning.prepare(fixtures.actor(town.manager()), fixtures.plan(town.team()));
    }

    private ResultActions submit(String page, Map<String, String> changed) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "Accueil");
        fields.put("periodStart", TODAY.toString());
        fields.put("periodEnd", TODAY.plusYears(1).toString());
        fields.put("standard", fixtures.starterStandard().toString());
        fields.put("teams", town.team().toString());
        fields.put("dueCollection", TODAY.plusDays(20).toString());
        fields.put("dueSelfAssessment", TODAY.plusDays(40).toString());
        fields.put("dueAudit", TODAY.plusDays(70).toString());
        fields.put("dueActionPlan", TODAY.plusDays(90).toString());
        fields.put("dueFollowUp", TODAY.plusDays(200).toString());
        fields.put("closingDate", TODAY.plusDays(230).toString());
        fields.put("recurrence", "YEARLY");
        fields.putAll(changed);
        List<String> flat = new ArrayList<>();
        fields.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return pages.send(town.manager(), page, flat.toArray(String[]::new));
    }
}
