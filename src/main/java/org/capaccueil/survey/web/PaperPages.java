package org.capaccueil.survey.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.Answering;
import org.capaccueil.survey.domain.PaperDesk;
import org.capaccueil.survey.domain.SurveyReading;
import org.capaccueil.survey.domain.WayKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where answers on paper are typed in, a whole sheet at a time. */
@Controller
@RequestMapping("/surveys/{id}/paper")
class PaperPages {

    private static final String ANSWER = "answer-";

    private final SurveyReading reading;
    private final PaperDesk desk;
    private final Answering answering;

    PaperPages(SurveyReading reading, PaperDesk desk, Answering answering) {
        this.reading = reading;
        this.desk = desk;
        this.answering = answering;
    }

    @ModelAttribute("section")
    String section() {
        return "surveys";
    }

    @GetMapping
    ModelAndView blank(Actor actor, @PathVariable SurveyId id, @RequestParam(required = false) @Nullable UUID way) {
        return page(actor, id, answering.begin(), way, new LinkedMultiValueMap<>(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView type(
            Actor actor,
            @PathVariable SurveyId id,
            @RequestParam(required = false) @Nullable UUID way,
            @RequestParam String sheet,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Map<String, List<String>> answers = form.entrySet().stream()
                .filter(field -> field.getKey().startsWith(ANSWER))
                .collect(Collectors.toMap(field -> field.getKey().substring(ANSWER.length()), Map.Entry::getValue));
        try {
            if (!desk.type(actor, id, way == null ? new UUID(0, 0) : way, sheet, answers)) {
                return page(actor, id, answering.begin(), way, form, HttpStatus.CONFLICT)
                        .addObject(
                                "refused",
                                new BusinessRefusal(
                                        "way",
                                        "Une réponse a déjà été comptée depuis cette page. Si vous avez recopié une autre "
                                                + "feuille depuis, comptez-la maintenant ; sinon, terminez."));
            }
        } catch (BusinessRefusal refusal) {
            if (refusal.getClass() != BusinessRefusal.class) {
                throw refusal;
            }
            return page(actor, id, sheet, way, form, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("refused", refusal);
        }
        next.addFlashAttribute("notice", "La réponse est comptée, comme saisie depuis le papier. À la suivante.");
        return new ModelAndView("redirect:/surveys/" + id + "/paper?way=" + way);
    }

    private ModelAndView page(
            Actor actor,
            SurveyId id,
            String sheet,
            @Nullable UUID way,
            MultiValueMap<String, String> typed,
            HttpStatus status) {
        SurveyReading.Sheet survey = reading.sheet(actor, id);
        return new ModelAndView("survey/paper", status)
                .addObject("sheet", survey)
                .addObject("places", survey.ways(WayKind.PAPER))
                .addObject("secret", sheet)
                .addObject("way", way)
                .addObject("typed", typed);
    }
}
