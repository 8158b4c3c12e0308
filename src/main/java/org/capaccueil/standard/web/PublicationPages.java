package org.capaccueil.standard.web;

import java.util.HashMap;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardPublication;
import org.capaccueil.standard.domain.StandardPublication.Sheet;
import org.jspecify.annotations.Nullable;
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

    private final StandardPublication publication;
    private final Standards standards;

    PublicationPages(StandardPublication publication, Standards standards) {
        this.publication = publication;
        this.standards = standards;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping
    ModelAndView confirmation(Actor actor, @PathVariable StandardVersionId id) {
        Sheet sheet = publication.sheet(actor, id);
        return sheet.version().isDraft() ? page(sheet, HttpStatus.OK) : new ModelAndView("redirect:/standards/" + id);
    }

    @PostMapping
    ModelAndView publish(
            Actor actor,
            @PathVariable StandardVersionId id,
            @RequestParam long lock,
            @RequestParam(required = false) @Nullable StandardVersionId newest,
            RedirectAttributes next) {
        BindingResult faults = new MapBindingResult(new HashMap<>(), "publication");
        try {
            if (!Attempt.run(faults, () -> publication.publish(actor, id, lock, newest))) {
                return page(publication.sheet(actor, id), HttpStatus.UNPROCESSABLE_ENTITY)
                        .addObject("sentence", "Rien n'est publié : réglez d'abord les points listés ci-dessous.");
            }
        } catch (ChangedMeanwhile conflict) {
            return page(publication.sheet(actor, id), HttpStatus.CONFLICT).addObject("sentence", conflict.sentence());
        }
        next.addFlashAttribute(
                "notice",
                "« " + standards.version(id).fullTitle()
                        + " » est publié : les prochaines campagnes peuvent le choisir.");
        return new ModelAndView("redirect:/standards/" + id);
    }

    private ModelAndView page(Sheet sheet, HttpStatus status) {
        Standard draft = standards.content(sheet.version().id());
        return new ModelAndView("standard/publish", status)
                .addObject("version", sheet.version())
                .addObject("sheet", sheet)
                .addObject("withoutEnglish", PartLink.withoutEnglish(draft))
                .addObject("faults", PartLink.faults(draft));
    }
}
