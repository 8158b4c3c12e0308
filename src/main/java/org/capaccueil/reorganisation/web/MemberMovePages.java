package org.capaccueil.reorganisation.web;

import java.time.Clock;
import org.capaccueil.reorganisation.domain.MemberMoves;
import org.capaccueil.reorganisation.domain.MemberMoves.Preview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.PersonId;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving a member to another team: to which one, then what that touches, then the confirmation. */
@Controller
@RequestMapping("/teams/{id}/members/{person}/move")
class MemberMovePages {

    private final MemberMoves moves;
    private final Clock clock;

    MemberMovePages(MemberMoves moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @GetMapping
    ModelAndView choose(Actor actor, @PathVariable TeamId id, @PathVariable PersonId person) {
        return new ModelAndView("reorganisation/move-choice").addObject("choice", moves.choice(actor, id, person));
    }

    @GetMapping(params = "to")
    ModelAndView preview(Actor actor, @PathVariable TeamId id, @PathVariable PersonId person, @RequestParam TeamId to) {
        Preview preview = moves.preview(actor, id, person, to);
        return page(preview, HttpStatus.OK)
                .addObject("form", new MoveForm(PublicTime.today(clock), "", preview.seen(), false));
    }

    @PostMapping
    ModelAndView move(
            Actor actor,
            @PathVariable TeamId id,
            @PathVariable PersonId person,
            @RequestParam TeamId to,
            @ModelAttribute("form") MoveForm form,
            BindingResult faults,
            RedirectAttributes next) {
        return Attempt.of(
                        faults,
                        () -> moves.move(actor, id, person, to, Boolean.TRUE.equals(form.lead()), form.occasion()))
                .map(moved -> {
                    next.addFlashAttribute(
                            "notice",
                            moved.person() + " fait désormais partie de l'équipe « " + moved.to()
                                    + " ». Ce que cette personne a saisi avec l'équipe « " + moved.from()
                                    + " » reste.");
                    return new ModelAndView("redirect:/teams/" + to);
                })
                .orElseGet(() -> page(moves.preview(actor, id, person, to), HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private static ModelAndView page(Preview preview, HttpStatus status) {
        return new ModelAndView("reorganisation/move", status).addObject("preview", preview);
    }
}
