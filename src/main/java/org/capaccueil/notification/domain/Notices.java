package org.capaccueil.notification.domain;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that people are to be told about a task: one small row in the transaction that opens it. The mail itself is
 * written and sent later, so that a mail server never stands in anybody's way.
 */
// a name of its own: "notices" is what diagrams call the steps in front of it
@Service("noticeNotes")
public class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(NoticeKind kind, String taskId) {
        jdbc.sql("insert into notice (at, kind, task_id) values (?, ?, ?)")
                .param(Timestamp.from(clock.instant()))
                .param(kind.name())
                .param(taskId)
                .update();
    }
}
