package org.capaccueil.standard.web;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardPruning;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what goes with a part before it is taken out of a draft. Quality managers only; the use case sees to it. */
@Controller
@RequestMapping("/standards/{id}/edit")
class RemovalPages {

    /** Of what a standard has once, only its survey can be taken out. */
    private static final PartId SURVEY = new PartId(Part.SURVEY, "");

    private final StandardPruning pruning;
    private final Standards standards;

    RemovalPages(StandardPruning pruning, Standards standards) {
        this.pruning = pruning;
        this.standards = standards;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping("/{part}/{code}/removal")
    ModelAndView confirmation(
            Actor actor,
            @PathVariable StandardVersionId id,
            @PathVariable("part") String word,
            @PathVariable String code) {
        return page(actor, id, PartAddress.of(word, code), HttpStatus.OK);
    }

    @GetMapping("/survey/removal")
    ModelAndView surveyConfirmation(Actor actor, @PathVariable StandardVersionId id) {
        return page(actor, id, SURVEY, HttpStatus.OK);
    }

    @PostMapping("/{part}/{code}/removal")
    ModelAndView remove(
            Actor actor,
            @PathVariable StandardVersionId id,
            @PathVariable("part") String word,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seal,
            RedirectAttributes next) {
        return removed(actor, id, PartAddress.of(word, code), seal, next);
    }

    @PostMapping("/survey/removal")
    ModelAndView removeSurvey(
            Actor actor,
            @PathVariable StandardVersionId id,
            @RequestParam(defaultValue = "") String seal,
            RedirectAttributes next) {
        return removed(actor, id, SURVEY, seal, next);
    }

    private ModelAndView removed(Actor actor, StandardVersionId id, PartId part, String seal, RedirectAttributes next) {
        try {
            pruning.remove(actor, id, part, seal);
        } catch (ChangedMeanwhile conflict) {
            return page(actor, id, part, HttpStatus.CONFLICT).addObject("sentence", conflict.sentence());
        }
        next.addFlashAttribute("notice", "Retiré du brouillon : " + part.title() + ".");
        return new ModelAndView("redirect:/standards/" + id + "/edit");
    }

    private ModelAndView page(Actor actor, StandardVersionId id, PartId part, HttpStatus status) {
        return new ModelAndView("standard/remove-part", status)
                .addObject("sheet", pruning.sheet(actor, id, part))
                .addObject("version", standards.version(id));
    }
}
