package org.capaccueil.mystery.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.mystery.domain.ScenarioDesk;
import org.capaccueil.mystery.domain.ScenarioView;
import org.capaccueil.mystery.domain.WaveDesk;
import org.capaccueil.mystery.domain.WaveReading;
import org.capaccueil.mystery.domain.WaveReading.Sheet;
import org.capaccueil.mystery.domain.WaveView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
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

/** Where quality managers prepare waves. */
@Controller
class WaveFormPages {

    private static final int USUAL_DAYS = 42;
    private static final String USUAL_NUMBER = "2";

    private final WaveReading reading;
    private final WaveDesk desk;
    private final ScenarioDesk scenarios;
    private final Clock clock;

    WaveFormPages(WaveReading reading, WaveDesk desk, ScenarioDesk scenarios, Clock clock) {
        this.reading = reading;
        this.desk = desk;
        this.scenarios = scenarios;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "mystery";
    }

    @GetMapping("/mystery/waves/new")
    ModelAndView blank(Actor actor) {
        LocalDate first = PublicTime.today(clock).plusDays(1);
        return page(actor, null, HttpStatus.OK)
                .addObject(
                        "form",
                        new WaveForm(
                                "",
                                first,
                                first.plusDays(USUAL_DAYS),
                                USUAL_NUMBER,
                                "",
                                Set.of(),
                                scenarios.shelf(actor).stream()
                                        .filter(ScenarioView::isInUse)
                                        .map(ScenarioView::id)
                                        .collect(Collectors.toSet())));
    }

    @PostMapping("/mystery/waves/new")
    ModelAndView prepare(
            Actor actor, @ModelAttribute("form") WaveForm form, BindingResult faults, RedirectAttributes next) {
        actor.require(Role.QUALITY_MANAGER);
        return Attempt.of(faults, () -> desk.prepare(actor, form.plan()))
                .map(id -> saved(id, "La vague est préparée. Faites proposer les observations.", next))
                .orElseGet(() -> page(actor, null, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @GetMapping("/mystery/waves/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable UUID id) {
        Sheet sheet = reading.sheet(actor, id);
        return page(actor, sheet.wave(), HttpStatus.OK).addObject("form", WaveForm.of(sheet));
    }

    @PostMapping("/mystery/waves/{id}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") WaveForm form,
            BindingResult faults,
            RedirectAttributes next) {
        WaveView wave = reading.sheet(actor, id).wave();
        try {
            return Attempt.run(faults, () -> desk.change(actor, id, version, form.plan()))
                    ? saved(id, "La vague est modifiée. Faites proposer les observations de nouveau.", next)
                    : page(actor, wave, HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (ChangedMeanwhile conflict) {
            return page(actor, wave, HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
    }

    private static ModelAndView saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/mystery/waves/" + id);
    }

    private ModelAndView page(Actor actor, @Nullable WaveView wave, HttpStatus status) {
        return new ModelAndView("mystery/wave-form", status)
                .addObject("wave", wave)
                .addObject(
                        "scenarios",
                        scenarios.shelf(actor).stream()
                                .filter(ScenarioView::isInUse)
                                .toList())
                .addObject("teams", reading.teams(actor));
    }
}
