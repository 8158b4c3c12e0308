package org.capaccueil.notification.domain;

import java.sql.Timestamp;
import java.time.Instant;
import org.capaccueil.notification.MailQueue;
import org.capaccueil.notification.Mails;
import org.capaccueil.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MailWatch implements Mails {

    private final JdbcClient jdbc;
    private final Postman postman;

    MailWatch(JdbcClient jdbc, Postman postman) {
        this.jdbc = jdbc;
        this.postman = postman;
    }

    /** The queue of the machine, for who runs it: numbers only, of everybody's mails. */
    @Override
    public MailQueue queue() {
        return Scope.everything().call(this::counted);
    }

    private MailQueue counted() {
        return jdbc.sql(
                        """
                select count(*) waiting, count(*) filter (where attempts > 0) failing
                from mail where sent_at is null""")
                .query((row, n) -> new MailQueue(postman.hasServer(), row.getLong("waiting"), row.getLong("failing")))
                .single();
    }

    @Override
    @Transactional
    public int forgetWrittenBefore(Instant instant) {
        return jdbc.sql("delete from mail where written_at < ?")
                .param(Timestamp.from(instant))
                .update();
    }
}
