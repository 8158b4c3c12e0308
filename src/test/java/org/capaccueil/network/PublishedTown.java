package org.capaccueil.network;

import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.domain.CampaignRun;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A commune whose campaign is signed and published, every place graded alike by its auditor. */
@TestComponent
public class PublishedTown {

    private final Fixtures fixtures;
    private final AuditedTeam team;
    private final CampaignRun run;
    private final JdbcClient jdbc;

    public PublishedTown(Fixtures fixtures, AuditedTeam team, CampaignRun run, JdbcClient jdbc) {
        this.fixtures = fixtures;
        this.team = team;
        this.run = run;
        this.jdbc = jdbc;
    }

    /**
     * @param grade 0 to 4, worth 0 to 100 points
     */
    public void publishes(Town town, StandardVersionId standard, int grade) {
        EvaluationView evaluation = fixtures.openEvaluation(town, standard);
        team.rated(evaluation, town, 4, grade, "CLOSED");
        jdbc.sql("update campaign set status = 'CONSOLIDATION', signed_at = now(), signed_name = 'Philippe Direction', "
                        + "signed_capacity = 'Directeur' where id = ?")
                .param(evaluation.campaign().value())
                .update();
        run.publish(evaluation.campaign());
    }
}
