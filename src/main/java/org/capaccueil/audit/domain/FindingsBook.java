package org.capaccueil.audit.domain;

import java.util.List;
import java.util.UUID;
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

/** The auditor writes, corrects and removes findings while he is on site. */
@Service
@Transactional
public class FindingsBook {

    private final AuditGate gate;
    private final AuditFindings findings;
    private final Trail trail;

    FindingsBook(AuditGate gate, AuditFindings findings, Trail trail) {
        this.gate = gate;
        this.findings = findings;
        this.trail = trail;
    }

    /** Answers with its number. */
    public int add(Actor actor, EvaluationId id, FindingDraft draft) {
        Held held = gate.hold(actor, id);
        held.audit().requireFinding(actor.id());
        gate.question(held.evaluation(), draft.criterion(), draft.place());
        int number = findings.findByEvaluationIdOrderByNumber(id.value()).stream()
                        .mapToInt(AuditFinding::number)
                        .max()
                        .orElse(0)
                + 1;
        AuditFinding finding = findings.save(new AuditFinding(id, number, draft));
        trail.record(actor.inPerson(), about(id, finding, "Constat rédigé").change(null, finding.inWords()));
        return number;
    }

    public int change(Actor actor, EvaluationId id, UUID findingId, long version, FindingDraft draft) {
        Held held = gate.hold(actor, id);
        held.audit().requireFinding(actor.id());
        gate.question(held.evaluation(), draft.criterion(), draft.place());
        AuditFinding finding = find(id, findingId);
        if (finding.version() != version) {
            throw new ChangedMeanwhile(
                    "Ce constat a été modifié depuis une autre fenêtre pendant que vous l'aviez ouvert ici. "
                            + "Choisissez la version à garder.",
                    List.of(
                            new Difference(
                                    "Nature",
                                    finding.kind().title(),
                                    draft.kind().title()),
                            new Difference("Constat", finding.text(), draft.text()),
                            new Difference("Preuve et méthode", finding.basis(), draft.basis())));
        }
        String before = finding.inWords();
        finding.change(draft);
        trail.record(actor.inPerson(), about(id, finding, "Constat modifié").change(before, finding.inWords()));
        return finding.number();
    }

    public int remove(Actor actor, EvaluationId id, UUID findingId) {
        Held held = gate.hold(actor, id);
        held.audit().requireFinding(actor.id());
        AuditFinding finding = find(id, findingId);
        findings.delete(finding);
        trail.record(actor.inPerson(), about(id, finding, "Constat supprimé").change(finding.inWords(), null));
        return finding.number();
    }

    private AuditFinding find(EvaluationId id, UUID findingId) {
        return findings.findById(findingId)
                .filter(finding -> finding.belongsTo(id))
                .orElseThrow(NotFound::new);
    }

    static Event about(EvaluationId id, AuditFinding finding, String action) {
        return Event.on(
                id,
                "Constat n° " + finding.number() + " · " + SiteVisit.subject(finding.criterion(), finding.place()),
                action);
    }
}
