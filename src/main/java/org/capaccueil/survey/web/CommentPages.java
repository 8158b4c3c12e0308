package org.capaccueil.survey.web;

import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.CommentDesk;
import org.capaccueil.survey.domain.CommentView;
import org.capaccueil.survey.domain.SurveyReading;
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

/** Where quality managers read free texts over before anybody else does. */
@Controller
@RequestMapping("/surveys/{id}/comments")
class CommentPages {

    private final SurveyReading reading;
    private final CommentDesk desk;

    CommentPages(SurveyReading reading, CommentDesk desk) {
        this.reading = reading;
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "surveys";
    }

    /** What is done with one: passages to leave out, and what it is about. */
    record ModerationForm(@Nullable String mask, @Nullable String tags) {}

    @GetMapping
    ModelAndView received(
            Actor actor,
            @PathVariable SurveyId id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String tag) {
        return page(actor, id, words, tag, HttpStatus.OK).addObject("form", new ModerationForm("", ""));
    }

    @PostMapping("/{comment}")
    ModelAndView decide(
            Actor actor,
            @PathVariable SurveyId id,
            @PathVariable UUID comment,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean reject,
            @ModelAttribute("form") ModerationForm form,
            BindingResult faults,
            RedirectAttributes next) {
        String tags = form.tags() == null ? "" : form.tags();
        boolean done = Attempt.run(faults, () -> {
            if (reject) {
                desk.reject(actor, id, comment, version, tags);
            } else {
                desk.publish(actor, id, comment, version, form.mask() == null ? "" : form.mask(), tags);
            }
        });
        if (!done) {
            return page(actor, id, "", "", HttpStatus.UNPROCESSABLE_ENTITY).addObject("at", comment);
        }
        next.addFlashAttribute("notice", reject ? "Le commentaire est écarté." : "Le commentaire est publié.");
        return new ModelAndView("redirect:/surveys/" + id + "/comments");
    }

    private ModelAndView page(Actor actor, SurveyId id, String words, String tag, HttpStatus status) {
        List<CommentView> comments = desk.received(actor, id, words, tag);
        return new ModelAndView("survey/comments", status)
                .addObject("sheet", reading.sheet(actor, id))
                .addObject("comments", comments)
                .addObject("words", words)
                .addObject("tag", tag);
    }
}
