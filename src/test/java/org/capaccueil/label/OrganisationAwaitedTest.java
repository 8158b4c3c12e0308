package org.capaccueil.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SettableClock;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team whose actions have ended waits for the audit of the team that answers for the organisation. */
@ApplicationTest
class OrganisationAwaitedTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    CampaignDecisions decisions;

    @Autowired
    Evaluations evaluations;

    @Autowired
    AuditedTeam audited;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pages pages;

    @Autowired
    Trail trail;

    @Autowired
    SettableClock clock;

    private Town town;
    private Actor manager;
    private EvaluationView waiting;
    private EvaluationView answering;

    @BeforeEach
    void aTeamThatIsDoneAndOneThatAnswersForTheOrganisation() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        manager = fixtures.actor(town.manager());
        TeamId second = fixtures.team(
                town.manager(), "ETC", "État civil", town.lead(), town.agent(), Channel.COUNTER, Channel.PHONE);
        CampaignId campaign = planning.prepare(manager, fixtures.plan(town.team(), second));
        planning.nameOrganisationTeam(manager, campaign, second);
        planning.launch(manager, campaign);
        jobs.runAll();
        for (EvaluationView evaluation : evaluations.ofCampaign(campaign)) {
            if (evaluation.team().equals(second)) {
                answering = evaluation;
            } else {
                waiting = evaluation;
            }
        }
        audited.rated(waiting, town, 4, 4, "CLOSED");
        audited.signedPlan(
                waiting, town, audited.finding(waiting, 1, "MINOR", "ACC-3", Place.PHONE), "ACC-3", "EFFECTIVE");
        audited.measured(waiting, "62");
        inPhase("FOLLOW_UP", waiting);
        goTo(waiting, "checkOrganisation");
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void itsPageSaysWhoIsAwaited() throws Exception {
        assertThat(status(waiting)).isEqualTo(EvaluationStatus.OPEN);

        String page = pages.open(town.lead(), "/evaluations/" + waiting.id())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("les réponses pour l&#39;organisation, rédigées par l&#39;équipe « État civil »")
                .doesNotContain("Personne pour l’instant");
    }

    @Test
    void itIsToldWhenThatAuditIsConcludedAndJudgedOnItsRatings() {
        audited.rated(answering, town, 4, 4, "CLOSED");
        goTo(answering, "announceOrganisation");

        assertThat(status(waiting)).isEqualTo(EvaluationStatus.CLOSED);
        assertThat(trail.of(waiting.id()))
                .filteredOn(line -> line.action().equals("Niveau atteint"))
                .singleElement()
                .extracting(Trail.Line::after)
                .isEqualTo("Or");
    }

    @Test
    void neverToldItFindsOutTheNextDay() {
        audited.rated(answering, town, 4, 4, "CLOSED");

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        jobs.runAll();

        assertThat(status(waiting)).isEqualTo(EvaluationStatus.CLOSED);
    }

    @Test
    void itStopsWaitingWhenNobodyAnswersAnyMore() {
        inPhase("AUDIT", answering);

        decisions.cancelEvaluation(manager, answering.id(), "Service fermé");
        jobs.runAll();

        assertThat(status(waiting)).isEqualTo(EvaluationStatus.CLOSED);
        assertThat(trail.of(waiting.id()))
                .filteredOn(line -> line.action().equals("Aucun niveau atteint"))
                .singleElement()
                .extracting(Trail.Line::reason)
                .asString()
                .contains("n'est coté par personne pour l'organisation");
    }

    private EvaluationStatus status(EvaluationView evaluation) {
        return evaluations.get(evaluation.id()).status();
    }

    private void inPhase(String phase, EvaluationView evaluation) {
        jdbc.sql("update evaluation set phase = ? where id = ?")
                .params(phase, evaluation.id().value())
                .update();
    }

    private void goTo(EvaluationView evaluation, String activity) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(evaluation.id().toString())
                .processDefinitionKey("team-evaluation")
                .singleResult()
                .getId();
        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity("collectData")
                .startBeforeActivity(activity)
                .execute();
        jobs.runAll();
    }
}
