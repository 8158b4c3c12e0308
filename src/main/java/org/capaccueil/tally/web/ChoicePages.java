package org.capaccueil.tally.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.tally.domain.ChoiceBook;
import org.capaccueil.tally.domain.ChoiceKind;
import org.capaccueil.tally.domain.ChoiceView;
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

/** Where quality managers keep the subjects and orientations of the commune. */
@Controller
@RequestMapping("/tally/subjects")
class ChoicePages {

    private final ChoiceBook book;

    ChoicePages(ChoiceBook book) {
        this.book = book;
    }

    @ModelAttribute("section")
    String section() {
        return "tally";
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return lists(actor, HttpStatus.OK).addObject("form", new ChoiceForm(ChoiceKind.SUBJECT, "", ""));
    }

    @PostMapping
    ModelAndView add(
            Actor actor, @ModelAttribute("form") ChoiceForm form, BindingResult faults, RedirectAttributes next) {
        ChoiceKind kind = form.kind() == null ? ChoiceKind.SUBJECT : form.kind();
        if (!Attempt.run(faults, () -> book.add(actor, kind, form.code(), form.label()))) {
            return lists(actor, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return done(next, "« " + form.label() + " » est ajouté à la fin de la liste.");
    }

    @GetMapping("/{id}")
    ModelAndView edit(Actor actor, @PathVariable UUID id) {
        ChoiceView choice = book.one(actor, id);
        return page(choice, HttpStatus.OK)
                .addObject("form", new ChoiceForm(choice.kind(), choice.code(), choice.label()))
                .addObject("version", choice.version());
    }

    @PostMapping("/{id}")
    ModelAndView rename(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") ChoiceForm form,
            BindingResult faults,
            RedirectAttributes next) {
        ChoiceView choice = book.one(actor, id);
        try {
            if (!Attempt.run(faults, () -> book.rename(actor, id, version, form.label()))) {
                return page(choice, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
            }
        } catch (ChangedMeanwhile conflict) {
            return page(choice, HttpStatus.CONFLICT)
                    .addObject("version", choice.version())
                    .addObject("conflict", conflict);
        }
        return done(next, "« " + form.label() + " » est enregistré.");
    }

    @PostMapping("/{id}/move")
    ModelAndView move(Actor actor, @PathVariable UUID id, @RequestParam int by, RedirectAttributes next) {
        book.move(actor, id, by < 0);
        return done(next, "L'ordre est enregistré.");
    }

    @PostMapping("/{id}/archive")
    ModelAndView archive(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        book.archive(actor, id);
        return done(next, "Archivé : plus personne ne le choisit, les chiffres le gardent.");
    }

    @PostMapping("/{id}/return")
    ModelAndView bringBack(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        book.bringBack(actor, id);
        return done(next, "Remis à la fin de la liste.");
    }

    private static ModelAndView done(RedirectAttributes next, String notice) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/tally/subjects");
    }

    private ModelAndView lists(Actor actor, HttpStatus status) {
        Map<ChoiceKind, List<ChoiceView>> lists =
                book.all(actor).stream().collect(Collectors.groupingBy(ChoiceView::kind));
        return new ModelAndView("tally/subjects", status)
                .addObject("kinds", ChoiceKind.values())
                .addObject("lists", lists)
                .addObject("member", !actor.teams().isEmpty());
    }

    private static ModelAndView page(ChoiceView choice, HttpStatus status) {
        return new ModelAndView("tally/subject", status).addObject("choice", choice);
    }
}
