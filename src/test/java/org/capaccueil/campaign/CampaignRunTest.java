package org.capaccueil.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.campaign.domain.CampaignRun;
import org.capaccueil.campaign.domain.CampaignRun.Opening;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a running campaign's domain and process do together. */
@ApplicationTest
class CampaignRunTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    CampaignDecisions decisions;

    @Autowired
    CampaignRun run;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Register register;

    @Autowired
    Trail trail;

    @Autowired
    Jobs jobs;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    Town town;
    Actor manager;

    @BeforeEach
    void found() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
    }

    @Test
    void moreTimeMovesTheOpenTasksDueDateAndItsRemindersAndKeepsTheTask() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        String task = task(evaluation).getId();
        List<Date> reminders = timers(evaluation);
        LocalDate day = evaluation.due().plusDays(60);

        decisions.extend(manager, evaluation.id(), Phase.COLLECTION, day, "Panne");

        assertThat(task(evaluation).getId()).isEqualTo(task);
        assertThat(task(evaluation).getDueDate()).isEqualTo(Date.from(PublicTime.endOf(day)));
        assertThat(timers(evaluation)).hasSameSizeAs(reminders).doesNotContainAnyElementsOf(reminders);
        Instant firstReminder =
                day.minusDays(15).atTime(8, 0).atZone(PublicTime.ZONE).toInstant();
        assertThat(timers(evaluation)).contains(Date.from(firstReminder));
        assertThat(evaluations.get(evaluation.id()).deadlines().selfAssessment())
                .isEqualTo(day);
    }

    @Test
    void moreTimeForAPhaseAheadTouchesNoOpenTask() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        Date due = task(evaluation).getDueDate();

        decisions.extend(
                manager,
                evaluation.id(),
                Phase.AUDIT,
                evaluation.deadlines().audit().plusDays(5),
                "Auditeur malade");

        assertThat(task(evaluation).getDueDate()).isEqualTo(due);
    }

    @Test
    void moreTimeForAllMovesTheCampaignEveryTeamAndTheClosingTimer() {
        CampaignId campaign = launched(3);
        CampaignView before = evaluations.campaign(campaign);
        LocalDate day = before.closingDate().plusDays(40);

        decisions.extendAll(manager, campaign, Phase.COLLECTION, day, "Confinement");

        CampaignView after = evaluations.campaign(campaign);
        assertThat(after.deadlines()).isEqualTo(new Deadlines(day, day, day, day, day));
        assertThat(after.closingDate()).isEqualTo(day);
        assertThat(timersOf(campaign.value())).contains(Date.from(PublicTime.endOf(day)));
        assertThat(evaluations.ofCampaign(campaign)).hasSize(3).allSatisfy(evaluation -> {
            assertThat(evaluation.due()).isEqualTo(day);
            assertThat(task(evaluation).getDueDate()).isEqualTo(Date.from(PublicTime.endOf(day)));
            assertThat(trail.of(evaluation.id()))
                    .anySatisfy(line -> assertThat(line.reason()).isEqualTo("Confinement"));
        });
    }

    @Test
    void aTeamThatHasMoreTimeAlreadyKeepsItsOwnDate() {
        CampaignId campaign = launched(2);
        EvaluationView generous = evaluations.ofCampaign(campaign).get(0);
        LocalDate far = generous.due().plusDays(15);
        decisions.extend(manager, generous.id(), Phase.COLLECTION, far, "Travaux");

        decisions.extendAll(manager, campaign, Phase.COLLECTION, generous.due().plusDays(5), "Pont");

        assertThat(evaluations.get(generous.id()).due()).isEqualTo(far);
        assertThat(evaluations.get(evaluations.ofCampaign(campaign).get(1).id()).due())
                .isEqualTo(generous.due().plusDays(5));
    }

    @Test
    void aTeamThatIsCancelledIsLeftAloneByAnExtension() {
        CampaignId campaign = launched(2);
        EvaluationView gone = evaluations.ofCampaign(campaign).get(0);
        decisions.cancelEvaluation(manager, gone.id(), "Dissoute");

        decisions.extendAll(manager, campaign, Phase.COLLECTION, gone.due().plusDays(5), "Pont");

        assertThat(evaluations.get(gone.id()).due()).isEqualTo(gone.due());
    }

    @Test
    void anExtensionWithoutAReasonMovesNothing() {
        EvaluationView evaluation = fixtures.openEvaluation(town);

        assertThatThrownBy(() -> decisions.extend(
                        manager,
                        evaluation.id(),
                        Phase.COLLECTION,
                        evaluation.due().plusDays(3),
                        " "))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> decisions.extendAll(
                        manager,
                        evaluation.campaign(),
                        Phase.COLLECTION,
                        evaluation.due().plusDays(3),
                        ""))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(evaluations.get(evaluation.id()).deadlines()).isEqualTo(evaluation.deadlines());
    }

    @Test
    void cancellingAnEvaluationEndsItsProcessAndKeepsItsData() {
        CampaignId campaign = launched(2);
        EvaluationView evaluation = evaluations.ofCampaign(campaign).get(0);

        decisions.cancelEvaluation(manager, evaluation.id(), "Dissoute");
        jobs.runAll();

        assertThat(instances(evaluation.id().value())).isZero();
        assertThat(evaluations.get(evaluation.id()).status()).isEqualTo(EvaluationStatus.CANCELLED);
        assertThat(trail.of(evaluation.id()))
                .anySatisfy(line -> assertThat(line.reason()).isEqualTo("Dissoute"));
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(instances(evaluations.ofCampaign(campaign).get(1).id().value()))
                .isPositive();
        assertThatThrownBy(() -> decisions.cancelEvaluation(manager, evaluation.id(), "Encore"))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void cancellingTheLastOpenEvaluationBringsTheCampaignToConsolidation() {
        CampaignId campaign = launched(2);
        evaluations
                .ofCampaign(campaign)
                .forEach(evaluation -> decisions.cancelEvaluation(manager, evaluation.id(), "Dissoute"));
        jobs.runAll();

        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.CONSOLIDATION);
    }

    @Test
    void cancellingACampaignEndsEveryProcessAndKeepsTheData() {
        CampaignId campaign = launched(3);

        decisions.cancelCampaign(manager, campaign, "Inondation");
        jobs.runAll();

        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.CANCELLED);
        assertThat(instances(campaign.value())).isZero();
        assertThat(evaluations.ofCampaign(campaign)).hasSize(3).allSatisfy(evaluation -> {
            assertThat(evaluation.status()).isEqualTo(EvaluationStatus.CANCELLED);
            assertThat(instances(evaluation.id().value())).isZero();
        });
    }

    @Test
    void twoHundredAndFiftyTeamsAreOpenedInChunksAndNeverTwice() {
        CampaignId campaign = planning.prepare(manager, plan(250));
        planning.launch(manager, campaign);

        assertThat(run.openNextTeams(campaign)).isEqualTo(Opening.MORE);
        assertThat(evaluations.ofCampaign(campaign)).hasSize(100);
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.OPENING);

        jobs.runAll();
        assertOpenedOnce(campaign, 250);

        assertThat(run.openNextTeams(campaign)).isEqualTo(Opening.DONE);
        assertThat(run.openNextTeams(campaign)).isEqualTo(Opening.DONE);
        assertOpenedOnce(campaign, 250);
    }

    @Test
    void theDatabaseItselfRefusesASecondEvaluationOfATeam() {
        EvaluationView evaluation = fixtures.openEvaluation(town);

        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into evaluation select ?, version, campaign_id, team_id, commune_id,
                                  standard_version_id, team_name, channels, phase, status, due_collection,
                                  due_self_assessment, due_audit, due_action_plan, due_follow_up, opened_at, closed_at,
                                  answers_for_organisation, yearly_contacts
                                from evaluation where id = ?""")
                        .param(UUID.randomUUID())
                        .param(evaluation.id().value())
                        .update())
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    private void assertOpenedOnce(CampaignId campaign, int teams) {
        List<EvaluationView> opened = evaluations.ofCampaign(campaign);
        assertThat(opened).hasSize(teams);
        assertThat(opened).extracting(EvaluationView::team).doesNotHaveDuplicates();
        assertThat(evaluations.campaign(campaign).status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("team-evaluation")
                        .variableValueEquals("campaignId", campaign.toString())
                        .count())
                .isEqualTo(teams);
    }

    private CampaignId launched(int teams) {
        CampaignId campaign = planning.prepare(manager, plan(teams));
        planning.launch(manager, campaign);
        jobs.runAll();
        return campaign;
    }

    private CampaignPlan plan(int teams) {
        List<TeamId> all = new ArrayList<>(List.of(town.team()));
        for (int i = 1; i < teams; i++) {
            all.add(fixtures.team(town.manager(), "T" + i, "Équipe %03d".formatted(i), town.lead(), town.agent()));
        }
        return fixtures.plan(all.toArray(TeamId[]::new));
    }

    private org.camunda.bpm.engine.task.Task task(EvaluationView evaluation) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(evaluation.id().toString())
                .singleResult();
    }

    private List<Date> timers(EvaluationView evaluation) {
        return timersOf(evaluation.id().value());
    }

    private List<Date> timersOf(UUID businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey.toString()).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .map(Job::getDuedate)
                .toList();
    }

    private long instances(UUID businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .count();
    }
}
