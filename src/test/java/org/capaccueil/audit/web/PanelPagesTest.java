package org.capaccueil.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.domain.IndividualReading;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standards;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A panel of 0 to 100, phase by phase: the team types its figures, then the auditor his own. */
@ApplicationTest
class PanelPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Standards standards;

    @Autowired
    Libraries libraries;

    @Autowired
    RoundDecisions rounds;

    @Autowired
    IndividualReading individual;

    @Autowired
    Cycle cycle;

    @Autowired
    Pages pages;

    @Autowired
    AuditAssignment assignment;

    @Autowired
    SiteVisit visit;

    @Autowired
    DeclaringIndependence declaring;

    @Autowired
    SelfAssessments selfAssessments;

    @Autowired
    Audits audits;

    @Autowired
    Jobs jobs;

    @Test
    void aTeamAndAnAuditorRateEachPhaseFromZeroToAHundred() throws Exception {
        Town town = fixtures.town();
        EvaluationView evaluation = onPanels(town);
        cycle.collect(town, evaluation.id());

        String sheet = "/evaluations/" + evaluation.id() + "/self-assessment";
        pages.open(town.agent(), sheet)
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Points, de 0 à 100"), containsString("Planifier"))));
        pages.send(town.agent(), sheet + "/ratings/1.1/plan", "grade", "45", "version", "0")
                .andExpect(status().is3xxRedirection());
        pages.send(town.agent(), sheet + "/ratings/1.1/do", "grade", "150", "version", "0")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("pas dans l&#39;échelle")));
        assertThat(selfAssessments.ratings(evaluation.id())).singleElement().satisfies(rating -> {
            assertThat(rating.place()).isEqualTo(Place.PLAN);
            assertThat(rating.grade()).isEqualTo(Grade.of(45));
        });
        cycle.assess(town, evaluation.id(), 3);

        assignment.assign(
                fixtures.actor(town.manager()), evaluation.id(), town.auditor(), LocalDate.now(PublicTime.ZONE));
        jobs.runAll();
        declaring.sign(fixtures.actor(town.auditor()), evaluation.id());
        String audit = "/evaluations/" + evaluation.id() + "/audit";
        pages.open(town.auditor(), audit)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Points, de 0 à 100"),
                                containsString("45 · éléments solides sur une partie"),
                                not(containsString("ébauché")))));
        pages.send(town.auditor(), audit + "/ratings/1.1/plan", "grade", "55").andExpect(status().is3xxRedirection());
        assertThat(audits.ratings(evaluation.id())).singleElement().satisfies(rating -> assertThat(rating.grade())
                .isEqualTo(Grade.of(55)));
    }

    @Test
    void whereAPanelAllowsItTeamMembersAndAuditorSayNotApplicableBesideTheFigure() throws Exception {
        Town town = fixtures.town();
        EvaluationView evaluation = fixtures.openEvaluation(
                town, libraries.imported(fixtures.actor(town.manager()), "caf-2020-pdca.yaml", text -> text.replace(
                                "allows_not_applicable: false", "allows_not_applicable: true")
                        .replace("not_applicable: false", "not_applicable: true")));
        cycle.collect(town, evaluation.id());
        String sheet = "/evaluations/" + evaluation.id() + "/self-assessment";

        rounds.open(fixtures.actor(town.lead()), evaluation.id());
        saysNotApplicable(town.agent(), sheet + "/individual", sheet + "/individual/ratings/1.1/plan", "0");
        assertThat(individual
                        .ownSheet(fixtures.actor(town.agent()), evaluation.id())
                        .orElseThrow()
                        .criterion("1.1")
                        .ratings()
                        .get(0)
                        .grade())
                .isEqualTo(Grade.notApplicable("Pas de planification ici"));
        rounds.giveUp(fixtures.actor(town.lead()), evaluation.id(), "Trop peu de monde");

        saysNotApplicable(town.agent(), sheet, sheet + "/ratings/1.1/plan", "0");
        assertThat(selfAssessments.ratings(evaluation.id()))
                .extracting(SelfAssessments.Rating::grade)
                .containsExactly(Grade.notApplicable("Pas de planification ici"));
        cycle.assess(town, evaluation.id(), 3);

        assignment.assign(
                fixtures.actor(town.manager()), evaluation.id(), town.auditor(), LocalDate.now(PublicTime.ZONE));
        jobs.runAll();
        declaring.sign(fixtures.actor(town.auditor()), evaluation.id());
        String audit = "/evaluations/" + evaluation.id() + "/audit";
        saysNotApplicable(town.auditor(), audit, audit + "/ratings/1.1/plan", "");
        assertThat(audits.ratings(evaluation.id()))
                .extracting(Audits.Rating::grade)
                .containsExactly(Grade.notApplicable("Pas de planification ici"));
    }

    /** A figure left beside it does not count. */
    private void saysNotApplicable(PersonId person, String page, String address, String version) throws Exception {
        pages.open(person, page).andExpect(content().string(containsString("name=\"notApplicable\"")));
        pages.send(
                        person,
                        address,
                        "grade",
                        "45",
                        "notApplicable",
                        "N",
                        "reason",
                        "Pas de planification ici",
                        "version",
                        version)
                .andExpect(status().is3xxRedirection());
        pages.open(person, page)
                .andExpect(content().string(containsString("name=\"notApplicable\" value=\"N\" checked=\"checked\"")))
                .andExpect(content().string(not(containsString("value=\"N\" aria-describedby"))));
    }

    private EvaluationView onPanels(Town town) {
        CampaignPlan plan = fixtures.plan(town.team());
        CampaignId campaign = planning.prepare(
                fixtures.actor(town.manager()),
                new CampaignPlan(
                        plan.name(),
                        plan.periodStart(),
                        plan.periodEnd(),
                        standards.shipped("CAF-2020-PDCA").orElseThrow().id(),
                        plan.teams(),
                        plan.deadlines(),
                        plan.closingDate(),
                        plan.recurrenceMonths(),
                        null));
        planning.launch(fixtures.actor(town.manager()), campaign);
        jobs.runAll();
        return evaluations.ofCampaign(campaign).get(0);
    }
}
