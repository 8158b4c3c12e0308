package org.capaccueil.audit.domain;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.audit.domain.AuditGate.Held;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team's lead replies to the findings, each on its own, and hands the replies over. */
@Service
@Transactional
public class RightOfReply {

    private final AuditGate gate;
    private final AuditFindings findings;
    private final AuditProcess process;
    private final Trail trail;
    private final Clock clock;

    RightOfReply(AuditGate gate, AuditFindings findings, AuditProcess process, Trail trail, Clock clock) {
        this.gate = gate;
        this.findings = findings;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps a reply as it is being written. It stays the team's own until it is handed over or the time is up.
     *
     * @return the version now
     */
    public long write(Actor actor, EvaluationId id, UUID findingId, long version, String words) {
        held(actor, id);
        AuditFinding finding = findings.findById(findingId)
                .filter(found -> found.belongsTo(id))
                .orElseThrow(NotFound::new);
        String saved = Objects.requireNonNullElse(finding.reply(), "");
        if (saved.equals(words.strip())) {
            return finding.version();
        }
        if (finding.version() != version) {
            throw new ChangedMeanwhile(
                    "Cette réponse a été enregistrée par une autre personne ou depuis une autre fenêtre pendant que "
                            + "vous l'écriviez. Choisissez celle à garder.",
                    List.of(new Difference("Réponse au constat n° " + finding.number(), saved, words.strip())));
        }
        finding.reply(words);
        return findings.saveAndFlush(finding).version();
    }

    public void submit(Actor actor, EvaluationId id) {
        Held held = held(actor, id);
        held.audit().reply(actor.id(), clock.instant());
        long replies = 0;
        for (AuditFinding finding : findings.findByEvaluationIdOrderByNumber(id.value())) {
            if (finding.reply() != null) {
                replies++;
                trail.record(
                        actor.asLeadOf(held.evaluation().team()),
                        FindingsBook.about(id, finding, "Réponse de l'équipe").change(null, finding.reply()));
            }
        }
        trail.record(
                actor.asLeadOf(held.evaluation().team()),
                Event.on(id, "Audit", "Réponses remises à l'auditeur")
                        .change(null, replies == 0 ? "sans observation" : replies + " constat(s) commenté(s)"));
        process.replied(id, actor);
    }

    private Held held(Actor actor, EvaluationId id) {
        Held held = gate.hold(actor, id);
        if (!actor.leads(held.evaluation().team())) {
            throw new NotAllowed("Répondre aux constats revient aux responsables de l'équipe.");
        }
        held.audit().requireReplyBy(actor.id());
        held.audit().requireReplyOpen(clock.instant());
        process.requireReply(id, actor);
        return held;
    }
}
