package org.capaccueil.audit.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The quality manager chooses who audits a team. */
@Service
@Transactional
public class AuditAssignment {

    private final AuditGate gate;
    private final TieFinder ties;
    private final Organisation organisation;
    private final AuditProcess process;
    private final Trail trail;

    AuditAssignment(AuditGate gate, TieFinder ties, Organisation organisation, AuditProcess process, Trail trail) {
        this.gate = gate;
        this.ties = ties;
        this.organisation = organisation;
        this.process = process;
        this.trail = trail;
    }

    /**
     * What the quality manager chooses from.
     *
     * @param candidates those who may audit first
     * @param recusals who stepped aside already, and why
     */
    public record Choice(EvaluationView evaluation, List<Candidate> candidates, List<RecusalView> recusals) {}

    /** Somebody stepped aside. */
    public record RecusalView(String name, String reason, java.time.Instant at) {}

    public Choice choice(Actor actor, EvaluationId id) {
        AuditGate.Held held = gate.hold(actor, id);
        actor.require(Role.QUALITY_MANAGER, held.evaluation().commune());
        process.requireAssignment(id, actor);
        Independence independence = ties.ofAuditors(held.evaluation(), held.audit(), actor.id());
        List<Candidate> candidates = independence.atHand().stream()
                .map(person -> new Candidate(
                        person.id(),
                        person.name(),
                        person.communeName(),
                        person.capacity(),
                        independence.against(person)))
                .sorted(Comparator.comparing(Candidate::isEligible)
                        .reversed()
                        .thenComparing(Candidate::commune)
                        .thenComparing(Candidate::name))
                .toList();
        List<RecusalView> recusals = held.audit().recusals().stream()
                .map(recusal -> new RecusalView(
                        organisation.person(new PersonId(recusal.personId())).name(), recusal.reason(), recusal.at()))
                .toList();
        return new Choice(held.evaluation(), candidates, recusals);
    }

    public void assign(Actor actor, EvaluationId id, PersonId auditor, @Nullable LocalDate plannedVisit) {
        AuditGate.Held held = gate.hold(actor, id);
        actor.require(Role.QUALITY_MANAGER, held.evaluation().commune());
        held.audit()
                .assign(
                        auditor,
                        plannedVisit,
                        gate.today(),
                        ties.ofAuditors(held.evaluation(), held.audit(), actor.id()));
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(id, "Audit", "Auditeur désigné")
                        .change(
                                null,
                                organisation.person(auditor).name()
                                        + (plannedVisit == null ? "" : ", visite prévue le " + plannedVisit)));
        process.auditorAssigned(id, actor, auditor);
    }
}
