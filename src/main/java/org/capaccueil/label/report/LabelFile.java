package org.capaccueil.label.report;

import java.util.Optional;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.label.domain.Snapshots;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.domain.TeamResults;
import org.capaccueil.reporting.PdfPrinter;
import org.capaccueil.reporting.Printout;
import org.capaccueil.reporting.ReportArchive;
import org.capaccueil.reporting.StoredReportView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The label report of an evaluation: printed once when its follow-up is over, kept, and read ever after as it was. */
@Service
@Transactional
public class LabelFile {

    private static final String KIND = "label-report";

    private final Evaluations evaluations;
    private final TeamResults results;
    private final LabelReportAssembly assembly;
    private final Snapshots snapshots;
    private final PdfPrinter printer;
    private final ReportArchive archive;
    private final Trail trail;

    LabelFile(
            Evaluations evaluations,
            TeamResults results,
            LabelReportAssembly assembly,
            Snapshots snapshots,
            PdfPrinter printer,
            ReportArchive archive,
            Trail trail) {
        this.evaluations = evaluations;
        this.results = results;
        this.assembly = assembly;
        this.snapshots = snapshots;
        this.printer = printer;
        this.archive = archive;
        this.trail = trail;
    }

    /**
     * Prints and keeps the report with a snapshot of its scores, all or nothing. Done again it does nothing: a report that
     * exists is never printed again.
     */
    public void print(EvaluationId id) {
        if (snapshots.report(id).isPresent()) {
            return;
        }
        EvaluationView evaluation = evaluations.get(id);
        TeamResult result = results.of(evaluation);
        LabelReport report = assembly.finalReport(result);
        String title = "Dossier de label, " + evaluation.teamName();
        StoredReportView stored = archive.store(KIND, id.value(), title, printer.print(printout(report, title, "")));
        snapshots.keep(result, stored.id());
        trail.recordBySystem(Event.on(id, "Dossier de label", "Dossier établi")
                .change(null, report.labelTest().verdict() + "\nSHA-256 " + stored.sha256()));
    }

    /** What is known of the kept report, for those the evaluation is open to. */
    @Transactional(readOnly = true)
    public Optional<StoredReportView> kept(Actor actor, EvaluationId id) {
        evaluations.visibleTo(actor, id);
        return snapshots.report(id).map(archive::view);
    }

    /** The bytes as they were stored. */
    @Transactional(readOnly = true)
    public byte[] pdf(Actor actor, EvaluationId id) {
        return archive.content(kept(actor, id).orElseThrow(NotFound::new).id());
    }

    /** How the report would look today: marked as a draft on every page, kept nowhere, for the commune's own steering. */
    @Transactional(readOnly = true)
    public byte[] draft(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        if (!mayPreview(actor, evaluation)) {
            throw new NotFound();
        }
        if (snapshots.report(id).isPresent()) {
            throw new BusinessRefusal(
                    "Le dossier de label est établi : il n'y a plus de projet. Téléchargez le dossier "
                            + "depuis la page de l'évaluation.");
        }
        LabelReport report = assembly.draft(results.of(evaluation));
        return printer.print(
                printout(report, "PROJET de dossier de label, " + evaluation.teamName(), "PROJET sans valeur · "));
    }

    public boolean mayPreview(Actor actor, EvaluationView evaluation) {
        return evaluation.commune().equals(actor.commune())
                && (actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP));
    }

    private static Printout printout(LabelReport report, String title, String mark) {
        LabelReport.Identity identity = report.identity();
        return new Printout(
                LabelReport.DESIGN,
                title,
                identity.commune(),
                "Évaluation de l'accueil municipal, " + identity.campaign(),
                mark + identity.commune() + " · " + identity.team(),
                report);
    }
}
