package org.capaccueil.organisation.web;

import java.util.List;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
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

/** Whom a person answers to. */
@Controller
@RequestMapping("/people/{id}/manager")
class ManagerPage {

    /** What the page sends: the manager's id, empty for nobody. */
    record ManagerForm(long version, @Nullable String manager) {

        @Nullable
        PersonId chosen() {
            return manager == null || manager.isBlank() ? null : PersonId.of(manager);
        }
    }

    private final Organisation organisation;
    private final OwnCommune ownCommune;
    private final Register register;

    ManagerPage(Organisation organisation, OwnCommune ownCommune, Register register) {
        this.organisation = organisation;
        this.ownCommune = ownCommune;
        this.register = register;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @GetMapping
    ModelAndView choose(Actor actor, @PathVariable PersonId id) {
        PersonView person = ownCommune.person(actor, id);
        PersonId manager = person.manager();
        return page(actor, person, HttpStatus.OK)
                .addObject("form", new ManagerForm(person.version(), manager == null ? "" : manager.toString()));
    }

    @PostMapping
    ModelAndView name(
            Actor actor,
            @PathVariable PersonId id,
            @ModelAttribute("form") ManagerForm form,
            BindingResult faults,
            RedirectAttributes next) {
        PersonView person = ownCommune.person(actor, id);
        try {
            if (!Attempt.run(faults, () -> register.nameManager(actor, id, form.version(), form.chosen()))) {
                return page(actor, person, HttpStatus.UNPROCESSABLE_ENTITY);
            }
        } catch (ChangedMeanwhile conflict) {
            return page(actor, person, HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
        next.addFlashAttribute("notice", "Le supérieur hiérarchique de " + person.name() + " est enregistré.");
        return new ModelAndView("redirect:/people/" + id + "/edit");
    }

    private ModelAndView page(Actor actor, PersonView person, HttpStatus status) {
        actor.require(Role.QUALITY_MANAGER);
        List<PersonView> others = organisation.peopleOf(actor.commune()).stream()
                .filter(other -> !other.id().equals(person.id()))
                .toList();
        return new ModelAndView("organisation/manager", status)
                .addObject("person", person)
                .addObject("version", person.version())
                .addObject("others", others);
    }
}
