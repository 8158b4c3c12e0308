package org.capaccueil.label.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.domain.TeamResults;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.label.web.ScoreLine.ThemeLine;
import org.capaccueil.reporting.StoredReportView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A team's scores with the label test, and its label report. */
@Controller
@RequestMapping("/evaluations/{id}")
class EvaluationResultPages {

    private final Evaluations evaluations;
    private final TeamResults results;
    private final LabelFile file;

    EvaluationResultPages(Evaluations evaluations, TeamResults results, LabelFile file) {
        this.evaluations = evaluations;
        this.results = results;
        this.file = file;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    /** A series of the radar. */
    record Series(String name, List<Object> values) {}

    @GetMapping("/scores")
    String scores(Actor actor, @PathVariable EvaluationId id, Model page) {
        TeamResult result = results.of(evaluations.visibleTo(actor, id));
        List<ThemeLine> themes = ScoreLine.themes(result);
        page.addAttribute("evaluation", result.evaluation());
        page.addAttribute("total", new ScoreLine(result.selfTotal(), result.auditTotal()));
        page.addAttribute("selfArithmetic", result.self().arithmetic());
        page.addAttribute(
                "auditArithmetic", result.audit() == null ? "" : result.audit().arithmetic());
        page.addAttribute("auditKnown", result.audit() != null);
        page.addAttribute("auditFinal", result.isAuditFinal());
        page.addAttribute(
                "auditStatus",
                Optional.ofNullable(result.auditStatus())
                        .map(Audits.Status::title)
                        .orElse("À venir"));
        page.addAttribute("themes", themes);
        page.addAttribute("themeTitles", themes.stream().map(ThemeLine::title).toList());
        page.addAttribute("series", series(themes, result.audit() != null));
        page.addAttribute("verdict", result.verdict());
        page.addAttribute("printedAt", result.printedAt());
        page.addAttribute("notChecked", result.notChecked().orElse(null));
        page.addAttribute("enough", result.enough().orElse(null));
        return "label/scores";
    }

    /** The chart's script draws nothing where there is no figure; null is one, so the lists allow it. */
    private static List<Series> series(List<ThemeLine> themes, boolean audited) {
        List<Object> self = new ArrayList<>();
        List<Object> audit = new ArrayList<>();
        themes.forEach(theme -> {
            self.add(Dashboard.shown(theme.scores().self()));
            audit.add(Dashboard.shown(theme.scores().audit()));
        });
        Series own = new Series("Autoévaluation", self);
        return audited ? List.of(own, new Series("Audit", audit)) : List.of(own);
    }

    /** A phase that still stands between the team and its report. */
    record Ahead(String title, boolean current) {}

    @GetMapping("/report")
    String report(Actor actor, @PathVariable EvaluationId id, Model page) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        StoredReportView kept = file.kept(actor, id).orElse(null);
        page.addAttribute("evaluation", evaluation);
        page.addAttribute("kept", kept);
        page.addAttribute("cancelled", evaluation.status() == EvaluationStatus.CANCELLED);
        page.addAttribute(
                "ahead",
                Arrays.stream(Phase.values())
                        .filter(phase -> evaluation.isOpen() && phase.compareTo(evaluation.phase()) >= 0)
                        .map(phase -> new Ahead(phase.title(), phase == evaluation.phase()))
                        .toList());
        page.addAttribute("mayPreview", kept == null && file.mayPreview(actor, evaluation));
        return "label/report";
    }

    @GetMapping("/report/pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable EvaluationId id) {
        return download("dossier-de-label-" + short8(id) + ".pdf", file.pdf(actor, id));
    }

    @GetMapping("/report/preview")
    ResponseEntity<byte[]> preview(Actor actor, @PathVariable EvaluationId id) {
        return download("projet-dossier-de-label-" + short8(id) + ".pdf", file.draft(actor, id));
    }

    private static String short8(EvaluationId id) {
        return id.toString().substring(0, 8);
    }

    private static ResponseEntity<byte[]> download(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pdf);
    }
}
