package org.capaccueil.survey.web;

import java.util.Map;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.survey.domain.Given;
import org.capaccueil.survey.domain.Language;
import org.capaccueil.survey.domain.QuestionnaireDesk;
import org.capaccueil.survey.domain.QuestionnaireDesk.Sheet;
import org.capaccueil.survey.domain.QuestionnaireText;
import org.jspecify.annotations.Nullable;
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

/** The commune's questionnaires and the life of their versions. */
@Controller
@RequestMapping("/surveys/questionnaires")
class QuestionnairePages {

    private final QuestionnaireDesk desk;

    QuestionnairePages(QuestionnaireDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "surveys";
    }

    /** Title, duration and the question that asks for the satisfaction as a whole. */
    record HeadForm(@Nullable String title, @Nullable Integer minutes, @Nullable String overall) {}

    record WithdrawalForm(@Nullable String reason) {}

    @GetMapping
    String shelf(Actor actor, Model page) {
        page.addAttribute("shelf", desk.shelf(actor));
        return "survey/questionnaires";
    }

    @PostMapping
    String begin(Actor actor, RedirectAttributes next) {
        UUID draft = desk.beginWithShipped(actor);
        next.addFlashAttribute("notice", "Un brouillon est commencé avec les dix questions livrées. Adaptez-les.");
        return "redirect:/surveys/questionnaires/" + draft;
    }

    @GetMapping("/{id}")
    ModelAndView questionnaire(Actor actor, @PathVariable UUID id) {
        Sheet sheet = desk.sheet(actor, id);
        QuestionnaireText text = sheet.text();
        return page(sheet, HttpStatus.OK)
                .addObject("version", sheet.head().version())
                .addObject("form", new HeadForm(text.title(), text.minutes(), text.overall()))
                .addObject("withdrawal", new WithdrawalForm(""));
    }

    @PostMapping("/{id}")
    ModelAndView head(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") HeadForm form,
            BindingResult faults,
            RedirectAttributes next) {
        Integer minutes = form.minutes();
        String overall = form.overall();
        boolean saved = Attempt.run(
                faults,
                () -> desk.head(
                        actor,
                        id,
                        version,
                        form.title() == null ? "" : form.title(),
                        minutes == null ? 0 : minutes,
                        overall == null || overall.isBlank() ? null : overall));
        return saved
                ? done(id, "C'est enregistré.", next)
                : page(desk.sheet(actor, id), HttpStatus.UNPROCESSABLE_ENTITY)
                        .addObject("version", version)
                        .addObject("withdrawal", new WithdrawalForm(""));
    }

    @PostMapping("/{id}/publication")
    ModelAndView publish(Actor actor, @PathVariable UUID id, @RequestParam long version, RedirectAttributes next) {
        desk.publish(actor, id, version);
        return done(id, "Le questionnaire est publié : une enquête peut le poser.", next);
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("withdrawal") WithdrawalForm form,
            BindingResult faults,
            RedirectAttributes next) {
        if (Attempt.run(faults, () -> desk.withdraw(actor, id, form.reason() == null ? "" : form.reason()))) {
            return done(id, "Cette version est retirée : aucune nouvelle enquête ne la pose.", next);
        }
        Sheet sheet = desk.sheet(actor, id);
        return page(sheet, HttpStatus.UNPROCESSABLE_ENTITY)
                .addObject(
                        "form",
                        new HeadForm(
                                sheet.text().title(),
                                sheet.text().minutes(),
                                sheet.text().overall()));
    }

    @PostMapping("/{id}/next")
    ModelAndView next(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return done(desk.beginNext(actor, id), "Le brouillon de la nouvelle version est ouvert.", next);
    }

    @PostMapping("/{id}/removal")
    String discard(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.discard(actor, id);
        next.addFlashAttribute("notice", "Le brouillon est supprimé.");
        return "redirect:/surveys/questionnaires";
    }

    /** As a resident sees it, screen by screen; nothing typed here is sent. */
    @GetMapping("/{id}/preview")
    ModelAndView preview(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "fr") String lang,
            @RequestParam(defaultValue = "1") int number) {
        Sheet sheet = desk.sheet(actor, id);
        Language language =
                Language.coded(lang).filter(sheet.text().languages()::contains).orElse(Language.FR);
        QuestionnaireText text = sheet.text().in(language);
        int total = text.questions().size();
        int at = Math.max(1, Math.min(number, total));
        return new ModelAndView("survey/preview")
                .addObject("sheet", sheet)
                .addObject("language", language)
                .addObject("languages", sheet.text().languages())
                .addObject("words", ScreenWords.in(language))
                .addObject("text", text)
                .addObject("question", total == 0 ? null : text.questions().get(at - 1))
                .addObject("given", new Given(Map.of(), Map.of()))
                .addObject("number", at)
                .addObject("total", total);
    }

    private static ModelAndView page(Sheet sheet, HttpStatus status) {
        return new ModelAndView("survey/questionnaire", status)
                .addObject("sheet", sheet)
                .addObject("otherLanguages", Language.besidesFrench());
    }

    private static ModelAndView done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/surveys/questionnaires/" + id);
    }
}
