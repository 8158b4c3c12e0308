package org.capaccueil.audit.domain;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.domain.AuditGate.Held;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The auditor says what becomes of each finding the team replied to, and gives the final report. */
@Service
@Transactional
public class FinalReport {

    private final AuditGate gate;
    private final AuditFindings findings;
    private final AuditProcess process;
    private final Trail trail;
    private final Clock clock;

    FinalReport(AuditGate gate, AuditFindings findings, AuditProcess process, Trail trail, Clock clock) {
        this.gate = gate;
        this.findings = findings;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * How a reply is taken into account.
     *
     * @param words the answer to the team
     * @param kind the finding's kind from now on, used when it is amended
     * @param text the finding's text from now on, used when it is amended
     */
    public record Answer(Treatment decision, String words, FindingKind kind, String text) {}

    public void treat(Actor actor, EvaluationId id, UUID findingId, long version, Answer answer) {
        Held held = gate.hold(actor, id);
        held.audit().requireFinalising(actor.id());
        AuditFinding finding = findings.findById(findingId)
                .filter(found -> found.belongsTo(id))
                .orElseThrow(NotFound::new);
        if (finding.version() != version) {
            throw new ChangedMeanwhile(
                    "La suite donnée à ce constat a été enregistrée depuis une autre fenêtre. Choisissez la version à "
                            + "garder.",
                    List.of(
                            new Difference(
                                    "Décision",
                                    decisionInWords(finding),
                                    answer.decision().title()),
                            new Difference(
                                    "Réponse de l'auditeur",
                                    Objects.requireNonNullElse(finding.treatment(), ""),
                                    answer.words())));
        }
        String before = finding.inWords();
        finding.treat(answer.decision(), answer.words(), answer.kind(), answer.text());
        String after = finding.isStanding() ? finding.inWords() : "retiré";
        Event event = FindingsBook.about(id, finding, answer.decision().title()).because(finding.treatment());
        trail.record(actor.inPerson(), before.equals(after) ? event : event.change(before, after));
    }

    private static String decisionInWords(AuditFinding finding) {
        Treatment decision = finding.decision();
        return decision == null ? "" : decision.title();
    }

    /** Gives the report out; nothing in it changes afterwards. */
    public void giveOut(Actor actor, EvaluationId id) {
        Held held = gate.hold(actor, id);
        DraftCheck check = gate.check(held.evaluation());
        held.audit().finalise(actor.id(), check, clock.instant());
        long withdrawn = check.findings().stream()
                .filter(finding -> !finding.isStanding())
                .count();
        trail.record(
                actor.inPerson(),
                Event.on(id, "Audit", "Rapport final rendu")
                        .change(null, check.findings().size() - withdrawn + " constats, " + withdrawn + " retirés"));
        process.finalised(id, actor);
    }
}
