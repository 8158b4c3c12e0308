package org.capaccueil.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.organisation.CorrectionItem;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.domain.CorrectionView;
import org.capaccueil.organisation.domain.Corrections;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a correction of what the register says of oneself, and answering such a request. */
@Controller
class CorrectionPages {

    private final Corrections corrections;
    private final Organisation organisation;
    private final Validator validator;

    CorrectionPages(Corrections corrections, Organisation organisation, Validator validator) {
        this.corrections = corrections;
        this.organisation = organisation;
        this.validator = validator;
    }

    @GetMapping("/my-data/corrections")
    ModelAndView mine(Actor actor) {
        return own(actor, HttpStatus.OK).addObject("form", new CorrectionForm(null, ""));
    }

    @PostMapping("/my-data/corrections")
    ModelAndView ask(
            Actor actor,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult faults,
            RedirectAttributes next) {
        if (!Attempt.run(faults, () -> corrections.ask(actor, Objects.requireNonNull(form.item()), form.wish()))) {
            return own(actor, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute("notice", "Votre demande est transmise au référent qualité. Sa réponse figurera ici.");
        return new ModelAndView("redirect:/my-data/corrections");
    }

    private ModelAndView own(Actor actor, HttpStatus status) {
        return new ModelAndView("organisation/my-corrections", status)
                .addObject("section", "my-data")
                .addObject("person", organisation.person(actor.id()))
                .addObject("items", CorrectionItem.values())
                .addObject("requests", corrections.ofMine(actor));
    }

    @GetMapping("/people/corrections/{id}")
    ModelAndView request(Actor actor, @PathVariable UUID id) {
        CorrectionView request = corrections.request(actor, id);
        return answering(request, HttpStatus.OK)
                .addObject("form", new CorrectedForm(request.item().of(organisation.person(request.person()))))
                .addObject("declining", new ReasonForm(""));
    }

    @PostMapping("/people/corrections/{id}/make")
    ModelAndView make(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") CorrectedForm form,
            BindingResult faults,
            RedirectAttributes next) {
        CorrectionView request = corrections.request(actor, id);
        checkAsOnTheSheet(request, form, faults);
        if (!Attempt.run(faults, () -> corrections.make(actor, id, form.value()))) {
            return answering(request, HttpStatus.UNPROCESSABLE_ENTITY).addObject("declining", new ReasonForm(""));
        }
        next.addFlashAttribute("notice", "C'est corrigé. La personne le lit sur sa page « Mes données ».");
        return new ModelAndView("redirect:/people");
    }

    /** The rules of an entry are written once, on the form of the whole sheet. */
    private void checkAsOnTheSheet(CorrectionView request, CorrectedForm form, BindingResult faults) {
        PersonView person = organisation.person(request.person());
        PersonForm before = PersonForm.of(person);
        PersonForm after =
                switch (request.item()) {
                    case NAME -> new PersonForm(form.value(), before.email(), before.capacity(), before.roles());
                    case EMAIL -> new PersonForm(before.name(), form.value(), before.capacity(), before.roles());
                    case CAPACITY -> new PersonForm(before.name(), before.email(), form.value(), before.roles());
                };
        validator
                .validateProperty(after, request.item().name().toLowerCase(java.util.Locale.ROOT))
                .forEach(fault -> faults.rejectValue("value", "refused", fault.getMessage()));
    }

    @PostMapping("/people/corrections/{id}/decline")
    ModelAndView decline(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("declining") ReasonForm form,
            BindingResult faults,
            RedirectAttributes next) {
        CorrectionView request = corrections.request(actor, id);
        if (!Attempt.run(faults, () -> corrections.decline(actor, id, form.reason()))) {
            return answering(request, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("form", new CorrectedForm(request.item().of(organisation.person(request.person()))));
        }
        next.addFlashAttribute("notice", "La demande est refusée. La personne lit votre raison.");
        return new ModelAndView("redirect:/people");
    }

    private ModelAndView answering(CorrectionView request, HttpStatus status) {
        return new ModelAndView("organisation/correction", status)
                .addObject("section", "teams")
                .addObject("request", request)
                .addObject("person", organisation.person(request.person()));
    }
}
