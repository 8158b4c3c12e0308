package org.capaccueil.standard.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardMappings.Relation;
import org.capaccueil.standard.domain.MappingDesk;
import org.capaccueil.standard.domain.MappingDesk.Sheet;
import org.capaccueil.standard.domain.MappingDraft;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which criteria of one standard answer those of another. Quality managers only; the use case sees to it. */
@Controller
@RequestMapping("/standards/mappings")
class MappingPages {

    /** A choice of a select. */
    record Option(String value, String label) {}

    private final MappingDesk desk;

    MappingPages(MappingDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping
    String pairs(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model page,
            RedirectAttributes next) {
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            next.addAttribute("from", from).addAttribute("to", to);
            return "redirect:/standards/mappings/{from}/{to}";
        }
        page.addAttribute("pairs", desk.pairs(actor));
        page.addAttribute("standards", desk.standards(actor));
        page.addAttribute("from", from);
        page.addAttribute("to", to);
        return "standard/mappings";
    }

    @GetMapping("/{from}/{to}")
    ModelAndView sheet(
            Actor actor,
            @PathVariable String from,
            @PathVariable String to,
            @RequestParam(defaultValue = "") String criterion) {
        return page(desk.sheet(actor, from, to), HttpStatus.OK)
                .addObject("form", new MappingForm(criterion, "", null, ""));
    }

    @PostMapping("/{from}/{to}")
    ModelAndView add(
            Actor actor,
            @PathVariable String from,
            @PathVariable String to,
            @Valid @ModelAttribute("form") MappingForm form,
            BindingResult faults,
            RedirectAttributes next) {
        Sheet sheet = desk.sheet(actor, from, to);
        if (!Attempt.run(faults, () -> desk.add(actor, from, to, form.draft()))) {
            return page(sheet, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return done("La correspondance pour " + form.target() + " est enregistrée.", from, to, next);
    }

    @PostMapping("/{from}/{to}/proposals")
    ModelAndView takeProposals(
            Actor actor,
            @PathVariable String from,
            @PathVariable String to,
            @RequestParam(name = "proposal", defaultValue = "") List<String> shown,
            RedirectAttributes next) {
        List<MappingDraft> drafts = shown.stream()
                .map(pair -> pair.split(" ", 2))
                .filter(pair -> pair.length == 2)
                .map(pair -> new MappingDraft(pair[0], pair[1], Relation.EQUAL, ""))
                .toList();
        int taken = desk.takeProposals(actor, from, to, drafts);
        return done(
                "Correspondances enregistrées : " + taken + "."
                        + (taken < drafts.size() ? " Les autres ne sont plus proposées." : ""),
                from,
                to,
                next);
    }

    @PostMapping("/{from}/{to}/{id}/removal")
    ModelAndView remove(
            Actor actor,
            @PathVariable String from,
            @PathVariable String to,
            @PathVariable UUID id,
            RedirectAttributes next) {
        desk.remove(actor, from, to, id);
        return done("La correspondance est retirée.", from, to, next);
    }

    private static ModelAndView done(String notice, String from, String to, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("from", from).addAttribute("to", to);
        return new ModelAndView("redirect:/standards/mappings/{from}/{to}");
    }

    private static ModelAndView page(Sheet sheet, HttpStatus status) {
        return new ModelAndView("standard/mapping", status)
                .addObject("sheet", sheet)
                .addObject("targets", options(sheet.to().standard()))
                .addObject("sources", options(sheet.from().standard()))
                .addObject(
                        "relations",
                        Arrays.stream(Relation.values())
                                .map(relation -> new Option(relation.name(), relation.title()))
                                .toList());
    }

    private static List<Option> options(Standard standard) {
        return standard.criteria().stream().map(MappingPages::option).toList();
    }

    private static Option option(Criterion criterion) {
        return new Option(criterion.code(), criterion.code() + " · " + criterion.titleFr());
    }
}
