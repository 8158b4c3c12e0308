package org.capaccueil.mystery.web;

import java.util.UUID;
import org.capaccueil.mystery.domain.ScenarioDesk;
import org.capaccueil.mystery.domain.ScenarioText;
import org.capaccueil.mystery.domain.ScenarioView;
import org.capaccueil.mystery.domain.VisitKind;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where quality managers word scenarios. */
@Controller
@RequestMapping("/mystery/scenarios")
class ScenarioPages {

    private static final String SHELF = "redirect:/mystery/scenarios";

    private final ScenarioDesk desk;

    ScenarioPages(ScenarioDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "mystery";
    }

    record ScenarioForm(
            @Nullable VisitKind kind,
            @Nullable String title,
            @Nullable String situation,
            @Nullable String request,
            @Nullable String expected) {

        ScenarioText text() {
            return new ScenarioText(kind, orEmpty(title), orEmpty(situation), orEmpty(request), orEmpty(expected));
        }

        private static String orEmpty(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    @GetMapping
    ModelAndView shelf(Actor actor) {
        return new ModelAndView("mystery/scenarios").addObject("shelf", desk.shelf(actor));
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor) {
        return page(actor, null, HttpStatus.OK).addObject("form", new ScenarioForm(null, "", "", "", ""));
    }

    @PostMapping("/new")
    ModelAndView write(
            Actor actor, @ModelAttribute("form") ScenarioForm form, BindingResult faults, RedirectAttributes next) {
        return Attempt.of(faults, () -> desk.write(actor, form.text()))
                .map(id -> saved(next, "Le scénario est écrit. Mettez-le en service quand il est prêt."))
                .orElseGet(() -> page(actor, null, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @GetMapping("/{id}")
    ModelAndView scenario(Actor actor, @PathVariable UUID id) {
        ScenarioView scenario = desk.scenario(actor, id);
        ScenarioText text = scenario.text();
        return page(actor, scenario, HttpStatus.OK)
                .addObject(
                        "form",
                        new ScenarioForm(text.kind(), text.title(), text.situation(), text.request(), text.expected()));
    }

    @PostMapping("/{id}")
    ModelAndView reword(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") ScenarioForm form,
            BindingResult faults,
            RedirectAttributes next) {
        try {
            return Attempt.run(faults, () -> desk.reword(actor, id, version, form.text()))
                    ? saved(next, "Le scénario est enregistré. Les visites déjà prévues gardent leurs mots.")
                    : page(actor, desk.scenario(actor, id), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (ChangedMeanwhile conflict) {
            return page(actor, desk.scenario(actor, id), HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
    }

    @PostMapping("/{id}/offer")
    ModelAndView offer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean inUse,
            RedirectAttributes next) {
        desk.offer(actor, id, inUse);
        return saved(
                next,
                inUse ? "Le scénario est en service." : "Le scénario est retiré : aucune vague ne le prend plus.");
    }

    private ModelAndView page(Actor actor, @Nullable ScenarioView scenario, HttpStatus status) {
        actor.require(Role.QUALITY_MANAGER);
        return new ModelAndView("mystery/scenario", status)
                .addObject("scenario", scenario)
                .addObject("everyKind", VisitKind.values());
    }

    private static ModelAndView saved(RedirectAttributes next, String notice) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView(SHELF);
    }
}
