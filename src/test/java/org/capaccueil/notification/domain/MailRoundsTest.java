package org.capaccueil.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.notification.MailQueue;
import org.capaccueil.notification.Mails;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The rounds as they run in service, against a mail server that may be away: what people find in their mailboxes. */
@ApplicationTest
class MailRoundsTest {

    private static final Duration UNTIL_TOLD = MailRoom.DELAY.plusSeconds(1);

    @RegisterExtension
    static final GreenMailExtension POST_OFFICE = new GreenMailExtension(
                    new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withPerMethodLifecycle(false);

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> POST_OFFICE.getSmtp().getPort());
        registry.add("capaccueil.mail-sender", () -> "cap-accueil@commune.example");
        registry.add("capaccueil.public-address", () -> "https://accueil.commune.example");
    }

    /** Chosen beforehand, so that the server comes back where it was. */
    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException noPort) {
            throw new AssertionError("no free port", noPort);
        }
    }

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Jobs jobs;

    @Autowired
    Pages pages;

    @Autowired
    SettableClock clock;

    @Autowired
    MailRoom mailRoom;

    @Autowired
    Postman postman;

    @Autowired
    Mails mails;

    @Autowired
    Organisation organisation;

    @Autowired
    Register register;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Measuring measuring;

    @Autowired
    AssessmentDecisions assessment;

    @Autowired
    RoundDecisions rounds;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Town town;

    @BeforeEach
    void emptyMailboxes() throws Exception {
        jdbc.sql("update notice set written_at = at").update();
        jdbc.sql("delete from mail").update();
        POST_OFFICE.purgeEmailFromAllMailboxes();
        town = fixtures.town();
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void aNewTaskIsMailedOnceAndNotBeforeThereWasTimeToUndoAMistake() throws Exception {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        round();
        assertThat(received()).isEmpty();

        clock.advance(UNTIL_TOLD);
        round();
        round();

        assertThat(received()).singleElement().satisfies(mail -> {
            assertThat(to(mail)).containsExactly(email(town.lead()));
            assertThat(mail.getFrom()).extracting(Address::toString).containsExactly("cap-accueil@commune.example");
            assertThat(mail.getSubject())
                    .isEqualTo("Nouvelle tâche : Relever les indicateurs – " + evaluation.teamName());
            assertThat(text(mail))
                    .contains("Bonjour Éloïse Responsable,")
                    .contains("À faire avant le " + PublicTime.inWords(evaluation.due()) + " inclus")
                    .contains("https://accueil.commune.example/evaluations/" + evaluation.id() + "/collection");
        });
        assertThat(mails.queue()).isEqualTo(new MailQueue(true, 0, 0));
    }

    @Test
    void whatWasRolledBackIsToldToNobody() throws Exception {
        EvaluationId id = ratedAndToldSoFar();

        transaction.executeWithoutResult(change -> {
            assessment.submit(fixtures.actor(town.lead()), id);
            assertThat(waitingNotices()).as("noted in the same transaction").isEqualTo(1);
            change.setRollbackOnly();
        });

        assertThat(waitingNotices()).isZero();
        tellEverything();
        assertThat(received()).isEmpty();

        assessment.submit(fixtures.actor(town.lead()), id);
        tellEverything();
        assertThat(received()).singleElement().satisfies(mail -> {
            assertThat(to(mail)).containsExactly(email(town.manager()));
            assertThat(mail.getSubject()).startsWith("Nouvelle tâche : Relire l'autoévaluation – ");
        });
    }

    @Test
    void severalTasksOfOnePersonMakeOneMail() throws Exception {
        EvaluationView first = fixtures.openEvaluation(town);
        EvaluationView second = fixtures.openEvaluation(town);
        tellEverything();

        assertThat(received()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Cap Accueil : 2 tâches vous attendent");
            assertThat(text(mail)).contains(first.id().toString(), second.id().toString());
        });
    }

    @Test
    void aReminderComesFifteenDaysBeforeAndAnEscalationOnceTheDayIsOver() throws Exception {
        EvaluationId id = phases.atReview(town);
        tellEverything();
        POST_OFFICE.purgeEmailFromAllMailboxes();

        // due in 40 days
        clock.advance(Duration.ofDays(26));
        jobs.runAll();
        tellEverything();
        assertThat(receivedInTown()).singleElement().satisfies(mail -> {
            assertThat(to(mail)).containsExactly(email(town.manager()));
            assertThat(mail.getSubject()).startsWith("Rappel : Relire l'autoévaluation – ");
        });
        POST_OFFICE.purgeEmailFromAllMailboxes();

        clock.advance(Duration.ofDays(20));
        jobs.runAll();
        tellEverything();
        assertThat(receivedInTown())
                .filteredOn(mail -> text(mail).contains("Échéance dépassée : Relire l'autoévaluation"))
                .as("evaluation " + id + " is told to whoever is awaited and to the next level up")
                .extracting(mail -> to(mail).get(0))
                .containsExactlyInAnyOrder(email(town.manager()), email(town.leadership()));
    }

    @Test
    void whoeverHasAPartInATaskOfAllIsToldAndReminded() throws Exception {
        EvaluationId id = phases.atSelfAssessment(town);
        tellEverything();
        POST_OFFICE.purgeEmailFromAllMailboxes();

        rounds.open(fixtures.actor(town.lead()), id);
        tellEverything();
        assertThat(receivedInTown())
                .allSatisfy(
                        mail -> assertThat(mail.getSubject()).startsWith("Nouvelle tâche : Coter chacun de son côté"))
                .extracting(mail -> to(mail).get(0))
                .containsExactlyInAnyOrder(email(town.lead()), email(town.agent()));
        POST_OFFICE.purgeEmailFromAllMailboxes();

        clock.advance(Duration.ofDays(26));
        jobs.runAll();
        tellEverything();
        assertThat(receivedInTown())
                .filteredOn(mail -> text(mail).contains("Coter chacun de son côté"))
                .extracting(mail -> to(mail).get(0))
                .contains(email(town.lead()), email(town.agent()));
    }

    @Test
    void aMailServerThatIsAwayStopsNobodyAndTheMailGoesLater() throws Exception {
        EvaluationId id = fixtures.openEvaluation(town).id();
        clock.advance(UNTIL_TOLD);
        POST_OFFICE.stop();
        try {
            round();
            round();

            assertThat(mails.queue()).isEqualTo(new MailQueue(true, 1, 1));
            assertThat(attempts()).as("it waits a minute before it tries again").isEqualTo(1);
            assertThat(jdbc.sql("select last_error from mail")
                            .query(String.class)
                            .single())
                    .isNotBlank();
            phases.fillFigures(fixtures.actor(town.agent()), id);
            measuring.submit(fixtures.actor(town.agent()), id);
            jobs.runAll();
            assertThat(runtime.createIncidentQuery().count()).isZero();

            clock.advance(Duration.ofMinutes(2));
            postman.sendNext();
            assertThat(attempts()).as("still away").isEqualTo(2);
        } finally {
            POST_OFFICE.start();
        }
        clock.advance(Duration.ofMinutes(4));
        postman.sendNext();
        assertThat(received()).as("five minutes after the second attempt").isEmpty();
        clock.advance(Duration.ofMinutes(2));
        postman.sendNext();
        assertThat(received()).singleElement().satisfies(mail -> assertThat(to(mail))
                .containsExactly(email(town.lead())));
        assertThat(mails.queue()).isEqualTo(new MailQueue(true, 0, 0));
    }

    @Test
    void oneAddressTheServerWillNotHaveDelaysNobodyElse() throws Exception {
        PersonId second = secondLead("Lucie Seconde", "pas une adresse");
        fixtures.openEvaluation(town);
        tellEverything();

        assertThat(received()).singleElement().satisfies(mail -> assertThat(to(mail))
                .containsExactly(email(town.lead())));
        assertThat(jdbc.sql("select person_id from mail where sent_at is null")
                        .query(UUID.class)
                        .list())
                .containsExactly(second.value());
        assertThat(mails.queue()).isEqualTo(new MailQueue(true, 1, 1));
    }

    @Test
    void whoHasNoAddressIsNamedBeforeTheLaunchAndPassedOver() throws Exception {
        secondLead("Marcel Sansadresse", null);
        CampaignId campaign = planning.prepare(fixtures.actor(town.manager()), fixtures.plan(town.team()));

        pages.open(town.manager(), "/campaigns/" + campaign + "/launch")
                .andExpect(content().string(containsString("Une personne concernée n’a pas d’adresse électronique")))
                .andExpect(content().string(containsString("Marcel Sansadresse")));

        planning.launch(fixtures.actor(town.manager()), campaign);
        jobs.runAll();
        tellEverything();
        assertThat(received()).singleElement().satisfies(mail -> assertThat(to(mail))
                .containsExactly(email(town.lead())));
        assertThat(waitingNotices()).isZero();
        assertThat(mails.queue()).isEqualTo(new MailQueue(true, 0, 0));
    }

    @Test
    void aLineBreakInANameAddsNoHeader() throws Exception {
        String hostile = "Accueil\r\nBcc: intrus@example.org\r\n\r\nCliquez ici";
        TeamId team = fixtures.team(
                town.manager(),
                "INJ",
                hostile,
                fixtures.person(
                        town.commune(),
                        "Rose\r\nBcc: intrus@example.org",
                        UUID.randomUUID().toString(),
                        "Lead"),
                town.agent());
        planning.launch(
                fixtures.actor(town.manager()), planning.prepare(fixtures.actor(town.manager()), fixtures.plan(team)));
        jobs.runAll();
        tellEverything();

        assertThat(received()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getHeader("Subject")).hasSize(1);
            assertThat(text(mail)).startsWith("Bonjour Rose");
        });
    }

    @Test
    void aLineBreakInAnAddressReachesNobody() throws Exception {
        register.enrol(
                fixtures.actor(town.manager()),
                town.team(),
                register.recordPerson(
                        town.commune(),
                        "Rose Piège",
                        "rose." + UUID.randomUUID() + "@example.org\r\nBcc: intrus@example.org",
                        "Lead",
                        Set.of()),
                true);
        fixtures.openEvaluation(town);
        tellEverything();

        assertThat(received()).singleElement().satisfies(mail -> assertThat(to(mail))
                .containsExactly(email(town.lead())));
    }

    @Test
    void twoNodesAtOnceWriteAndSendEachMailOnce() throws Exception {
        List<String> leads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Town another = fixtures.town();
            fixtures.openEvaluation(another);
            leads.add(email(another.lead()));
        }
        clock.advance(UNTIL_TOLD);

        atOnceOnTwoNodes(mailRoom::write);
        atOnceOnTwoNodes(() -> {
            int sent = 0;
            while (postman.sendNext()) {
                sent++;
            }
            return sent;
        });

        assertThat(received()).extracting(mail -> to(mail).get(0)).containsExactlyInAnyOrderElementsOf(leads);
    }

    private static void atOnceOnTwoNodes(Callable<Integer> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> node = () -> {
            together.await();
            return work.call();
        };
        ExecutorService nodes = SystemScope.threads(2);
        try {
            for (Future<Integer> done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
    }

    private EvaluationId ratedAndToldSoFar() throws Exception {
        EvaluationId id = phases.atSelfAssessment(town);
        phases.rateAll(fixtures.actor(town.agent()), id, 3);
        tellEverything();
        POST_OFFICE.purgeEmailFromAllMailboxes();
        return id;
    }

    /** What the clock of the application starts once a minute. */
    private void round() {
        new MailRounds(mailRoom, postman).round();
    }

    private void tellEverything() {
        clock.advance(UNTIL_TOLD);
        round();
    }

    private PersonId secondLead(String name, String address) {
        PersonId person = register.recordPerson(town.commune(), name, address, "Responsable adjointe", Set.of());
        register.enrol(fixtures.actor(town.manager()), town.team(), person, true);
        return person;
    }

    private long waitingNotices() {
        return jdbc.sql("select count(*) from notice where written_at is null")
                .query(Long.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("select attempts from mail").query(Integer.class).single();
    }

    private String email(PersonId id) {
        return Objects.requireNonNull(organisation.person(id).email());
    }

    private static List<MimeMessage> received() {
        return Arrays.asList(POST_OFFICE.getReceivedMessages());
    }

    /** Other tests' evaluations are reminded of as well when the clock is moved by weeks. */
    private List<MimeMessage> receivedInTown() {
        Set<String> people =
                Set.of(email(town.manager()), email(town.lead()), email(town.agent()), email(town.leadership()));
        return received().stream().filter(mail -> people.containsAll(to(mail))).toList();
    }

    private static List<String> to(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Address::toString).toList();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(GreenMailUtil.getWholeMessage(mail), unreadable);
        }
    }
}
