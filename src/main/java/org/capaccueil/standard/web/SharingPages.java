package org.capaccueil.standard.web;

import jakarta.validation.Valid;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.domain.LibraryReading;
import org.capaccueil.standard.domain.StandardSharing;
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

/** A version goes to the other communes, or comes from one. */
@Controller
@RequestMapping("/standards/{id}")
class SharingPages {

    private final LibraryReading library;
    private final StandardSharing sharing;

    SharingPages(LibraryReading library, StandardSharing sharing) {
        this.library = library;
        this.sharing = sharing;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping("/sharing")
    ModelAndView sharing(Actor actor, @PathVariable StandardVersionId id) {
        return page(actor, id, HttpStatus.OK).addObject("form", new SharingForm(""));
    }

    @PostMapping("/sharing")
    ModelAndView share(
            Actor actor,
            @PathVariable StandardVersionId id,
            @Valid @ModelAttribute("form") SharingForm form,
            BindingResult faults,
            RedirectAttributes next) {
        ModelAndView refused = page(actor, id, HttpStatus.UNPROCESSABLE_ENTITY);
        if (!Attempt.run(faults, () -> sharing.share(actor, id, form.why()))) {
            return refused;
        }
        return back(id, "La version est partagée : les autres communes peuvent la lire et l'adopter.", next);
    }

    @PostMapping("/sharing/end")
    ModelAndView stop(Actor actor, @PathVariable StandardVersionId id, RedirectAttributes next) {
        sharing.stop(actor, id);
        return back(id, "La version n'est plus proposée au réseau. Les communes qui l'ont adoptée la gardent.", next);
    }

    @PostMapping("/adoption")
    ModelAndView adopt(Actor actor, @PathVariable StandardVersionId id, RedirectAttributes next) {
        sharing.adopt(actor, id);
        return back(id, "Le référentiel est adopté : vos campagnes peuvent le choisir.", next);
    }

    private static ModelAndView back(StandardVersionId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/standards/" + id);
    }

    private ModelAndView page(Actor actor, StandardVersionId id, HttpStatus status) {
        return new ModelAndView("standard/share", status).addObject("version", library.own(actor, id));
    }
}
