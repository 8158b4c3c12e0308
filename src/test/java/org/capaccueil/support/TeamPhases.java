package org.capaccueil.support;

import java.util.Optional;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.assessment.domain.AssessmentSheet.CriterionSheet;
import org.capaccueil.assessment.domain.AssessmentSheet.ThemeSheet;
import org.capaccueil.assessment.domain.RatingRow;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Grade;
import org.capaccueil.support.Fixtures.Town;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Takes a town's evaluation to a phase the way its people do, through the use cases. */
@TestComponent
@Lazy
public class TeamPhases {

    private final Fixtures fixtures;
    private final Jobs jobs;
    private final Measuring measuring;
    private final SelfRatingDesk ratings;
    private final AssessmentReading reading;
    private final AssessmentDecisions decisions;

    public TeamPhases(
            Fixtures fixtures,
            Jobs jobs,
            Measuring measuring,
            SelfRatingDesk ratings,
            AssessmentReading reading,
            AssessmentDecisions decisions) {
        this.fixtures = fixtures;
        this.jobs = jobs;
        this.measuring = measuring;
        this.ratings = ratings;
        this.reading = reading;
        this.decisions = decisions;
    }

    /** An evaluation whose team is about to rate itself: every figure is said not to be measured. */
    public EvaluationId atSelfAssessment(Town town) {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        toSelfAssessment(town, evaluation.id());
        return evaluation.id();
    }

    /** The same for an evaluation that is open already. */
    public void toSelfAssessment(Town town, EvaluationId id) {
        fillFigures(fixtures.actor(town.agent()), id);
        measuring.submit(fixtures.actor(town.agent()), id);
        jobs.runAll();
    }

    public void fillFigures(Actor actor, EvaluationId id) {
        for (MeasureRow row : measuring.sheet(actor, id).rows()) {
            if (!row.isFilled()) {
                measuring.save(
                        actor,
                        id,
                        row.indicator().code(),
                        row.channel(),
                        row.version(),
                        Figures.notMeasured("Pas d'outil de mesure", null, null));
            }
        }
    }

    /** Rates whatever is not rated with this value. */
    public void rateAll(Actor actor, EvaluationId id, int value) {
        for (ThemeSheet theme : reading.sheet(actor, id).themes()) {
            for (CriterionSheet criterion : theme.criteria()) {
                for (RatingRow row : criterion.ratings()) {
                    if (Optional.ofNullable(row.grade()).isEmpty()) {
                        ratings.rate(
                                actor, id, row.criterion(), row.place(), row.version(), Grade.of(value), row.comment());
                    }
                }
            }
        }
    }

    /** An evaluation whose self-assessment the lead has submitted. */
    public EvaluationId atReview(Town town) {
        EvaluationId id = atSelfAssessment(town);
        rateAll(fixtures.actor(town.agent()), id, 3);
        decisions.submit(fixtures.actor(town.lead()), id);
        jobs.runAll();
        return id;
    }
}
