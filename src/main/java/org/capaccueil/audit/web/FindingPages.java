package org.capaccueil.audit.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.Audits.Status;
import org.capaccueil.audit.domain.AuditDesk;
import org.capaccueil.audit.domain.AuditPage;
import org.capaccueil.audit.domain.AuditPage.FindingRow;
import org.capaccueil.audit.domain.FindingDraft;
import org.capaccueil.audit.domain.FindingsBook;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
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

/** Writing a finding: a page of its own, so that a tablet's keyboard leaves room for it. */
@Controller
@RequestMapping("/evaluations/{id}/audit/findings")
class FindingPages {

    private final AuditDesk desk;
    private final FindingsBook findings;
    private final AuditFrame frame;

    FindingPages(AuditDesk desk, FindingsBook findings, AuditFrame frame) {
        this.frame = frame;
        this.desk = desk;
        this.findings = findings;
    }

    /** One entry of a list. */
    record Option(String value, String label) {}

    @GetMapping("/new")
    ModelAndView write(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable FindingKind kind,
            @RequestParam(required = false) @Nullable String at,
            Model model) {
        model.addAttribute("form", new AuditForms.Finding(0, kind, at, null, null));
        return page(actor, EvaluationId.of(id), null, model, HttpStatus.OK);
    }

    @PostMapping("/new")
    ModelAndView add(
            Actor actor,
            @PathVariable String id,
            @Valid @ModelAttribute("form") AuditForms.Finding form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        if (!errors.hasErrors()) {
            try {
                int number = findings.add(actor, evaluation, draft(form));
                flash.addFlashAttribute("notice", "Le constat n° " + number + " est enregistré.");
                return back(evaluation, number);
            } catch (BusinessRefusal refusal) {
                Attempt.tell(errors, refusal);
            }
        }
        return page(actor, evaluation, null, model, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @GetMapping("/{finding}")
    ModelAndView correct(Actor actor, @PathVariable String id, @PathVariable UUID finding, Model model) {
        EvaluationId evaluation = EvaluationId.of(id);
        FindingRow row = desk.finding(actor, evaluation, finding);
        model.addAttribute(
                "form",
                new AuditForms.Finding(
                        row.version(), row.kind(), at(row.criterion(), row.place()), row.text(), row.basis()));
        return page(actor, evaluation, row, model, HttpStatus.OK);
    }

    @PostMapping("/{finding}")
    ModelAndView change(
            Actor actor,
            @PathVariable String id,
            @PathVariable UUID finding,
            @Valid @ModelAttribute("form") AuditForms.Finding form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        if (!errors.hasErrors()) {
            try {
                int number = findings.change(actor, evaluation, finding, form.version(), draft(form));
                flash.addFlashAttribute("notice", "Le constat n° " + number + " est modifié.");
                return back(evaluation, number);
            } catch (BusinessRefusal refusal) {
                Attempt.tell(errors, refusal);
            }
        }
        return page(
                actor, evaluation, desk.finding(actor, evaluation, finding), model, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @PostMapping("/{finding}/remove")
    String remove(Actor actor, @PathVariable String id, @PathVariable UUID finding, RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        int number = findings.remove(actor, evaluation, finding);
        flash.addFlashAttribute("notice", "Le constat n° " + number + " est supprimé. Son texte reste au journal.");
        return "redirect:/evaluations/" + evaluation + "/audit#constats";
    }

    private static FindingDraft draft(AuditForms.Finding form) {
        String[] at = Objects.requireNonNull(form.at()).split("\\|");
        if (at.length != 2) {
            throw new NotFound();
        }
        return new FindingDraft(
                Objects.requireNonNull(form.kind()),
                at[0],
                Place.of(at[1]),
                AuditForms.given(form.text()),
                AuditForms.given(form.basis()));
    }

    private static String at(String criterion, Place place) {
        return criterion + "|" + place.code();
    }

    private ModelAndView page(
            Actor actor, EvaluationId id, @Nullable FindingRow finding, Model model, HttpStatusCode status) {
        AuditPage audit = desk.page(actor, id);
        if (!audit.mine()) {
            throw new NotFound();
        }
        if (audit.summary().status() != Status.ON_SITE) {
            throw new StepNoLongerOpen();
        }
        List<Option> places = audit.themes().stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(card -> card.rows().stream())
                .map(row -> new Option(
                        at(row.criterion(), row.place()),
                        row.criterion() + " · " + row.place().title() + " · " + row.criterionTitle()))
                .toList();
        model.addAttribute("audit", audit);
        frame.around(audit.evaluation(), model);
        model.addAttribute("finding", finding);
        model.addAttribute(
                "action", "/evaluations/" + id + "/audit/findings/" + (finding == null ? "new" : finding.id()));
        model.addAttribute("places", places);
        model.addAttribute(
                "kinds",
                Arrays.stream(FindingKind.values())
                        .map(kind -> new Option(kind.name(), kind.title()))
                        .toList());
        return new ModelAndView("audit/finding", model.asMap(), status);
    }

    private static ModelAndView back(EvaluationId id, int number) {
        return new ModelAndView("redirect:/evaluations/" + id + "/audit#constat-" + number);
    }
}
