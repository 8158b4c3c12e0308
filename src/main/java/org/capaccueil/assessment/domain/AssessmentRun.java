package org.capaccueil.assessment.domain;

import java.time.Clock;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does with a self-assessment on its own: opens it, and notes that it is frozen once accepted. */
@Service
@Transactional
public class AssessmentRun {

    private final SelfAssessmentFiles assessments;
    private final Evaluations evaluations;
    private final Trail trail;
    private final Clock clock;

    AssessmentRun(SelfAssessmentFiles assessments, Evaluations evaluations, Trail trail, Clock clock) {
        this.assessments = assessments;
        this.evaluations = evaluations;
        this.trail = trail;
        this.clock = clock;
    }

    public void open(EvaluationId id) {
        evaluations.enter(id, Phase.SELF_ASSESSMENT);
        assessments.save(new SelfAssessment(id, clock.instant()));
    }

    public void close(EvaluationId id) {
        assessments.toDecide(id.value()).orElseThrow(NotFound::new).close(clock.instant());
        trail.recordBySystem(Event.on(id, "Autoévaluation", "Autoévaluation figée"));
    }
}
