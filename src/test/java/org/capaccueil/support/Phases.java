package org.capaccueil.support;

import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standards;
import org.capaccueil.support.Fixtures.Town;
import org.springframework.boot.test.context.TestComponent;

/** Brings a town's evaluation to a phase the way people do: through the use cases, with everything filled in. */
@TestComponent
public class Phases {

    /** What the team gives itself everywhere; the auditor of {@link #onSite} agrees. */
    public static final int TEAM_GRADE = 3;

    private final Fixtures fixtures;
    private final Measuring measuring;
    private final SelfRatingDesk selfRating;
    private final AssessmentDecisions assessment;
    private final AuditAssignment assignment;
    private final SiteVisit visit;
    private final DeclaringIndependence declaring;
    private final Evaluations evaluations;
    private final Standards standards;
    private final Jobs jobs;

    public Phases(
            Fixtures fixtures,
            Measuring measuring,
            SelfRatingDesk selfRating,
            AssessmentDecisions assessment,
            AuditAssignment assignment,
            SiteVisit visit,
            DeclaringIndependence declaring,
            Evaluations evaluations,
            Standards standards,
            Jobs jobs) {
        this.fixtures = fixtures;
        this.measuring = measuring;
        this.selfRating = selfRating;
        this.assessment = assessment;
        this.assignment = assignment;
        this.visit = visit;
        this.declaring = declaring;
        this.evaluations = evaluations;
        this.standards = standards;
        this.jobs = jobs;
    }

    /** Self-assessment accepted; the quality manager has an auditor to choose. */
    public EvaluationId toAudit(Town town) {
        EvaluationId id = fixtures.openEvaluation(town).id();
        Actor lead = fixtures.actor(town.lead());
        Actor agent = fixtures.actor(town.agent());
        for (MeasureRow row : measuring.sheet(lead, id).rows()) {
            measuring.save(
                    lead,
                    id,
                    row.indicator().code(),
                    row.channel(),
                    row.version(),
                    Figures.notMeasured("Compteur en panne toute la période", null, null));
        }
        measuring.submit(lead, id);
        jobs.runAll();
        EvaluationView evaluation = evaluations.get(id);
        for (Question question : standards.content(evaluation.standard()).questionsFor(evaluation.scope())) {
            for (Place place : question.places()) {
                selfRating.rate(
                        agent, id, question.criterion().code(), place, 0, Grade.of(TEAM_GRADE), "Tenu toute l'année");
            }
        }
        assessment.submit(lead, id);
        assessment.accept(fixtures.actor(town.manager()), id);
        jobs.runAll();
        return id;
    }

    /** The auditor is chosen and has declared to be independent; nothing is rated yet. */
    public EvaluationId onSite(Town town) {
        EvaluationId id = toAudit(town);
        assignment.assign(fixtures.actor(town.manager()), id, town.auditor(), null);
        declaring.sign(fixtures.actor(town.auditor()), id);
        return id;
    }

    /** Everything rated as the team did; visit and conclusion still to be given. */
    public EvaluationId rated(Town town) {
        EvaluationId id = onSite(town);
        takeOverEverything(fixtures.actor(town.auditor()), id);
        return id;
    }

    /** The auditor makes the team's ratings his own wherever he has given none. */
    public void takeOverEverything(Actor auditor, EvaluationId id) {
        standards
                .content(evaluations.get(id).standard())
                .themes()
                .forEach(theme -> visit.takeOverTheme(auditor, id, theme.code()));
    }
}
