package org.capaccueil.support;

import java.time.LocalDate;
import java.util.List;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.FinalReport;
import org.capaccueil.audit.domain.FindingDraft;
import org.capaccueil.audit.domain.FindingsBook;
import org.capaccueil.audit.domain.RightOfReply;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.improvement.domain.ActionFollowUp;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.improvement.domain.PlanDecisions;
import org.capaccueil.improvement.domain.PlanProposal;
import org.capaccueil.improvement.domain.PlanProposing;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standards;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a team through its evaluation by the use cases people's clicks call, one phase a method. */
@TestComponent
public class Cycle {

    private final Fixtures fixtures;
    private final Jobs jobs;
    private final Standards standards;
    private final Measuring measuring;
    private final AssessmentReading assessments;
    private final SelfRatingDesk rating;
    private final AssessmentDecisions selfAssessment;
    private final AuditAssignment assignment;
    private final SiteVisit visit;
    private final DeclaringIndependence declaring;
    private final FindingsBook findings;
    private final RightOfReply reply;
    private final FinalReport finalReport;
    private final PlanProposing proposing;
    private final PlanReading plans;
    private final PlanDecisions planDecisions;
    private final ActionFollowUp followUp;
    private final JdbcClient jdbc;

    public Cycle(
            Fixtures fixtures,
            Jobs jobs,
            Standards standards,
            Measuring measuring,
            AssessmentReading assessments,
            SelfRatingDesk rating,
            AssessmentDecisions selfAssessment,
            AuditAssignment assignment,
            SiteVisit visit,
            DeclaringIndependence declaring,
            FindingsBook findings,
            RightOfReply reply,
            FinalReport finalReport,
            PlanProposing proposing,
            PlanReading plans,
            PlanDecisions planDecisions,
            ActionFollowUp followUp,
            JdbcClient jdbc) {
        this.fixtures = fixtures;
        this.jobs = jobs;
        this.standards = standards;
        this.measuring = measuring;
        this.assessments = assessments;
        this.rating = rating;
        this.selfAssessment = selfAssessment;
        this.assignment = assignment;
        this.visit = visit;
        this.declaring = declaring;
        this.findings = findings;
        this.reply = reply;
        this.finalReport = finalReport;
        this.proposing = proposing;
        this.plans = plans;
        this.planDecisions = planDecisions;
        this.followUp = followUp;
        this.jdbc = jdbc;
    }

    /** Nothing measured, each time with the reason. */
    public void collect(Fixtures.Town town, EvaluationId id) {
        Actor agent = fixtures.actor(town.agent());
        measuring.sheet(agent, id).rows().stream()
                .filter(row -> !row.isFilled())
                .forEach(row -> measuring.save(
                        agent,
                        id,
                        row.indicator().code(),
                        row.channel(),
                        0,
                        Figures.notMeasured("Pas encore d'outil de mesure", null, null)));
        measuring.submit(agent, id);
        jobs.runAll();
    }

    /**
     * The same grade everywhere, submitted by the lead and accepted by the quality manager.
     *
     * @param grade 0 to 4; on a panel of 0 to 100 it is the quarter reached
     */
    public void assess(Fixtures.Town town, EvaluationId id, int grade) {
        rate(town, id, grade);
        selfAssessment.submit(fixtures.actor(town.lead()), id);
        jobs.runAll();
        selfAssessment.accept(fixtures.actor(town.manager()), id);
        jobs.runAll();
    }

    /** The same grade everywhere, still in the team's hands. */
    public void rate(Fixtures.Town town, EvaluationId id, int grade) {
        Actor agent = fixtures.actor(town.agent());
        assessments.sheet(agent, id).themes().stream()
                .flatMap(theme -> theme.criteria().stream())
                .forEach(criterion -> criterion.ratings().stream()
                        .filter(row -> row.grade() == null)
                        .forEach(row -> rating.rate(
                                agent,
                                id,
                                row.criterion(),
                                row.place(),
                                row.version(),
                                Grade.of(criterion.scale().isPanel() ? grade * 25 : grade),
                                null)));
    }

    /** The auditor gives every criterion the team's grade, and records the given nonconformities. */
    public void audit(Fixtures.Town town, EvaluationView evaluation, FindingKind... nonconformities) {
        visit(town, evaluation, nonconformities);
        EvaluationId id = evaluation.id();
        Actor auditor = fixtures.actor(town.auditor());
        visit.conclude(auditor, id);
        jobs.runAll();
        reply.submit(fixtures.actor(town.lead()), id);
        jobs.runAll();
        finalReport.giveOut(auditor, id);
        jobs.runAll();
    }

    /** The auditor is chosen and has rated, found and noted everything; the draft has not left yet. */
    public void visit(Fixtures.Town town, EvaluationView evaluation, FindingKind... nonconformities) {
        EvaluationId id = evaluation.id();
        Actor auditor = fixtures.actor(town.auditor());
        assignment.assign(fixtures.actor(town.manager()), id, town.auditor(), LocalDate.now(PublicTime.ZONE));
        jobs.runAll();
        declaring.sign(auditor, id);
        record(town, evaluation, nonconformities);
    }

    /** The auditor who may begin rates, finds and notes everything. */
    public void record(Fixtures.Town town, EvaluationView evaluation, FindingKind... nonconformities) {
        EvaluationId id = evaluation.id();
        Actor auditor = fixtures.actor(town.auditor());
        standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                .map(question -> question.theme().code())
                .distinct()
                .forEach(theme -> visit.takeOverTheme(auditor, id, theme));
        Question first = standards
                .content(evaluation.standard())
                .questionsFor(evaluation.scope())
                .get(0);
        for (FindingKind kind : nonconformities) {
            findings.add(
                    auditor,
                    id,
                    new FindingDraft(
                            kind,
                            first.criterion().code(),
                            first.places().get(0),
                            "Horaires affichés différents de ceux du site",
                            "Photo du 12 mars"));
        }
        visit.note(
                auditor,
                id,
                auditVersion(id),
                LocalDate.now(PublicTime.ZONE),
                "Accueil attentif, affichage à reprendre.");
    }

    private long auditVersion(EvaluationId id) {
        return jdbc.sql("select version from audit where evaluation_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /** Every proposed action is completed, the plan accepted and signed. */
    public void plan(Fixtures.Town town, EvaluationId id) {
        propose(town, id);
        Actor lead = fixtures.actor(town.lead());
        proposing.submit(lead, id, plans.read(lead, id).state().version());
        jobs.runAll();
        Actor manager = fixtures.actor(town.manager());
        planDecisions.accept(manager, id, plans.read(manager, id).state().version(), "Plan clair");
        jobs.runAll();
        Actor leadership = fixtures.actor(town.leadership());
        PlanView printed = plans.read(leadership, id);
        planDecisions.sign(leadership, id, printed.print().sha256());
        jobs.runAll();
    }

    /** Every proposed action is worded; the plan is still the team's. */
    public void propose(Fixtures.Town town, EvaluationId id) {
        Actor lead = fixtures.actor(town.lead());
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        for (ActionView action : plans.read(lead, id).actions()) {
            proposing.save(
                    lead,
                    id,
                    action.action().id(),
                    action.version(),
                    new PlanProposal(
                            "Aligner les horaires affichés",
                            "Deux fichiers d'horaires",
                            List.of(),
                            "Mêmes horaires partout",
                            town.agent(),
                            today.plusDays(30),
                            today.plusDays(60)));
        }
    }

    /** The owner has done every action; what comes after the review date is the caller's. */
    public void carryOut(Fixtures.Town town, EvaluationId id) {
        Actor owner = fixtures.actor(town.agent());
        for (ActionView action : plans.read(owner, id).actions()) {
            followUp.carriedOut(owner, action.action().id(), action.version(), "Affiche et site repris");
        }
        jobs.runAll();
    }

    public void verify(Fixtures.Town town, EvaluationId id) {
        Actor manager = fixtures.actor(town.manager());
        for (ActionView action : plans.read(manager, id).actions()) {
            followUp.effective(manager, action.action().id(), "Aucun écart relevé depuis un mois");
        }
        jobs.runAll();
    }
}
