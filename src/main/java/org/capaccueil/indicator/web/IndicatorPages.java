package org.capaccueil.indicator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.SeriesReading;
import org.capaccueil.indicator.domain.SeriesReading.History;
import org.capaccueil.indicator.domain.ValueEntry;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** A team's running figures: what it follows, how each went, and the form that gives or revises a value. */
@Controller
class IndicatorPages {

    private final SeriesReading reading;
    private final ValueEntry entry;
    private final Clock clock;

    IndicatorPages(SeriesReading reading, ValueEntry entry, Clock clock) {
        this.reading = reading;
        this.entry = entry;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "indicators";
    }

    @GetMapping("/indicators")
    ModelAndView board(Actor actor, @RequestParam(required = false) @Nullable TeamId team) {
        List<TeamView> teams = reading.teams(actor);
        TeamId shown =
                team != null ? team : teams.isEmpty() ? null : teams.get(0).id();
        return new ModelAndView("indicator/board")
                .addObject("dense", true)
                .addObject("teams", teams)
                .addObject("manages", actor.is(Role.QUALITY_MANAGER))
                .addObject("board", shown == null ? null : reading.board(actor, shown));
    }

    @GetMapping("/indicators/teams/{team}/{code}/{channel}")
    ModelAndView history(
            Actor actor,
            @PathVariable TeamId team,
            @PathVariable String code,
            @PathVariable String channel,
            @RequestParam(required = false) @Nullable String period) {
        History history = reading.history(actor, team, code, Channels.coded(channel));
        Period asked = Period.parse(period == null ? "" : period)
                .filter(history.open()::contains)
                .orElse(history.next());
        return page(history, asked, HttpStatus.OK)
                .addObject(
                        "form",
                        ValueForm.of(
                                history.series(), asked, history.point(asked).standing()))
                .addObject("revises", history.point(asked).standing());
    }

    @PostMapping("/indicators/teams/{team}/{code}/{channel}")
    ModelAndView give(
            Actor actor,
            @PathVariable TeamId team,
            @PathVariable String code,
            @PathVariable String channel,
            @ModelAttribute("form") ValueForm form,
            BindingResult faults,
            RedirectAttributes next) {
        entry.requireMay(actor, team);
        Channel on = Channels.coded(channel);
        try {
            return Attempt.of(
                            faults,
                            () -> entry.give(actor, team, code, on, form.asked(), form.revision(), form.figures()))
                    .map(given -> {
                        String value = "a valeur de « " + form.asked().inWords() + " » est ";
                        next.addFlashAttribute(
                                "notice",
                                given.written()
                                        ? "L" + value + "enregistrée."
                                        : "Rien n'a changé : l" + value + "déjà enregistrée ainsi.");
                        next.addFlashAttribute("surprises", given.surprises());
                        return new ModelAndView("redirect:/indicators/teams/" + team + "/" + code + "/" + channel
                                + "?period=" + form.asked().code());
                    })
                    .orElseGet(
                            () -> again(reading.history(actor, team, code, on), form, HttpStatus.UNPROCESSABLE_ENTITY));
        } catch (ChangedMeanwhile conflict) {
            History history = reading.history(actor, team, code, on);
            return again(history, form, HttpStatus.CONFLICT)
                    .addObject("conflict", conflict)
                    .addObject("seen", history.point(form.asked()).revisions().size());
        }
    }

    private static ModelAndView again(History history, ValueForm form, HttpStatus status) {
        Period asked = Period.parse(form.period() == null ? "" : form.period()).orElse(null);
        return page(history, asked, status)
                .addObject("seen", form.revision())
                .addObject(
                        "revises",
                        history.points().stream()
                                .filter(point -> point.period().equals(asked))
                                .findFirst()
                                .map(SeriesReading.Point::standing)
                                .orElse(null));
    }

    private static ModelAndView page(History history, @Nullable Period asked, HttpStatus status) {
        return new ModelAndView("indicator/history", status)
                .addObject("dense", true)
                .addObject("period", asked == null ? null : asked.inWords())
                .addObject("history", history)
                .addObject(
                        "periods",
                        history.open().stream()
                                .map(period -> new Option(period.code(), period.inWords()))
                                .toList());
    }

    /** What stands in a list to choose from. */
    record Option(String value, String label) {}

    /** Written row by row while it is read: no number of values fills the memory. */
    @GetMapping("/indicators/values.csv")
    void csv(Actor actor, @RequestParam(required = false) @Nullable TeamId team, HttpServletResponse response) {
        ValuesCsv file = new ValuesCsv(() -> begin(response));
        reading.each(actor, team, file::line);
        file.end();
    }

    private PrintWriter begin(HttpServletResponse response) {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("indicateurs-" + PublicTime.today(clock) + ".csv")
                        .build()
                        .toString());
        try {
            return response.getWriter();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
