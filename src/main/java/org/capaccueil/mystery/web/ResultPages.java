package org.capaccueil.mystery.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.capaccueil.mystery.domain.MysteryResults;
import org.capaccueil.mystery.domain.MysteryResults.Row;
import org.capaccueil.mystery.domain.MysteryResults.Sheet;
import org.capaccueil.mystery.domain.RemarkDesk;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.SpreadsheetText;
import org.capaccueil.shared.TypedNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** What an opened wave told, and its remarks to read over. */
@Controller
@RequestMapping("/mystery/waves/{id}")
class ResultPages {

    private final MysteryResults results;
    private final RemarkDesk remarks;

    ResultPages(MysteryResults results, RemarkDesk remarks) {
        this.results = results;
        this.remarks = remarks;
    }

    @ModelAttribute("section")
    String section() {
        return "mystery";
    }

    /** Passages to leave out. */
    record ModerationForm(@Nullable String mask) {}

    @GetMapping("/results")
    ModelAndView results(Actor actor, @PathVariable UUID id) {
        return new ModelAndView("mystery/results")
                .addObject("sheet", results.of(actor, id))
                .addObject("manager", actor.is(Role.QUALITY_MANAGER));
    }

    @GetMapping("/results.csv")
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable UUID id) {
        Sheet sheet = results.of(actor, id);
        SpreadsheetText text = new SpreadsheetText()
                .line(List.of(
                        "Regroupement",
                        "Libellé",
                        "Points obtenus",
                        "Points possibles",
                        "Note sur 10",
                        "Visites",
                        "Avis"));
        Stream.of(
                        Stream.of(cells("Vague", sheet.whole())),
                        sheet.byTeam().stream().map(row -> cells("Équipe", row)),
                        sheet.byPoint().stream().map(row -> cells("Point d'accueil", row)),
                        sheet.byChannel().stream().map(row -> cells("Canal", row)),
                        sheet.byMoment().stream().map(row -> cells("Moment", row)),
                        sheet.weakest().stream().map(row -> cells("Ligne de la grille", row)))
                .flatMap(rows -> rows)
                .forEach(text::line);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("evaluations-mystere-" + sheet.wave().firstDay() + ".csv")
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(String group, Row row) {
        return List.of(
                group,
                row.label(),
                String.valueOf(row.score().obtained()),
                String.valueOf(row.score().possible()),
                TypedNumber.written(row.score().value()),
                String.valueOf(row.score().visits()),
                row.verdict().title());
    }

    @GetMapping("/remarks")
    ModelAndView remarks(Actor actor, @PathVariable UUID id) {
        return page(actor, id, HttpStatus.OK).addObject("form", new ModerationForm(""));
    }

    @PostMapping("/remarks/{visit}")
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean reject,
            @ModelAttribute("form") ModerationForm form,
            BindingResult faults,
            RedirectAttributes next) {
        String mask = form.mask() == null ? "" : form.mask();
        if (!Attempt.run(faults, () -> remarks.decide(actor, id, visit, version, !reject, mask))) {
            return page(actor, id, HttpStatus.UNPROCESSABLE_ENTITY).addObject("at", visit);
        }
        next.addFlashAttribute("notice", reject ? "La remarque est écartée." : "La remarque est publiée.");
        return new ModelAndView("redirect:/mystery/waves/" + id + "/remarks");
    }

    private ModelAndView page(Actor actor, UUID id, HttpStatus status) {
        return new ModelAndView("mystery/remarks", status).addObject("board", remarks.board(actor, id));
    }
}
