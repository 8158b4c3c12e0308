package org.capaccueil.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.assessment.domain.ConsensusDesk;
import org.capaccueil.assessment.domain.ConsensusReading;
import org.capaccueil.assessment.domain.ConsensusSheet.Point;
import org.capaccueil.assessment.domain.ConsensusSheet.Remark;
import org.capaccueil.assessment.domain.EvidenceDesk;
import org.capaccueil.assessment.domain.IndividualRatingDesk;
import org.capaccueil.assessment.domain.IndividualReading;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.assessment.domain.RoundProgress.Member;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.assessment.domain.Spread;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignRun;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each member rates alone, hidden from everybody; then the team agrees, and what each had said is forgotten. */
@ApplicationTest
class ConsensusPhaseTest {

    private static final String SECRET = "L'affiche est illisible depuis la rue";

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Register register;

    @Autowired
    Jobs jobs;

    @Autowired
    Pages pages;

    @Autowired
    RoundDecisions rounds;

    @Autowired
    IndividualRatingDesk alone;

    @Autowired
    IndividualReading individual;

    @Autowired
    ConsensusDesk consensus;

    @Autowired
    ConsensusReading meeting;

    @Autowired
    SelfRatingDesk together;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    AssessmentDecisions decisions;

    @Autowired
    AssessmentReading reading;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TaskDesk desk;

    @Autowired
    CampaignDecisions campaigns;

    @Autowired
    CampaignRun run;

    @Autowired
    AuditAssignment assignment;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Town town;
    EvaluationId id;
    Actor agent;
    Actor lead;
    Actor third;
    Actor manager;
    String base;

    @BeforeEach
    void aTeamOfThreeAboutToRateItself() {
        town = fixtures.town(Channel.COUNTER);
        PersonId newcomer = fixtures.person(
                town.commune(), "Inès Agente", town.team().toString().substring(0, 8), "Agente d'accueil");
        register.enrol(fixtures.actor(town.manager()), town.team(), newcomer, false);
        id = phases.atSelfAssessment(town);
        agent = fixtures.actor(town.agent());
        lead = fixtures.actor(town.lead());
        third = fixtures.actor(newcomer);
        manager = fixtures.actor(town.manager());
        base = "/evaluations/" + id + "/self-assessment";
    }

    @Test
    void fromRatingAloneToAnAgreementThatIsAccepted() {
        rounds.open(lead, id);
        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(Status.INDIVIDUAL);
        assertThat(desk.find("rateIndividually", id.value())).isPresent();
        assertThat(desk.find("rateThemselves", id.value())).isEmpty();

        rateAllAlone(agent, 3);
        rateAllAlone(lead, 3);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 1, Grade.of(1), SECRET);
        rounds.close(lead, id);
        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(Status.CONSENSUS);
        assertThat(desk.find("agreeOnRatings", id.value())).isPresent();

        meeting.sheet(lead, id)
                .themes()
                .forEach(theme ->
                        consensus.adoptUnanimous(lead, id, theme.theme().code()));
        assertThatThrownBy(() -> decisions.submit(lead, id)).hasMessageContaining("Il manque encore une cotation");
        consensus.agree(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(2), "Affiche refaite depuis");
        decisions.submit(lead, id);
        decisions.accept(manager, id);
        jobs.runAll();

        assertThat(evaluations.get(id).phase()).isEqualTo(Phase.AUDIT);
        assertThat(reading.ratings(id).get(0))
                .extracting(SelfAssessments.Rating::grade, SelfAssessments.Rating::comment)
                .containsExactly(Grade.of(2), "Affiche refaite depuis");
        assertThat(trail.of(id))
                .extracting(Trail.Line::action)
                .contains(
                        "Chacun cote seul d'abord",
                        "Cotations individuelles closes",
                        "Valeur convenue",
                        "Valeur convenue, réponses unanimes");
        assertThat(trail.of(id))
                .filteredOn(line -> line.subject().equals("ACC-1 · Guichet"))
                .extracting(Trail.Line::actor, Trail.Line::before, Trail.Line::after, Trail.Line::reason)
                .containsExactly(Tuple.tuple("Karim Agent", "Non coté", "2 · Partiel", "Affiche refaite depuis"));
    }

    @Test
    void onceAnAnswerIsInTheJournalForAllNoRoundOpensNotEvenWhenItIsTakenBack() throws Exception {
        together.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(4), SECRET);

        for (boolean takenBack : List.of(false, true)) {
            if (takenBack) {
                together.rate(agent, id, "ACC-1", Place.COUNTER, 1, null, null);
            }
            pages.open(town.lead(), "/evaluations/" + id + "/trail")
                    .andExpect(content().string(containsString("illisible")));
            pages.open(town.lead(), base).andExpect(content().string(not(containsString("Chacun cote seul d’abord"))));
            assertThatThrownBy(() -> rounds.open(lead, id))
                    .isExactlyInstanceOf(BusinessRefusal.class)
                    .hasMessageContaining("le journal montre ces réponses à tous");
        }
        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void theLeadGivesTheRoundUpWithAReasonAndTheTeamRatesTogetherOnAnEmptySheet() throws Exception {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);
        assertThatThrownBy(() -> rounds.giveUp(agent, id, "Sans moi")).isInstanceOf(NotAllowed.class);

        pages.send(town.lead(), base + "/round/giving-up", "reason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"reason-error\"")));
        pages.send(town.lead(), base + "/round/giving-up", "reason", "Deux collègues en congé")
                .andExpect(redirectedUrl(base));

        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(Status.OPEN);
        assertThat(desk.find("rateThemselves", id.value())).isPresent();
        assertThat(desk.find("rateIndividually", id.value())).isEmpty();
        assertThat(individualRatings()).isZero();
        assertThat(reading.sheet(lead, id).answered()).isZero();
        assertThat(trail.of(id))
                .extracting(Trail.Line::action, Trail.Line::actor, Trail.Line::reason)
                .contains(Tuple.tuple(
                        "Cotations individuelles abandonnées", "Éloïse Responsable", "Deux collègues en congé"));
        assertThat(trail.of(id)).extracting(Trail.Line::toString).noneMatch(line -> line.contains("illisible"));
        together.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(3), null);
        assertThat(reading.ratings(id)).hasSize(1);
    }

    @Test
    void aRoundGivenUpMayBeOpenedAgain() {
        rounds.open(lead, id);
        rounds.giveUp(lead, id, "Semaine trop chargée");

        rounds.open(lead, id);
        assertThat(desk.find("rateIndividually", id.value())).isPresent();
    }

    @Test
    void theTaskIsEachMembersUntilTheRoundClosesAndSaysHowFarTheyAre() throws Exception {
        rounds.open(lead, id);
        OpenTask task = desk.find("rateIndividually", id.value()).orElseThrow();
        rateAllAlone(lead, 3);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), null);

        assertThatThrownBy(() -> desk.claim(task.id(), agent))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("attend chaque membre");
        for (Actor member : List.of(agent, lead, third)) {
            assertThat(desk.list(member, TaskDesk.Whose.MINE, null, 0, 10))
                    .extracting(OpenTask::key)
                    .containsExactly("rateIndividually");
            assertThat(desk.count(member, TaskDesk.Whose.OFFERED, null)).isZero();
        }
        assertThat(desk.count(manager, TaskDesk.Whose.MINE, null)).isZero();
        int expected = individual.ownSheet(agent, id).orElseThrow().expected();
        pages.open(town.agent(), "/tasks")
                .andExpect(content().string(containsString("Vos réponses : 1 sur " + expected)))
                .andExpect(content().string(not(containsString("/give-back"))));
        pages.open(town.lead(), "/tasks").andExpect(content().string(containsString("Vous avez tout coté")));
    }

    @Test
    void onlyTheLeadOpensFollowsAndClosesARound() {
        assertThatThrownBy(() -> rounds.open(agent, id))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Éloïse Responsable");
        assertThatThrownBy(() -> rounds.open(manager, id)).isInstanceOf(NotAllowed.class);
        rounds.open(lead, id);
        assertThatThrownBy(() -> individual.progress(agent, id)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> individual.progress(manager, id)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> rounds.close(agent, id)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void theLeadSeesHowManyEachHasAnsweredAndNothingElse() {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);
        alone.rate(agent, id, "ACC-2", Place.COUNTER, 0, null, "Pas encore d'avis");

        assertThat(individual.progress(lead, id).orElseThrow().members())
                .extracting(Member::name, Member::answered)
                .containsExactly(
                        Tuple.tuple("Éloïse Responsable", 0L),
                        Tuple.tuple("Inès Agente", 0L),
                        Tuple.tuple("Karim Agent", 1L));
        assertThat(individual.progress(lead, id).orElseThrow().toString()).doesNotContain(SECRET);
    }

    @Test
    void whileTheRoundIsOpenNobodySeesAnotherPersonsAnswers() throws Exception {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);

        pages.open(town.agent(), base + "/individual").andExpect(content().string(containsString("illisible")));
        for (PersonId other : List.of(town.lead(), third.id())) {
            pages.open(other, base + "/individual")
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("illisible"))));
            pages.open(other, base)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("illisible"))));
            pages.open(other, base + "/consensus").andExpect(redirectedUrl(base));
        }
        pages.open(town.lead(), base + "/round")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("illisible"))));
        assertThatThrownBy(() -> meeting.sheet(lead, id)).isInstanceOf(StepNoLongerOpen.class);
        assertThat(trail.of(id)).extracting(Trail.Line::toString).noneMatch(line -> line.contains("illisible"));
    }

    @Test
    void neitherManagerNorLeadershipNorAnotherCommuneEverSeesWhatEachAnswered() throws Exception {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);
        alone.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(3), null);
        assertClosedToOutsiders();

        rounds.close(lead, id);
        assertClosedToOutsiders();
    }

    private void assertClosedToOutsiders() throws Exception {
        for (PersonId outsider : List.of(town.manager(), town.leadership())) {
            for (String page : List.of("/individual", "/consensus", "/round")) {
                pages.open(outsider, base + page).andExpect(status().isForbidden());
            }
            pages.open(outsider, base)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("illisible"))));
            pages.send(outsider, base + "/individual/ratings/ACC-1/counter", "grade", "4", "version", "0")
                    .andExpect(status().isForbidden());
            pages.send(outsider, base + "/consensus/ratings/ACC-1/counter", "grade", "4", "version", "0")
                    .andExpect(status().isForbidden());
            pages.send(outsider, base + "/consensus/unanimous/ACC").andExpect(status().isForbidden());
        }
        for (PersonId stranger : List.of(town.auditor(), fixtures.town().manager())) {
            for (String page : List.of("/individual", "/consensus", "/round")) {
                pages.open(stranger, base + page).andExpect(status().isNotFound());
            }
        }
        assertThatThrownBy(() -> meeting.find(manager, id)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> individual.ownSheet(manager, id)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> individual.ownSheet(fixtures.actor(town.auditor()), id))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theAuditorGivenToTheEvaluationDoesNotSeeItEither() throws Exception {
        agreedByAll();
        decisions.submit(lead, id);
        decisions.accept(manager, id);
        jobs.runAll();
        assignment.assign(manager, id, town.auditor(), null);

        pages.open(town.auditor(), base).andExpect(status().isOk());
        pages.open(town.auditor(), base + "/consensus").andExpect(status().isForbidden());
        pages.open(town.auditor(), base + "/individual").andExpect(status().isForbidden());
    }

    @Test
    void aRoundClosesWithTwoOpinionsAndThoseWhoSaidNothingDoNotCount() {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);
        alone.rate(third, id, "ACC-1", Place.COUNTER, 0, null, "Un commentaire sans cotation");
        assertThatThrownBy(() -> rounds.close(lead, id))
                .isExactlyInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("relancez vos collègues");
        assertThat(desk.find("rateIndividually", id.value())).isPresent();

        alone.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(3), null);
        rounds.close(lead, id);

        Point point = meeting.sheet(lead, id).point("ACC-1", Place.COUNTER);
        assertThat(point.spread().people()).isEqualTo(2);
        assertThat(point.kind()).isEqualTo(Spread.Kind.FAR_APART);
        assertThat(point.own()).isEqualTo("3");
        assertThat(meeting.sheet(third, id).point("ACC-1", Place.COUNTER).own()).isNull();
        assertThatThrownBy(() -> alone.rate(agent, id, "ACC-1", Place.COUNTER, 1, Grade.of(4), null))
                .isInstanceOf(StepNoLongerOpen.class)
                .hasMessageContaining("closes");
    }

    @Test
    void atTheMeetingWordsAreShownWithoutNamesAndOnesOwnAreMarked() throws Exception {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);
        alone.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(3), "Affiche lisible");
        rounds.close(lead, id);

        assertThat(meeting.sheet(lead, id).point("ACC-1", Place.COUNTER).remarks())
                .containsExactly(new Remark("Affiche lisible", true), new Remark(SECRET, false));
        pages.open(town.lead(), base + "/consensus?theme=ACC")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("illisible")))
                .andExpect(content().string(containsString("votre réponse")))
                .andExpect(content().string(not(containsString("Karim"))));
    }

    @Test
    void whereAnswersDifferTheReasonIsAskedAtItsFieldAndWhatWasTypedStays() throws Exception {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), null);
        alone.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(3), null);
        rounds.close(lead, id);
        String answer = base + "/consensus/ratings/ACC-1/counter";

        pages.send(town.agent(), answer, "grade", "3", "reason", " ", "version", "0")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"ACC-1-counter-reason-error\"")))
                .andExpect(content().string(containsString("Les réponses diffèrent")));
        pages.send(town.agent(), answer, "grade", "", "reason", "Texte gardé", "version", "0")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Texte gardé")));
        pages.send(town.agent(), answer, "grade", "3", "reason", "Vérifié ensemble", "version", "0")
                .andExpect(redirectedUrl(base + "/consensus?theme=ACC&show=all#ACC-1-counter"));
        pages.send(town.lead(), answer, "grade", "2", "reason", "Autre avis", "version", "0")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Vérifié ensemble")))
                .andExpect(content().string(containsString("Autre avis")));
        pages.open(town.manager(), base)
                .andExpect(content().string(containsString("Ce qui a décidé l’équipe : Vérifié ensemble")));
    }

    @Test
    void twoWhoWriteDownDifferentAgreementsBothSeeBoth() {
        agreedByAll();
        Point point = meeting.sheet(lead, id).point("ACC-1", Place.COUNTER);
        consensus.agree(agent, id, "ACC-1", Place.COUNTER, point.agreed().version(), Grade.of(2), "Vu hier");

        assertThatThrownBy(() -> consensus.agree(
                        lead, id, "ACC-1", Place.COUNTER, point.agreed().version(), Grade.of(4), "Vu ce matin"))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, changed -> assertThat(changed.differences())
                        .extracting(ChangedMeanwhile.Difference::saved, ChangedMeanwhile.Difference::yours)
                        .containsExactly(
                                Tuple.tuple("2 · Partiel", "4 · Maîtrisé"), Tuple.tuple("Vu hier", "Vu ce matin")));
    }

    @Test
    void adoptingTakesTheUnanimousAnswersOfOneThemeOnlyAndRecordsEach() {
        rounds.open(lead, id);
        rateAllAlone(agent, 3);
        rateAllAlone(lead, 3);
        alone.rate(lead, id, "ACC-1", Place.COUNTER, 1, Grade.of(2), null);
        alone.rate(lead, id, "ACC-2", Place.COUNTER, 1, Grade.notApplicable("Plain-pied"), null);
        alone.rate(agent, id, "ACC-2", Place.COUNTER, 1, Grade.notApplicable("Aucun étage"), null);
        rounds.close(lead, id);
        int points = meeting.sheet(lead, id).theme("ACC").points().size();

        int adopted = consensus.adoptUnanimous(agent, id, "ACC");

        assertThat(adopted).isEqualTo(points - 1);
        assertThat(meeting.sheet(lead, id).decided()).isEqualTo(adopted);
        assertThat(meeting.sheet(lead, id).point("ACC-1", Place.COUNTER).isDecided())
                .isFalse();
        assertThat(meeting.sheet(lead, id)
                        .point("ACC-2", Place.COUNTER)
                        .agreed()
                        .grade())
                .isEqualTo(Grade.notApplicable("Aucun étage ; Plain-pied"));
        assertThat(trail.of(id))
                .filteredOn(line -> line.action().equals("Valeur convenue, réponses unanimes"))
                .hasSize(adopted)
                .extracting(Trail.Line::actor)
                .containsOnly("Karim Agent");
        assertThatThrownBy(() -> consensus.adoptUnanimous(lead, id, "ACC")).hasMessageContaining("plus de réponse");
    }

    @Test
    void ofTwoWhoAdoptAtOnceEachAgreementIsRecordedOnce() throws Exception {
        rounds.open(lead, id);
        rateAllAlone(agent, 3);
        rateAllAlone(lead, 3);
        rounds.close(lead, id);
        int points = meeting.sheet(lead, id).theme("ACC").points().size();
        List<String> outcomes = atOnce(
                () -> consensus.adoptUnanimous(agent, id, "ACC"), () -> consensus.adoptUnanimous(lead, id, "ACC"));

        assertThat(outcomes).containsExactlyInAnyOrder("done", "BusinessRefusal");
        assertThat(trail.of(id))
                .filteredOn(line -> line.action().equals("Valeur convenue, réponses unanimes"))
                .hasSize(points);
    }

    @Test
    void twoMembersRatingTheSamePointAtTheSameMomentDoNotWaitForEachOther() throws Exception {
        rounds.open(lead, id);
        CountDownLatch firstHasSaved = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService two = SystemScope.threads(2);
        try {
            Future<?> first = two.submit(() -> transaction.executeWithoutResult(running -> {
                alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);
                firstHasSaved.countDown();
                await(mayCommit);
            }));
            assertThat(firstHasSaved.await(20, TimeUnit.SECONDS)).isTrue();
            two.submit(() -> alone.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(4), "Très bien"))
                    .get(10, TimeUnit.SECONDS);
            mayCommit.countDown();
            first.get(30, TimeUnit.SECONDS);
        } finally {
            mayCommit.countDown();
            two.shutdownNow();
        }
        assertThat(own(agent)).isEqualTo("1");
        assertThat(own(lead)).isEqualTo("4");
    }

    @Test
    void onesOwnSheetInTwoTabsShowsBothVersions() throws Exception {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), "Premier onglet");

        pages.send(
                        town.agent(),
                        base + "/individual/ratings/ACC-1/counter",
                        "grade",
                        "3",
                        "comment",
                        "Second onglet",
                        "version",
                        "0")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Premier onglet")))
                .andExpect(content().string(containsString("Second onglet")));
        assertThat(own(agent)).isEqualTo("1");
    }

    @Test
    void ofTwoClicksOnClosingOneWinsAndTheOtherIsToldSo() throws Exception {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), null);
        alone.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), null);

        assertThat(atOnce(() -> rounds.close(lead, id), () -> rounds.close(lead, id)))
                .containsExactlyInAnyOrder("done", "StepNoLongerOpen");
        assertThat(desk.find("agreeOnRatings", id.value())).isPresent();
    }

    @Test
    void aReturnedAgreementIsRevisedOnTheSameAnswers() {
        agreedByAll();
        decisions.submit(lead, id);
        assertThatThrownBy(() -> consensus.agree(lead, id, "ACC-1", Place.COUNTER, 1, Grade.of(2), "Trop tard"))
                .isInstanceOf(StepNoLongerOpen.class);

        decisions.returnToTeam(manager, id, "Revoyez les horaires");
        jobs.runAll();
        assertThat(desk.find("agreeOnRatings", id.value())).isPresent();
        assertThat(desk.find("rateThemselves", id.value())).isEmpty();
        Point point = meeting.sheet(lead, id).point("ACC-1", Place.COUNTER);
        assertThat(point.spread().count(3)).isEqualTo(2);
        consensus.agree(
                lead, id, "ACC-1", Place.COUNTER, point.agreed().version(), Grade.of(2), "Le référent a raison");
        decisions.submit(lead, id);
        decisions.accept(manager, id);
        jobs.runAll();

        assertThat(evaluations.get(id).phase()).isEqualTo(Phase.AUDIT);
    }

    @Test
    void withTheAcceptanceWhatEachAnsweredIsDeletedAndTheAgreementStaysWithItsCounts() throws Exception {
        rounds.open(lead, id);
        rateAllAlone(agent, 3);
        rateAllAlone(lead, 3);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 1, Grade.of(1), SECRET);
        rounds.close(lead, id);
        meeting.sheet(lead, id)
                .themes()
                .forEach(theme ->
                        consensus.adoptUnanimous(lead, id, theme.theme().code()));
        consensus.agree(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(2), "Entre les deux");
        decisions.submit(lead, id);
        assertThat(individualRatings()).isPositive();

        decisions.accept(manager, id);

        assertThat(individualRatings()).isZero();
        Point point = meeting.sheet(agent, id).point("ACC-1", Place.COUNTER);
        assertThat(point.spread().count(1)).isEqualTo(1);
        assertThat(point.spread().count(3)).isEqualTo(1);
        assertThat(point.agreed().agreedReason()).isEqualTo("Entre les deux");
        assertThat(point.own()).isNull();
        assertThat(point.remarks()).isEmpty();
        assertThat(reading.summary(id).orElseThrow().participants())
                .containsExactlyInAnyOrder(town.agent(), town.lead());
        pages.open(town.agent(), base + "/consensus")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("illisible"))));
    }

    @Test
    void aFailureAfterADecisionLeavesNeitherTheRoundNorTheTaskMoved() {
        assertRolledBack(() -> rounds.open(lead, id));
        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(Status.OPEN);
        assertThat(desk.find("rateThemselves", id.value())).isPresent();

        agreedByAll();
        decisions.submit(lead, id);
        assertRolledBack(() -> decisions.accept(manager, id));
        assertThat(individualRatings()).isPositive();
    }

    @Test
    void anExtendedDeadlineMovesTheDateOfThoseWhoRateAlone() {
        rounds.open(lead, id);
        LocalDate day = evaluations.get(id).due().plusDays(5);

        campaigns.extend(manager, id, Phase.SELF_ASSESSMENT, day, "Panne de chauffage");

        Instant due = Objects.requireNonNull(
                desk.find("rateIndividually", id.value()).orElseThrow().due());
        assertThat(LocalDate.ofInstant(due.minusSeconds(1), PublicTime.ZONE)).isEqualTo(day);
    }

    @Test
    void cancellingWhileEverybodyRatesAloneEndsTheTaskAndStillShowsNobodysAnswers() {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);

        campaigns.cancelEvaluation(manager, id, "Équipe dissoute");

        assertThat(desk.find("rateIndividually", id.value())).isEmpty();
        assertThatThrownBy(() -> alone.rate(agent, id, "ACC-1", Place.COUNTER, 1, Grade.of(2), null))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> rounds.close(lead, id)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> meeting.sheet(lead, id)).isInstanceOf(StepNoLongerOpen.class);
        assertThat(individual.ownSheet(agent, id).orElseThrow().mayRate()).isFalse();
        assertThat(individualRatings()).isZero();
    }

    @Test
    void withACancelledCampaignWhatEachAnsweredIsDeleted() {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);

        campaigns.cancelCampaign(manager, evaluations.get(id).campaign(), "Élections");

        assertThat(individualRatings()).isZero();
    }

    @Test
    void aCampaignThatClosesOverATeamStillRatingTakesNothingFromItsMembers() {
        rounds.open(lead, id);
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), SECRET);

        run.publish(evaluations.get(id).campaign());

        assertThat(individual.ownSheet(agent, id).orElseThrow().answered()).isEqualTo(1);
    }

    @Test
    void evidenceIsTheTeamsHoweverItRates() {
        rounds.open(lead, id);
        evidence.addLink(agent, id, "ACC-1", "Horaires", "https://commune.example/horaires");
        assertThat(reading.evidence(id)).hasSize(1);
        assertThatThrownBy(() -> together.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(3), null))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void thePagesOfARoundSayWhatComesNext() throws Exception {
        pages.open(town.lead(), base).andExpect(content().string(containsString("Chacun cote seul d’abord")));
        pages.open(town.agent(), base).andExpect(content().string(not(containsString("Chacun cote seul d’abord"))));
        pages.open(town.agent(), base + "/individual").andExpect(redirectedUrl(base + "/consensus"));
        pages.send(town.lead(), base + "/round").andExpect(redirectedUrl(base + "/round"));
        pages.open(town.lead(), base + "/round")
                .andExpect(content().string(containsString("Il faut au moins deux avis")))
                .andExpect(content().string(not(containsString("Clore les cotations individuelles ?"))));
        pages.send(town.lead(), base + "/round/closing")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Personne n&#39;a encore coté")));
        pages.open(town.agent(), base).andExpect(content().string(containsString("Coter de mon côté")));
        pages.open(town.agent(), base + "/submission").andExpect(redirectedUrl(base));
        alone.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), null);
        alone.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(1), null);
        pages.open(town.lead(), base + "/round")
                .andExpect(content().string(containsString("N’ont pas tout coté : ")))
                .andExpect(content().string(containsString("Inès Agente")));
        pages.send(town.lead(), base + "/round/closing").andExpect(redirectedUrl(base + "/consensus"));
        pages.send(town.lead(), base + "/consensus/unanimous/ACC")
                .andExpect(redirectedUrl(base + "/consensus?theme=ACC&show=all"));
        pages.open(town.lead(), base + "/submission")
                .andExpect(content().string(containsString("/consensus?theme=ACC#ACC-2-counter")));
        pages.open(town.lead(), base + "/consensus?theme=ACC&show=decided")
                .andExpect(content().string(containsString("ACC-1-counter-reason")))
                .andExpect(content().string(not(containsString("ACC-2-counter-reason"))));
    }

    private void agreedByAll() {
        rounds.open(lead, id);
        rateAllAlone(agent, 3);
        rateAllAlone(lead, 3);
        rounds.close(lead, id);
        meeting.sheet(lead, id)
                .themes()
                .forEach(theme ->
                        consensus.adoptUnanimous(lead, id, theme.theme().code()));
    }

    private void rateAllAlone(Actor actor, int value) {
        individual.ownSheet(actor, id).orElseThrow().themes().stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(criterion -> criterion.ratings().stream())
                .forEach(row ->
                        alone.rate(actor, id, row.criterion(), row.place(), row.version(), Grade.of(value), null));
    }

    private String own(Actor actor) {
        return individual
                .ownSheet(actor, id)
                .orElseThrow()
                .criterion("ACC-1")
                .ratings()
                .get(0)
                .answer();
    }

    private int individualRatings() {
        return jdbc.sql("select count(*) from individual_rating where evaluation_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private void assertRolledBack(Runnable decision) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(running -> {
                    decision.run();
                    throw new IllegalStateException("before the commit");
                }))
                .hasMessage("before the commit");
    }

    private static List<String> atOnce(Runnable one, Runnable other) throws Exception {
        ExecutorService two = SystemScope.threads(2);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> clicks = List.of(click(two, start, one), click(two, start, other));
            start.countDown();
            return List.of(
                    clicks.get(0).get(30, TimeUnit.SECONDS), clicks.get(1).get(30, TimeUnit.SECONDS));
        } finally {
            two.shutdownNow();
        }
    }

    private static Future<String> click(ExecutorService in, CountDownLatch start, Runnable what) {
        return in.submit(() -> {
            start.await();
            try {
                what.run();
                return "done";
            } catch (BusinessRefusal refusal) {
                return refusal.getClass().getSimpleName();
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
