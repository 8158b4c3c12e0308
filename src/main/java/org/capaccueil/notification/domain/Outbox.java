package org.capaccueil.notification.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.capaccueil.organisation.PersonView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails that are written and wait for the postman. */
@Component
class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever has no address is told another way: pages say so where it matters. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(PersonView person, String subject, String body) {
        if (person.email() == null) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql(
                        """
                insert into mail (written_at, person_id, address, subject, body, next_attempt_at)
                values (?, ?, ?, ?, ?, ?)""")
                .param(Timestamp.from(now))
                .param(person.id().value())
                .param(person.email())
                .param(subject)
                .param(body)
                .param(Timestamp.from(now))
                .update();
    }
}
