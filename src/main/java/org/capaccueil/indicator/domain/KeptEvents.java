package org.capaccueil.indicator.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.capaccueil.shared.PublicTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long single events are kept, and so how far back some may still come: a month is reckoned of all its events or not
 * at all. The values made of them stay.
 */
@Component
class KeptEvents {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int months;

    KeptEvents(JdbcClient jdbc, Clock clock, @Value("${capaccueil.retention.events}") int months) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.months = months;
    }

    /** The first day of the first month whose events are kept. */
    LocalDate since() {
        return PublicTime.today(clock).minusMonths(months).withDayOfMonth(1);
    }

    Instant oldest() {
        return PublicTime.startOf(since());
    }

    int forgetOlder() {
        return jdbc.sql("delete from contact_event where at < ?")
                .param(Timestamp.from(oldest()))
                .update();
    }
}
