package org.capaccueil.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.domain.LabelNews;
import org.capaccueil.label.domain.LabelOutcome;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the process learns of the label test, and what it leaves in the journal. */
@ApplicationTest
class LabelNewsTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam team;

    @Autowired
    LabelNews news;

    @Autowired
    Trail trail;

    @Test
    void aLevelReachedStandsInTheJournal() {
        EvaluationView evaluation = audited(3, "EFFECTIVE");

        assertThat(news.outcome(evaluation.id())).isEqualTo(LabelOutcome.REACHED);
        news.levelReached(evaluation.id());

        assertThat(trail.of(evaluation.id()))
                .filteredOn(line -> line.action().equals("Niveau atteint"))
                .singleElement()
                .extracting(Trail.Line::after)
                .isEqualTo("Argent");
    }

    @Test
    void whatIsMissingStandsInTheJournalReasonByReason() {
        EvaluationView evaluation = audited(1, "EFFECTIVE");

        assertThat(news.outcome(evaluation.id())).isEqualTo(LabelOutcome.NOT_REACHED);
        news.noLevelReached(evaluation.id());

        assertThat(trail.of(evaluation.id()))
                .filteredOn(line -> line.action().equals("Aucun niveau atteint"))
                .singleElement()
                .extracting(Trail.Line::reason)
                .asString()
                .contains("Le score d'ensemble est de 25 : il manque 35 points pour 60.");
    }

    @Test
    void withoutAFinalAuditReportThereIsNoLevel() {
        EvaluationView evaluation = fixtures.openEvaluation(fixtures.town());

        assertThat(news.outcome(evaluation.id())).isEqualTo(LabelOutcome.NOT_REACHED);
    }

    private EvaluationView audited(int grade, String actionStatus) {
        Town town = fixtures.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        team.rated(evaluation, town, 4, grade, "CLOSED");
        UUID finding = team.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        team.signedPlan(evaluation, town, finding, "ACC-3", actionStatus);
        team.measured(evaluation, "62");
        return evaluation;
    }
}
