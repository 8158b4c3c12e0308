package org.capaccueil.audit.web;

import jakarta.validation.Valid;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.DeclaringIndependence.LinkToJudge;
import org.capaccueil.audit.web.AuditForms.LinkVerdict;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.EvaluationId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A link an auditor has declared: the quality manager keeps them or replaces them. */
@Controller
@RequestMapping("/evaluations/{id}/audit/link")
class LinkPage {

    private final DeclaringIndependence declaring;
    private final AuditFrame frame;

    LinkPage(DeclaringIndependence declaring, AuditFrame frame) {
        this.declaring = declaring;
        this.frame = frame;
    }

    @GetMapping
    ModelAndView read(Actor actor, @PathVariable String id, Model model) {
        model.addAttribute("form", new AuditForms.Link(null, null));
        return page(actor, EvaluationId.of(id), model, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView judge(
            Actor actor,
            @PathVariable String id,
            @Valid @ModelAttribute("form") AuditForms.Link form,
            BindingResult faults,
            Model model,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        boolean kept = form.verdict() == LinkVerdict.KEEP;
        String reason = AuditForms.given(form.reason());
        boolean judged = Attempt.run(faults, () -> {
            if (kept) {
                declaring.keep(actor, evaluation, reason);
            } else {
                declaring.replace(actor, evaluation, reason);
            }
        });
        if (!judged) {
            return page(actor, evaluation, model, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute(
                "notice",
                kept
                        ? "L'auditeur est maintenu : il peut commencer l'audit."
                        : "L'auditeur est remplacé. Désignez maintenant une autre personne.");
        return new ModelAndView(
                kept
                        ? "redirect:/evaluations/" + evaluation + "/audit"
                        : "redirect:/evaluations/" + evaluation + "/audit/assign");
    }

    private ModelAndView page(Actor actor, EvaluationId id, Model model, HttpStatus status) {
        LinkToJudge link = declaring.link(actor, id);
        frame.around(link.evaluation(), model);
        model.addAttribute("declaration", link.declaration());
        model.addAttribute("verdicts", LinkVerdict.values());
        return new ModelAndView("audit/link", model.asMap(), status);
    }
}
