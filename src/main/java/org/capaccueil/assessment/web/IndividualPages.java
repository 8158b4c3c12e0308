package org.capaccueil.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.capaccueil.assessment.domain.AssessmentSheet;
import org.capaccueil.assessment.domain.IndividualRatingDesk;
import org.capaccueil.assessment.domain.IndividualReading;
import org.capaccueil.assessment.domain.LastCycle;
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

/** The page of the task « Coter chacun de son côté »: one's own sheet, whoever asks, and never anybody else's. */
@Controller
@RequestMapping("/evaluations/{evaluation}/self-assessment/individual")
class IndividualPages {

    private final IndividualReading reading;
    private final IndividualRatingDesk ratings;

    private final LastCycle lastCycle;

    IndividualPages(IndividualReading reading, IndividualRatingDesk ratings, LastCycle lastCycle) {
        this.lastCycle = lastCycle;
        this.reading = reading;
        this.ratings = ratings;
    }

    @GetMapping
    String rate(
            Actor actor,
            @PathVariable String evaluation,
            @RequestParam(required = false) @Nullable String theme,
            Model page) {
        EvaluationId id = EvaluationId.of(evaluation);
        Optional<AssessmentSheet> sheet = reading.ownSheet(actor, id);
        if (sheet.isEmpty()) {
            return "redirect:/evaluations/" + id + "/self-assessment/consensus";
        }
        return show(actor, sheet.get(), theme, null, page);
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
        } catch (ChangedMeanwhile overtaken) {
            if (htmx == null) {
                throw overtaken;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("sentence", overtaken.sentence());
            page.addAttribute("differences", overtaken.differences());
            return SelfAssessmentPages.fragment(own(actor, id), criterion, key, null, page);
        } catch (StepNoLongerOpen closed) {
            if (htmx == null) {
                throw closed;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("sentence", closed.sentence());
            page.addAttribute("key", key);
            return "assessment/answer :: closed";
        } catch (NotFound | NotAllowed notHere) {
            throw notHere;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            AssessmentSheet sheet = own(actor, id);
            AnswerLine refused = AnswerLine.refused(
                    sheet.criterion(criterion),
                    SelfAssessmentPages.row(sheet.criterion(criterion), key),
                    form,
                    refusal);
            return htmx != null
                    ? SelfAssessmentPages.fragment(sheet, criterion, key, refused, page)
                    : show(actor, sheet, sheet.themeWith(criterion).theme().code(), refused, page);
        }
        AssessmentSheet sheet = own(actor, id);
        if (htmx != null) {
            return SelfAssessmentPages.fragment(sheet, criterion, key, null, page);
        }
        flash.addFlashAttribute("notice", "Votre réponse est enregistrée.");
        return "redirect:"
                + PageAddress.theme(
                        sheet.address(), sheet.themeWith(criterion).theme().code()) + PageAddress.anchor(key);
    }

    private AssessmentSheet own(Actor actor, EvaluationId id) {
        return reading.ownSheet(actor, id).orElseThrow(StepNoLongerOpen::new);
    }

    private String show(
            Actor actor, AssessmentSheet sheet, @Nullable String theme, @Nullable AnswerLine refused, Model page) {
        SelfAssessmentPages.show(sheet, sheet.theme(theme), refused, page);
        if (sheet.mayRate()) {
            page.addAttribute("suggestions", lastCycle.suggestions(sheet));
        }
        page.addAttribute("leading", actor.leads(sheet.evaluation().team()));
        return "assessment/individual";
    }
}
