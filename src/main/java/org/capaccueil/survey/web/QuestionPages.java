package org.capaccueil.survey.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.NotFound;
import org.capaccueil.survey.domain.Language;
import org.capaccueil.survey.domain.QuestionType;
import org.capaccueil.survey.domain.QuestionWords;
import org.capaccueil.survey.domain.QuestionnaireDesk;
import org.capaccueil.survey.domain.QuestionnaireDesk.Sheet;
import org.capaccueil.survey.domain.Translation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the questions of a draft are worded, ordered and translated. */
@Controller
@RequestMapping("/surveys/questionnaires/{id}")
class QuestionPages {

    private final QuestionnaireDesk desk;

    QuestionPages(QuestionnaireDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "surveys";
    }

    @GetMapping("/questions/new")
    ModelAndView blank(Actor actor, @PathVariable UUID id) {
        return page(actor, id, null, HttpStatus.OK).addObject("form", QuestionForm.empty());
    }

    @PostMapping("/questions/new")
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") QuestionForm form,
            BindingResult faults,
            RedirectAttributes next) {
        ModelAndView page =
                page(actor, id, null, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
        try {
            return Attempt.run(faults, () -> desk.add(actor, id, version, form.question("")))
                    ? done(id, "La question est ajoutée à la fin.", next)
                    : page;
        } catch (ChangedMeanwhile conflict) {
            return conflicting(actor, id, null, conflict);
        }
    }

    @GetMapping("/questions/{question}")
    ModelAndView question(Actor actor, @PathVariable UUID id, @PathVariable String question) {
        ModelAndView page = page(actor, id, question, HttpStatus.OK);
        Sheet sheet = desk.sheet(actor, id);
        return page.addObject(
                "form", QuestionForm.of(sheet.text().question(question).orElseThrow(NotFound::new)));
    }

    @PostMapping("/questions/{question}")
    ModelAndView reword(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam long version,
            @ModelAttribute("form") QuestionForm form,
            BindingResult faults,
            RedirectAttributes next) {
        ModelAndView page =
                page(actor, id, question, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
        try {
            return Attempt.run(faults, () -> desk.reword(actor, id, version, form.question(question)))
                    ? done(id, "La question est enregistrée.", next)
                    : page;
        } catch (ChangedMeanwhile conflict) {
            return conflicting(actor, id, question, conflict);
        }
    }

    @PostMapping("/questions/{question}/place")
    ModelAndView move(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean up,
            RedirectAttributes next) {
        desk.move(actor, id, version, question, up);
        return done(id, up ? "La question est remontée." : "La question est descendue.", next);
    }

    @PostMapping("/questions/{question}/removal")
    ModelAndView remove(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam long version,
            RedirectAttributes next) {
        desk.remove(actor, id, version, question);
        return done(id, "La question est retirée.", next);
    }

    @GetMapping("/languages/{language}")
    ModelAndView language(Actor actor, @PathVariable UUID id, @PathVariable String language) {
        Sheet sheet = desk.sheet(actor, id);
        Language into = into(language);
        Translation before = sheet.text().translations().getOrDefault(into, new Translation("", Map.of()));
        return new ModelAndView("survey/language")
                .addObject("sheet", sheet)
                .addObject("language", into)
                .addObject("translation", before)
                .addObject("complete", sheet.text().languages().contains(into));
    }

    @PostMapping("/languages/{language}")
    ModelAndView translate(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String language,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Language into = into(language);
        Map<String, QuestionWords> questions = new LinkedHashMap<>();
        desk.sheet(actor, id).text().questions().forEach(question -> {
            String text = form.getFirst("text-" + question.code());
            List<String> options = form.getOrDefault("option-" + question.code(), List.of());
            if (text != null) {
                questions.put(question.code(), new QuestionWords(text, options));
            }
        });
        String title = form.getFirst("title");
        desk.translate(actor, id, version, into, new Translation(title == null ? "" : title, questions));
        boolean complete = desk.sheet(actor, id).text().languages().contains(into);
        return done(
                id,
                complete
                        ? "La traduction est complète : les habitants peuvent la choisir."
                        : "La traduction est enregistrée. Elle n'est pas proposée tant qu'il y manque quelque chose.",
                next);
    }

    private static Language into(String code) {
        return Language.coded(code).filter(language -> language != Language.FR).orElseThrow(NotFound::new);
    }

    private ModelAndView page(Actor actor, UUID id, @Nullable String question, HttpStatus status) {
        Sheet sheet = desk.sheet(actor, id);
        return new ModelAndView("survey/question", status)
                .addObject("sheet", sheet)
                .addObject("code", question)
                .addObject("version", sheet.head().version())
                .addObject("everyType", QuestionType.values());
    }

    /** Both versions are on the page: saving again is said over the one that is kept. */
    private ModelAndView conflicting(Actor actor, UUID id, @Nullable String question, ChangedMeanwhile conflict) {
        return page(actor, id, question, HttpStatus.CONFLICT).addObject("conflict", conflict);
    }

    private static ModelAndView done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/surveys/questionnaires/" + id);
    }
}
