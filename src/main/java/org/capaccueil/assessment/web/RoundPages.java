package org.capaccueil.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.capaccueil.assessment.domain.IndividualReading;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.assessment.domain.RoundProgress;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lead opens the round in which everybody rates alone, sees how far each one is, and closes it or gives it up. */
@Controller
@RequestMapping("/evaluations/{evaluation}/self-assessment/round")
class RoundPages {

    private final IndividualReading reading;
    private final RoundDecisions decisions;

    RoundPages(IndividualReading reading, RoundDecisions decisions) {
        this.reading = reading;
        this.decisions = decisions;
    }

    @PostMapping
    String open(Actor actor, @PathVariable String evaluation, RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        try {
            decisions.open(actor, id);
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal refusal) {
            flash.addFlashAttribute("refusal", refusal.sentence());
            return "redirect:/evaluations/" + id + "/self-assessment";
        }
        flash.addFlashAttribute(
                "notice", "Chacun cote maintenant de son côté : la tâche attend chaque membre de l'équipe.");
        return "redirect:/evaluations/" + id + "/self-assessment/round";
    }

    @GetMapping
    String progress(Actor actor, @PathVariable String evaluation, Model page) {
        EvaluationId id = EvaluationId.of(evaluation);
        Optional<RoundProgress> progress = reading.progress(actor, id);
        if (progress.isEmpty()) {
            return "redirect:/evaluations/" + id + "/self-assessment/consensus";
        }
        return show(progress.get(), page);
    }

    @PostMapping("/closing")
    String close(
            Actor actor,
            @PathVariable String evaluation,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        try {
            decisions.close(actor, id);
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("refused", refusal.sentence());
            return show(reading.progress(actor, id).orElseThrow(StepNoLongerOpen::new), page);
        }
        flash.addFlashAttribute(
                "notice", "Les cotations individuelles sont closes : comparez et mettez-vous d'accord.");
        return "redirect:/evaluations/" + id + "/self-assessment/consensus";
    }

    @PostMapping("/giving-up")
    String giveUp(
            Actor actor,
            @PathVariable String evaluation,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        try {
            decisions.giveUp(actor, id, reason);
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("reason", reason);
            page.addAttribute(refusal.field() == null ? "refused" : "reasonError", refusal.sentence());
            return show(reading.progress(actor, id).orElseThrow(StepNoLongerOpen::new), page);
        }
        flash.addFlashAttribute(
                "notice", "Les cotations individuelles sont abandonnées et supprimées : l'équipe cote ensemble.");
        return "redirect:/evaluations/" + id + "/self-assessment";
    }

    private static String show(RoundProgress progress, Model page) {
        page.addAttribute("section", "tasks");
        page.addAttribute("round", progress);
        return "assessment/round";
    }
}
