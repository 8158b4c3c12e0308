package org.capaccueil.improvement.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An action under way: its owner reports, a quality manager extends or abandons it, another person judges its effect. */
@Service
@Transactional
public class ActionFollowUp {

    private final PlanAccess access;
    private final ImprovementActions actions;
    private final ProgressReports reports;
    private final ActionProcess process;
    private final Trail trail;
    private final Clock clock;

    ActionFollowUp(
            PlanAccess access,
            ImprovementActions actions,
            ProgressReports reports,
            ActionProcess process,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.actions = actions;
        this.reports = reports;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    public void report(Actor actor, UUID id, long version, int progress, String note) {
        ImprovementAction action = find(id);
        Acting acting = access.carryOut(actor, action);
        ActionPlans.Action before = action.view().action();
        requireVersion(action, version, progress, note);
        action.report(progress, note);
        reports.save(new ActionProgress(id, acting, progress, note, clock.instant()));
        record(acting, action, "Avancement", before.progress() + " %", progress + " %", note);
    }

    public void carriedOut(Actor actor, UUID id, long version, String note) {
        ImprovementAction action = find(id);
        Acting acting = access.carryOut(actor, action);
        ActionPlans.Action before = action.view().action();
        requireVersion(action, version, 100, note);
        action.carriedOut(actor.id(), note, clock.instant());
        reports.save(new ActionProgress(id, acting, 100, note, clock.instant()));
        record(acting, action, "Action réalisée", before.status().title(), ActionStatus.DONE.title(), note);
        process.carriedOut(id, actor);
    }

    /** More time, with a reason; the closing date of the campaign does not bound it: late work is better than none. */
    public void extend(Actor actor, UUID id, @Nullable LocalDate day, String reason) {
        ImprovementAction action = find(id);
        Acting acting = deciding(actor, action);
        ActionPlans.Action before = action.view().action();
        if (day == null) {
            throw new BusinessRefusal("due", "Indiquez la nouvelle échéance.");
        }
        requireReason(reason, "Dites pourquoi l'échéance est repoussée.");
        action.extend(day, today());
        actions.flush();
        record(acting, action, "Échéance repoussée", PlanWords.day(before.due()), PlanWords.day(day), reason);
        process.dueDateMoved(id, day);
    }

    public void abandon(Actor actor, UUID id, String reason) {
        ImprovementAction action = find(id);
        Acting acting = deciding(actor, action);
        ActionPlans.Action before = action.view().action();
        action.abandon(actor.id(), reason, clock.instant());
        record(acting, action, "Action abandonnée", before.status().title(), ActionStatus.ABANDONED.title(), reason);
        process.abandoned(id);
    }

    public void effective(Actor actor, UUID id, String note) {
        ImprovementAction action = find(id);
        Acting acting = verifying(actor, action);
        ActionPlans.Action before = action.view().action();
        action.effective(actor.id(), note, today(), clock.instant());
        record(acting, action, "Action efficace", before.status().title(), ActionStatus.EFFECTIVE.title(), note);
        process.verified(id, actor, ActionProcess.Verdict.EFFECTIVE);
    }

    public void notEffective(
            Actor actor, UUID id, String reason, @Nullable LocalDate due, @Nullable LocalDate reviewDate) {
        ImprovementAction action = find(id);
        Acting acting = verifying(actor, action);
        ActionPlans.Action before = action.view().action();
        action.notEffective(actor.id(), reason, due, reviewDate, today(), clock.instant());
        ActionPlans.Action after = action.view().action();
        record(
                acting,
                action,
                "Action non efficace, rouverte",
                before.status().title() + ", échéance " + PlanWords.day(before.due()),
                after.status().title() + ", échéance " + PlanWords.day(after.due()) + ", revue "
                        + PlanWords.day(after.reviewDate()),
                reason);
        process.verified(id, actor, ActionProcess.Verdict.NOT_EFFECTIVE);
    }

    public void abandonAtReview(Actor actor, UUID id, String reason) {
        ImprovementAction action = find(id);
        Acting acting = verifying(actor, action);
        ActionPlans.Action before = action.view().action();
        action.abandonAtReview(actor.id(), reason, today(), clock.instant());
        record(
                acting,
                action,
                "Action abandonnée à la revue",
                before.status().title(),
                ActionStatus.ABANDONED.title(),
                reason);
        process.verified(id, actor, ActionProcess.Verdict.ABANDONED);
    }

    private Acting deciding(Actor actor, ImprovementAction action) {
        access.decideAs(Role.QUALITY_MANAGER, actor, evaluationOf(action));
        return actor.as(Role.QUALITY_MANAGER);
    }

    private Acting verifying(Actor actor, ImprovementAction action) {
        deciding(actor, action);
        return access.verifying(actor, action);
    }

    private void record(Acting acting, ImprovementAction action, String what, String before, String after, String why) {
        ActionView view = action.view();
        trail.record(
                acting,
                Event.on(view.action().evaluation(), view.subject(), what)
                        .change(before, after)
                        .because(why.strip()));
    }

    private static void requireVersion(ImprovementAction action, long version, int progress, String note) {
        if (action.version() == version) {
            return;
        }
        ActionPlans.Action saved = action.view().action();
        List<Difference> differences = new ArrayList<>();
        differences.add(new Difference("Avancement", saved.progress() + " %", progress + " %"));
        differences.add(new Difference("Note", saved.progressNote() == null ? "" : saved.progressNote(), note));
        throw new ChangedMeanwhile(
                "L'action a changé pendant que vous l'aviez ouverte. Rien n'est perdu : voici les deux versions.",
                differences);
    }

    private static void requireReason(String reason, String sentence) {
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", sentence);
        }
        if (reason.strip().length() > PlanProposal.MAX_TEXT) {
            throw new BusinessRefusal(
                    "reason", "Ce texte compte plus de " + PlanProposal.MAX_TEXT + " caractères. Raccourcissez-le.");
        }
    }

    private ImprovementAction find(UUID id) {
        return actions.findById(id).orElseThrow(NotFound::new);
    }

    private static EvaluationId evaluationOf(ImprovementAction action) {
        return action.view().action().evaluation();
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
