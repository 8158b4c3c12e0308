package org.capaccueil.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.campaign.TeamChanges.Change;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.reorganisation.domain.TeamMerges;
import org.capaccueil.reorganisation.domain.TeamMerges.NewTeam;
import org.capaccueil.reorganisation.domain.Touched;
import org.capaccueil.reporting.PdfCheck;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standards;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.TaskDesk;
import org.capaccueil.workflow.TaskDesk.Whose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class TeamMergeTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    Evaluations evaluations;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    TeamChanges changes;

    @Autowired
    TeamMerges merges;

    @Autowired
    Organisation organisation;

    @Autowired
    Register register;

    @Autowired
    TaskDesk tasks;

    @Autowired
    AuditAssignment assignment;

    @Autowired
    Standards standards;

    @Autowired
    SelfRatingDesk ratings;

    @Autowired
    SelfAssessments assessments;

    @Autowired
    Trail trail;

    @Autowired
    Pages pages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void inEveryPhaseTheSuccessorsPeopleTakeTheEvaluationToItsEndUnderItsName(Phase phase) throws Exception {
        TwoTeams teams = TwoTeams.in(fixtures);
        Town town = teams.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        EvaluationId id = evaluation.id();
        reach(phase, town, evaluation);

        teams.merge(merges, fixtures.actor(town.manager()), Set.of(), Map.of());

        Actor lead = fixtures.actor(teams.otherLead());
        assertThat(fixtures.actor(town.lead()).leads(town.team())).isFalse();
        if (phase != Phase.AUDIT) {
            assertThat(tasks.count(lead, Whose.OFFERED, evaluation.campaign().value())
                            + tasks.count(
                                    lead,
                                    Whose.TAKEN_BY_OTHERS,
                                    evaluation.campaign().value()))
                    .isPositive();
        }
        carryOn(phase, teams.successor(), evaluation);

        EvaluationView ended = evaluations.get(id);
        assertThat(ended.status()).isEqualTo(EvaluationStatus.CLOSED);
        assertThat(ended.teamName()).isEqualTo(evaluation.teamName());
        assertThat(evaluations.points(List.of(id)).get(id))
                .extracting(PointView::name)
                .containsExactly("Hôtel de ville");
        String happened = "Équipe « " + evaluation.teamName() + " » fusionnée dans « "
                + organisation.team(teams.other()).name() + " » le ";
        assertThat(changes.of(id)).singleElement().satisfies(change -> {
            assertThat(change.what()).startsWith(happened).contains("va à son terme");
            assertThat(change.reason()).isEqualTo(TwoTeams.REASON);
            assertThat(change.by()).isEqualTo("Nadia Référente");
        });
        assertThat(trail.of(id)).extracting(Trail.Line::action).contains("Réorganisation");
        byte[] pdf = pages.open(teams.otherLead(), "/evaluations/" + id + "/report/pdf")
                .andExpect(MockMvcResultMatchers.content().contentTypeCompatibleWith(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(PdfCheck.text(pdf))
                .contains("Ce qui a changé pendant l'évaluation", "fusionnée dans", TwoTeams.REASON);
    }

    private void reach(Phase phase, Town town, EvaluationView evaluation) {
        if (phase.compareTo(Phase.COLLECTION) > 0) {
            cycle.collect(town, evaluation.id());
        }
        if (phase.compareTo(Phase.SELF_ASSESSMENT) > 0) {
            cycle.assess(town, evaluation.id(), 3);
        }
        if (phase.compareTo(Phase.AUDIT) > 0) {
            cycle.audit(town, evaluation, FindingKind.MINOR);
        }
        if (phase.compareTo(Phase.ACTION_PLAN) > 0) {
            cycle.plan(town, evaluation.id());
        }
        assertThat(evaluations.get(evaluation.id()).phase()).isEqualTo(phase);
    }

    private void carryOn(Phase phase, Town town, EvaluationView evaluation) {
        EvaluationId id = evaluation.id();
        if (phase == Phase.COLLECTION) {
            cycle.collect(town, id);
        }
        if (phase.compareTo(Phase.SELF_ASSESSMENT) <= 0) {
            cycle.assess(town, id, 3);
        }
        if (phase.compareTo(Phase.AUDIT) <= 0) {
            cycle.audit(town, evaluation, FindingKind.MINOR);
        }
        if (phase.compareTo(Phase.ACTION_PLAN) <= 0) {
            cycle.plan(town, id);
        }
        cycle.carryOut(town, id);
        clock.advance(Duration.ofDays(61));
        jobs.runAll();
        cycle.verify(town, id);
    }

    @Test
    void peopleAndPointsGoOverAndWhoLedBeforeIsAMemberThere() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Town town = teams.town();
        PointView point = organisation.team(town.team()).points().get(0);

        teams.merge(merges, fixtures.actor(town.manager()), Set.of(), Map.of());

        TeamView other = organisation.team(teams.other());
        assertThat(other.points()).hasSize(2).contains(point);
        assertThat(other.yearlyContacts()).isEqualTo(24_000);
        assertThat(other.members())
                .contains(new TeamView.MemberView(town.lead(), false))
                .hasSize(4);
        assertThat(organisation.team(town.team()).points()).isEmpty();
        assertThat(organisation.inChargeOf(town.team()).id()).isEqualTo(teams.other());
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        assertThat(organisation.membersBetween(town.team(), today.minusDays(3), today.minusDays(1)))
                .as("who came with the merge was not there before")
                .doesNotContain(teams.otherLead());
        assertThat(organisation.membersBetween(town.team(), today, today))
                .contains(town.lead(), town.agent(), teams.otherLead());
    }

    @Test
    void aChannelThatComesWithTheMergeIsTheSuccessorsFromThatDayOnAndItsOwnStayAsOldAsTheyAre() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Town town = teams.town();
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        register.openPoint(fixtures.actor(town.manager()), town.team(), "Courrier", "BP 12", Set.of(Channel.MAIL));
        opened(town.team(), "2020-01-01");
        opened(teams.other(), "2025-06-01");

        teams.merge(merges, fixtures.actor(town.manager()), Set.of(), Map.of());

        LocalDate own = LocalDate.of(2025, 6, 1);
        assertThat(organisation.channelsSince(teams.other()))
                .isEqualTo(Map.of(Channel.COUNTER, own, Channel.PHONE, own, Channel.MAIL, today));
    }

    private void opened(TeamId team, String day) {
        jdbc.sql(
                        """
                update reception_point_channel set since = cast(? as date)
                where point_id in (select id from reception_point where team_id = ?)""")
                .params(day, team.value())
                .update();
    }

    @Test
    void bothGoIntoANewTeamWithTheirLeads() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Actor manager = fixtures.actor(teams.town().manager());
        EvaluationId id = fixtures.openEvaluation(teams.town()).id();
        String seen = merges.preview(manager, teams.town().team(), teams.other(), true)
                .seen();

        TeamId born = merges.merge(
                manager,
                teams.town().team(),
                teams.other(),
                new NewTeam("CENTRE", "Accueil du centre"),
                true,
                TwoTeams.fate(Set.of(), Map.of(), seen));

        assertThat(organisation.team(born).members()).hasSize(4);
        assertThat(organisation.team(born).yearlyContacts()).isEqualTo(24_000);
        assertThat(fixtures.actor(teams.otherLead()).leads(teams.town().team())).isTrue();
        assertThat(changes.of(id).get(0).what()).contains("« Accueil du centre »");
    }

    @Test
    void aStoppedEvaluationHandsOnWhatItAnswersForTheOrganisationAndItsWeight() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Actor manager = fixtures.actor(teams.town().manager());
        CampaignId campaign = campaign(teams, manager, teams.town().team());
        EvaluationView stopped = of(campaign, teams.town().team());
        EvaluationView stays = of(campaign, teams.other());
        assertThat(stopped.answersForOrganisation()).isTrue();
        Touched touched = merges.preview(manager, teams.town().team(), teams.other(), false)
                .touched()
                .get(0);
        assertThat(touched.handsOn()).isTrue();
        assertThat(touched.tasks()).extracting(task -> task.key()).containsExactly("measureIndicators");

        assertThatThrownBy(() -> teams.merge(merges, manager, Set.of(stopped.id()), Map.of()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("répondra pour toute l'organisation");
        assertThat(organisation.team(teams.town().team()).active()).isTrue();

        teams.merge(merges, manager, Set.of(stopped.id()), Map.of(stopped.id(), stays.id()));

        assertThat(evaluations.get(stopped.id()).status()).isEqualTo(EvaluationStatus.CANCELLED);
        assertThat(tasks.openFor(List.of(stopped.id().value()))).isEmpty();
        EvaluationView after = evaluations.get(stays.id());
        assertThat(after.answersForOrganisation()).isTrue();
        assertThat(after.yearlyContacts()).isEqualTo(24_000);
        assertThat(changes.of(stays.id())).singleElement().satisfies(change -> {
            assertThat(change.what()).contains("aucune de ses cotations n'est reprise");
            assertThat(change.related()).isEqualTo(stopped.id());
        });
        assertThat(changes.of(campaign)).extracting(Change::evaluation).containsOnly(stopped.id(), stays.id());
    }

    @Test
    void whereBothGoOnNoneWeighsTwice() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Actor manager = fixtures.actor(teams.town().manager());
        CampaignId campaign = campaign(teams, manager, teams.other());

        teams.merge(merges, manager, Set.of(), Map.of());

        assertThat(evaluations.ofCampaign(campaign))
                .extracting(EvaluationView::yearlyContacts)
                .containsExactly(12_000, 12_000);
    }

    @Test
    void aCampaignInPreparationEvaluatesTheSuccessorInstead() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Actor manager = fixtures.actor(teams.town().manager());
        CampaignId draft = planning.prepare(manager, fixtures.plan(teams.town().team()));

        teams.merge(merges, manager, Set.of(), Map.of());

        assertThat(evaluations.campaign(draft).teams()).containsExactly(teams.other());
        assertThat(evaluations.campaign(draft).status()).isEqualTo(CampaignStatus.DRAFT);
    }

    @Test
    void nobodyAuditsTheTeamTheyWouldBeIn() {
        TwoTeams teams = TwoTeams.in(fixtures);
        Town town = teams.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        reach(Phase.AUDIT, town, evaluation);
        PersonId auditor = fixtures.person(
                town.commune(), "Odile Interne", town.team().toString().substring(0, 8), "Auditrice", Role.AUDITOR);
        register.enrol(fixtures.actor(town.manager()), teams.other(), auditor, false);
        assignment.assign(fixtures.actor(town.manager()), evaluation.id(), auditor, null);

        assertThatThrownBy(() -> teams.merge(merges, fixtures.actor(town.manager()), Set.of(), Map.of()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("Odile Interne")
                .hasMessageContaining("autre auditeur");
    }

    @Test
    void aDecisionOnWhatHasChangedSinceIsAConflictAndChangesNothing() throws Exception {
        TwoTeams teams = TwoTeams.in(fixtures);
        Town town = teams.town();
        Actor manager = fixtures.actor(town.manager());
        EvaluationView evaluation = fixtures.openEvaluation(town);
        String seen = merges.preview(manager, town.team(), teams.other(), false).seen();
        cycle.collect(town, evaluation.id());

        assertThatThrownBy(() -> merges.merge(
                        manager, town.team(), teams.other(), null, false, TwoTeams.fate(Set.of(), Map.of(), seen)))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, conflict -> assertThat(conflict.differences())
                        .singleElement()
                        .satisfies(difference -> assertThat(difference.saved()).contains("Autoévaluation")));
        pages.send(
                        town.manager(),
                        "/teams/" + town.team() + "/merge?with=" + teams.other(),
                        "seen",
                        seen,
                        "reason",
                        "Fusion",
                        "on",
                        LocalDate.now(PublicTime.ZONE).toString())
                .andExpect(MockMvcResultMatchers.status().isConflict());
        assertThat(organisation.team(town.team()).active()).isTrue();
    }

    @Test
    void aForeignTeamDoesNotExistAndAnAgentMayNot() throws Exception {
        TwoTeams teams = TwoTeams.in(fixtures);
        Town foreign = fixtures.town();
        assertThatThrownBy(() -> merges.preview(
                        fixtures.actor(teams.town().manager()), teams.town().team(), foreign.team(), false))
                .isInstanceOf(NotFound.class);
        pages.open(teams.town().agent(), "/teams/" + teams.town().team() + "/reorganise")
                .andExpect(MockMvcResultMatchers.status().isForbidden());
        pages.send(foreign.manager(), "/teams/" + teams.town().team() + "/merge?with=" + teams.other(), "reason", "x")
                .andExpect(MockMvcResultMatchers.status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRatingBeingSavedWhileTheTeamIsMergedIsNotLost(boolean stop) throws Exception {
        TwoTeams teams = TwoTeams.in(fixtures);
        Town town = teams.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        EvaluationId id = evaluation.id();
        CampaignId both = campaign(teams, fixtures.actor(town.manager()), teams.other());
        EvaluationView rated = of(both, town.team());
        cycle.collect(town, rated.id());
        Question question = standards
                .content(evaluation.standard())
                .questionsFor(rated.scope())
                .get(0);
        Place place = question.places().get(0);
        Actor agent = fixtures.actor(town.agent());
        CountDownLatch saved = new CountDownLatch(1);
        CountDownLatch merged = new CountDownLatch(1);
        CompletableFuture<Void> rating = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(tx -> {
                    ratings.rate(agent, rated.id(), question.criterion().code(), place, 0, Grade.of(3), "Tenu");
                    saved.countDown();
                    await(merged);
                }),
                SystemScope.threads(1));
        await(saved);

        teams.merge(merges, fixtures.actor(town.manager()), stop ? Set.of(rated.id()) : Set.of(), Map.of());
        assertThat(assessments.ratings(rated.id())).as("not committed yet").isEmpty();
        merged.countDown();
        rating.get(30, TimeUnit.SECONDS);

        assertThat(assessments.ratings(rated.id())).singleElement().satisfies(one -> assertThat(one.comment())
                .isEqualTo("Tenu"));
        assertThat(evaluations.get(rated.id()).status())
                .isEqualTo(stop ? EvaluationStatus.CANCELLED : EvaluationStatus.OPEN);
        assertThat(evaluations.get(id).status()).isEqualTo(EvaluationStatus.OPEN);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private CampaignId campaign(TwoTeams teams, Actor manager, TeamId forOrganisation) {
        CampaignId campaign =
                planning.prepare(manager, fixtures.plan(teams.town().team(), teams.other()));
        planning.nameOrganisationTeam(manager, campaign, forOrganisation);
        planning.launch(manager, campaign);
        jobs.runAll();
        return campaign;
    }

    private EvaluationView of(CampaignId campaign, TeamId team) {
        return evaluations.ofCampaign(campaign).stream()
                .filter(evaluation -> evaluation.team().equals(team))
                .findFirst()
                .orElseThrow();
    }
}
