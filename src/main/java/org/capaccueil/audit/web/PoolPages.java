package org.capaccueil.audit.web;

import org.capaccueil.audit.AuditorPool.Terms;
import org.capaccueil.audit.domain.PoolDesk;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may audit, here and lent by the other communes. */
@Controller
@RequestMapping("/auditors")
class PoolPages {

    private final PoolDesk pool;

    PoolPages(PoolDesk pool) {
        this.pool = pool;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @GetMapping
    ModelAndView all(Actor actor) {
        return new ModelAndView("audit/auditors").addObject("auditors", pool.entries(actor));
    }

    @GetMapping("/{id}")
    ModelAndView terms(Actor actor, @PathVariable PersonId id) {
        PoolDesk.Entry auditor = pool.own(actor, id);
        Terms terms = auditor.terms();
        return page(auditor, HttpStatus.OK)
                .addObject(
                        "form",
                        new AuditForms.Pool(
                                auditor.version(), terms.lent(), terms.qualifications(), terms.awayUntil()));
    }

    @PostMapping("/{id}")
    ModelAndView agree(
            Actor actor,
            @PathVariable PersonId id,
            @ModelAttribute("form") AuditForms.Pool form,
            BindingResult faults,
            RedirectAttributes flash) {
        Terms terms =
                new Terms(Boolean.TRUE.equals(form.lent()), AuditForms.given(form.qualifications()), form.awayUntil());
        try {
            if (!Attempt.run(faults, () -> pool.agree(actor, id, form.version(), terms))) {
                return page(pool.own(actor, id), HttpStatus.UNPROCESSABLE_ENTITY);
            }
        } catch (ChangedMeanwhile conflict) {
            return page(pool.own(actor, id), HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
        flash.addFlashAttribute(
                "notice",
                terms.lent()
                        ? "La fiche est enregistrée : les autres communes peuvent choisir cette personne."
                        : "La fiche est enregistrée : seule votre commune peut choisir cette personne.");
        return new ModelAndView("redirect:/auditors");
    }

    private static ModelAndView page(PoolDesk.Entry auditor, HttpStatus status) {
        return new ModelAndView("audit/auditor", status)
                .addObject("auditor", auditor)
                .addObject("version", auditor.version());
    }
}
