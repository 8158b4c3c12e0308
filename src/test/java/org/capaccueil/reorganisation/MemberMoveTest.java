package org.capaccueil.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.capaccueil.assessment.domain.IndividualRatingDesk;
import org.capaccueil.assessment.domain.IndividualReading;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.assessment.domain.RoundProgress;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.campaign.TeamChanges.Change;
import org.capaccueil.organisation.Departures;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.reorganisation.domain.MemberMoves;
import org.capaccueil.reorganisation.domain.Occasion;
import org.capaccueil.reorganisation.domain.TeamMerges;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.Phases;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody changes teams in the middle of a campaign. */
@ApplicationTest
class MemberMoveTest {

    private static final String REASON = "Le guichet sud manquait de bras";

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    TeamPhases phases;

    @Autowired
    Phases audited;

    @Autowired
    MemberMoves moves;

    @Autowired
    TeamMerges merges;

    @Autowired
    Register register;

    @Autowired
    Departures departures;

    @Autowired
    Organisation organisation;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TeamChanges changes;

    @Autowired
    TaskDesk tasks;

    @Autowired
    RoundDecisions rounds;

    @Autowired
    IndividualRatingDesk alone;

    @Autowired
    IndividualReading individual;

    @Autowired
    AuditAssignment assignment;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TwoTeams teams;
    private Town town;
    private Actor manager;
    private String mark;

    @BeforeEach
    void twoTeams() {
        teams = TwoTeams.in(fixtures);
        town = teams.town();
        manager = fixtures.actor(town.manager());
        mark = town.team().toString().substring(0, 8);
    }

    @Test
    void whatWasTakenInTheFirstTeamGoesBackToItAndOtherTasksStay() {
        TeamId third = fixtures.team(town.manager(), "NORD" + mark, "Accueil nord", teams.otherLead(), town.agent());
        CampaignId campaign = fixtures.launched(town, town.team(), teams.other(), third);
        EvaluationId left = of(campaign, town.team()).id();
        EvaluationId elsewhere = of(campaign, third).id();
        Actor agent = fixtures.actor(town.agent());
        tasks.claim(measuring(left).id(), agent);
        tasks.claim(measuring(elsewhere).id(), agent);

        assertThat(moves.preview(manager, town.team(), town.agent(), teams.other())
                        .givenBack())
                .extracting(OpenTask::businessKey)
                .containsExactly(left.value());
        move(town.agent(), teams.other(), true);

        assertThat(measuring(left).assignee()).isNull();
        assertThat(measuring(left).isFor(fixtures.actor(town.lead()))).isTrue();
        assertThat(measuring(left).isOfferedTo(fixtures.actor(town.agent()))).isFalse();
        assertThat(measuring(elsewhere).assignee()).isEqualTo(town.agent().value());
        assertThat(measuring(of(campaign, teams.other()).id()).isFor(fixtures.actor(town.agent())))
                .isTrue();
        assertThat(fixtures.actor(town.agent()).leads(teams.other())).isTrue();
        assertThat(jdbc.sql("select count(*) from past_member where team_id = ? and person_id = ? and until = ?")
                        .param(town.team().value())
                        .param(town.agent().value())
                        .param(today())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anActionStaysWithThePersonTheSignedPlanNames() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        cycle.collect(town, evaluation.id());
        cycle.assess(town, evaluation.id(), 3);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        cycle.plan(town, evaluation.id());
        assertThat(tasks.heldBy(town.agent())).extracting(OpenTask::key).contains("carryOutAction");

        move(town.agent(), teams.other(), false);

        assertThat(tasks.heldBy(town.agent())).extracting(OpenTask::key).contains("carryOutAction");
    }

    @Test
    void theEvaluationsOfBothTeamsSayThatSomebodyMovedAndNeverWho() throws Exception {
        CampaignId campaign = fixtures.launched(town, town.team(), teams.other());
        EvaluationId left = of(campaign, town.team()).id();
        EvaluationId joined = of(campaign, teams.other()).id();

        move(town.agent(), teams.other(), false);

        String day = PublicTime.inWords(today());
        assertThat(changes.of(left))
                .singleElement()
                .returns(REASON, Change::reason)
                .extracting(Change::what, InstanceOfAssertFactories.STRING)
                .startsWith("Une personne de l'équipe est passée à « Accueil sud")
                .endsWith("le " + day + " : ce qu'elle a saisi reste.");
        assertThat(changes.of(joined))
                .singleElement()
                .extracting(Change::what, InstanceOfAssertFactories.STRING)
                .isEqualTo("Une personne venue de « "
                        + organisation.team(town.team()).name() + " » a rejoint l'équipe le " + day + ".");
        pages.open(town.lead(), "/evaluations/" + left)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Une personne de l&#39;équipe"), not(containsString("Karim")))));
        String was = organisation.team(town.team()).name();
        String is = organisation.team(teams.other()).name();
        assertThat(jdbc.sql(
                                "select subject || ' : ' || action from trail_entry where subject in (:was, :is) order by id")
                        .param("was", was + " · Karim Agent")
                        .param("is", is + " · Karim Agent")
                        .query(String.class)
                        .list())
                .as("the journal of the register names, as for every member")
                .endsWith(was + " · Karim Agent : Membre retiré", is + " · Karim Agent : Membre enregistré");
    }

    @Test
    void anOpenRoundNoLongerWaitsForThemAndKeepsTheOthersAnswers() {
        EvaluationId id = inRound();
        Actor before = fixtures.actor(town.agent());
        alone.rate(before, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), "À moi seul");
        alone.rate(fixtures.actor(town.lead()), id, "ACC-1", Place.COUNTER, 0, Grade.of(3), null);
        assertThat(names(id)).contains("Karim Agent");

        move(town.agent(), teams.other(), false);

        assertThat(names(id)).doesNotContain("Karim Agent").contains("Éloïse Responsable");
        assertThat(raters(id)).containsExactly(town.lead());
        assertThat(changes.of(id).get(0).what()).endsWith("les cotations individuelles se poursuivent sans elle.");
        assertThatThrownBy(() -> alone.rate(before, id, "ACC-1", Place.COUNTER, 0, Grade.of(2), "Trop tard"))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("plus partie de l'équipe");
    }

    @Test
    void onceTheRoundIsClosedWhatTheySaidCounts() {
        EvaluationId id = inRound();
        alone.rate(fixtures.actor(town.agent()), id, "ACC-1", Place.COUNTER, 0, Grade.of(1), "Compté");
        alone.rate(fixtures.actor(town.lead()), id, "ACC-1", Place.COUNTER, 0, Grade.of(3), null);
        rounds.close(fixtures.actor(town.lead()), id);

        move(town.agent(), teams.other(), false);

        assertThat(raters(id)).containsExactlyInAnyOrder(town.agent(), town.lead());
        assertThat(changes.of(id).get(0).what()).endsWith("ce qu'elle a saisi reste.");
    }

    enum Leaving {
        RELEASED,
        GONE
    }

    @ParameterizedTest
    @EnumSource(Leaving.class)
    void whoIsTakenOutOfTheTeamOrLeavesTheCommuneLeavesNeitherTaskNorRoundWaiting(Leaving leaving) {
        EvaluationId id = inRound();
        EvaluationId other = fixtures.openEvaluation(town).id();
        tasks.claim(measuring(other).id(), fixtures.actor(town.agent()));
        alone.rate(fixtures.actor(town.agent()), id, "ACC-1", Place.COUNTER, 0, Grade.of(1), null);

        leave(town.agent(), leaving);

        assertThat(measuring(other).assignee()).isNull();
        assertThat(raters(id)).isEmpty();
        assertThat(names(id)).doesNotContain("Karim Agent");
        assertThat(changes.of(other))
                .extracting(Change::what)
                .containsExactly("Une personne a quitté l'équipe le " + PublicTime.inWords(today())
                        + " : ce qu'elle a saisi avec l'équipe reste.");
    }

    private void leave(PersonId person, Leaving leaving) {
        if (leaving == Leaving.RELEASED) {
            register.release(manager, town.team(), person);
        } else {
            departures.leave(manager, person, today());
        }
    }

    @ParameterizedTest
    @EnumSource(Leaving.class)
    void theOnlyLeadOfATeamUnderEvaluationDoesNotLeaveItEitherBeforeAnotherIsNamed(Leaving leaving) {
        EvaluationId id = fixtures.openEvaluation(town).id();

        assertThatThrownBy(() -> leave(town.lead(), leaving))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("Désignez d'abord un autre responsable");
        assertThat(organisation.team(town.team()).isLead(town.lead())).isTrue();
        assertThat(changes.of(id)).isEmpty();

        register.enrol(manager, town.team(), town.agent(), true);
        leave(town.lead(), leaving);
        assertThat(organisation.team(town.team()).hasMember(town.lead())).isFalse();
    }

    @Test
    void theOnlyLeadOfATeamUnderEvaluationDoesNotBecomeAnAgentEither() {
        fixtures.openEvaluation(town);

        assertThatThrownBy(() -> register.enrol(manager, town.team(), town.lead(), false))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("Désignez d'abord un autre responsable");
        assertThat(organisation.team(town.team()).isLead(town.lead())).isTrue();

        register.enrol(manager, town.team(), town.agent(), true);
        register.enrol(manager, town.team(), town.lead(), false);
        assertThat(organisation.team(town.team()).isLead(town.lead())).isFalse();
    }

    @Test
    void aLeadWhoBecomesAnAgentKeepsWhatAgentsDoAndGivesBackWhatOnlyLeadsDo() {
        EvaluationView audited = fixtures.openEvaluation(town);
        cycle.collect(town, audited.id());
        cycle.assess(town, audited.id(), 3);
        cycle.audit(town, audited, FindingKind.MINOR);
        EvaluationId measured = fixtures.openEvaluation(town).id();
        Actor lead = fixtures.actor(town.lead());
        tasks.claim(proposing(audited).id(), lead);
        tasks.claim(measuring(measured).id(), lead);
        register.enrol(manager, town.team(), town.agent(), true);

        register.enrol(manager, town.team(), town.lead(), false);

        assertThat(proposing(audited).assignee()).isNull();
        assertThat(measuring(measured).assignee()).isEqualTo(town.lead().value());
    }

    @Test
    void whatTheTeamEndsForOneMergedIntoItIsTouchedToo() {
        EvaluationId absorbed = fixtures.openEvaluation(town).id();
        teams.merge(merges, manager, Set.of(), Map.of());
        PersonId person = teams.otherAgent();
        TeamId target = fixtures.team(town.manager(), "NORD" + mark, "Accueil nord", town.lead(), town.agent());
        tasks.claim(measuring(absorbed).id(), fixtures.actor(person));

        move(teams.other(), person, target, false);

        assertThat(measuring(absorbed).assignee()).isNull();
        assertThat(changes.of(absorbed)).extracting(Change::what).anySatisfy(what -> assertThat(what)
                .contains("passée à « Accueil nord »"));
    }

    @Test
    void theOnlyLeadOfATeamUnderEvaluationNamesAnotherFirst() {
        move(town.lead(), teams.other(), false);
        assertThat(organisation.team(teams.other()).hasMember(town.lead()))
                .as("nothing is under way")
                .isTrue();
        move(teams.other(), town.lead(), town.team(), true);
        fixtures.openEvaluation(town);

        assertThatThrownBy(() -> move(town.lead(), teams.other(), false))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("Désignez d'abord un autre responsable");
        assertThat(organisation.team(town.team()).hasMember(town.lead())).isTrue();

        register.enrol(manager, town.team(), town.agent(), true);
        move(town.lead(), teams.other(), false);
        assertThat(organisation.team(town.team()).hasMember(town.lead())).isFalse();
    }

    @Test
    void nobodyMovesIntoTheTeamTheyAudit() {
        EvaluationId id = audited.toAudit(town);
        PersonId auditor = fixtures.person(town.commune(), "Odile Interne", mark, "Auditrice", Role.AUDITOR);
        register.enrol(manager, teams.other(), auditor, false);
        assignment.assign(manager, id, auditor, null);

        assertThatThrownBy(() -> move(teams.other(), auditor, town.team(), false))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("Odile Interne")
                .hasMessageContaining("autre auditeur");
        assertThat(organisation.team(town.team()).hasMember(auditor)).isFalse();
        assertThat(changes.of(id)).isEmpty();
    }

    @Test
    void whoIsInTheTeamAlreadyIsNotMovedIntoIt() {
        register.enrol(manager, teams.other(), town.agent(), false);

        assertThat(moves.choice(manager, town.team(), town.agent()).targets()).isEmpty();
        assertThatThrownBy(() -> moves.preview(manager, town.team(), town.agent(), teams.other()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("déjà partie");
        assertThatThrownBy(() -> moves.preview(manager, town.team(), town.agent(), town.team()))
                .hasMessageContaining("déjà partie");
    }

    @Test
    void foreignTeamsAndPeopleDoNotExistAndOnlyAQualityManagerMovesSomebody() throws Exception {
        Town foreign = fixtures.town();
        String page = page(town.team(), town.agent());

        for (String address : new String[] {
            page(foreign.team(), foreign.agent()),
            page(town.team(), foreign.agent()),
            page(town.team(), teams.otherAgent()),
            page(TeamId.random(), town.agent()),
            page + "?to=" + foreign.team(),
            page + "?to=" + TeamId.random()
        }) {
            pages.open(town.manager(), address).andExpect(status().isNotFound());
        }
        pages.send(foreign.manager(), page + "?to=" + teams.other(), "reason", "x")
                .andExpect(status().isNotFound());
        pages.send(town.manager(), page + "?to=" + foreign.team(), "reason", "x")
                .andExpect(status().isNotFound());
        for (PersonId person : new PersonId[] {town.lead(), town.agent(), town.leadership()}) {
            pages.open(person, page).andExpect(status().isForbidden());
            pages.send(person, page + "?to=" + teams.other(), "reason", "x").andExpect(status().isForbidden());
        }
        assertThatThrownBy(() -> moves.move(
                        fixtures.actor(foreign.manager()),
                        town.team(),
                        town.agent(),
                        teams.other(),
                        false,
                        new Occasion(today(), REASON, "")))
                .isInstanceOf(NotFound.class);
        assertThat(organisation.team(town.team()).hasMember(town.agent())).isTrue();
    }

    @Test
    void thePageShowsWhatIsTouchedSaysWhatIsMissingAndMoves() throws Exception {
        CampaignId campaign = fixtures.launched(town, town.team(), teams.other());
        tasks.claim(measuring(of(campaign, town.team()).id()).id(), fixtures.actor(town.agent()));
        String page = page(town.team(), town.agent());
        pages.open(town.manager(), "/teams/" + town.team())
                .andExpect(content().string(containsString("Changer d’équipe : Karim Agent")));
        pages.open(town.manager(), page).andExpect(content().string(containsString("Accueil sud")));
        pages.open(town.manager(), page + "?to=" + teams.other())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Campagne d&#39;essai : Collecte"),
                                containsString("Relever les indicateurs : de nouveau à prendre"))));
        String seen =
                moves.preview(manager, town.team(), town.agent(), teams.other()).seen();
        String on = today().toString();

        pages.send(town.manager(), page + "?to=" + teams.other(), "seen", seen, "on", on, "reason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Dites pourquoi")));
        pages.send(
                        town.manager(),
                        page + "?to=" + teams.other(),
                        "seen",
                        seen,
                        "on",
                        today().plusDays(1).toString(),
                        "reason",
                        REASON)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Cette date est à venir")));
        pages.send(town.manager(), page + "?to=" + teams.other(), "seen", "autre chose", "on", on, "reason", REASON)
                .andExpect(status().isConflict());
        assertThat(organisation.team(teams.other()).hasMember(town.agent())).isFalse();
        pages.send(town.manager(), page + "?to=" + teams.other(), "seen", seen, "on", on, "reason", REASON)
                .andExpect(redirectedUrl("/teams/" + teams.other()));
        assertThat(organisation.team(teams.other()).hasMember(town.agent())).isTrue();
        pages.send(town.manager(), page + "?to=" + teams.other(), "seen", seen, "on", on, "reason", REASON)
                .andExpect(status().isConflict());
        assertThat(changes.of(of(campaign, teams.other()).id())).hasSize(1);
    }

    /** The second waits for the first to commit, on the team both change. */
    @Test
    void ofTwoWhoMoveSomebodyAtOnceOnlyTheFirstDoes() throws Exception {
        TeamId third = fixtures.team(town.manager(), "NORD" + mark, "Accueil nord", town.lead(), teams.otherAgent());
        EvaluationId id = fixtures.openEvaluation(town).id();
        String toSouth =
                moves.preview(manager, town.team(), town.agent(), teams.other()).seen();
        String toNorth =
                moves.preview(manager, town.team(), town.agent(), third).seen();
        CountDownLatch moved = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService threads = SystemScope.threads(2);
        CompletableFuture<Void> first = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(tx -> {
                    moves.move(
                            manager,
                            town.team(),
                            town.agent(),
                            teams.other(),
                            false,
                            new Occasion(today(), REASON, toSouth));
                    moved.countDown();
                    await(commit);
                }),
                threads);
        await(moved);
        CompletableFuture<Void> second = CompletableFuture.runAsync(
                () -> moves.move(
                        manager, town.team(), town.agent(), third, false, new Occasion(today(), REASON, toNorth)),
                threads);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        > 0);
        commit.countDown();
        first.get(30, TimeUnit.SECONDS);

        assertThatThrownBy(() -> second.orTimeout(30, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ConcurrencyFailureException.class);
        assertThat(organisation.team(teams.other()).hasMember(town.agent())).isTrue();
        assertThat(organisation.team(third).hasMember(town.agent())).isFalse();
        assertThat(changes.of(id)).hasSize(1);
        assertThatThrownBy(() -> moves.move(
                        manager, town.team(), town.agent(), third, false, new Occasion(today(), REASON, toNorth)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The team has three members and each rates alone. */
    private EvaluationId inRound() {
        PersonId newcomer = fixtures.person(town.commune(), "Inès Agente", mark, "Agente d'accueil");
        register.enrol(manager, town.team(), newcomer, false);
        EvaluationId id = phases.atSelfAssessment(town);
        rounds.open(fixtures.actor(town.lead()), id);
        return id;
    }

    private List<String> names(EvaluationId id) {
        return individual.progress(fixtures.actor(town.lead()), id).orElseThrow().members().stream()
                .map(RoundProgress.Member::name)
                .toList();
    }

    private List<PersonId> raters(EvaluationId id) {
        return jdbc
                .sql("select distinct person_id from individual_rating where evaluation_id = ?")
                .param(id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    private void move(PersonId person, TeamId to, boolean lead) {
        move(town.team(), person, to, lead);
    }

    private void move(TeamId from, PersonId person, TeamId to, boolean lead) {
        String seen = moves.preview(manager, from, person, to).seen();
        moves.move(manager, from, person, to, lead, new Occasion(today(), REASON, seen));
    }

    private OpenTask proposing(EvaluationView evaluation) {
        return tasks.find("proposePlan", evaluation.id().value()).orElseThrow();
    }

    private OpenTask measuring(EvaluationId id) {
        return tasks.find("measureIndicators", id.value()).orElseThrow();
    }

    private EvaluationView of(CampaignId campaign, TeamId team) {
        return evaluations.ofCampaign(campaign).stream()
                .filter(evaluation -> evaluation.team().equals(team))
                .findFirst()
                .orElseThrow();
    }

    private static String page(TeamId team, PersonId person) {
        return "/teams/" + team + "/members/" + person + "/move";
    }

    private static LocalDate today() {
        return LocalDate.now(PublicTime.ZONE);
    }
}
