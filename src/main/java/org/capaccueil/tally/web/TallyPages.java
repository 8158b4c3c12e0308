package org.capaccueil.tally.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.Role;
import org.capaccueil.tally.domain.TallyDesk;
import org.capaccueil.tally.domain.Tap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one-tap screen: a plain form, which the script of the page makes quick and keeps going without the network. */
@Controller
class TallyPages {

    private final TallyDesk desk;
    private final Clock clock;

    TallyPages(TallyDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "tally";
    }

    @GetMapping("/tally")
    ModelAndView screen(
            Actor actor,
            @RequestParam(required = false) @Nullable String point,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String subject) {
        if (actor.teams().isEmpty() && (actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP))) {
            return new ModelAndView("redirect:/tally/figures");
        }
        TapForm form = new TapForm(null, point, channel, subject, null, null, "");
        return page("tally/screen", actor, form, HttpStatus.OK).addObject("form", form);
    }

    @PostMapping("/tally")
    ModelAndView keep(
            Actor actor, @ModelAttribute("form") TapForm form, BindingResult faults, RedirectAttributes next) {
        Instant now = clock.instant();
        Tap tap = form.tap(Objects.requireNonNullElseGet(TapForm.uuid(form.id()), UUID::randomUUID), now);
        if (!Attempt.run(faults, () -> desk.keep(actor, tap))) {
            return page("tally/screen", actor, form, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addAttribute("point", tap.point());
        next.addAttribute("channel", tap.channel());
        next.addAttribute("subject", tap.subject());
        // for a browser without scripts to take it back; the others know what they tapped
        next.addFlashAttribute("lastTap", tap.id()).addFlashAttribute("lastAt", now);
        return new ModelAndView("redirect:/tally");
    }

    @PostMapping("/tally/undo")
    String undo(
            Actor actor,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(required = false) @Nullable String point,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long askedAt,
            @RequestParam(required = false) @Nullable Long sentAt,
            RedirectAttributes next) {
        UUID tap = Objects.requireNonNullElse(TapForm.uuid(id), new UUID(0, 0));
        if (askedAt == null || sentAt == null) {
            desk.undo(actor, tap);
        } else {
            desk.undo(actor, tap, Instant.ofEpochMilli(askedAt), Instant.ofEpochMilli(sentAt));
        }
        next.addAttribute("point", point);
        next.addAttribute("channel", channel);
        next.addAttribute("subject", subject);
        next.addFlashAttribute("notice", "La demande est annulée : elle n'est plus comptée.");
        return "redirect:/tally";
    }

    /** The same screen without anything of the person and of the session: the browser keeps it for want of a network. */
    @GetMapping("/tally/offline")
    ModelAndView shell(Actor actor) {
        TapForm form = new TapForm(null, null, null, null, null, null, "");
        return page("tally/offline", actor, form, HttpStatus.OK).addObject("form", form);
    }

    private ModelAndView page(String view, Actor actor, TapForm form, HttpStatus status) {
        return new ModelAndView(view, status)
                .addObject("roomy", true)
                .addObject("freshId", UUID.randomUUID())
                .addObject(
                        "screen",
                        TallyScreen.of(
                                AccountKey.of(actor.id()),
                                desk.screen(actor),
                                desk.today(actor),
                                TapForm.uuid(form.point()),
                                TapForm.one(Channel.values(), form.channel()),
                                TapForm.uuid(form.subject())));
    }
}
