package org.capaccueil.improvement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.improvement.domain.PlanProposing;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan: worded by the team's leads, one action saved at a time; read by everybody else. */
@Controller
@RequestMapping("/evaluations/{id}/plan")
class PlanPages {

    private final PlanReading reading;
    private final PlanProposing proposing;
    private final Clock clock;

    PlanPages(PlanReading reading, PlanProposing proposing, Clock clock) {
        this.reading = reading;
        this.proposing = proposing;
        this.clock = clock;
    }

    @GetMapping
    String plan(Actor actor, @PathVariable String id, Model model) {
        return page(reading.read(actor, EvaluationId.of(id)), actor, model);
    }

    @PostMapping("/actions/{action}")
    String save(
            Actor actor,
            @PathVariable String id,
            @PathVariable UUID action,
            ActionForm form,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            ActionView saved = proposing.save(actor, evaluation, action, form.version(), form.proposal());
            if (htmx == null) {
                flash.addFlashAttribute(
                        "notice", "L'action n° " + saved.action().number() + " est enregistrée.");
                return "redirect:/evaluations/{id}/plan#action-" + action;
            }
            PlanView plan = reading.read(actor, evaluation);
            return fragment(plan, ActionRow.saved(plan, viewOf(plan, action)), whole, model, response);
        } catch (ChangedMeanwhile overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            PlanView plan = reading.read(actor, evaluation);
            return answer(
                    plan,
                    ActionRow.overtaken(plan, viewOf(plan, action), form, overtaken),
                    actor,
                    htmx,
                    model,
                    response);
        } catch (NotFound | NotAllowed | StepNoLongerOpen refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            PlanView plan = reading.read(actor, evaluation);
            return answer(
                    plan, ActionRow.refused(plan, viewOf(plan, action), form, refusal), actor, htmx, model, response);
        }
    }

    @PostMapping("/actions")
    String add(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String criterion,
            Model model,
            HttpServletResponse response) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            return "redirect:/evaluations/{id}/plan#action-" + proposing.add(actor, evaluation, criterion);
        } catch (NotFound | NotAllowed | StepNoLongerOpen refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("criterionError", refusal.sentence());
            return page(reading.read(actor, evaluation), actor, model);
        }
    }

    @PostMapping("/findings/{finding}/actions")
    String addFor(Actor actor, @PathVariable String id, @PathVariable UUID finding) {
        return "redirect:/evaluations/{id}/plan#action-" + proposing.addFor(actor, EvaluationId.of(id), finding);
    }

    @PostMapping("/actions/{action}/remove")
    String remove(Actor actor, @PathVariable String id, @PathVariable UUID action, RedirectAttributes flash) {
        proposing.remove(actor, EvaluationId.of(id), action);
        flash.addFlashAttribute("notice", "L'action est retirée de la proposition.");
        return "redirect:/evaluations/{id}/plan";
    }

    @PostMapping
    String submit(
            Actor actor,
            @PathVariable String id,
            @RequestParam long version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            proposing.submit(actor, evaluation, version);
        } catch (NotFound | NotAllowed | StepNoLongerOpen refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.sentence());
            return page(reading.read(actor, evaluation), actor, model);
        }
        flash.addFlashAttribute("notice", "Le plan d'action est soumis au référent qualité.");
        return "redirect:/tasks/next";
    }

    private String page(PlanView plan, Actor actor, Model model) {
        return page(
                plan,
                plan.actions().stream().map(view -> ActionRow.saved(plan, view)).toList(),
                actor,
                model);
    }

    private String page(PlanView plan, List<ActionRow> rows, Actor actor, Model model) {
        boolean proposes = plan.state().status() == PlanStatus.PROPOSING
                && plan.evaluation().isOpen()
                && actor.leads(plan.evaluation().team());
        model.addAttribute("plan", plan);
        model.addAttribute("rows", rows);
        model.addAttribute("phases", plan.evaluation().route(PublicTime.today(clock)));
        model.addAttribute("unanswered", unanswered(plan));
        return proposes ? "improvement/plan-edit" : "improvement/plan";
    }

    /** What may become an action: nonconformities first, which must. */
    private static List<Finding> unanswered(PlanView plan) {
        return plan.findings().stream()
                .filter(finding -> finding.kind() != FindingKind.STRENGTH
                        && plan.actionsFor(finding.id()).isEmpty())
                .sorted(java.util.Comparator.comparing(
                                (Finding finding) -> finding.kind().isNonconformity())
                        .reversed()
                        .thenComparing(Finding::number))
                .toList();
    }

    private String answer(
            PlanView plan,
            ActionRow row,
            Actor actor,
            @Nullable String htmx,
            Model model,
            HttpServletResponse response) {
        if (htmx != null) {
            return fragment(plan, row, true, model, response);
        }
        List<ActionRow> rows = plan.actions().stream()
                .map(view -> view.action().id().equals(row.id()) ? row : ActionRow.saved(plan, view))
                .toList();
        return page(plan, rows, actor, model);
    }

    /** What goes back to htmx: the line under the action, or the action as a whole where a field has to change. */
    private static String fragment(
            PlanView plan, ActionRow row, boolean whole, Model model, HttpServletResponse response) {
        model.addAttribute("plan", plan);
        model.addAttribute("row", row);
        if (!whole) {
            return "improvement/rows :: saved";
        }
        response.setHeader("HX-Retarget", "#action-" + row.id());
        response.setHeader("HX-Reswap", "outerHTML");
        return "improvement/rows :: whole";
    }

    private static ActionView viewOf(PlanView plan, UUID action) {
        return plan.actions().stream()
                .filter(view -> view.action().id().equals(action))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
