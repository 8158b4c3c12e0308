package org.capaccueil.audit.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.capaccueil.audit.domain.AuditAssignment;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

/** Choosing the auditor. */
@Controller
@RequestMapping("/evaluations/{id}/audit/assign")
class AssignmentPage {

    private final AuditAssignment assignment;
    private final AuditFrame frame;

    AssignmentPage(AuditAssignment assignment, AuditFrame frame) {
        this.frame = frame;
        this.assignment = assignment;
    }

    @GetMapping
    ModelAndView choose(Actor actor, @PathVariable String id, Model model) {
        model.addAttribute("form", new AuditForms.Assignment(null, null));
        return page(actor, EvaluationId.of(id), model, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView assign(
            Actor actor,
            @PathVariable String id,
            @Valid @ModelAttribute("form") AuditForms.Assignment form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        if (!errors.hasErrors()) {
            try {
                assignment.assign(
                        actor, evaluation, PersonId.of(Objects.requireNonNull(form.auditor())), form.plannedVisit());
                flash.addFlashAttribute("notice", "L'auditeur est désigné : la tâche est dans sa liste.");
                return new ModelAndView("redirect:/evaluations/" + evaluation + "/audit");
            } catch (BusinessRefusal refusal) {
                Attempt.tell(errors, refusal);
            }
        }
        return page(actor, evaluation, model, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView page(Actor actor, EvaluationId id, Model model, HttpStatusCode status) {
        AuditAssignment.Choice choice = assignment.choice(actor, id);
        model.addAttribute("choice", choice);
        frame.around(choice.evaluation(), model);
        return new ModelAndView("audit/assign", model.asMap(), status);
    }
}
