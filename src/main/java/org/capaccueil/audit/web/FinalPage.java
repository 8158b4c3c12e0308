package org.capaccueil.audit.web;

import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditDesk;
import org.capaccueil.audit.domain.AuditIncomplete;
import org.capaccueil.audit.domain.AuditPage;
import org.capaccueil.audit.domain.AuditPage.FindingRow;
import org.capaccueil.audit.domain.AuditPage.RatingRow;
import org.capaccueil.audit.domain.FinalReport;
import org.capaccueil.audit.domain.FinalReport.Answer;
import org.capaccueil.audit.domain.SiteVisit;
import org.capaccueil.audit.domain.Treatment;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.StepNoLongerOpen;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The auditor answers each reply and gives the final report. */
@Controller
@RequestMapping("/evaluations/{id}/audit/final")
class FinalPage {

    private final AuditDesk desk;
    private final FinalReport report;
    private final SiteVisit visit;
    private final AuditFrame frame;

    FinalPage(AuditDesk desk, FinalReport report, SiteVisit visit, AuditFrame frame) {
        this.frame = frame;
        this.desk = desk;
        this.report = report;
        this.visit = visit;
    }

    @GetMapping
    ModelAndView read(Actor actor, @PathVariable String id, Model model) {
        return page(actor, EvaluationId.of(id), model, HttpStatus.OK);
    }

    @GetMapping("/{finding}")
    ModelAndView open(Actor actor, @PathVariable String id, @PathVariable UUID finding, Model model) {
        EvaluationId evaluation = EvaluationId.of(id);
        FindingRow row = desk.finding(actor, evaluation, finding);
        model.addAttribute(
                "form",
                new AuditForms.TreatmentForm(row.version(), row.decision(), row.treatment(), row.kind(), row.text()));
        return treatment(actor, evaluation, finding, model, HttpStatus.OK);
    }

    @PostMapping("/{finding}")
    ModelAndView treat(
            Actor actor,
            @PathVariable String id,
            @PathVariable UUID finding,
            @Valid @ModelAttribute("form") AuditForms.TreatmentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        if (!errors.hasErrors()) {
            try {
                FindingRow before = desk.finding(actor, evaluation, finding);
                report.treat(
                        actor,
                        evaluation,
                        finding,
                        form.version(),
                        new Answer(
                                Objects.requireNonNull(form.decision()),
                                AuditForms.given(form.words()),
                                Objects.requireNonNullElse(form.kind(), before.kind()),
                                AuditForms.given(form.text())));
                flash.addFlashAttribute(
                        "notice", "La suite donnée au constat n° " + before.number() + " est enregistrée.");
                return new ModelAndView(
                        "redirect:/evaluations/" + evaluation + "/audit/final#constat-" + before.number());
            } catch (BusinessRefusal refusal) {
                Attempt.tell(errors, refusal);
            }
        }
        return treatment(actor, evaluation, finding, model, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView treatment(Actor actor, EvaluationId id, UUID finding, Model model, HttpStatusCode status) {
        AuditPage audit = open(actor, id);
        model.addAttribute("audit", audit);
        frame.around(audit.evaluation(), model);
        model.addAttribute("finding", desk.finding(actor, id, finding));
        model.addAttribute("decisions", Treatment.values());
        model.addAttribute("kinds", FindingKind.values());
        return new ModelAndView("audit/treatment", model.asMap(), status);
    }

    /** Keeps the conclusion first, on its own: a report that cannot leave yet loses nothing. */
    @PostMapping
    ModelAndView giveOut(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("note") AuditForms.Note form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        if (!errors.hasErrors()) {
            try {
                long version = visit.note(
                        actor, evaluation, form.version(), form.visitedOn(), AuditForms.given(form.conclusion()));
                model.addAttribute("note", new AuditForms.Note(version, form.visitedOn(), form.conclusion()));
                model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "note");
                report.giveOut(actor, evaluation);
                flash.addFlashAttribute("notice", "Le rapport final est rendu. Merci pour cet audit.");
                return new ModelAndView("redirect:/evaluations/" + evaluation + "/audit");
            } catch (AuditIncomplete incomplete) {
                model.addAttribute("incomplete", incomplete.missing());
            } catch (BusinessRefusal refusal) {
                Attempt.tell(errors, refusal);
            }
        }
        return page(actor, evaluation, model, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView page(Actor actor, EvaluationId id, Model model, HttpStatusCode status) {
        AuditPage audit = open(actor, id);
        Map<UUID, RatingRow> rows = new HashMap<>();
        Set<RatingRow> shown = new HashSet<>();
        for (FindingRow finding : audit.findings()) {
            audit.themes().stream()
                    .flatMap(theme -> theme.criteria().stream())
                    .flatMap(card -> card.rows().stream())
                    .filter(row -> row.criterion().equals(finding.criterion()) && row.place() == finding.place())
                    // two findings at one place share one rating, shown at the first that was replied to
                    .filter(row -> finding.reply() != null && shown.add(row))
                    .forEach(row -> rows.put(finding.id(), row));
        }
        model.addAttribute("audit", audit);
        frame.around(audit.evaluation(), model);
        model.addAttribute("rows", rows);
        if (!model.containsAttribute("note")) {
            model.addAttribute(
                    "note",
                    new AuditForms.Note(
                            audit.version(),
                            audit.summary().visitedOn(),
                            audit.summary().conclusion()));
        }
        return new ModelAndView("audit/final", model.asMap(), status);
    }

    private AuditPage open(Actor actor, EvaluationId id) {
        AuditPage audit = desk.page(actor, id);
        if (!audit.mine()) {
            throw new NotAllowed("Le rapport final revient à la personne désignée pour cet audit.");
        }
        if (audit.summary().status() != Status.FINALISING || audit.reportOut()) {
            throw new StepNoLongerOpen();
        }
        return audit;
    }
}
