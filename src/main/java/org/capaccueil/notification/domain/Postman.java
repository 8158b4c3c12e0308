package org.capaccueil.notification.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends written mails, one a transaction, and tries again later what fails: after 1, 5, 30 minutes and then every two
 * hours. Without a mail server configured nothing is tried, and the operations page says how many wait.
 */
@Service
public class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    private final JdbcClient jdbc;
    private final ObjectProvider<JavaMailSender> server;
    private final Clock clock;
    private final String sender;

    Postman(
            JdbcClient jdbc,
            ObjectProvider<JavaMailSender> server,
            Clock clock,
            @Value("${capaccueil.mail-sender}") String sender) {
        this.jdbc = jdbc;
        this.server = server;
        this.clock = clock;
        this.sender = sender;
    }

    private record Mail(long id, String address, String subject, String body, int attempts) {}

    public boolean hasServer() {
        return server.getIfAvailable() != null;
    }

    /** Sends the next waiting mail; false when none is due or there is no mail server. */
    @Transactional
    public boolean sendNext() {
        JavaMailSender mailServer = server.getIfAvailable();
        if (mailServer == null) {
            return false;
        }
        Instant now = clock.instant();
        Optional<Mail> next = jdbc.sql(
                        """
                select id, address, subject, body, attempts from mail
                where sent_at is null and next_attempt_at <= ?
                order by next_attempt_at limit 1 for update skip locked""")
                .param(Timestamp.from(now))
                .query((row, n) -> new Mail(
                        row.getLong("id"),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .optional();
        next.ifPresent(mail -> send(mailServer, mail, now));
        return next.isPresent();
    }

    private void send(JavaMailSender mailServer, Mail mail, Instant now) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(sender);
        message.setTo(mail.address());
        message.setSubject(mail.subject());
        message.setText(mail.body());
        try {
            mailServer.send(message);
            jdbc.sql("update mail set sent_at = ?, attempts = attempts + 1 where id = ?")
                    .param(Timestamp.from(now))
                    .param(mail.id())
                    .update();
        } catch (MailException refused) {
            Duration wait = PATIENCE.get(Math.min(mail.attempts(), PATIENCE.size() - 1));
            log.warn("mail {} was not sent, next attempt in {}: {}", mail.id(), wait, refused.getMessage());
            jdbc.sql("update mail set attempts = attempts + 1, next_attempt_at = ?, last_error = ? where id = ?")
                    .param(Timestamp.from(now.plus(wait)))
                    .param(refused.getMessage())
                    .param(mail.id())
                    .update();
        }
    }
}
