package org.capaccueil.organisation.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.capaccueil.organisation.Departures;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A quality manager records that somebody left. */
@Controller
class DeparturePages {

    private final OwnCommune ownCommune;
    private final Departures departures;

    DeparturePages(OwnCommune ownCommune, Departures departures) {
        this.ownCommune = ownCommune;
        this.departures = departures;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @GetMapping("/people/{id}/departure")
    ModelAndView blank(Actor actor, @PathVariable PersonId id) {
        return form(actor, ownCommune.person(actor, id), HttpStatus.OK).addObject("form", new DepartureForm(null));
    }

    @PostMapping("/people/{id}/departure")
    ModelAndView leave(
            Actor actor,
            @PathVariable PersonId id,
            @Valid @ModelAttribute("form") DepartureForm form,
            BindingResult faults,
            RedirectAttributes next) {
        PersonView person = ownCommune.person(actor, id);
        if (!Attempt.run(faults, () -> departures.leave(actor, id, Objects.requireNonNull(form.leftOn())))) {
            return form(actor, person, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute(
                "notice",
                "Le départ de " + person.name() + " est enregistré : plus d'accès, plus d'équipe, plus de tâche.");
        return new ModelAndView("redirect:/people/retention");
    }

    @PostMapping("/people/{id}/departure/undo")
    String undo(Actor actor, @PathVariable PersonId id, RedirectAttributes next) {
        PersonView person = ownCommune.person(actor, id);
        departures.comeBack(actor, id);
        next.addFlashAttribute(
                "notice",
                person.name() + " figure de nouveau parmi les personnes. Redonnez-lui ses rôles et ses équipes.");
        return "redirect:/people";
    }

    private ModelAndView form(Actor actor, PersonView person, HttpStatus status) {
        return new ModelAndView("organisation/departure", status)
                .addObject("person", person)
                .addObject("reasons", departures.standingInTheWay(actor, person.id()));
    }
}
