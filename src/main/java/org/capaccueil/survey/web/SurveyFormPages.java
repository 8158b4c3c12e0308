package org.capaccueil.survey.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.QuestionnaireDesk;
import org.capaccueil.survey.domain.QuestionnaireView;
import org.capaccueil.survey.domain.Sampling;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.SurveyReading;
import org.capaccueil.survey.domain.SurveyReading.Sheet;
import org.capaccueil.survey.domain.SurveyView;
import org.capaccueil.survey.domain.WayKind;
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

/** Where quality managers prepare surveys. */
@Controller
class SurveyFormPages {

    private static final int USUAL_DAYS = 30;

    private final SurveyReading reading;
    private final SurveyDesk desk;
    private final QuestionnaireDesk questionnaires;
    private final Clock clock;

    SurveyFormPages(SurveyReading reading, SurveyDesk desk, QuestionnaireDesk questionnaires, Clock clock) {
        this.reading = reading;
        this.desk = desk;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "surveys";
    }

    @GetMapping("/surveys/new")
    ModelAndView blank(Actor actor) {
        LocalDate today = PublicTime.today(clock);
        List<QuestionnaireView> askable = questionnaires.askable(actor);
        UUID latest = askable.isEmpty() ? null : askable.get(0).id();
        return page(actor, null, HttpStatus.OK)
                .addObject(
                        "form",
                        new SurveyForm(
                                latest,
                                "",
                                today,
                                today.plusDays(USUAL_DAYS),
                                Sampling.OPEN,
                                null,
                                Set.of(),
                                EnumSet.of(WayKind.LINK, WayKind.POSTER)));
    }

    @PostMapping("/surveys/new")
    ModelAndView prepare(
            Actor actor, @ModelAttribute("form") SurveyForm form, BindingResult faults, RedirectAttributes next) {
        actor.require(Role.QUALITY_MANAGER);
        return Attempt.of(faults, () -> desk.prepare(actor, form.plan()))
                .map(id -> saved(id, "L'enquête est préparée. Relisez-la, puis ouvrez-la.", next))
                .orElseGet(() -> page(actor, null, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @GetMapping("/surveys/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable SurveyId id) {
        Sheet sheet = reading.sheet(actor, id);
        return page(actor, sheet.survey(), HttpStatus.OK)
                .addObject("form", SurveyForm.of(sheet))
                .addObject("version", sheet.survey().version());
    }

    @PostMapping("/surveys/{id}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable SurveyId id,
            @RequestParam long version,
            @ModelAttribute("form") SurveyForm form,
            BindingResult faults,
            RedirectAttributes next) {
        SurveyView survey = reading.sheet(actor, id).survey();
        try {
            if (Attempt.run(faults, () -> desk.change(actor, id, version, form.plan()))) {
                return saved(
                        id,
                        "L'enquête est modifiée. Les adresses et les affiches de ce qui reste coché n'ont pas changé."
                                + (survey.ready() ? " Elle ne s'ouvrira plus d'elle-même : ouvrez-la de nouveau." : ""),
                        next);
            }
            return page(actor, survey, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
        } catch (ChangedMeanwhile conflict) {
            return page(actor, survey, HttpStatus.CONFLICT)
                    .addObject("conflict", conflict)
                    .addObject("version", survey.version());
        }
    }

    private static ModelAndView saved(SurveyId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/surveys/" + id);
    }

    private ModelAndView page(Actor actor, @Nullable SurveyView survey, HttpStatus status) {
        return new ModelAndView("survey/survey-form", status)
                .addObject("survey", survey)
                .addObject("questionnaires", questionnaires.askable(actor))
                .addObject("teams", reading.teams(actor))
                .addObject("everySampling", Sampling.values())
                .addObject("everyKind", WayKind.values());
    }
}
