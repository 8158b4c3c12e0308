package org.capaccueil.standard.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of others a commune has taken for its campaigns. An adoption is never taken back by who shared. */
@Component
class StandardAdoptions {

    private final JdbcClient jdbc;

    StandardAdoptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Reach reach(Actor actor) {
        return new Reach(
                actor.commune(),
                actor.is(Role.QUALITY_MANAGER),
                dates(actor.commune()).keySet());
    }

    Reach reach(CommuneId commune) {
        return new Reach(commune, false, dates(commune).keySet());
    }

    /** When the commune adopted what it adopted. */
    Map<StandardVersionId, Instant> dates(CommuneId commune) {
        Map<StandardVersionId, Instant> dates = new HashMap<>();
        jdbc.sql("select standard_version_id, adopted_at from standard_adoption where commune_id = ?")
                .param(commune.value())
                .query(row -> {
                    dates.put(
                            new StandardVersionId(row.getObject("standard_version_id", UUID.class)),
                            row.getTimestamp("adopted_at").toInstant());
                });
        return dates;
    }

    /** Whether it is new: a second click changes nothing. */
    boolean add(Actor actor, StandardVersionId version, Instant now) {
        return jdbc.sql(
                                """
                insert into standard_adoption (commune_id, standard_version_id, adopted_by, adopted_at)
                values (?, ?, ?, ?) on conflict do nothing""")
                        .param(actor.commune().value())
                        .param(version.value())
                        .param(actor.id().value())
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    /** By how many communes a version was adopted; never by which. */
    int number(StandardVersionId version) {
        return Scope.everything()
                .call(() -> jdbc.sql("select count(*) from standard_adoption where standard_version_id = ?")
                        .param(version.value())
                        .query(Integer.class)
                        .single());
    }
}
