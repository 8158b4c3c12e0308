package org.capaccueil.improvement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.capaccueil.improvement.domain.ActionPlanProcess;
import org.capaccueil.improvement.domain.ActionPlanProcess.Step;
import org.capaccueil.improvement.domain.PlanDecisions;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.improvement.web.ReviewForms.Acceptance;
import org.capaccueil.improvement.web.ReviewForms.GivingBack;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The quality manager reads a proposed plan, and accepts it or gives it back. */
@Controller
@RequestMapping("/evaluations/{id}/plan/review")
class ReviewPages {

    private final PlanReading reading;
    private final PlanDecisions decisions;
    private final ActionPlanProcess process;
    private final Clock clock;

    ReviewPages(PlanReading reading, PlanDecisions decisions, ActionPlanProcess process, Clock clock) {
        this.reading = reading;
        this.decisions = decisions;
        this.process = process;
        this.clock = clock;
    }

    @GetMapping
    String review(Actor actor, @PathVariable String id, Model model) {
        EvaluationId evaluation = EvaluationId.of(id);
        PlanView plan = reading.read(actor, evaluation);
        process.require(Step.REVIEW, evaluation, actor);
        return page(plan, model);
    }

    @PostMapping("/accept")
    String accept(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("acceptance") Acceptance acceptance,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            decisions.accept(actor, evaluation, Texts.version(acceptance.version()), acceptance.note());
        } catch (NotFound | NotAllowed | StepNoLongerOpen refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            Texts.refuse(errors, refusal, Map.of());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(reading.read(actor, evaluation), model);
        }
        flash.addFlashAttribute("notice", "Le plan est accepté. Son PDF est établi, puis la direction le signe.");
        return "redirect:/tasks/next";
    }

    @PostMapping("/return")
    String giveBack(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("givingBack") GivingBack givingBack,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            decisions.giveBack(actor, evaluation, Texts.version(givingBack.version()), givingBack.reason());
        } catch (NotFound | NotAllowed | StepNoLongerOpen refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            Texts.refuse(errors, refusal, Map.of());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(reading.read(actor, evaluation), model);
        }
        flash.addFlashAttribute("notice", "Le plan est rendu à l'équipe, avec votre motif.");
        return "redirect:/tasks/next";
    }

    private String page(PlanView plan, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("phases", plan.evaluation().route(PublicTime.today(clock)));
        if (!model.containsAttribute("acceptance")) {
            model.addAttribute(
                    "acceptance", new Acceptance(Long.toString(plan.state().version()), ""));
        }
        if (!model.containsAttribute("givingBack")) {
            model.addAttribute(
                    "givingBack", new GivingBack(Long.toString(plan.state().version()), ""));
        }
        return "improvement/plan-review";
    }
}
