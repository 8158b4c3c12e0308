package org.capaccueil.mystery.web;

import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.mystery.domain.Charter;
import org.capaccueil.mystery.domain.ObserverDesk;
import org.capaccueil.mystery.domain.VisitDesk;
import org.capaccueil.mystery.domain.VisitMove;
import org.capaccueil.mystery.domain.WaveDesk;
import org.capaccueil.mystery.domain.WaveReading;
import org.capaccueil.mystery.domain.WaveReading.PlannedVisit;
import org.capaccueil.mystery.domain.WaveReading.Sheet;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TypedNumber;
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

/** A wave: its rules and period for all who see it, its plan for quality managers. */
@Controller
@RequestMapping("/mystery/waves/{id}")
class WavePages {

    private final WaveReading reading;
    private final WaveDesk desk;
    private final VisitDesk visits;
    private final ObserverDesk observers;

    WavePages(WaveReading reading, WaveDesk desk, VisitDesk visits, ObserverDesk observers) {
        this.reading = reading;
        this.desk = desk;
        this.visits = visits;
        this.observers = observers;
    }

    @ModelAttribute("section")
    String section() {
        return "mystery";
    }

    /** Who observes, when. */
    record MoveForm(@Nullable PersonId observer, @Nullable LocalDate day, @Nullable String hour) {}

    /** Why a visit counts no more, or will not be done. */
    record ReasonForm(@Nullable String reason) {

        static ReasonForm empty() {
            return new ReasonForm("");
        }

        String given() {
            return reason == null ? "" : reason;
        }
    }

    @GetMapping
    ModelAndView wave(Actor actor, @PathVariable UUID id) {
        return page(actor, id, HttpStatus.OK);
    }

    @PostMapping("/plan")
    ModelAndView propose(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return attempt(
                actor,
                id,
                () -> desk.propose(actor, id),
                "Les observations sont proposées. Relisez-les, puis confirmez.",
                next);
    }

    @PostMapping("/confirmation")
    ModelAndView confirm(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return attempt(
                actor,
                id,
                () -> desk.confirm(actor, id),
                "La vague est confirmée. Les équipes en voient les règles et la période, rien d'autre.",
                next);
    }

    @PostMapping("/opening")
    ModelAndView open(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return attempt(
                actor,
                id,
                () -> desk.open(actor, id),
                "Les résultats sont ouverts. Relisez les remarques avant de les publier.",
                next);
    }

    /** What the business refuses stands on the wave's page, where it is to be mended. */
    private ModelAndView attempt(Actor actor, UUID id, Runnable useCase, String notice, RedirectAttributes next) {
        try {
            useCase.run();
        } catch (BusinessRefusal refusal) {
            if (!refusal.isPlain()) {
                throw refusal;
            }
            return page(actor, id, HttpStatus.UNPROCESSABLE_ENTITY).addObject("refusal", refusal.sentence());
        }
        return done(id, notice, next);
    }

    @GetMapping("/visits/{visit}")
    ModelAndView visit(Actor actor, @PathVariable UUID id, @PathVariable UUID visit) {
        return movable(visitPage(actor, id, visit, HttpStatus.OK)).addObject("because", ReasonForm.empty());
    }

    /** With the plan as it is, to be changed. */
    private static ModelAndView movable(ModelAndView page) {
        PlannedVisit planned = (PlannedVisit) page.getModel().get("visit");
        return page.addObject(
                "form", new MoveForm(planned.observer(), planned.day(), Integer.toString(planned.hour())));
    }

    @PostMapping("/visits/{visit}")
    ModelAndView move(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @RequestParam long version,
            @ModelAttribute("form") MoveForm form,
            BindingResult faults,
            RedirectAttributes next) {
        boolean moved = Attempt.run(
                faults,
                () -> visits.move(
                        actor,
                        id,
                        visit,
                        version,
                        new VisitMove(form.observer(), form.day(), TypedNumber.whole("hour", form.hour()))));
        return moved
                ? done(id, "L'observation est déplacée.", next)
                : visitPage(actor, id, visit, HttpStatus.UNPROCESSABLE_ENTITY).addObject("because", ReasonForm.empty());
    }

    @PostMapping("/abandonments/{visit}")
    ModelAndView declareNotDone(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @ModelAttribute("because") ReasonForm form,
            BindingResult faults,
            RedirectAttributes next) {
        return Attempt.run(faults, () -> visits.declareNotDone(actor, id, visit, form.given()))
                ? done(id, "L'observation est déclarée non faite.", next)
                : movable(visitPage(actor, id, visit, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @PostMapping("/withdrawals/{visit}")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @ModelAttribute("because") ReasonForm form,
            BindingResult faults,
            RedirectAttributes next) {
        return Attempt.run(faults, () -> visits.withdraw(actor, id, visit, form.given()))
                ? done(id, "L'observation est retirée : elle reste visible et ne compte plus.", next)
                : movable(visitPage(actor, id, visit, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private ModelAndView page(Actor actor, UUID id, HttpStatus status) {
        return new ModelAndView("mystery/wave", status)
                .addObject("sheet", reading.sheet(actor, id))
                .addObject("rules", Charter.rules())
                .addObject("manager", actor.is(Role.QUALITY_MANAGER));
    }

    private ModelAndView visitPage(Actor actor, UUID id, UUID visit, HttpStatus status) {
        Sheet sheet = reading.sheet(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        PlannedVisit planned = sheet.plan().stream()
                .filter(one -> one.id().equals(visit))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new ModelAndView("mystery/planned-visit", status)
                .addObject("sheet", sheet)
                .addObject("visit", planned)
                .addObject("pool", observers.pool(actor));
    }

    private static ModelAndView done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/mystery/waves/" + id);
    }
}
