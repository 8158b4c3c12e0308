package org.capaccueil.reorganisation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.reorganisation.domain.PointOpenings;
import org.capaccueil.reorganisation.domain.PointOpenings.Preview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.EvaluationId;
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
import org.springframework.web.servlet.support.RequestContextUtils;

/** After a point has opened: which evaluations under way take it in. */
@Controller
@RequestMapping("/teams/{id}/points/{point}/take-in")
class PointOpeningPages {

    private final PointOpenings openings;
    private final Clock clock;

    PointOpeningPages(PointOpenings openings, Clock clock) {
        this.openings = openings;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @GetMapping
    ModelAndView ask(
            Actor actor,
            @PathVariable TeamId id,
            @PathVariable UUID point,
            HttpServletRequest request,
            RedirectAttributes next) {
        Preview preview = openings.preview(actor, id, point);
        if (preview.asked().isEmpty()) {
            // what the page before has to say is for the page people see
            Optional.ofNullable(RequestContextUtils.getInputFlashMap(request))
                    .ifPresent(said -> said.forEach((name, word) -> next.addFlashAttribute(name, word)));
            return new ModelAndView("redirect:/teams/" + id);
        }
        return page(preview, HttpStatus.OK)
                .addObject("form", FateForm.on(PublicTime.today(clock), preview.seen(), false));
    }

    @PostMapping
    ModelAndView decide(
            Actor actor,
            @PathVariable TeamId id,
            @PathVariable UUID point,
            @ModelAttribute("form") FateForm form,
            BindingResult faults,
            RedirectAttributes next) {
        Preview preview = openings.preview(actor, id, point);
        boolean decided = Attempt.run(
                faults,
                () -> openings.decide(
                        actor,
                        id,
                        point,
                        form.now().stream().map(EvaluationId::of).collect(Collectors.toUnmodifiableSet()),
                        form.occasion()));
        if (!decided) {
            return page(preview, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute("notice", "C'est noté sur chaque évaluation en cours.");
        return new ModelAndView("redirect:/teams/" + id);
    }

    private static ModelAndView page(Preview preview, HttpStatus status) {
        return new ModelAndView("reorganisation/take-in", status).addObject("preview", preview);
    }
}
