package org.capaccueil.improvement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PublicTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A team's actions by status, what is late first. */
@Controller
class ActionListPage {

    private final PlanReading reading;
    private final Clock clock;

    ActionListPage(PlanReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** The actions of one status. */
    record Group(ActionStatus status, List<ActionView> actions) {}

    @GetMapping("/evaluations/{id}/actions")
    String actions(Actor actor, @PathVariable String id, Model model) {
        LocalDate today = PublicTime.today(clock);
        PlanView plan = reading.read(actor, EvaluationId.of(id));
        model.addAttribute("plan", plan);
        model.addAttribute("today", today);
        model.addAttribute("phases", plan.evaluation().route(today));
        model.addAttribute(
                "groups",
                Arrays.stream(ActionStatus.values())
                        .map(status -> new Group(status, of(plan, status)))
                        .filter(group -> !group.actions().isEmpty())
                        .toList());
        model.addAttribute(
                "late",
                plan.actions().stream().filter(view -> view.isOverdue(today)).count());
        model.addAttribute(
                "ended",
                plan.actions().stream()
                        .filter(view -> view.action().status().hasEnded())
                        .count());
        return "improvement/actions";
    }

    private static List<ActionView> of(PlanView plan, ActionStatus status) {
        return plan.actions().stream()
                .filter(view -> view.action().status() == status)
                .sorted(java.util.Comparator.comparing(
                        (ActionView view) -> view.action().due(),
                        java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder())))
                .toList();
    }
}
