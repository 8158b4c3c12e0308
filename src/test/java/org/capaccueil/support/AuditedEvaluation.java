package org.capaccueil.support;

import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.FinalReport;
import org.capaccueil.audit.domain.FindingDraft;
import org.capaccueil.audit.domain.FindingsBook;
import org.capaccueil.audit.domain.RightOfReply;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.support.Fixtures.Town;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team's evaluation whose audit is over, with the findings a test wants; its action plan is just open. */
@TestComponent
public class AuditedEvaluation {

    private final Fixtures fixtures;
    private final Jobs jobs;
    private final RuntimeService runtime;
    private final Standards standards;
    private final AuditAssignment assignment;
    private final SiteVisit visit;
    private final DeclaringIndependence declaring;
    private final FindingsBook findingsBook;
    private final RightOfReply replies;
    private final FinalReport finalReport;
    private final JdbcClient jdbc;

    public AuditedEvaluation(
            Fixtures fixtures,
            Jobs jobs,
            RuntimeService runtime,
            Standards standards,
            AuditAssignment assignment,
            SiteVisit visit,
            DeclaringIndependence declaring,
            FindingsBook findingsBook,
            RightOfReply replies,
            FinalReport finalReport,
            JdbcClient jdbc) {
        this.fixtures = fixtures;
        this.jobs = jobs;
        this.runtime = runtime;
        this.standards = standards;
        this.assignment = assignment;
        this.visit = visit;
        this.declaring = declaring;
        this.findingsBook = findingsBook;
        this.replies = replies;
        this.finalReport = finalReport;
        this.jdbc = jdbc;
    }

    /** Conform everywhere, but for these findings; collection and self-assessment are passed over. */
    public EvaluationId of(Town town, FindingDraft... findings) {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        EvaluationId id = evaluation.id();
        Actor auditor = fixtures.actor(town.auditor());
        goTo(id, "auditTeam");
        assignment.assign(fixtures.actor(town.manager()), id, town.auditor(), null);
        declaring.sign(auditor, id);
        Standard standard = standards.content(evaluation.standard());
        for (Question question : standard.questionsFor(evaluation.scope())) {
            for (Place place : question.places()) {
                visit.rate(auditor, id, question.criterion().code(), place, null, Grade.of(3), "");
            }
        }
        for (FindingDraft finding : findings) {
            findingsBook.add(auditor, id, finding);
        }
        long version = jdbc.sql("select version from audit where evaluation_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
        visit.note(auditor, id, version, LocalDate.now(PublicTime.ZONE), "L'accueil est tenu avec soin.");
        visit.conclude(auditor, id);
        jobs.runAll();
        replies.submit(fixtures.actor(town.lead()), id);
        jobs.runAll();
        finalReport.giveOut(auditor, id);
        jobs.runAll();
        return id;
    }

    private void goTo(EvaluationId id, String activity) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .processDefinitionKey("team-evaluation")
                .singleResult()
                .getId();
        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity("collectData")
                .startBeforeActivity(activity)
                .execute();
        jobs.runAll();
    }
}
