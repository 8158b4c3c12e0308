package org.capaccueil.improvement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.improvement.domain.ActionFollowUp;
import org.capaccueil.improvement.domain.ActionPage;
import org.capaccueil.improvement.domain.ActionReading;
import org.capaccueil.improvement.web.FollowUpForms.Abandonment;
import org.capaccueil.improvement.web.FollowUpForms.Done;
import org.capaccueil.improvement.web.FollowUpForms.Extension;
import org.capaccueil.improvement.web.FollowUpForms.Progress;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
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

/** One action: its owner reports on it and ends it, a quality manager gives it more time or abandons it. */
@Controller
@RequestMapping("/actions/{action}")
class ActionPages {

    private final ActionReading reading;
    private final ActionFollowUp followUp;
    private final Clock clock;

    ActionPages(ActionReading reading, ActionFollowUp followUp, Clock clock) {
        this.reading = reading;
        this.followUp = followUp;
        this.clock = clock;
    }

    @GetMapping
    String action(Actor actor, @PathVariable UUID action, Model model) {
        return page(reading.read(actor, action), model);
    }

    @PostMapping("/progress")
    String report(
            Actor actor,
            @PathVariable UUID action,
            @ModelAttribute("progressForm") Progress form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return decide(
                () -> followUp.report(
                        actor, action, Texts.version(form.version()), percent(form.progress()), form.note()),
                errors,
                Map.of(),
                () -> page(reading.read(actor, action), model),
                response,
                flash,
                "L'avancement est enregistré.",
                "redirect:/actions/" + action);
    }

    @PostMapping("/done")
    String done(
            Actor actor,
            @PathVariable UUID action,
            @ModelAttribute("doneForm") Done form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return decide(
                () -> followUp.carriedOut(actor, action, Texts.version(form.version()), form.doneNote()),
                errors,
                Map.of("note", "doneNote"),
                () -> page(reading.read(actor, action), model),
                response,
                flash,
                "L'action est réalisée. Une autre personne en vérifiera l'effet à la date de revue.",
                "redirect:/tasks/next");
    }

    @PostMapping("/extend")
    String extend(
            Actor actor,
            @PathVariable UUID action,
            @ModelAttribute("extensionForm") Extension form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return decide(
                () -> followUp.extend(actor, action, Texts.day("due", form.newDue()), form.extensionReason()),
                errors,
                Map.of("due", "newDue", "reason", "extensionReason"),
                () -> page(reading.read(actor, action), model),
                response,
                flash,
                "L'échéance est repoussée.",
                "redirect:/actions/" + action);
    }

    @PostMapping("/abandon")
    String abandon(
            Actor actor,
            @PathVariable UUID action,
            @ModelAttribute("abandonForm") Abandonment form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return decide(
                () -> followUp.abandon(actor, action, form.abandonReason()),
                errors,
                Map.of("note", "abandonReason"),
                () -> page(reading.read(actor, action), model),
                response,
                flash,
                "L'action est abandonnée.",
                "redirect:/actions/" + action);
    }

    private static String decide(
            Runnable decision,
            BindingResult errors,
            Map<String, String> fields,
            java.util.function.Supplier<String> again,
            HttpServletResponse response,
            RedirectAttributes flash,
            String notice,
            String next) {
        try {
            decision.run();
        } catch (NotFound | NotAllowed | StepNoLongerOpen | ChangedMeanwhile refusal) {
            throw refusal;
        } catch (BusinessRefusal refusal) {
            Texts.refuse(errors, refusal, fields);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return again.get();
        }
        flash.addFlashAttribute("notice", notice);
        return next;
    }

    private static int percent(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new BusinessRefusal("progress", "L'avancement est un nombre entier de 0 à 100.");
        }
    }

    private String page(ActionPage page, Model model) {
        LocalDate today = PublicTime.today(clock);
        String version = Long.toString(page.view().version());
        model.addAttribute("page", page);
        model.addAttribute("phases", page.evaluation().route(today));
        model.addAttribute("overdue", page.view().isOverdue(today));
        if (!model.containsAttribute("progressForm")) {
            model.addAttribute(
                    "progressForm",
                    new Progress(version, String.valueOf(page.view().action().progress()), ""));
        }
        if (!model.containsAttribute("doneForm")) {
            model.addAttribute("doneForm", new Done(version, ""));
        }
        if (!model.containsAttribute("extensionForm")) {
            model.addAttribute("extensionForm", new Extension("", ""));
        }
        if (!model.containsAttribute("abandonForm")) {
            model.addAttribute("abandonForm", new Abandonment(""));
        }
        return "improvement/action";
    }
}
