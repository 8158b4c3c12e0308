package org.capaccueil.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capaccueil.assessment.domain.ConsensusDesk;
import org.capaccueil.assessment.domain.ConsensusReading;
import org.capaccueil.assessment.domain.ConsensusSheet;
import org.capaccueil.assessment.domain.ConsensusSheet.Point;
import org.capaccueil.assessment.domain.ConsensusSheet.ThemeTable;
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
 * The page of the task « Se mettre d'accord »: what everybody answered alone, without names, and what the team retains.
 * As on the team's sheet, a saved agreement comes back as states only and never replaces a field.
 */
@Controller
@RequestMapping("/evaluations/{evaluation}/self-assessment/consensus")
class ConsensusPages {

    /** A theme as a view shows it, with how many points each other view would show. */
    record Tab(ConsensusView view, long points, boolean current) {}

    private final ConsensusReading reading;
    private final ConsensusDesk consensus;

    ConsensusPages(ConsensusReading reading, ConsensusDesk consensus) {
        this.reading = reading;
        this.consensus = consensus;
    }

    @GetMapping
    String meet(
            Actor actor,
            @PathVariable String evaluation,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String show,
            Model page) {
        EvaluationId id = EvaluationId.of(evaluation);
        Optional<ConsensusSheet> sheet = reading.find(actor, id);
        if (sheet.isEmpty()) {
            return "redirect:/evaluations/" + id + "/self-assessment";
        }
        return show(sheet.get(), sheet.get().theme(theme), ConsensusView.of(show), null, page);
    }

    @PostMapping("/ratings/{criterion}/{place}")
    String agree(
            Actor actor,
            @PathVariable String evaluation,
            @PathVariable String criterion,
            @PathVariable String place,
            RatingForm form,
            @RequestParam(required = false) @Nullable String show,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        ConsensusView view = ConsensusView.of(show);
        Place at = Place.of(place);
        try {
            consensus.agree(actor, id, criterion, at, form.seen(), form.read(), form.reason());
        } catch (ChangedMeanwhile | StepNoLongerOpen overtaken) {
            if (htmx == null) {
                throw overtaken;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("sentence", overtaken.sentence());
            page.addAttribute(
                    "differences", overtaken instanceof ChangedMeanwhile changed ? changed.differences() : List.of());
            return fragment(reading.sheet(actor, id), criterion, at, view, null, page);
        } catch (NotFound | NotAllowed notHere) {
            throw notHere;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            ConsensusSheet sheet = reading.sheet(actor, id);
            AgreementLine refused = AgreementLine.refused(sheet.point(criterion, at), form, refusal);
            return htmx != null
                    ? fragment(sheet, criterion, at, view, refused, page)
                    : show(sheet, sheet.themeWith(criterion), ConsensusView.ALL, refused, page);
        }
        ConsensusSheet sheet = reading.sheet(actor, id);
        if (htmx != null) {
            return fragment(sheet, criterion, at, view, null, page);
        }
        flash.addFlashAttribute("notice", "La décision est enregistrée.");
        return "redirect:" + address(id, sheet.themeWith(criterion), view)
                + PageAddress.anchor(criterion + "-" + at.code());
    }

    @PostMapping("/unanimous/{theme}")
    String adopt(
            Actor actor,
            @PathVariable String evaluation,
            @PathVariable String theme,
            @RequestParam(required = false) @Nullable String show,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        try {
            int adopted = consensus.adoptUnanimous(actor, id, theme);
            flash.addFlashAttribute(
                    "notice",
                    adopted == 1
                            ? "La réponse unanime est adoptée."
                            : "Les " + adopted + " réponses unanimes sont adoptées.");
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal nothingLeft) {
            flash.addFlashAttribute("refusal", nothingLeft.sentence());
        }
        return "redirect:" + address(id, reading.sheet(actor, id).theme(theme), ConsensusView.of(show));
    }

    private static String address(EvaluationId id, ThemeTable theme, ConsensusView view) {
        return PageAddress.theme(
                        "/evaluations/" + id + "/self-assessment/consensus",
                        theme.theme().code()) + "&show=" + view.code();
    }

    private static String show(
            ConsensusSheet sheet, ThemeTable theme, ConsensusView view, @Nullable AgreementLine refused, Model page) {
        page.addAttribute("section", "tasks");
        frame(sheet, theme, view, page);
        page.addAttribute("refused", refused);
        page.addAttribute(
                "lines",
                theme.points().stream()
                        .filter(view::shows)
                        .map(point -> refused != null && refused.key().equals(point.key())
                                ? refused
                                : AgreementLine.of(point))
                        .toList());
        int at = sheet.themes().indexOf(theme);
        page.addAttribute("previous", at > 0 ? sheet.themes().get(at - 1) : null);
        page.addAttribute(
                "next", at + 1 < sheet.themes().size() ? sheet.themes().get(at + 1) : null);
        return "assessment/consensus";
    }

    private static void frame(ConsensusSheet sheet, ThemeTable theme, ConsensusView view, Model page) {
        page.addAttribute("sheet", sheet);
        page.addAttribute("theme", theme);
        page.addAttribute("view", view);
        page.addAttribute(
                "tabs",
                Arrays.stream(ConsensusView.values())
                        .map(each -> new Tab(
                                each,
                                theme.points().stream().filter(each::shows).count(),
                                each == view))
                        .toList());
    }

    private static String fragment(
            ConsensusSheet sheet,
            String criterion,
            Place place,
            ConsensusView view,
            @Nullable AgreementLine refused,
            Model page) {
        Point point = sheet.point(criterion, place);
        frame(sheet, sheet.themeWith(criterion), view, page);
        page.addAttribute("line", refused == null ? AgreementLine.of(point) : refused);
        return "assessment/agreement :: answer";
    }
}
