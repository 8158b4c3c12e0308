package org.capaccueil.audit.domain;

import java.time.Clock;
import java.util.Optional;
import org.capaccueil.audit.Audits.Declaration;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditGate.Held;
import org.capaccueil.audit.domain.IndependenceDeclaration.Verdict;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The auditor signs a declaration of independence; a link declared with it is judged by the quality manager. */
@Service
@Transactional
public class DeclaringIndependence {

    private static final String SUBJECT = "Audit";

    private final AuditGate gate;
    private final TieFinder ties;
    private final AuditFiles audits;
    private final IndependenceDeclarations declarations;
    private final Evaluations evaluations;
    private final Organisation organisation;
    private final AuditProcess process;
    private final Trail trail;
    private final Clock clock;

    DeclaringIndependence(
            AuditGate gate,
            TieFinder ties,
            AuditFiles audits,
            IndependenceDeclarations declarations,
            Evaluations evaluations,
            Organisation organisation,
            AuditProcess process,
            Trail trail,
            Clock clock) {
        this.gate = gate;
        this.ties = ties;
        this.audits = audits;
        this.declarations = declarations;
        this.evaluations = evaluations;
        this.organisation = organisation;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /** A declared link, for whoever judges it. */
    public record LinkToJudge(EvaluationView evaluation, Declaration declaration) {}

    /** Without a link, under the wording of today. */
    public void sign(Actor actor, EvaluationId id) {
        sign(actor, id, true, "");
    }

    /**
     * Signs in the auditor's own name. Done again it changes nothing.
     *
     * @param signed whether the auditor has said that they sign
     * @param link what ties them to the team all the same, in words; empty when nothing does
     */
    public void sign(Actor actor, EvaluationId id, boolean signed, String link) {
        Held held = gate.hold(actor, id);
        Audit audit = held.audit();
        audit.requireOnSite(actor.id());
        if (!signed) {
            throw new BusinessRefusal(
                    "signed",
                    "Cochez la case pour signer la déclaration. Si vous ne pouvez pas la signer, récusez-vous.");
        }
        if (audit.isDeclaredBy(actor.id())) {
            return;
        }
        PersonView signer = organisation.person(actor.id());
        Independence independence = ties.of(held.evaluation(), audit, actor.id());
        IndependenceDeclaration declaration = new IndependenceDeclaration(id, signer, link, clock.instant());
        audit.declareIndependence(actor.id(), declaration.hasLink(), clock.instant(), independence);
        declarations.save(declaration);
        Declaration view = declaration.view();
        trail.record(
                actor,
                Event.on(
                                id,
                                SUBJECT,
                                declaration.hasLink()
                                        ? "Déclaration d'indépendance signée, avec un lien"
                                        : "Déclaration d'indépendance signée")
                        .change(null, view.name() + ", " + view.capacity() + ", texte n° " + view.textVersion())
                        .because(view.link()));
        if (declaration.hasLink()) {
            process.linkDeclared(id, actor);
        }
    }

    /** The link that waits to be judged, for the commune's quality managers. */
    @Transactional(readOnly = true)
    public LinkToJudge link(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        actor.require(Role.QUALITY_MANAGER, evaluation.commune());
        Audit audit = audits.findById(id.value()).orElseThrow(NotFound::new);
        if (audit.status() != Status.LINK_DECLARED) {
            throw new StepNoLongerOpen();
        }
        return new LinkToJudge(evaluation, declared(audit).view());
    }

    /** The link does not stand in the way. */
    public void keep(Actor actor, EvaluationId id, String reason) {
        Held held = gate.hold(actor, id);
        IndependenceDeclaration declaration = toJudge(actor, held);
        declaration.judge(Verdict.KEPT, organisation.person(actor.id()), reason, clock.instant());
        held.audit().keepDespiteLink(declaration.view().signedAt());
        record(actor, id, declaration, "Lien déclaré examiné, auditeur maintenu");
        process.linkJudged(id, actor, true);
    }

    /** The link stands in the way: somebody else is chosen. */
    public void replace(Actor actor, EvaluationId id, String reason) {
        Held held = gate.hold(actor, id);
        IndependenceDeclaration declaration = toJudge(actor, held);
        declaration.judge(Verdict.REPLACED, organisation.person(actor.id()), reason, clock.instant());
        held.audit().replaceForLink(reason, clock.instant());
        record(actor, id, declaration, "Lien déclaré examiné, auditeur remplacé");
        process.linkJudged(id, actor, false);
    }

    private IndependenceDeclaration toJudge(Actor actor, Held held) {
        actor.require(Role.QUALITY_MANAGER, held.evaluation().commune());
        held.audit().requireLinkToJudge();
        return declared(held.audit());
    }

    private IndependenceDeclaration declared(Audit audit) {
        PersonId auditor = Optional.ofNullable(audit.summary().auditor()).orElseThrow(StepNoLongerOpen::new);
        return declarations
                .findFirstByEvaluationIdAndPersonIdOrderBySignedAtDesc(
                        audit.evaluation().value(), auditor.value())
                .orElseThrow(StepNoLongerOpen::new);
    }

    private void record(Actor actor, EvaluationId id, IndependenceDeclaration declaration, String action) {
        Declaration view = declaration.view();
        trail.record(
                actor,
                Event.on(id, SUBJECT, action)
                        .change(view.name() + " : " + view.link(), null)
                        .because(java.util.Objects.requireNonNull(view.judgement())
                                .reason()));
    }
}
