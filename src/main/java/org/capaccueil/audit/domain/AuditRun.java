package org.capaccueil.audit.domain;

import java.time.Clock;
import java.time.Instant;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Standards;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does on its own in an audit's life. Each step may be run again and changes nothing then. */
@Service
@Transactional
public class AuditRun {

    /** Ends, in the journal, what was done before the audit. */
    static final String OPENED = "Audit ouvert";

    private final AuditFiles audits;
    private final AuditFindings findings;
    private final Evaluations evaluations;
    private final Standards standards;
    private final Trail trail;
    private final Clock clock;

    AuditRun(
            AuditFiles audits,
            AuditFindings findings,
            Evaluations evaluations,
            Standards standards,
            Trail trail,
            Clock clock) {
        this.audits = audits;
        this.findings = findings;
        this.evaluations = evaluations;
        this.standards = standards;
        this.trail = trail;
        this.clock = clock;
    }

    public void open(EvaluationId id) {
        if (audits.existsById(id.value())) {
            return;
        }
        evaluations.enter(id, Phase.AUDIT);
        audits.save(new Audit(id));
        trail.recordBySystem(Event.on(id, "Audit", OPENED));
    }

    public void openRightOfReply(EvaluationId id) {
        Audit audit = lock(id);
        audit.openRightOfReply(replyDays(id));
        trail.recordBySystem(Event.on(id, "Audit", "Droit de réponse ouvert")
                .change(null, "jusqu'au " + PublicTime.dayOf(audit.replyEndsAt().orElseThrow())));
    }

    public void closeWithoutReply(EvaluationId id) {
        Audit audit = lock(id);
        audit.closeWithoutReply();
        long replies = findings.findByEvaluationIdOrderByNumber(id.value()).stream()
                .filter(finding -> finding.reply() != null)
                .count();
        trail.recordBySystem(Event.on(id, "Audit", "Délai de réponse écoulé")
                .change(
                        null,
                        replies == 0
                                ? "aucune réponse enregistrée"
                                : replies + " réponse(s) enregistrée(s), prise(s) en compte"));
    }

    public void close(EvaluationId id) {
        lock(id).close(clock.instant());
        trail.recordBySystem(Event.on(id, "Audit", "Audit figé"));
    }

    @Transactional(readOnly = true)
    public Instant replyEnds(EvaluationId id) {
        return audits.findById(id.value()).orElseThrow(NotFound::new).replyEnds(replyDays(id));
    }

    private int replyDays(EvaluationId id) {
        EvaluationView evaluation = evaluations.get(id);
        return standards
                .content(evaluation.standard())
                .labelRules()
                .reportDays()
                .rightOfReply();
    }

    private Audit lock(EvaluationId id) {
        return audits.lock(id.value()).orElseThrow(NotFound::new);
    }
}
