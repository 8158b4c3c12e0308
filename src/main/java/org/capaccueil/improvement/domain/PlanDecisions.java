package org.capaccueil.improvement.domain;

import java.time.Clock;
import java.util.Objects;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.ActionPlans.Signature;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The quality manager accepts a plan or gives it back; leadership signs it or sends it back. */
@Service
@Transactional
public class PlanDecisions {

    private final PlanAccess access;
    private final ActionPlanFiles plans;
    private final PlanAuthors authors;
    private final Organisation organisation;
    private final ActionPlanProcess process;
    private final Trail trail;
    private final Clock clock;

    PlanDecisions(
            PlanAccess access,
            ActionPlanFiles plans,
            PlanAuthors authors,
            Organisation organisation,
            ActionPlanProcess process,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.plans = plans;
        this.authors = authors;
        this.organisation = organisation;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    public void accept(Actor actor, EvaluationId id, long version, String note) {
        Acting acting = decidingAs(Role.QUALITY_MANAGER, actor, id);
        ActionPlan plan = reviewable(acting, id);
        plan.requireVersion(version);
        plan.accept(actor.id(), note, clock.instant());
        trail.record(
                acting,
                Event.on(id, PlanRun.SUBJECT, "Plan d'action accepté")
                        .change(PlanStatus.IN_REVIEW.title(), PlanStatus.TO_SIGN.title())
                        .because(note.isBlank() ? null : note.strip()));
        process.accepted(id, actor);
    }

    public void giveBack(Actor actor, EvaluationId id, long version, String reason) {
        Acting acting = decidingAs(Role.QUALITY_MANAGER, actor, id);
        ActionPlan plan = reviewable(acting, id);
        plan.requireVersion(version);
        plan.giveBack(actor.id(), reason, clock.instant());
        trail.record(
                acting,
                Event.on(id, PlanRun.SUBJECT, "Plan d'action à reprendre")
                        .change(PlanStatus.IN_REVIEW.title(), PlanStatus.PROPOSING.title())
                        .because(reason.strip()));
        process.returned(id, actor);
    }

    /** Signs the file this person read, named by its checksum. */
    public void sign(Actor actor, EvaluationId id, String readSha256) {
        Acting acting = decidingAs(Role.LEADERSHIP, actor, id);
        ActionPlan plan = signable(acting, id);
        PersonView signer = organisation.person(actor.id());
        plan.sign(actor.id(), signer.name(), acting.capacity(signer.capacity()), readSha256, clock.instant());
        Signature signature = Objects.requireNonNull(plan.signature());
        trail.record(
                acting,
                Event.on(id, PlanRun.SUBJECT, "Plan d'action signé")
                        .change(
                                PlanStatus.TO_SIGN.title(),
                                PlanStatus.SIGNED.title() + " par " + signature.name() + ", " + signature.capacity()
                                        + ". PDF " + signature.report() + ", SHA-256 " + signature.sha256()));
        process.signed(id, actor);
    }

    public void sendBack(Actor actor, EvaluationId id, String readSha256, String reason) {
        Acting acting = decidingAs(Role.LEADERSHIP, actor, id);
        ActionPlan plan = signable(acting, id);
        PlanState before = plan.state();
        plan.sendBack(actor.id(), reason, readSha256, clock.instant());
        trail.record(
                acting,
                Event.on(id, PlanRun.SUBJECT, "Plan d'action renvoyé par la direction")
                        .change(
                                PlanStatus.TO_SIGN.title() + ", version " + before.edition() + ", PDF "
                                        + before.report() + ", SHA-256 " + readSha256,
                                PlanStatus.PROPOSING.title())
                        .because(reason.strip()));
        process.sentBack(id, actor);
    }

    private Acting decidingAs(Role role, Actor actor, EvaluationId id) {
        access.decideAs(role, actor, id);
        return actor.as(role);
    }

    private ActionPlan reviewable(Acting acting, EvaluationId id) {
        ActionPlan plan = plan(id);
        acting.hold(plan::requireReviewBy);
        acting.hold(person ->
                PlanDuty.PROPOSER_DOES_NOT_REVIEW.refuse(authors.of(id).contains(person)));
        return plan;
    }

    private ActionPlan signable(Acting acting, EvaluationId id) {
        ActionPlan plan = plan(id);
        acting.hold(plan::requireSignatureBy);
        acting.hold(
                person -> PlanDuty.PROPOSER_DOES_NOT_SIGN.refuse(authors.of(id).contains(person)));
        return plan;
    }

    private ActionPlan plan(EvaluationId id) {
        return plans.findById(id.value()).orElseThrow(NotFound::new);
    }
}
