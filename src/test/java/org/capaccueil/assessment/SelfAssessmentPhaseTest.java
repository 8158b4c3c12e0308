package org.capaccueil.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.capaccueil.assessment.SelfAssessments.Evidence;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.assessment.domain.EvidenceDesk;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.trail.Trail;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class SelfAssessmentPhaseTest {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Browsers browsers;

    @Autowired
    Jobs jobs;

    @Autowired
    SelfRatingDesk ratings;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    AssessmentReading reading;

    @Autowired
    AssessmentDecisions decisions;

    @Autowired
    Evaluations evaluations;

    @Autowired
    TaskDesk desk;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    Town town;
    EvaluationId id;
    Actor agent;
    Actor lead;
    Actor manager;

    @BeforeEach
    void aTeamAboutToRateItself() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        id = phases.atSelfAssessment(town);
        agent = fixtures.actor(town.agent());
        lead = fixtures.actor(town.lead());
        manager = fixtures.actor(town.manager());
    }

    @Test
    void aReturnedSelfAssessmentComesBackWithItsReasonAndCanThenBeAccepted() {
        phases.rateAll(agent, id, 3);
        decisions.submit(lead, id);
        assertThat(desk.find("reviewSelfAssessment", id.value())).isPresent();

        decisions.returnToTeam(manager, id, "Ajoutez la preuve des horaires.");
        jobs.runAll();
        assertThat(desk.find("rateThemselves", id.value())).isPresent();
        assertThat(reading.sheet(agent, id).returned().reason()).isEqualTo("Ajoutez la preuve des horaires.");

        ratings.rate(agent, id, "ACC-1", Place.COUNTER, 1, Grade.of(0), null);
        decisions.submit(lead, id);
        decisions.accept(manager, id);
        jobs.runAll();

        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(Status.CLOSED);
        assertThat(evaluations.get(id).phase()).isEqualTo(Phase.AUDIT);
        assertThat(trail.of(id))
                .filteredOn(line -> line.subject().equals("ACC-1 · Guichet"))
                .extracting(Trail.Line::before, Trail.Line::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Non coté", "3 · Conforme"),
                        org.assertj.core.groups.Tuple.tuple("3 · Conforme", "0 · Absent"));
    }

    @Test
    void notRatedNotApplicableAndZeroAreThreeStates() {
        ratings.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(0), null);
        ratings.rate(agent, id, "ACC-1", Place.PHONE, 0, Grade.notApplicable("Standard commun"), null);
        ratings.rate(agent, id, "ACC-2", Place.COUNTER, 0, null, "À voir avec Éloïse");

        assertThat(reading.ratings(id))
                .extracting(SelfAssessments.Rating::grade)
                .containsExactly(Grade.of(0), Grade.notApplicable("Standard commun"));
        assertThat(reading.summary(id).orElseThrow().answered()).isEqualTo(2);
        assertThat(reading.sheet(agent, id).criterion("ACC-2").ratings())
                .singleElement()
                .satisfies(row -> assertThat(row.answer()).isNull())
                .satisfies(row -> assertThat(row.comment()).isEqualTo("À voir avec Éloïse"));
    }

    @Test
    void onlyTheLeadSubmitsAndOnlyWhatIsComplete() {
        assertThatThrownBy(() -> decisions.submit(agent, id))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Éloïse Responsable");
        assertThatThrownBy(() -> decisions.submit(lead, id)).hasMessageContaining("Il manque encore");
        assertThat(desk.find("rateThemselves", id.value())).isPresent();
    }

    @Test
    void whoeverRatedOrSubmittedNeitherAcceptsNorReturnsEvenAsQualityManager() {
        phases.rateAll(agent, id, 3);
        decisions.submit(lead, id);

        for (Actor tied : List.of(agent, lead)) {
            Actor inThePlaceOfTheManager = new Actor(
                    tied.id(), tied.name(), tied.commune(), Set.of(Role.QUALITY_MANAGER), tied.teams(), tied.leads());
            assertThatThrownBy(() -> decisions.accept(inThePlaceOfTheManager, id))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("Vous avez pris part à cette autoévaluation");
            assertThatThrownBy(() -> decisions.returnToTeam(inThePlaceOfTheManager, id, "À revoir"))
                    .isInstanceOf(NotAllowed.class);
        }
        decisions.accept(manager, id);
    }

    @Test
    void nothingChangesWhileItIsReadOrOnceItIsFrozen() {
        evidence.addLink(agent, id, "ACC-1", "Horaires", "https://commune.example/horaires");
        Evidence given = reading.evidence(id).get(0);
        phases.rateAll(agent, id, 3);
        decisions.submit(lead, id);

        assertNothingChanges(given);
        decisions.accept(manager, id);
        assertNothingChanges(given);
        assertThatThrownBy(() -> decisions.returnToTeam(manager, id, "Trop tard"))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    private void assertNothingChanges(Evidence given) {
        assertThatThrownBy(() -> ratings.rate(agent, id, "ACC-1", Place.COUNTER, 1, Grade.of(4), null))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> evidence.addLink(agent, id, "ACC-1", "", "https://a.example"))
                .isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> evidence.remove(agent, id, given.id())).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> decisions.submit(lead, id)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void othersMayNotRateReviewOrSee() {
        assertThatThrownBy(() -> ratings.rate(manager, id, "ACC-1", Place.COUNTER, 0, Grade.of(4), null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> decisions.accept(lead, id)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.sheet(fixtures.actor(fixtures.town().manager()), id))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ratings.rate(agent, id, "ACC-1", Place.MAIL, 0, Grade.of(4), null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aFailureAfterADecisionLeavesNeitherTheSelfAssessmentNorTheTaskMoved() {
        phases.rateAll(agent, id, 3);
        assertRolledBack(() -> decisions.submit(lead, id));
        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(Status.OPEN);
        assertThat(desk.find("rateThemselves", id.value())).isPresent();

        decisions.submit(lead, id);
        assertRolledBack(() -> decisions.returnToTeam(manager, id, "Complétez"));
        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(Status.SUBMITTED);
        assertThat(desk.find("reviewSelfAssessment", id.value())).isPresent();
    }

    private void assertRolledBack(Runnable decision) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(running -> {
                    decision.run();
                    throw new IllegalStateException("before the commit");
                }))
                .hasMessage("before the commit");
    }

    @Test
    void ofTwoSubmissionsAtOnceOneWinsAndTheOtherIsToldSo() throws Exception {
        phases.rateAll(agent, id, 3);
        ExecutorService two = SystemScope.threads(2);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> clicks = List.of(click(two, start), click(two, start));
            start.countDown();
            assertThat(List.of(
                            clicks.get(0).get(30, TimeUnit.SECONDS),
                            clicks.get(1).get(30, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder("done", "StepNoLongerOpen");
        } finally {
            two.shutdownNow();
        }
        assertThat(desk.find("reviewSelfAssessment", id.value())).isPresent();
    }

    private Future<String> click(ExecutorService in, CountDownLatch start) {
        return in.submit(() -> {
            start.await();
            try {
                decisions.submit(lead, id);
                return "done";
            } catch (BusinessRefusal refusal) {
                return refusal.getClass().getSimpleName();
            }
        });
    }

    @Test
    void twoPeopleRatingTheSameCriterionAtOnceBothSeeBothAndNothingIsLost() throws Exception {
        CountDownLatch firstHasSaved = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService two = SystemScope.threads(2);
        try {
            Future<?> first = two.submit(() -> transaction.executeWithoutResult(running -> {
                ratings.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(2), "Texte de Karim");
                firstHasSaved.countDown();
                await(mayCommit);
            }));
            firstHasSaved.await();
            Future<ChangedMeanwhile> second = two.submit(() -> {
                try {
                    ratings.rate(lead, id, "ACC-1", Place.COUNTER, 0, Grade.of(4), "Texte d'Éloïse");
                    return null;
                } catch (ChangedMeanwhile changed) {
                    return changed;
                }
            });
            assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS))
                    .as("the second waits while the first has not committed")
                    .isInstanceOf(TimeoutException.class);
            mayCommit.countDown();
            first.get(30, TimeUnit.SECONDS);
            ChangedMeanwhile changed = second.get(30, TimeUnit.SECONDS);

            assertThat(changed).isNotNull();
            assertThat(changed.differences())
                    .extracting(ChangedMeanwhile.Difference::saved, ChangedMeanwhile.Difference::yours)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("2 · Partiel", "4 · Maîtrisé"),
                            org.assertj.core.groups.Tuple.tuple("Texte de Karim", "Texte d'Éloïse"));
        } finally {
            two.shutdownNow();
        }
        assertThat(reading.ratings(id)).singleElement().satisfies(kept -> assertThat(kept.comment())
                .isEqualTo("Texte de Karim"));
    }

    @Test
    void twoPeopleRatingDifferentCriteriaAtOnceDoNotWaitForEachOther() throws Exception {
        CountDownLatch firstHasSaved = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService two = SystemScope.threads(2);
        try {
            Future<?> first = two.submit(() -> transaction.executeWithoutResult(running -> {
                ratings.rate(agent, id, "ACC-1", Place.COUNTER, 0, Grade.of(2), null);
                firstHasSaved.countDown();
                await(mayCommit);
            }));
            firstHasSaved.await();
            two.submit(() -> ratings.rate(lead, id, "ACC-1", Place.PHONE, 0, Grade.of(4), null))
                    .get(10, TimeUnit.SECONDS);
            mayCommit.countDown();
            first.get(30, TimeUnit.SECONDS);
        } finally {
            mayCommit.countDown();
            two.shutdownNow();
        }
        assertThat(reading.ratings(id)).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theAnswerIsKeptByHtmxAndByFormAndRefusedAtItsField() throws Exception {
        var session = browsers.signedIn(town.agent());
        String answer = "/evaluations/" + id + "/self-assessment/ratings/ACC-1/counter";

        browsers.mvc()
                .perform(get("/evaluations/" + id + "/self-assessment").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("ACC-1 · Horaires publiés")))
                .andExpect(content().string(containsString("Opening hours published")))
                .andExpect(content().string(containsString("ébauché")));
        browsers.mvc()
                .perform(post(answer)
                        .session(session)
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("grade", "3")
                        .param("comment", "Affichés à l'entrée")
                        .param("version", "0"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"ACC-1-counter-version\"")))
                .andExpect(content().string(containsString("value=\"1\"")))
                .andExpect(content().string(not(containsString("<textarea"))));
        browsers.mvc()
                .perform(post(answer)
                        .session(session)
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("grade", "1")
                        .param("comment", "Mon autre avis")
                        .param("version", "0"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Affichés à l&#39;entrée")))
                .andExpect(content().string(containsString("Mon autre avis")));
        browsers.mvc()
                .perform(post(answer)
                        .session(session)
                        .with(csrf())
                        .param("grade", "N")
                        .param("reason", " ")
                        .param("comment", "Texte gardé")
                        .param("version", "1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Dites en quelques mots pourquoi")))
                .andExpect(content().string(containsString("Texte gardé")));
        browsers.mvc()
                .perform(post(answer)
                        .session(session)
                        .with(csrf())
                        .param("grade", "4")
                        .param("version", "1"))
                .andExpect(status().is3xxRedirection());
        browsers.mvc()
                .perform(get("/evaluations/" + id + "/self-assessment/submission")
                        .session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("#ACC-2-counter")))
                .andExpect(content().string(containsString("Éloïse Responsable")));
    }

    @Test
    void theQualityManagerReadsEverythingAndReturnsWithAReason() throws Exception {
        phases.rateAll(agent, id, 3);
        decisions.submit(lead, id);
        var session = browsers.signedIn(town.manager());
        String review = "/evaluations/" + id + "/self-assessment/review";

        browsers.mvc()
                .perform(get(review).session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Votre décision")));
        browsers.mvc()
                .perform(post(review + "/return").session(session).with(csrf()).param("reason", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Dites à l&#39;équipe")));
        browsers.mvc()
                .perform(post(review + "/return").session(session).with(csrf()).param("reason", "Revoir ACC-1"))
                .andExpect(status().is3xxRedirection());
        browsers.mvc()
                .perform(post(review + "/acceptance").session(session).with(csrf()))
                .andExpect(status().isConflict());
        browsers.mvc()
                .perform(get("/evaluations/" + id + "/self-assessment").session(browsers.signedIn(town.lead())))
                .andExpect(content().string(containsString("Revoir ACC-1")));
    }

    @Test
    void evidenceIsGivenDownloadedAndTakenBack() throws Exception {
        var session = browsers.signedIn(town.agent());
        String files = "/evaluations/" + id + "/self-assessment/evidence/ACC-1/files";

        browsers.mvc()
                .perform(multipart(files)
                        .file(new MockMultipartFile("file", "../../Horaires été.pdf", "text/html", PDF))
                        .session(session)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        Evidence piece = reading.evidence(id).get(0);
        assertThat(piece.title()).isEqualTo("Horaires été.pdf");
        String download = "/evaluations/" + id + "/self-assessment/evidence/" + piece.id();
        browsers.mvc()
                .perform(get(download).session(session))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF))
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        browsers.mvc()
                .perform(get(download).session(browsers.signedIn(fixtures.town().manager())))
                .andExpect(status().isNotFound());
        browsers.mvc()
                .perform(
                        get("/evaluations/" + id + "/self-assessment?theme=ACC").session(session))
                .andExpect(content().string(containsString("Horaires été.pdf")));
        browsers.mvc()
                .perform(post("/evaluations/" + id + "/self-assessment/evidence/ACC-1/" + piece.id() + "/removal")
                        .session(session)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(reading.evidence(id)).isEmpty();
        assertThat(trail.of(id)).extracting(Trail.Line::action).contains("Preuve ajoutée", "Preuve retirée");
    }

    @Test
    void aFileThatMayNotBeKeptIsRefusedWithTheReason() throws Exception {
        var session = browsers.signedIn(town.agent());
        String files = "/evaluations/" + id + "/self-assessment/evidence/ACC-1/files";

        browsers.mvc()
                .perform(multipart(files)
                        .file(new MockMultipartFile(
                                "file", "virus.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1}))
                        .session(session)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("n&#39;est pas celui d&#39;un fichier .pdf")));
        browsers.mvc()
                .perform(multipart(files)
                        .file(new MockMultipartFile("file", "vide.pdf", "application/pdf", new byte[0]))
                        .session(session)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Le fichier est vide")));
        browsers.mvc()
                .perform(post("/evaluations/" + id + "/self-assessment/evidence/ACC-1/links")
                        .session(session)
                        .with(csrf())
                        .param("title", "Mon titre")
                        .param("link", "javascript:alert(1)"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("http:// ou https://")))
                .andExpect(content().string(containsString("value=\"javascript:alert(1)\"")));
        assertThat(reading.evidence(id)).isEmpty();
    }
}
