package org.capaccueil.standard.web;

import java.util.HashMap;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.LibraryReading;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.exchange.StandardFormats;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What publishing a draft will do, and the publication. */
@Controller
@RequestMapping("/standards/{id}/publication")
class PublicationPages {

    private final LibraryReading library;
    private final Standards standards;
    private final StandardLife life;

    PublicationPages(LibraryReading library, Standards standards, StandardLife life) {
        this.library = library;
        this.standards = standards;
        this.life = life;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping
    ModelAndView confirmation(Actor actor, @PathVariable StandardVersionId id) {
        StandardVersionView version = library.visible(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        return version.isDraft() ? page(actor, version, HttpStatus.OK) : new ModelAndView("redirect:/standards/" + id);
    }

    @PostMapping
    ModelAndView publish(
            Actor actor, @PathVariable StandardVersionId id, @RequestParam long lock, RedirectAttributes next) {
        library.visible(actor, id);
        BindingResult faults = new MapBindingResult(new HashMap<>(), "publication");
        try {
            if (!Attempt.run(faults, () -> life.publish(actor, id, lock))) {
                return page(actor, library.visible(actor, id), HttpStatus.UNPROCESSABLE_ENTITY)
                        .addObject("sentence", "Rien n'est publié : réglez d'abord les points listés ci-dessous.");
            }
        } catch (ChangedMeanwhile conflict) {
            return page(actor, library.visible(actor, id), HttpStatus.CONFLICT)
                    .addObject("sentence", conflict.sentence());
        }
        next.addFlashAttribute(
                "notice",
                "« " + standards.version(id).fullTitle()
                        + " » est publié : les prochaines campagnes peuvent le choisir.");
        return new ModelAndView("redirect:/standards/" + id);
    }

    private ModelAndView page(Actor actor, StandardVersionView version, HttpStatus status) {
        return new ModelAndView("standard/publish", status)
                .addObject("version", version)
                .addObject(
                        "comparison",
                        library.basis(actor, version)
                                .map(basis -> library.compare(basis, version))
                                .orElse(null))
                .addObject("effects", library.effects(actor, version))
                .addObject(
                        "faults",
                        StandardFormats.check(standards.content(version.id())).faults());
    }
}
