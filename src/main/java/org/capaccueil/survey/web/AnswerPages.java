package org.capaccueil.survey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.survey.domain.Answering;
import org.capaccueil.survey.domain.Answering.Asked;
import org.capaccueil.survey.domain.Answering.Move;
import org.capaccueil.survey.domain.Answering.Screen;
import org.capaccueil.survey.domain.Language;
import org.capaccueil.survey.domain.QuestionnaireText;
import org.capaccueil.survey.domain.SurveyQuestion;
import org.capaccueil.survey.domain.WayKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where residents answer: plain forms, one question a screen, and nobody asks who they are. Every step is a post that is
 * answered with the next screen, so that the secret of the answer never stands in an address.
 */
@Controller
@RequestMapping("/s/{code}")
class AnswerPages {

    private static final String VIEW = "survey/resident";
    private static final String SECONDS_TO_RETRY = "60";

    private final Answering answering;
    private final FloodGate gate;

    AnswerPages(Answering answering, FloodGate gate) {
        this.answering = answering;
        this.gate = gate;
    }

    @GetMapping
    ModelAndView welcome(
            @PathVariable String code,
            @RequestParam(defaultValue = "fr") String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        return seen(
                code,
                lang,
                request,
                response,
                asked -> isKiosk(asked)
                        ? new ModelAndView("redirect:/s/" + asked.way().code() + "/kiosk")
                        : welcome(asked, lang));
    }

    @GetMapping("/kiosk")
    ModelAndView kiosk(
            @PathVariable String code,
            @RequestParam(defaultValue = "fr") String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        return seen(
                code,
                lang,
                request,
                response,
                asked -> isKiosk(asked)
                        ? welcome(asked, lang)
                        : new ModelAndView("redirect:/s/" + asked.way().code()));
    }

    /** A page that was reloaded by hand, or came back from the history. */
    @GetMapping("/answer")
    ModelAndView again(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return seen(
                code,
                "fr",
                request,
                response,
                asked -> new ModelAndView("redirect:/s/" + asked.way().code()));
    }

    /** Whoever typed a stroke too many finds the survey, and whoever typed more a resident's page that says so. */
    @GetMapping("/**")
    ModelAndView beyond(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        if (!request.getRequestURI().endsWith("/" + code + "/")) {
            throw new NotFound();
        }
        return again(code, request, response);
    }

    @GetMapping("/thanks")
    ModelAndView thanks(
            @PathVariable String code,
            @RequestParam(defaultValue = "fr") String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!isKiosk(request)) {
            // on a shared machine nobody goes back to what was answered
            response.setHeader("Clear-Site-Data", "\"cache\"");
        }
        return gate.admit(
                request.getRemoteAddr(),
                () -> page(answering.asked(code), lang, "thanks", HttpStatus.OK),
                // it is sent, and must not look as if it were not
                () -> bare("thanks", HttpStatus.OK, code, lang, request));
    }

    private ModelAndView seen(
            String code,
            String lang,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Asked, ModelAndView> page) {
        return gate.admit(
                request.getRemoteAddr(),
                () -> page.apply(answering.asked(code)),
                () -> later(code, lang, "", "", List.of(), Move.NEXT, request, response));
    }

    private static ModelAndView welcome(Asked asked, String lang) {
        return page(asked, lang, asked.open() ? "welcome" : "closed", HttpStatus.OK);
    }

    @PostMapping
    ModelAndView begin(
            @PathVariable String code,
            @RequestParam(defaultValue = "fr") String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        return gate.admit(
                request.getRemoteAddr(),
                () -> {
                    Asked asked = answering.asked(code);
                    return asked.open()
                            ? question(asked, lang, answering.begin(), answering.first(asked), response)
                            : welcome(asked, lang);
                },
                () -> later(code, lang, "", "", List.of(), Move.NEXT, request, response));
    }

    /**
     * @param form for its field {@code answer}: the numbers that were chosen, or the text
     * @param website a field people do not see; whoever fills it in is thanked and not counted
     */
    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable String code,
            @RequestParam(defaultValue = "fr") String lang,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String question,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "NEXT") Move move,
            @RequestParam(defaultValue = "") String website,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> typed = form.getOrDefault("answer", List.of());
        return gate.admit(
                request.getRemoteAddr(),
                () -> {
                    Asked asked = answering.asked(code);
                    if (!asked.open()) {
                        return welcome(asked, lang);
                    }
                    if (!website.isEmpty()) {
                        return thanked(asked, lang);
                    }
                    try {
                        Screen screen = answering.answer(asked, secret, question, typed, move);
                        return screen.isSent() ? thanked(asked, lang) : question(asked, lang, secret, screen, response);
                    } catch (StepNoLongerOpen closed) {
                        return page(asked, lang, "closed", HttpStatus.OK);
                    }
                },
                () -> later(code, lang, secret, question, typed, move, request, response));
    }

    private static ModelAndView thanked(Asked asked, String lang) {
        return new ModelAndView("redirect:/s/" + asked.way().code() + "/thanks?lang="
                + language(asked, lang).code() + (isKiosk(asked) ? "&kiosk=true" : ""));
    }

    private static ModelAndView question(
            Asked asked, String lang, String secret, Screen screen, HttpServletResponse response) {
        if (!isKiosk(asked)) {
            // the browser's own way back shows the question before, and not that a form has to be sent again
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        QuestionnaireText text = asked.text().in(language(asked, lang));
        String code = String.valueOf(
                screen.question() == null ? null : screen.question().code());
        SurveyQuestion question = text.question(code).orElseThrow();
        return page(asked, lang, "question", screen.fault() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .addObject("question", question)
                .addObject("number", text.position(code) + 1)
                .addObject("total", text.questions().size())
                .addObject("given", screen.given())
                .addObject("fault", screen.fault())
                .addObject("secret", secret);
    }

    /** Says to wait a minute; what was typed stands in the page and is sent again by its button. */
    private ModelAndView later(
            String code,
            String lang,
            String secret,
            String question,
            List<String> typed,
            Move move,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY);
        return bare("later", HttpStatus.TOO_MANY_REQUESTS, code, lang, request)
                .addObject("secret", secret)
                .addObject("asked", question)
                .addObject("typed", typed)
                .addObject("move", move);
    }

    /** Without looking for the survey. */
    private static ModelAndView bare(
            String screen, HttpStatus status, String code, String lang, HttpServletRequest request) {
        Language language = Language.coded(lang).orElse(Language.FR);
        return new ModelAndView(VIEW, status)
                .addObject("screen", screen)
                .addObject("code", code)
                .addObject("kiosk", isKiosk(request))
                .addObject("language", language)
                .addObject("words", ScreenWords.in(language));
    }

    private static ModelAndView page(Asked asked, String lang, String screen, HttpStatus status) {
        Language language = language(asked, lang);
        return new ModelAndView(VIEW, status)
                .addObject("screen", screen)
                .addObject("code", asked.way().code())
                .addObject("kiosk", isKiosk(asked))
                .addObject("commune", asked.commune())
                .addObject("text", asked.text().in(language))
                .addObject("languages", asked.text().languages())
                .addObject("language", language)
                .addObject("words", ScreenWords.in(language));
    }

    /** What a kiosk's pages say of themselves, where the survey is not looked for. */
    static boolean isKiosk(HttpServletRequest request) {
        return request.getParameter("kiosk") != null || request.getRequestURI().endsWith("/kiosk");
    }

    private static boolean isKiosk(Asked asked) {
        return asked.way().kind() == WayKind.KIOSK;
    }

    private static Language language(Asked asked, String lang) {
        return Language.coded(lang).filter(asked.text().languages()::contains).orElse(Language.FR);
    }
}
