package org.capaccueil.network.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of a commune's teams do what a good practice says. */
@Component
class PracticeAdoptions {

    private final JdbcClient jdbc;

    PracticeAdoptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new. */
    boolean add(Actor actor, PracticeView practice, TeamId team, @Nullable UUID action, Instant now) {
        return jdbc.sql(
                                """
                insert into good_practice_adoption (practice_id, team_id, commune_id, edition, adopted_by, adopted_at, action_id)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(practice.id())
                        .param(team.value())
                        .param(actor.commune().value())
                        .param(practice.edition())
                        .param(actor.id().value())
                        .param(Timestamp.from(now))
                        .param(action)
                        .update()
                == 1;
    }

    /** Of a commune's own teams; what others adopt is not its to read. */
    List<Adoption> of(CommuneId commune) {
        return jdbc.sql(
                        """
                select practice_id, team_id, edition, adopted_at, action_id from good_practice_adoption
                where commune_id = ? order by adopted_at""")
                .param(commune.value())
                .query((row, n) -> new Adoption(
                        row.getObject("practice_id", UUID.class),
                        new TeamId(row.getObject("team_id", UUID.class)),
                        row.getInt("edition"),
                        row.getTimestamp("adopted_at").toInstant(),
                        row.getObject("action_id", UUID.class)))
                .list();
    }

    /** In how many communes; never in which. */
    int communes(UUID practice) {
        return Scope.everything().call(() -> jdbc.sql(
                        "select count(distinct commune_id) from good_practice_adoption where practice_id = ?")
                .param(practice)
                .query(Integer.class)
                .single());
    }
}
