package org.capaccueil.survey.web;

import java.util.EnumSet;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.CommentDesk;
import org.capaccueil.survey.domain.CommentSearch;
import org.capaccueil.survey.domain.CommentState;
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

    /** What is looked for; it is kept from page to page and when something is decided. */
    record SearchForm(
            @Nullable String words, @Nullable String tag, @Nullable CommentState state, @Nullable Integer page) {

        CommentSearch search() {
            return new CommentSearch(
                    words == null ? "" : words, tag == null ? "" : tag, state, page == null ? 0 : page);
        }
    }

    @GetMapping
    ModelAndView received(Actor actor, @PathVariable SurveyId id, @ModelAttribute SearchForm sought) {
        return page(actor, id, sought.search(), HttpStatus.OK).addObject("form", new ModerationForm("", ""));
    }

    @PostMapping("/{comment}")
    ModelAndView decide(
            Actor actor,
            @PathVariable SurveyId id,
            @PathVariable UUID comment,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean reject,
            @ModelAttribute SearchForm sought,
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
        CommentSearch search = sought.search();
        if (!done) {
            return page(actor, id, search, HttpStatus.UNPROCESSABLE_ENTITY).addObject("at", comment);
        }
        next.addFlashAttribute("notice", reject ? "Le commentaire est écarté." : "Le commentaire est publié.");
        if (search.isRestricted() || search.page() > 0) {
            next.addAttribute("words", search.words())
                    .addAttribute("tag", search.tag())
                    .addAttribute(
                            "state",
                            search.state() == null ? "" : search.state().name())
                    .addAttribute("page", search.page());
        }
        return new ModelAndView("redirect:/surveys/" + id + "/comments");
    }

    private ModelAndView page(Actor actor, SurveyId id, CommentSearch search, HttpStatus status) {
        return new ModelAndView("survey/comments", status)
                .addObject("sheet", reading.sheet(actor, id))
                .addObject("found", desk.received(actor, id, search))
                .addObject("search", search)
                .addObject("states", EnumSet.complementOf(EnumSet.of(CommentState.ARRIVED)));
    }
}
