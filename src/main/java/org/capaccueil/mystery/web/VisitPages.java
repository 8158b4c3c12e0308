package org.capaccueil.mystery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.mystery.domain.GridItem;
import org.capaccueil.mystery.domain.Observing;
import org.capaccueil.mystery.domain.Observing.Outcome;
import org.capaccueil.mystery.domain.OwnVisits;
import org.capaccueil.mystery.domain.VisitSheet;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An observer's visit: one form for the whole grid, so that without scripts nothing typed is left behind. With htmx each
 * change saves it, and the answer never replaces a field.
 */
@Controller
@RequestMapping("/mystery/visits/{id}")
class VisitPages {

    static final String ITEM = "item-";
    private static final String PAGE = "mystery/visit";

    private final Observing observing;
    private final OwnVisits own;

    VisitPages(Observing observing, OwnVisits own) {
        this.observing = observing;
        this.own = own;
    }

    @ModelAttribute("section")
    String section() {
        return "mystery";
    }

    @GetMapping
    String visit(Actor actor, @PathVariable UUID id, Model page) {
        return show(actor, id, page, Typed.nothing());
    }

    @PostMapping("/start")
    String start(
            Actor actor, @PathVariable UUID id, HttpServletResponse response, Model page, RedirectAttributes next) {
        return attempt(
                actor, id, () -> observing.start(actor, id), response, page, next, "L'observation est commencée.");
    }

    @PostMapping
    String save(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        Typed typed = Typed.of(form);
        try {
            Outcome outcome = observing.save(actor, id, typed.over(version), typed.noted(), typed.remark());
            if (htmx != null) {
                response.setStatus(outcome.isClean() ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
                page.addAttribute("sheet", own.sheet(actor, id));
                page.addAttribute("faults", outcome.faults());
                return PAGE + " :: answer";
            }
            if (!outcome.isClean()) {
                return refused(actor, id, outcome, typed, response, page);
            }
        } catch (ChangedMeanwhile | StepNoLongerOpen overtaken) {
            return overtaken(actor, id, overtaken, typed, htmx, response, page);
        }
        next.addFlashAttribute("notice", "C'est enregistré.");
        return "redirect:/mystery/visits/" + id;
    }

    @PostMapping("/submission")
    String submit(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        Typed typed = Typed.of(form);
        Outcome outcome;
        try {
            outcome = observing.submit(actor, id, typed.over(version), typed.noted(), typed.remark());
        } catch (ChangedMeanwhile overtaken) {
            return overtaken(actor, id, overtaken, typed, null, response, page);
        }
        if (!outcome.isClean()) {
            return refused(actor, id, outcome, typed, response, page);
        }
        next.addFlashAttribute("notice", "L'observation est rendue et scellée. Merci : elle ne change plus.");
        return "redirect:/mystery";
    }

    @PostMapping("/abandonment")
    String giveUp(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        page.addAttribute("reason", reason);
        return attempt(
                actor,
                id,
                () -> observing.giveUp(actor, id, reason),
                response,
                page,
                next,
                "L'observation est déclarée non faite.");
    }

    private String attempt(
            Actor actor,
            UUID id,
            Runnable useCase,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next,
            String notice) {
        try {
            useCase.run();
        } catch (BusinessRefusal refusal) {
            if (!refusal.isPlain()) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("refusal", refusal.sentence());
            return show(actor, id, page, Typed.nothing());
        }
        next.addFlashAttribute("notice", notice);
        return "redirect:/mystery/visits/" + id;
    }

    private String refused(
            Actor actor, UUID id, Outcome outcome, Typed typed, HttpServletResponse response, Model page) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        page.addAttribute("faults", outcome.faults());
        page.addAttribute("incomplete", !outcome.missing().isEmpty());
        return show(actor, id, page, typed);
    }

    private String overtaken(
            Actor actor,
            UUID id,
            BusinessRefusal overtaken,
            Typed typed,
            @Nullable String htmx,
            HttpServletResponse response,
            Model page) {
        if (htmx == null && !(overtaken instanceof ChangedMeanwhile)) {
            throw overtaken;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        page.addAttribute("sentence", overtaken.sentence());
        page.addAttribute(
                "differences", overtaken instanceof ChangedMeanwhile changed ? changed.differences() : List.of());
        if (htmx == null) {
            return show(actor, id, page, typed);
        }
        page.addAttribute("sheet", own.sheet(actor, id));
        return PAGE + " :: conflict";
    }

    private String show(Actor actor, UUID id, Model page, Typed typed) {
        VisitSheet sheet = own.sheet(actor, id);
        page.addAttribute("sheet", sheet);
        page.addAttribute("typed", typed.over(sheet));
        page.addAttribute("remark", typed.remark() == null ? sheet.remark() : typed.remark());
        if (!page.containsAttribute("faults")) {
            page.addAttribute("faults", Map.of());
        }
        return PAGE;
    }

    /**
     * What was sent.
     *
     * @param remark null where no form was
     * @param overridden the version the person saw and wants to write over, where they said so
     */
    private record Typed(Map<String, String> noted, @Nullable String remark, @Nullable Long overridden) {

        static Typed nothing() {
            return new Typed(Map.of(), null, null);
        }

        static Typed of(MultiValueMap<String, String> form) {
            Map<String, String> noted = new HashMap<>();
            form.forEach((name, values) -> {
                if (name.startsWith(ITEM)) {
                    noted.put(name.substring(ITEM.length()), String.valueOf(values.get(0)));
                }
            });
            String over = form.getFirst("over");
            return new Typed(
                    noted,
                    Objects.requireNonNullElse(form.getFirst("remark"), ""),
                    over != null && over.matches("\\d{1,9}") ? Long.valueOf(over) : null);
        }

        long over(long version) {
            return overridden == null ? version : overridden;
        }

        /** What stands in the fields: as it was sent, else as it is kept. */
        Map<String, String> over(VisitSheet sheet) {
            Map<String, String> shown = new HashMap<>();
            for (GridItem item : sheet.items()) {
                shown.put(item.code(), noted.getOrDefault(item.code(), sheet.typed(item.code())));
            }
            return shown;
        }
    }
}
