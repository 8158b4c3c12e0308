package org.capaccueil.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.assessment.domain.AssessmentSheet;
import org.capaccueil.assessment.domain.AssessmentSheet.CriterionSheet;
import org.capaccueil.assessment.domain.AssessmentSheet.ThemeSheet;
import org.capaccueil.assessment.domain.LastCycle;
import org.capaccueil.assessment.domain.RatingRow;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of the tasks « S'autoévaluer » and « Relire l'autoévaluation ». Each answer is a form of its own. With htmx
 * a saved answer comes back as states only and never replaces a field: somebody may be typing in it.
 */
@Controller
@RequestMapping("/evaluations/{evaluation}/self-assessment")
class SelfAssessmentPages {

    private final AssessmentReading reading;
    private final SelfRatingDesk ratings;
    private final AssessmentDecisions decisions;
    private final LastCycle lastCycle;

    SelfAssessmentPages(
            AssessmentReading reading, SelfRatingDesk ratings, AssessmentDecisions decisions, LastCycle lastCycle) {
        this.lastCycle = lastCycle;
        this.reading = reading;
        this.ratings = ratings;
        this.decisions = decisions;
    }

    @GetMapping
    String rate(
            Actor actor,
            @PathVariable String evaluation,
            @RequestParam(required = false) @Nullable String theme,
            Model page) {
        AssessmentSheet sheet = reading.sheet(actor, EvaluationId.of(evaluation));
        return withLastCycle(sheet, sheet.theme(theme), null, page);
    }

    @PostMapping("/ratings/{criterion}/{place}")
    String answer(
            Actor actor,
            @PathVariable String evaluation,
            @PathVariable String criterion,
            @PathVariable String place,
            RatingForm form,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        String key = criterion + "-" + place;
        try {
            ratings.rate(actor, id, criterion, Place.of(place), form.seen(), form.read(), form.comment());
        } catch (ChangedMeanwhile | StepNoLongerOpen overtaken) {
            if (htmx == null) {
                throw overtaken;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("sentence", overtaken.sentence());
            page.addAttribute(
                    "differences", overtaken instanceof ChangedMeanwhile changed ? changed.differences() : List.of());
            return fragment(reading.sheet(actor, id), criterion, key, null, page);
        } catch (NotFound | NotAllowed notHere) {
            throw notHere;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            AssessmentSheet sheet = reading.sheet(actor, id);
            CriterionSheet asked = sheet.criterion(criterion);
            AnswerLine refused = AnswerLine.refused(asked, row(asked, key), form, refusal);
            return htmx != null
                    ? fragment(sheet, criterion, key, refused, page)
                    : withLastCycle(sheet, sheet.themeWith(criterion), refused, page);
        }
        AssessmentSheet sheet = reading.sheet(actor, id);
        if (htmx != null) {
            return fragment(sheet, criterion, key, null, page);
        }
        flash.addFlashAttribute("notice", "La réponse est enregistrée.");
        return "redirect:"
                + PageAddress.theme(
                        sheet.address(), sheet.themeWith(criterion).theme().code()) + PageAddress.anchor(key);
    }

    @GetMapping("/submission")
    String submission(Actor actor, @PathVariable String evaluation, Model page) {
        EvaluationId id = EvaluationId.of(evaluation);
        AssessmentSheet sheet = reading.sheet(actor, id);
        if (sheet.status() == Status.INDIVIDUAL) {
            // nothing is the team's yet: its page says what comes first
            return "redirect:/evaluations/" + id + "/self-assessment";
        }
        return showSubmission(sheet, page);
    }

    @PostMapping("/submission")
    String submit(
            Actor actor,
            @PathVariable String evaluation,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        try {
            decisions.submit(actor, id);
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal incomplete) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("incomplete", incomplete.sentence());
            return showSubmission(reading.sheet(actor, id), page);
        }
        flash.addFlashAttribute(
                "notice", "L'autoévaluation est soumise. Le référent qualité la relit ; vous saurez s'il la renvoie.");
        return "redirect:/evaluations/" + id + "/self-assessment";
    }

    @GetMapping("/review")
    String review(Actor actor, @PathVariable String evaluation, Model page) {
        return showReview(reading.sheet(actor, EvaluationId.of(evaluation)), page);
    }

    @PostMapping("/review/acceptance")
    String accept(Actor actor, @PathVariable String evaluation, RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        decisions.accept(actor, id);
        flash.addFlashAttribute("notice", "L'autoévaluation est acceptée : l'audit peut commencer.");
        return "redirect:/evaluations/" + id + "/self-assessment/review";
    }

    @PostMapping("/review/return")
    String returnToTeam(
            Actor actor,
            @PathVariable String evaluation,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        try {
            decisions.returnToTeam(actor, id, reason);
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("reason", reason);
            page.addAttribute("reasonError", refusal.sentence());
            return showReview(reading.sheet(actor, id), page);
        }
        flash.addFlashAttribute("notice", "L'autoévaluation est renvoyée à l'équipe avec votre raison.");
        return "redirect:/evaluations/" + id + "/self-assessment/review";
    }

    private String withLastCycle(AssessmentSheet sheet, ThemeSheet theme, @Nullable AnswerLine refused, Model page) {
        if (sheet.mayRate()) {
            page.addAttribute("suggestions", lastCycle.suggestions(sheet));
        }
        return show(sheet, theme, refused, page);
    }

    static String show(AssessmentSheet sheet, ThemeSheet theme, @Nullable AnswerLine refused, Model page) {
        page.addAttribute("section", "tasks");
        page.addAttribute("sheet", sheet);
        page.addAttribute("theme", theme);
        page.addAttribute("refused", refused);
        Map<CriterionSheet, List<AnswerLine>> lines = new LinkedHashMap<>();
        for (CriterionSheet criterion : theme.criteria()) {
            lines.put(
                    criterion,
                    criterion.ratings().stream()
                            .map(row -> refused != null && refused.key().equals(row.key())
                                    ? refused
                                    : AnswerLine.of(criterion, row))
                            .toList());
        }
        page.addAttribute("lines", lines);
        int at = sheet.themes().indexOf(theme);
        page.addAttribute("previous", at > 0 ? sheet.themes().get(at - 1) : null);
        page.addAttribute(
                "next", at + 1 < sheet.themes().size() ? sheet.themes().get(at + 1) : null);
        return "assessment/rate";
    }

    private static String showSubmission(AssessmentSheet sheet, Model page) {
        page.addAttribute("section", "tasks");
        page.addAttribute("sheet", sheet);
        return "assessment/submission";
    }

    private static String showReview(AssessmentSheet sheet, Model page) {
        page.addAttribute("section", "tasks");
        page.addAttribute("sheet", sheet);
        return "assessment/review";
    }

    static String fragment(
            AssessmentSheet sheet, String criterion, String key, @Nullable AnswerLine refused, Model page) {
        CriterionSheet asked = sheet.criterion(criterion);
        page.addAttribute("sheet", sheet);
        page.addAttribute("theme", sheet.themeWith(criterion));
        page.addAttribute("line", refused == null ? AnswerLine.of(asked, row(asked, key)) : refused);
        return "assessment/answer :: answer";
    }

    static RatingRow row(CriterionSheet asked, String key) {
        return asked.ratings().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
