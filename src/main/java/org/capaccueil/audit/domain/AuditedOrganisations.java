package org.capaccueil.audit.domain;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.identity.Reach;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An auditor reaches the organisations whose audits were given to them; a finished one stays readable. */
@Component
class AuditedOrganisations implements Reach {

    private final JdbcClient jdbc;

    AuditedOrganisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Collection<CommuneId> beyondOwn(Actor actor) {
        if (!actor.is(Role.AUDITOR)) {
            return Set.of();
        }
        return Scope.everything().call(() -> jdbc.sql("select distinct commune_id from audit where auditor_id = ?")
                .param(actor.id().value())
                .query((row, n) -> new CommuneId(row.getObject(1, UUID.class)))
                .list());
    }
}
