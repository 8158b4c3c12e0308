package org.capaccueil.mystery.web;

import java.time.LocalDate;
import org.capaccueil.mystery.domain.ObserverDesk;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;
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

/** The pool of observers. */
@Controller
@RequestMapping("/mystery/observers")
class ObserverPages {

    private static final String POOL = "redirect:/mystery/observers";

    private final ObserverDesk desk;

    ObserverPages(ObserverDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "mystery";
    }

    record ObserverForm(@Nullable PersonId person, @Nullable LocalDate trainedOn) {}

    @GetMapping
    ModelAndView pool(Actor actor) {
        return page(actor, HttpStatus.OK).addObject("form", new ObserverForm(null, null));
    }

    @PostMapping
    ModelAndView enrol(
            Actor actor, @ModelAttribute("form") ObserverForm form, BindingResult faults, RedirectAttributes next) {
        if (!Attempt.run(faults, () -> desk.enrol(actor, form.person(), form.trainedOn()))) {
            return page(actor, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute(
                "notice", "La personne est dans la liste. Elle acceptera les règles à sa première visite.");
        return new ModelAndView(POOL);
    }

    @PostMapping("/{person}/removal")
    String end(Actor actor, @PathVariable PersonId person, RedirectAttributes next) {
        desk.end(actor, person);
        next.addFlashAttribute(
                "notice", "La personne n'est plus dans la liste. Donnez à d'autres les observations qui lui restent.");
        return POOL;
    }

    private ModelAndView page(Actor actor, HttpStatus status) {
        return new ModelAndView("mystery/observers", status)
                .addObject("pool", desk.pool(actor))
                .addObject("candidates", desk.candidates(actor));
    }
}
