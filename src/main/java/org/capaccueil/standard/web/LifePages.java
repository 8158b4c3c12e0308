package org.capaccueil.standard.web;

import jakarta.validation.Valid;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.domain.LibraryReading;
import org.capaccueil.standard.domain.StandardLife;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What quality managers begin from a version, and how they end it. */
@Controller
@RequestMapping("/standards/{id}")
class LifePages {

    private final LibraryReading library;
    private final StandardLife life;

    LifePages(LibraryReading library, StandardLife life) {
        this.library = library;
        this.life = life;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping("/new-version")
    ModelAndView newVersion(Actor actor, @PathVariable StandardVersionId id) {
        return page("standard/new-version", actor, id, HttpStatus.OK).addObject("form", new LabelForm(""));
    }

    @PostMapping("/new-version")
    ModelAndView begin(
            Actor actor,
            @PathVariable StandardVersionId id,
            @Valid @ModelAttribute("form") LabelForm form,
            BindingResult faults,
            RedirectAttributes next) {
        ModelAndView refused = page("standard/new-version", actor, id, HttpStatus.UNPROCESSABLE_ENTITY);
        return Attempt.of(faults, () -> life.newVersion(actor, id, form.label()))
                .map(draft -> begun(draft, "Le brouillon de la version " + form.label() + " est créé.", next))
                .orElse(refused);
    }

    @GetMapping("/adaptation")
    ModelAndView adaptation(Actor actor, @PathVariable StandardVersionId id) {
        ModelAndView page = page("standard/adapt", actor, id, HttpStatus.OK);
        String title = library.visible(actor, id).title();
        return page.addObject("form", new AdaptForm("", "1", title));
    }

    @PostMapping("/adaptation")
    ModelAndView adapt(
            Actor actor,
            @PathVariable StandardVersionId id,
            @Valid @ModelAttribute("form") AdaptForm form,
            BindingResult faults,
            RedirectAttributes next) {
        ModelAndView refused = page("standard/adapt", actor, id, HttpStatus.UNPROCESSABLE_ENTITY);
        return Attempt.of(faults, () -> life.adapt(actor, id, form.code(), form.label(), form.title()))
                .map(draft -> begun(draft, "Le brouillon de l'adaptation « " + form.title() + " » est créé.", next))
                .orElse(refused);
    }

    private static ModelAndView begun(StandardVersionId draft, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/standards/" + draft);
    }

    @GetMapping("/withdrawal")
    ModelAndView withdrawal(Actor actor, @PathVariable StandardVersionId id) {
        return withdrawalPage(actor, id, HttpStatus.OK).addObject("form", new WithdrawalForm(""));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable StandardVersionId id,
            @Valid @ModelAttribute("form") WithdrawalForm form,
            BindingResult faults,
            RedirectAttributes next) {
        ModelAndView refused = withdrawalPage(actor, id, HttpStatus.UNPROCESSABLE_ENTITY);
        if (!Attempt.run(faults, () -> life.withdraw(actor, id, form.reason()))) {
            return refused;
        }
        next.addFlashAttribute("notice", "La version est retirée : plus aucune campagne ne peut la choisir.");
        return new ModelAndView("redirect:/standards/" + id);
    }

    @GetMapping("/removal")
    ModelAndView discarding(Actor actor, @PathVariable StandardVersionId id) {
        StandardVersionView version = library.own(actor, id);
        return version.isDraft()
                ? discardPage(actor, version, HttpStatus.OK)
                : new ModelAndView("redirect:/standards/" + id);
    }

    @PostMapping("/removal")
    ModelAndView discard(
            Actor actor, @PathVariable StandardVersionId id, @RequestParam long lock, RedirectAttributes next) {
        StandardVersionView draft = library.own(actor, id);
        try {
            life.discard(actor, id, lock);
        } catch (ChangedMeanwhile conflict) {
            return discardPage(actor, draft, HttpStatus.CONFLICT).addObject("sentence", conflict.sentence());
        }
        next.addFlashAttribute("notice", "Le brouillon « " + draft.fullTitle() + " » est supprimé.");
        return new ModelAndView("redirect:/standards");
    }

    private ModelAndView discardPage(Actor actor, StandardVersionView draft, HttpStatus status) {
        return new ModelAndView("standard/discard", status)
                .addObject("version", draft)
                .addObject(
                        "comparison",
                        library.basis(actor, draft)
                                .map(basis -> library.compare(basis, draft))
                                .orElse(null));
    }

    private ModelAndView withdrawalPage(Actor actor, StandardVersionId id, HttpStatus status) {
        StandardVersionView version = library.own(actor, id);
        return new ModelAndView("standard/withdraw", status)
                .addObject("version", version)
                .addObject("effects", library.effects(actor, version));
    }

    private ModelAndView page(String template, Actor actor, StandardVersionId id, HttpStatus status) {
        return new ModelAndView(template, status).addObject("version", editable(actor, id));
    }

    private StandardVersionView editable(Actor actor, StandardVersionId id) {
        StandardVersionView version = library.visible(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        return version;
    }
}
