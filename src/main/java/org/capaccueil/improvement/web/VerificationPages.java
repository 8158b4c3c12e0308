package org.capaccueil.improvement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.improvement.domain.ActionFollowUp;
import org.capaccueil.improvement.domain.ActionPage;
import org.capaccueil.improvement.domain.ActionReading;
import org.capaccueil.improvement.web.FollowUpForms.Verdict;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another person than those who carried an action out says whether it worked. */
@Controller
@RequestMapping("/actions/{action}/verify")
class VerificationPages {

    private final ActionReading reading;
    private final ActionFollowUp followUp;
    private final Clock clock;

    VerificationPages(ActionReading reading, ActionFollowUp followUp, Clock clock) {
        this.reading = reading;
        this.followUp = followUp;
        this.clock = clock;
    }

    @GetMapping
    String verification(Actor actor, @PathVariable UUID action, Model model) {
        return page(reading.readToVerify(actor, action), model);
    }

    @PostMapping
    String verify(
            Actor actor,
            @PathVariable UUID action,
            @ModelAttribute("verdictForm") Verdict form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("notice", decide(actor, action, form));
            return "redirect:/tasks/next";
        } catch (NotFound | NotAllowed | StepNoLongerOpen refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            Texts.refuse(errors, refusal, Map.of());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(reading.readToVerify(actor, action), model);
        }
    }

    private String decide(Actor actor, UUID action, Verdict form) {
        switch (form.verdict()) {
            case "EFFECTIVE" -> {
                followUp.effective(actor, action, form.note());
                return "L'action est efficace : elle est close.";
            }
            case "NOT_EFFECTIVE" -> {
                followUp.notEffective(
                        actor,
                        action,
                        form.note(),
                        Texts.day("due", form.due()),
                        Texts.day("reviewDate", form.reviewDate()));
                return "L'action est rouverte avec ses nouvelles dates.";
            }
            case "ABANDONED" -> {
                followUp.abandonAtReview(actor, action, form.note());
                return "L'action est abandonnée.";
            }
            default -> throw new BusinessRefusal("verdict", "Choisissez l'une des trois réponses.");
        }
    }

    private String page(ActionPage page, Model model) {
        LocalDate today = PublicTime.today(clock);
        model.addAttribute("page", page);
        model.addAttribute("phases", page.evaluation().route(today));
        if (!model.containsAttribute("verdictForm")) {
            model.addAttribute("verdictForm", new Verdict("", "", "", ""));
        }
        return "improvement/action-verify";
    }
}
