package org.capaccueil.reorganisation.web;

import java.time.Clock;
import org.capaccueil.reorganisation.domain.TeamClosings;
import org.capaccueil.reorganisation.domain.TeamClosings.Preview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a team: what that touches and what becomes of it, then the confirmation. */
@Controller
@RequestMapping("/teams/{id}/close")
class ClosingPages {

    private final TeamClosings closings;
    private final Clock clock;

    ClosingPages(TeamClosings closings, Clock clock) {
        this.closings = closings;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @GetMapping
    ModelAndView preview(Actor actor, @PathVariable TeamId id) {
        Preview preview = closings.preview(actor, id);
        return page(preview, HttpStatus.OK)
                .addObject("form", FateForm.on(PublicTime.today(clock), preview.seen(), false));
    }

    @PostMapping
    ModelAndView close(
            Actor actor,
            @PathVariable TeamId id,
            @ModelAttribute("form") FateForm form,
            BindingResult faults,
            RedirectAttributes next) {
        Preview preview = closings.preview(actor, id);
        if (!Attempt.run(faults, () -> closings.close(actor, id, form.fate()))) {
            return page(preview, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute(
                "notice",
                "L'équipe « " + preview.team().name()
                        + " » est fermée : elle n'entre plus dans de nouvelles campagnes.");
        return new ModelAndView("redirect:/teams/" + id);
    }

    private static ModelAndView page(Preview preview, HttpStatus status) {
        return new ModelAndView("reorganisation/close", status).addObject("preview", preview);
    }
}
