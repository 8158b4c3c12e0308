package org.capaccueil.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditDesk;
import org.capaccueil.audit.domain.AuditIncomplete;
import org.capaccueil.audit.domain.AuditPage;
import org.capaccueil.audit.domain.AuditPage.RatingRow;
import org.capaccueil.audit.domain.DeclarationText;
import org.capaccueil.audit.domain.DeclaringIndependence;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** The audit itself: where the auditor works, and what everybody else may read of it. */
@Controller
@RequestMapping("/evaluations/{id}/audit")
class SitePage {

    private final AuditDesk desk;
    private final SiteVisit visit;
    private final DeclaringIndependence declaring;
    private final AuditFrame frame;

    SitePage(AuditDesk desk, SiteVisit visit, DeclaringIndependence declaring, AuditFrame frame) {
        this.frame = frame;
        this.desk = desk;
        this.visit = visit;
        this.declaring = declaring;
    }

    @GetMapping
    ModelAndView show(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "ALL") RatingFilter filter,
            Model model) {
        return show(actor, EvaluationId.of(id), filter, model, HttpStatus.OK);
    }

    private ModelAndView show(Actor actor, EvaluationId id, RatingFilter filter, Model model, HttpStatusCode status) {
        AuditPage whole = desk.page(actor, id);
        boolean working = whole.mine() && whole.summary().status() == Status.ON_SITE;
        model.addAttribute("audit", whole);
        frame.around(whole.evaluation(), model);
        model.addAttribute("themes", desk.page(actor, id, filter::shows).themes());
        model.addAttribute("filter", filter);
        model.addAttribute("filters", RatingFilter.values());
        if (!model.containsAttribute("declaration")) {
            model.addAttribute("declaration", new AuditForms.Declaration(null, null));
        }
        model.addAttribute("wording", DeclarationText.CURRENT);
        if (!model.containsAttribute("recusal")) {
            model.addAttribute("recusal", new AuditForms.Recusal(null));
        }
        if (!model.containsAttribute("note")) {
            model.addAttribute(
                    "note",
                    new AuditForms.Note(
                            whole.version(),
                            whole.summary().visitedOn(),
                            whole.summary().conclusion()));
        }
        return new ModelAndView(working ? "audit/on-site" : "audit/report", model.asMap(), status);
    }

    @PostMapping("/independence")
    ModelAndView declare(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("declaration") AuditForms.Declaration form,
            BindingResult errors,
            Model model) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            declaring.sign(actor, evaluation, Boolean.TRUE.equals(form.signed()), AuditForms.given(form.link()));
            return back(evaluation, "");
        } catch (BusinessRefusal refusal) {
            Attempt.tell(errors, refusal);
            return show(actor, evaluation, RatingFilter.ALL, model, HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @PostMapping("/recusal")
    ModelAndView recuse(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("recusal") AuditForms.Recusal form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        try {
            visit.recuse(actor, evaluation, AuditForms.given(form.reason()));
            flash.addFlashAttribute(
                    "notice", "Vous êtes récusé de cet audit. Le référent qualité désigne une autre personne.");
            return new ModelAndView("redirect:/");
        } catch (BusinessRefusal refusal) {
            Attempt.tell(errors, refusal);
            return show(actor, evaluation, RatingFilter.ALL, model, HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** Saves one rating as it is given. The page keeps what is typed; only the small print under it is answered. */
    @PostMapping("/ratings/{criterion}/{place}")
    ModelAndView rate(
            Actor actor,
            @PathVariable String id,
            @PathVariable String criterion,
            @PathVariable String place,
            @ModelAttribute AuditForms.Rating form,
            BindingResult errors,
            HttpServletRequest request) {
        EvaluationId evaluation = EvaluationId.of(id);
        Place at = Place.of(place);
        boolean fragment = request.getHeader("HX-Request") != null;
        try {
            if (errors.hasErrors()) {
                throw new BusinessRefusal("Rechargez la page : cette cotation n'est pas lisible.");
            }
            visit.rate(actor, evaluation, criterion, at, form.version(), grade(form), AuditForms.given(form.comment()));
            RatingRow row = desk.rating(actor, evaluation, criterion, at);
            return fragment ? feedback(evaluation, row, HttpStatus.OK) : back(evaluation, row.anchor());
        } catch (ChangedMeanwhile conflict) {
            if (!fragment) {
                throw conflict;
            }
            return feedback(evaluation, desk.rating(actor, evaluation, criterion, at), HttpStatus.CONFLICT)
                    .addObject("conflict", conflict);
        } catch (BusinessRefusal refusal) {
            if (!fragment || !refusal.isPlain()) {
                throw refusal;
            }
            RatingRow row = desk.rating(actor, evaluation, criterion, at);
            return feedback(evaluation, row, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("version", form.version())
                    .addObject("sentence", refusal.sentence());
        }
    }

    private static Grade grade(AuditForms.Rating form) {
        String grade = form.answer();
        if (grade == null || !grade.matches("\\d{1,3}|N")) {
            throw new BusinessRefusal("grade", "Le commentaire s'enregistre avec la cotation : donnez-la.");
        }
        return grade.equals("N")
                ? Grade.notApplicable(AuditForms.given(form.reason()))
                : Grade.of(Integer.parseInt(grade));
    }

    private static ModelAndView feedback(EvaluationId id, RatingRow row, HttpStatusCode status) {
        ModelAndView answer = new ModelAndView("audit/rating :: feedback", status);
        return answer.addObject("row", row).addObject("id", id.toString()).addObject("version", row.version());
    }

    @PostMapping("/criteria/{criterion}/take-over")
    ModelAndView takeOverCriterion(
            Actor actor, @PathVariable String id, @PathVariable String criterion, RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        flash.addFlashAttribute("notice", taken(visit.takeOverCriterion(actor, evaluation, criterion)));
        return back(evaluation, "critere-" + criterion);
    }

    @PostMapping("/themes/{theme}/take-over")
    ModelAndView takeOverTheme(
            Actor actor, @PathVariable String id, @PathVariable String theme, RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        flash.addFlashAttribute("notice", taken(visit.takeOverTheme(actor, evaluation, theme)));
        return back(evaluation, "theme-" + theme);
    }

    private static String taken(int count) {
        return switch (count) {
            case 0 -> "Rien à reprendre : tout est déjà coté, ou l'équipe n'a pas coté.";
            case 1 -> "1 cotation de l'équipe est reprise comme la vôtre.";
            default -> count + " cotations de l'équipe sont reprises comme les vôtres.";
        };
    }

    /** Keeps visit date and conclusion while they are written. */
    @PostMapping("/note")
    ModelAndView note(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("note") AuditForms.Note form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        EvaluationId evaluation = EvaluationId.of(id);
        if (request.getHeader("HX-Request") == null) {
            keep(actor, evaluation, form, errors);
            return errors.hasErrors()
                    ? show(actor, evaluation, RatingFilter.ALL, model, HttpStatus.UNPROCESSABLE_ENTITY)
                    : back(evaluation, "conclure");
        }
        try {
            Long version = keep(actor, evaluation, form, errors);
            ModelAndView answer = new ModelAndView(
                    "audit/rating :: noted", version == null ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK);
            return answer.addObject("version", version == null ? Long.valueOf(form.version()) : version)
                    .addObject("sentence", firstSentence(errors));
        } catch (ChangedMeanwhile conflict) {
            return new ModelAndView("audit/rating :: noted", HttpStatus.CONFLICT)
                    .addObject("version", desk.page(actor, evaluation).version())
                    .addObject("conflict", conflict)
                    .addObject("keepHref", "/evaluations/" + evaluation + "/audit");
        }
    }

    private static @Nullable String firstSentence(BindingResult errors) {
        return errors.hasErrors() ? errors.getAllErrors().get(0).getDefaultMessage() : null;
    }

    private @Nullable Long keep(Actor actor, EvaluationId id, AuditForms.Note form, BindingResult errors) {
        if (errors.hasErrors()) {
            return null;
        }
        try {
            return visit.note(actor, id, form.version(), form.visitedOn(), AuditForms.given(form.conclusion()));
        } catch (BusinessRefusal refusal) {
            Attempt.tell(errors, refusal);
            return null;
        }
    }

    /** Keeps the conclusion first, on its own: a draft that cannot leave yet loses nothing. */
    @PostMapping("/conclude")
    ModelAndView conclude(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("note") AuditForms.Note form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        Long version = keep(actor, evaluation, form, errors);
        if (version == null) {
            return show(actor, evaluation, RatingFilter.ALL, model, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            visit.conclude(actor, evaluation);
            flash.addFlashAttribute(
                    "notice", "Le rapport provisoire est remis à l'équipe. Vous reprenez la main après sa réponse.");
            return back(evaluation, "");
        } catch (AuditIncomplete incomplete) {
            model.addAttribute("incomplete", incomplete.missing());
            model.addAttribute("note", new AuditForms.Note(version, form.visitedOn(), form.conclusion()));
            model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "note");
            return show(actor, evaluation, RatingFilter.ALL, model, HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (BusinessRefusal refusal) {
            if (!Objects.equals(refusal.field(), "visitedOn")) {
                throw refusal;
            }
            Attempt.tell(errors, refusal);
            return show(actor, evaluation, RatingFilter.ALL, model, HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static ModelAndView back(EvaluationId id, String anchor) {
        return new ModelAndView("redirect:/evaluations/" + id + "/audit"
                + (anchor.isEmpty() ? "" : "#" + UriUtils.encode(anchor, StandardCharsets.UTF_8)));
    }
}
