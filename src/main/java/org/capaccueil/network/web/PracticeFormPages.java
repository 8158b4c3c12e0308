package org.capaccueil.network.web;

import java.util.List;
import java.util.UUID;
import org.capaccueil.network.domain.PracticeDesk;
import org.capaccueil.network.domain.PracticeDesk.Source;
import org.capaccueil.network.domain.PracticeText;
import org.capaccueil.network.domain.PracticeView;
import org.capaccueil.network.domain.SharedPractices;
import org.capaccueil.network.domain.SharedPractices.Told;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a commune words its good practices. */
@Controller
class PracticeFormPages {

    private final PracticeDesk desk;
    private final SharedPractices shared;
    private final Standards standards;

    PracticeFormPages(PracticeDesk desk, SharedPractices shared, Standards standards) {
        this.desk = desk;
        this.shared = shared;
        this.standards = standards;
    }

    @ModelAttribute("section")
    String section() {
        return "network";
    }

    @GetMapping("/network/practices/new")
    ModelAndView blank(
            Actor actor,
            @RequestParam(required = false) @Nullable String evaluation,
            @RequestParam(required = false) @Nullable UUID action) {
        Source source = source(evaluation, action);
        PracticeForm form = source == null ? PracticeForm.empty() : PracticeForm.of(desk.from(actor, source));
        return page(actor, null, HttpStatus.OK).addObject("form", form).addObject("source", source);
    }

    @PostMapping("/network/practices/new")
    ModelAndView draft(
            Actor actor,
            @RequestParam(required = false) @Nullable String evaluation,
            @RequestParam(required = false) @Nullable UUID action,
            @ModelAttribute("form") PracticeForm form,
            BindingResult faults,
            RedirectAttributes next) {
        Source source = source(evaluation, action);
        return Attempt.of(faults, () -> desk.draft(actor, form.text(), source))
                .map(id -> saved(id, "Le brouillon est enregistré. Relisez-le, puis partagez-le.", next))
                .orElseGet(
                        () -> page(actor, null, HttpStatus.UNPROCESSABLE_ENTITY).addObject("source", source));
    }

    private static @Nullable Source source(@Nullable String evaluation, @Nullable UUID action) {
        return evaluation == null || evaluation.isBlank() || action == null
                ? null
                : new Source(EvaluationId.of(evaluation), action);
    }

    @GetMapping("/network/practices/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable UUID id) {
        PracticeView practice = own(actor, id);
        return page(actor, practice, HttpStatus.OK)
                .addObject("form", PracticeForm.of(practice.text()))
                .addObject("version", practice.version());
    }

    @PostMapping("/network/practices/{id}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") PracticeForm form,
            BindingResult faults,
            RedirectAttributes next) {
        PracticeView practice = own(actor, id);
        try {
            if (Attempt.run(faults, () -> desk.change(actor, id, version, form.text()))) {
                return saved(id, "Le texte est enregistré.", next);
            }
            return page(actor, practice, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
        } catch (ChangedMeanwhile conflict) {
            return page(actor, practice, HttpStatus.CONFLICT)
                    .addObject("conflict", conflict)
                    .addObject("version", own(actor, id).version());
        }
    }

    private PracticeView own(Actor actor, UUID id) {
        Told told = shared.told(actor, id);
        if (!told.own()) {
            throw new NotFound();
        }
        return told.practice();
    }

    private static ModelAndView saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/network/practices/" + id);
    }

    private ModelAndView page(Actor actor, @Nullable PracticeView practice, HttpStatus status) {
        if (!actor.is(Role.QUALITY_MANAGER) && actor.leads().isEmpty()) {
            throw new NotAllowed("Une bonne pratique se rédige par un référent qualité ou un responsable d'équipe. "
                    + "Racontez-leur la vôtre.");
        }
        return new ModelAndView("network/practice-form", status)
                .addObject("practice", practice)
                .addObject("everyChannel", Channel.values())
                .addObject("themes", themes(actor))
                .addObject("longest", PracticeText.MAX_TEXT);
    }

    /** The themes of the standards the commune uses, so that others find the practice under words they know. */
    private List<String> themes(Actor actor) {
        return standards.usableBy(actor.commune()).stream()
                .flatMap(version -> standards.content(version.id()).themes().stream())
                .map(theme -> theme.titleFr())
                .distinct()
                .sorted()
                .toList();
    }
}
