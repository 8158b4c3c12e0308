package org.capaccueil.organisation.domain;

import java.sql.Timestamp;
import java.time.Clock;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who left a team and when: a membership that is over still ties them to what the team did then. */
@Component
class Departures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Departures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(TeamId team, PersonId person) {
        jdbc.sql("insert into team_departure (team_id, person_id, left_at) values (?, ?, ?)")
                .param(team.value())
                .param(person.value())
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
