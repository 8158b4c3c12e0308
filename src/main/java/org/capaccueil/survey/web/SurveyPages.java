package org.capaccueil.survey.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TypedNumber;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.CommentDesk;
import org.capaccueil.survey.domain.CommentSearch;
import org.capaccueil.survey.domain.Results;
import org.capaccueil.survey.domain.SampleSize;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.SurveyReading;
import org.capaccueil.survey.domain.SurveyReading.Sheet;
import org.capaccueil.survey.domain.WayView;
import org.capaccueil.survey.report.PosterPress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The surveys of a commune: their ways in, and what they told. */
@Controller
class SurveyPages {

    private final SurveyReading reading;
    private final SurveyDesk desk;
    private final Results results;
    private final CommentDesk comments;
    private final PosterPress posters;
    private final String address;

    SurveyPages(
            SurveyReading reading,
            SurveyDesk desk,
            Results results,
            CommentDesk comments,
            PosterPress posters,
            @Value("${capaccueil.public-address}") String address) {
        this.reading = reading;
        this.desk = desk;
        this.results = results;
        this.comments = comments;
        this.posters = posters;
        this.address = address;
    }

    @ModelAttribute("section")
    String section() {
        return "surveys";
    }

    @ModelAttribute("manager")
    boolean manager(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER);
    }

    @GetMapping("/surveys")
    String list(Actor actor, Model page) {
        page.addAttribute("surveys", reading.list(actor));
        return "survey/surveys";
    }

    @GetMapping("/surveys/{id}")
    String survey(Actor actor, @PathVariable SurveyId id, Model page) {
        page.addAttribute("sheet", reading.sheet(actor, id));
        page.addAttribute("address", address);
        return "survey/survey";
    }

    @PostMapping("/surveys/{id}/opening")
    String open(Actor actor, @PathVariable SurveyId id, @RequestParam long version, RedirectAttributes next) {
        boolean opened = desk.open(actor, id, version);
        next.addFlashAttribute(
                "notice",
                opened
                        ? "L'enquête est ouverte : les habitants peuvent répondre."
                        : "L'enquête s'ouvrira d'elle-même le premier jour.");
        return "redirect:/surveys/" + id;
    }

    @PostMapping("/surveys/{id}/closing")
    String close(Actor actor, @PathVariable SurveyId id, RedirectAttributes next) {
        desk.close(actor, id);
        next.addFlashAttribute("notice", "L'enquête est close : ses résultats sont complets.");
        return "redirect:/surveys/" + id + "/results";
    }

    @GetMapping("/surveys/{id}/posters/{way}")
    ResponseEntity<byte[]> poster(Actor actor, @PathVariable SurveyId id, @PathVariable UUID way) {
        Sheet sheet = reading.sheet(actor, id);
        WayView asked = sheet.poster(way);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("affiche-" + asked.code() + ".pdf")
                                .build()
                                .toString())
                .body(posters.print(sheet, asked));
    }

    @GetMapping("/surveys/{id}/results")
    String results(
            Actor actor,
            @PathVariable SurveyId id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(name = "page", defaultValue = "0") int number,
            Model page) {
        CommentSearch search = new CommentSearch(words, tag, null, number);
        page.addAttribute("sheet", results.of(actor, id));
        page.addAttribute("found", comments.published(actor, id, search));
        page.addAttribute("search", search);
        return "survey/results";
    }

    @GetMapping("/surveys/{id}/results.csv")
    void resultsCsv(Actor actor, @PathVariable SurveyId id, HttpServletResponse response) throws IOException {
        Results.Sheet sheet = results.of(actor, id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("resultats-" + sheet.survey().firstDay() + ".csv")
                        .build()
                        .toString());
        ResultsCsv.write(sheet, response.getWriter()::print);
    }

    /** For whom and how exactly; empty for a population too large to count. */
    record SampleForm(@Nullable String population, @Nullable String margin) {

        private static final BigDecimal USUAL_MARGIN = BigDecimal.valueOf(5);

        SampleSize size() {
            BigDecimal typed = TypedNumber.of("margin", margin);
            return new SampleSize(
                    TypedNumber.whole("population", population), (typed == null ? USUAL_MARGIN : typed).doubleValue());
        }
    }

    @GetMapping("/surveys/sample-size")
    ModelAndView sampleSize(Actor actor, @ModelAttribute("form") SampleForm form, BindingResult faults) {
        reading.requireTakesPart(actor);
        return Attempt.of(faults, form::size)
                .map(size -> new ModelAndView("survey/sample-size").addObject("size", size))
                .orElseGet(() -> new ModelAndView("survey/sample-size", HttpStatus.UNPROCESSABLE_ENTITY));
    }
}
