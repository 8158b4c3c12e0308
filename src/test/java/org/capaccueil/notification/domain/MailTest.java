package org.capaccueil.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.workflow.TaskDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** From a task that opens to the mail in somebody's box, through a real mail server. */
@ApplicationTest
class MailTest {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Jobs jobs;

    @Autowired
    Measuring measuring;

    @Autowired
    Organisation organisation;

    @Autowired
    TaskDesk tasks;

    @Autowired
    MailRoom mailRoom;

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    SettableClock time;

    Town town;
    EvaluationView evaluation;

    @BeforeEach
    void settleWhatOtherTestsLeft() {
        jdbc.sql("update notice set written_at = now() where written_at is null")
                .update();
        jdbc.sql("update mail set sent_at = now() where sent_at is null").update();
        town = fixtures.town();
    }

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void whoIsAwaitedGetsOneMailWithTheTaskItsDateAndItsAddress() throws Exception {
        evaluation = fixtures.openEvaluation(town);
        writeAndSend();

        MimeMessage mail = received(town.lead()).get(0);
        assertThat(mail.getSubject()).contains("Relever les indicateurs").contains(evaluation.teamName());
        assertThat(GreenMailUtil.getBody(mail)).isNotBlank();
        assertThat((String) mail.getContent())
                .startsWith("Bonjour Éloïse Responsable")
                .contains("/evaluations/" + evaluation.id() + "/collection")
                .contains("À faire avant le");
        assertThat(received(town.lead())).hasSize(1);
        assertThat(received(town.agent())).isEmpty();
    }

    @Test
    void aMailIsSentOnce() {
        fixtures.openEvaluation(town);
        writeAndSend();
        writeAndSend();
        assertThat(received(town.lead())).hasSize(1);
    }

    @Test
    void aTaskDoneBeforeTheMailIsWrittenIsToldToNobody() {
        evaluation = fixtures.openEvaluation(town);
        phases.fillFigures(fixtures.actor(town.agent()), evaluation.id());
        measuring.submit(fixtures.actor(town.agent()), evaluation.id());
        jobs.runAll();
        writeAndSend();

        assertThat(received(town.lead()))
                .extracting(MimeMessage::getSubject)
                .singleElement()
                .asString()
                .doesNotContain("indicateurs");
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        evaluation = fixtures.openEvaluation(town);
        String task = tasks.openFor(List.of(evaluation.id().value())).get(0).id();
        long before = waitingNotices();
        transaction.executeWithoutResult(status -> {
            notices.note(NoticeKind.REMINDER, task);
            status.setRollbackOnly();
        });
        assertThat(waitingNotices()).isEqualTo(before);
    }

    @Test
    void aServerThatDoesNotAnswerIsTriedAgainLaterAndLosesNoMail() {
        fixtures.openEvaluation(town);
        time.advance(Duration.ofMinutes(3));
        mailRoom.write();
        Postman shut = postman(1);

        assertThat(shut.sendNext()).isTrue();
        assertThat(received(town.lead())).isEmpty();
        assertThat(jdbc.sql("select attempts from mail where sent_at is null and last_error is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(shut.sendNext()).as("not before its time").isFalse();

        time.advance(Duration.ofMinutes(1));
        assertThat(postman(SERVER.getSmtp().getPort()).sendNext()).isTrue();
        assertThat(received(town.lead())).hasSize(1);
    }

    @Test
    void whoHasNoAddressGetsNoMailAndNobodyElseIsKeptFromTheirs() {
        PersonId silent = fixtures.person(town.commune(), "Sans Adresse", "x" + town.team(), "Agent");
        jdbc.sql("update person set email = null where id = ?")
                .param(silent.value())
                .update();
        fixtures.openEvaluation(town);
        String task = jdbc.sql("select task_id from notice where written_at is null limit 1")
                .query(String.class)
                .single();
        jdbc.sql("update act_ru_task set assignee_ = ? where id_ = ?")
                .param(silent.toString())
                .param(task)
                .update();
        fixtures.openEvaluation(town);
        writeAndSend();

        assertThat(received(town.lead())).hasSize(1);
        assertThat(jdbc.sql("select count(*) from mail where person_id = ?")
                        .param(silent.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNameCannotAddALineToTheHeadOfAMail() throws Exception {
        jdbc.sql(
                        """
                insert into mail (written_at, person_id, address, subject, body, next_attempt_at)
                values (:now, :person, :address, :subject, 'Bonjour', :now)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", town.lead().value())
                .param("address", address(town.lead()))
                .param("subject", "Accueil\r\nBcc: thief@example.org\r\n\r\nVirus")
                .update();
        postman(SERVER.getSmtp().getPort()).sendNext();

        MimeMessage mail = received(town.lead()).get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat((String) mail.getContent()).contains("Bonjour").doesNotContain("Virus");
    }

    private long waitingNotices() {
        return jdbc.sql("select count(*) from notice where written_at is null")
                .query(Long.class)
                .single();
    }

    private void writeAndSend() {
        time.advance(Duration.ofMinutes(3));
        while (mailRoom.write() > 0) {
            continue;
        }
        Postman postman = postman(SERVER.getSmtp().getPort());
        while (postman.sendNext()) {
            continue;
        }
    }

    private List<MimeMessage> received(PersonId person) {
        String address = address(person);
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(address))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private String address(PersonId person) {
        return Objects.requireNonNull(organisation.person(person).email());
    }

    private Postman postman(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new Postman(jdbc, beans.getBeanProvider(JavaMailSender.class), clock, "cap-accueil@example.org");
    }
}
