package org.capaccueil.audit.domain;

import java.util.List;
import java.util.UUID;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.OpenDuty;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Audits that wait for their auditor. */
@Component
class AuditsInHand implements OpenDuty {

    private final JdbcClient jdbc;
    private final Evaluations evaluations;

    AuditsInHand(JdbcClient jdbc, Evaluations evaluations) {
        this.jdbc = jdbc;
        this.evaluations = evaluations;
    }

    @Override
    public List<String> of(PersonId person) {
        return jdbc
                .sql(
                        """
                select audit.evaluation_id from audit join evaluation on evaluation.id = audit.evaluation_id
                where auditor_id = ? and audit.status <> ? and evaluation.status = 'OPEN'""")
                .param(person.value())
                .param(Status.CLOSED.name())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> "L'audit de l'équipe « "
                        + evaluations.get(new EvaluationId(id)).teamName()
                        + " » lui est confié : il faut d'abord le rendre, ou que cette personne se récuse pour que le "
                        + "référent qualité de l'équipe désigne quelqu'un d'autre.")
                .toList();
    }
}
