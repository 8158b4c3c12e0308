package org.capaccueil.tally.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.SpreadsheetText;
import org.capaccueil.tally.domain.FigureFilter;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.TallyReading;
import org.capaccueil.tally.domain.TallyReading.Exported;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the tally tells: load, outcomes and first-contact resolution by point, channel, subject and hour. */
@Controller
class FigurePages {

    private final TallyReading reading;
    private final Clock clock;

    FigurePages(TallyReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "tally";
    }

    @GetMapping("/tally/figures")
    ModelAndView figures(Actor actor, @ModelAttribute("form") FigureForm asked, BindingResult faults) {
        FigureForm form = asked.since(PublicTime.today(clock));
        ModelAndView page = new ModelAndView("tally/figures")
                .addObject("dense", true)
                .addObject("shown", form)
                .addObject("options", reading.options(actor))
                .addObject("everyChannel", Channel.values())
                .addObject("everyOutcome", Outcome.values())
                .addObject("member", !actor.teams().isEmpty())
                .addObject("manager", actor.is(Role.QUALITY_MANAGER));
        Attempt.of(faults, () -> reading.figures(actor, form.filter()))
                .ifPresentOrElse(
                        figures -> page.addObject("figures", figures)
                                .addObject("notes", reading.notes(actor, form.filter()))
                                .addObject("hours", HourBoard.of(figures.byHour())),
                        () -> page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY));
        return page;
    }

    /** Written line by line as the database reads it, however long it gets. */
    @GetMapping("/tally/figures.csv")
    void csv(Actor actor, FigureForm asked, HttpServletResponse response) throws IOException {
        FigureFilter filter = asked.since(PublicTime.today(clock)).filter();
        TallyReading.requireReader(actor);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("recueil-" + filter.from() + "-" + filter.to() + ".csv")
                        .build()
                        .toString());
        PrintWriter out = response.getWriter();
        out.print(new SpreadsheetText()
                .line(List.of(
                        "Jour", "Heure", "Point d'accueil", "Canal", "Sujet", "Issue", "Orienté vers", "Demandes")));
        reading.export(actor, filter, line -> out.print(SpreadsheetText.row(cells(line))));
    }

    private static List<String> cells(Exported line) {
        return List.of(
                line.day().toString(),
                line.hour() + " h",
                line.point(),
                line.channel().title(),
                line.subject(),
                line.outcome().title(),
                line.orientation(),
                String.valueOf(line.contacts()));
    }
}
