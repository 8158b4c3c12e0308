package org.capaccueil.improvement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does on its own while actions are followed, and what it asks about them. */
@Service
@Transactional
public class FollowUpRun {

    /** A verification is awaited within this many days of the review date. */
    private static final int DAYS_TO_VERIFY = 15;

    private final ImprovementActions actions;
    private final Evaluations evaluations;
    private final Trail trail;

    FollowUpRun(ImprovementActions actions, Evaluations evaluations, Trail trail) {
        this.actions = actions;
        this.evaluations = evaluations;
        this.trail = trail;
    }

    /** The signed actions begin. */
    public void open(EvaluationId id) {
        evaluations.enter(id, Phase.FOLLOW_UP);
        List<ImprovementAction> signed = actions.findByEvaluationIdOrderByNumber(id.value());
        signed.forEach(ImprovementAction::start);
        trail.recordBySystem(
                Event.on(id, PlanRun.SUBJECT, "Suivi ouvert").change(null, signed.size() + " actions à suivre"));
    }

    @Transactional(readOnly = true)
    public List<UUID> actionIds(EvaluationId id) {
        return actions.findByEvaluationIdOrderByNumber(id.value()).stream()
                .map(action -> action.view().action().id())
                .toList();
    }

    @Transactional(readOnly = true)
    public PersonId ownerOf(UUID action) {
        PersonId owner = action(action).owner();
        if (owner == null) {
            throw new IllegalStateException("action " + action + " has no owner");
        }
        return owner;
    }

    /** The process has seen every action end; an action that has not would be a fault of the diagram. */
    public void close(EvaluationId id) {
        for (ImprovementAction action : actions.findByEvaluationIdOrderByNumber(id.value())) {
            ActionStatus status = action.view().action().status();
            if (!status.hasEnded()) {
                throw new IllegalStateException("follow-up of " + id + " ends while an action is " + status);
            }
        }
        trail.recordBySystem(Event.on(id, PlanRun.SUBJECT, "Suivi clos"));
    }

    /** The day the people awaited have to be done: who carries the action out, then who verifies it. */
    @Transactional(readOnly = true)
    public LocalDate dueDay(UUID id) {
        ActionPlans.Action action = action(id);
        LocalDate day = action.status() == ActionStatus.DONE ? reviewDay(id).plusDays(DAYS_TO_VERIFY) : action.due();
        if (day == null) {
            throw new IllegalStateException("action " + id + " has no due date");
        }
        return day;
    }

    @Transactional(readOnly = true)
    public LocalDate reviewDay(UUID id) {
        LocalDate day = action(id).reviewDate();
        if (day == null) {
            throw new IllegalStateException("action " + id + " has no review date");
        }
        return day;
    }

    private ActionPlans.Action action(UUID id) {
        return actions.findById(id).orElseThrow(NotFound::new).view().action();
    }
}
