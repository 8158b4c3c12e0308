package org.capaccueil.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.shared.Phase;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SettableClock;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class WholeCycleTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    Evaluations evaluations;

    @Autowired
    ActionPlans plans;

    @Autowired
    Trail trail;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void aTeamGoesFromLaunchToCloseAndTheCampaignIsReadyToBeRead() {
        var town = fixtures.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);

        cycle.collect(town, evaluation.id());
        assertThat(evaluations.get(evaluation.id()).phase()).isEqualTo(Phase.SELF_ASSESSMENT);
        cycle.assess(town, evaluation.id(), 3);
        assertThat(evaluations.get(evaluation.id()).phase()).isEqualTo(Phase.AUDIT);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        assertThat(evaluations.get(evaluation.id()).phase()).isEqualTo(Phase.ACTION_PLAN);
        cycle.plan(town, evaluation.id());
        assertThat(evaluations.get(evaluation.id()).phase()).isEqualTo(Phase.FOLLOW_UP);
        cycle.carryOut(town, evaluation.id());
        assertThat(evaluations.get(evaluation.id()).status()).isEqualTo(EvaluationStatus.OPEN);

        clock.advance(Duration.ofDays(61));
        jobs.runAll();
        cycle.verify(town, evaluation.id());

        assertThat(plans.actions(evaluation.id())).isNotEmpty().allSatisfy(action -> assertThat(action.status())
                .isEqualTo(ActionStatus.EFFECTIVE));
        assertThat(evaluations.get(evaluation.id()).status()).isEqualTo(EvaluationStatus.CLOSED);
        assertThat(evaluations.campaign(evaluation.campaign()).status()).isEqualTo(CampaignStatus.CONSOLIDATION);
        assertThat(trail.of(evaluation.id()).stream().map(Trail.Line::action))
                .contains("Évaluation ouverte", "Autoévaluation soumise", "Évaluation close");
    }
}
