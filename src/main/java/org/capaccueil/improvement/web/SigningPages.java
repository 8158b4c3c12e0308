package org.capaccueil.improvement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.improvement.domain.ActionPlanProcess;
import org.capaccueil.improvement.domain.ActionPlanProcess.Step;
import org.capaccueil.improvement.domain.PlanDecisions;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.improvement.web.SigningForms.SendingBack;
import org.capaccueil.improvement.web.SigningForms.Signing;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
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

/** Leadership reads what matters on one page, and signs or sends back. */
@Controller
@RequestMapping("/evaluations/{id}/plan/sign")
class SigningPages {

    private final PlanReading reading;
    private final PlanDecisions decisions;
    private final ActionPlanProcess process;
    private final Organisation organisation;
    private final Clock clock;

    SigningPages(
            PlanReading reading,
            PlanDecisions decisions,
            ActionPlanProcess process,
            Organisation organisation,
            Clock clock) {
        this.reading = reading;
        this.decisions = decisions;
        this.process = process;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    String read(Actor actor, @PathVariable String id, Model model) {
        EvaluationId evaluation = EvaluationId.of(id);
        PlanView plan = reading.read(actor, evaluation);
        process.require(Step.SIGN, evaluation, actor);
        return page(plan, actor, model);
    }

    @PostMapping
    String sign(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("signing") Signing signing,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            if (!Boolean.TRUE.equals(signing.read())) {
                throw new BusinessRefusal(
                        "read", "Cochez cette case pour signer : elle dit que vous avez lu le document.");
            }
            decisions.sign(actor, evaluation, signing.sha256());
        } catch (NotFound | NotAllowed | StepNoLongerOpen refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            Texts.refuse(errors, refusal, Map.of());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(reading.read(actor, evaluation), actor, model);
        }
        flash.addFlashAttribute("notice", "Le plan d'action est signé. Le suivi des actions commence.");
        return "redirect:/tasks/next";
    }

    @PostMapping("/send-back")
    String sendBack(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("sendingBack") SendingBack sendingBack,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            decisions.sendBack(actor, evaluation, sendingBack.sha256(), sendingBack.reason());
        } catch (NotFound | NotAllowed | StepNoLongerOpen refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            Texts.refuse(errors, refusal, Map.of());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(reading.read(actor, evaluation), actor, model);
        }
        flash.addFlashAttribute("notice", "Le plan est renvoyé à l'équipe, avec votre motif.");
        return "redirect:/tasks/next";
    }

    private String page(PlanView plan, Actor actor, Model model) {
        String sha256 = plan.print() == null ? "" : plan.print().sha256();
        model.addAttribute("plan", plan);
        model.addAttribute("phases", plan.evaluation().route(PublicTime.today(clock)));
        model.addAttribute(
                "signer",
                actor.name() + ", "
                        + actor.as(Role.LEADERSHIP)
                                .capacity(organisation.person(actor.id()).capacity()));
        model.addAttribute("majors", count(plan, FindingKind.MAJOR));
        model.addAttribute("minors", count(plan, FindingKind.MINOR));
        model.addAttribute(
                "lastDue",
                plan.actions().stream()
                        .map(view -> view.action().due())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
        PlanReading.AuditScores scores = reading.auditScores(plan.evaluation());
        model.addAttribute("rated", scores.rated());
        model.addAttribute("conform", scores.conform());
        if (!model.containsAttribute("signing")) {
            model.addAttribute("signing", new Signing(sha256, false));
        }
        if (!model.containsAttribute("sendingBack")) {
            model.addAttribute("sendingBack", new SendingBack(sha256, ""));
        }
        return "improvement/plan-sign";
    }

    private static long count(PlanView plan, FindingKind kind) {
        return plan.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .count();
    }
}
