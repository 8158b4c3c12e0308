package org.capaccueil.improvement.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.ActionPlans.Signature;
import org.capaccueil.shared.Checksum;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.standard.Standards;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does on its own in a plan's life: open it from the findings, print it, close it. */
@Service
@Transactional
public class PlanRun {

    static final String SUBJECT = "Plan d'action";

    private final ActionPlanFiles plans;
    private final ImprovementActions actions;
    private final PlanPrints prints;
    private final PlanPress press;
    private final Evaluations evaluations;
    private final Audits audits;
    private final Standards standards;
    private final Trail trail;
    private final Clock clock;

    PlanRun(
            ActionPlanFiles plans,
            ImprovementActions actions,
            PlanPrints prints,
            PlanPress press,
            Evaluations evaluations,
            Audits audits,
            Standards standards,
            Trail trail,
            Clock clock) {
        this.plans = plans;
        this.actions = actions;
        this.prints = prints;
        this.press = press;
        this.evaluations = evaluations;
        this.audits = audits;
        this.standards = standards;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Opens the plan with one action for each nonconformity, so that none can be forgotten. Opportunities are offered on
     * the page and become actions only when the team wants them.
     */
    public void open(EvaluationId id) {
        evaluations.enter(id, Phase.ACTION_PLAN);
        EvaluationView evaluation = evaluations.get(id);
        Instant now = clock.instant();
        ActionPlan plan = plans.save(new ActionPlan(id, now));
        List<ImprovementAction> proposed = audits.findings(id).stream()
                .filter(finding -> finding.kind().isNonconformity())
                .map(finding -> answerTo(finding, plan.nextNumber(), evaluation, now))
                .toList();
        actions.saveAll(proposed);
        trail.recordBySystem(Event.on(id, SUBJECT, "Plan d'action ouvert")
                .change(null, proposed.size() + " non-conformités à traiter"));
    }

    private ImprovementAction answerTo(Finding finding, int number, EvaluationView evaluation, Instant now) {
        return new ImprovementAction(
                UUID.randomUUID(),
                evaluation.id(),
                number,
                finding.id(),
                finding.criterion(),
                ActionTitle.from(standards.content(evaluation.standard()), finding.criterion()),
                now);
    }

    /** Prints the plan as accepted; what leadership signs is this file. */
    public void print(EvaluationId id) {
        ActionPlan plan = plans.lock(id.value()).orElseThrow(NotFound::new);
        PlanState state = plan.state();
        PlanPress.Sheet sheet = press.print(new PlanPress.Content(
                evaluations.get(id),
                state,
                actions.findByEvaluationIdOrderByNumber(id.value()).stream()
                        .map(ImprovementAction::view)
                        .toList(),
                audits.findings(id)));
        prints.save(new PlanPrint(id, state.edition(), sheet, clock.instant()));
        plan.printed(sheet.report(), sheet.sha256());
        trail.recordBySystem(Event.on(id, SUBJECT, "PDF du plan établi")
                .change(null, "Version " + state.edition() + ", SHA-256 " + sheet.sha256()));
    }

    /** The signed plan leaves this phase; whatever stands in the archive must still be what was signed. */
    public void close(EvaluationId id) {
        ActionPlan plan = plans.findById(id.value()).orElseThrow(NotFound::new);
        Signature signature = plan.signature();
        if (plan.status() != PlanStatus.SIGNED || signature == null) {
            throw new IllegalStateException("plan " + id + " is " + plan.status() + ", not signed");
        }
        if (!Checksum.sha256(press.read(signature.report())).equals(signature.sha256())) {
            throw new IllegalStateException("report " + signature.report() + " is no longer what was signed for " + id);
        }
        trail.recordBySystem(Event.on(id, SUBJECT, "Plan signé figé").change(null, "SHA-256 " + signature.sha256()));
    }
}
