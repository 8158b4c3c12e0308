package org.capaccueil.improvement.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.audit.Audits;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.improvement.domain.PlanPress;
import org.capaccueil.improvement.domain.PlanState;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.reporting.PdfPrinter;
import org.capaccueil.reporting.Printout;
import org.capaccueil.reporting.ReportArchive;
import org.capaccueil.reporting.StoredReportView;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a plan into the words of its report, prints it and hands it to the archive. */
@Component
class ActionPlanPress implements PlanPress {

    private static final String KIND = "action-plan";

    private final PdfPrinter printer;
    private final ReportArchive archive;
    private final Evaluations evaluations;
    private final Audits audits;
    private final Organisation organisation;
    private final Standards standards;
    private final Clock clock;

    ActionPlanPress(
            PdfPrinter printer,
            ReportArchive archive,
            Evaluations evaluations,
            Audits audits,
            Organisation organisation,
            Standards standards,
            Clock clock) {
        this.printer = printer;
        this.archive = archive;
        this.evaluations = evaluations;
        this.audits = audits;
        this.organisation = organisation;
        this.standards = standards;
        this.clock = clock;
    }

    @Override
    public Sheet print(Content content) {
        ActionPlanReport report = report(content);
        String title = "Plan d'action, " + report.identity().team();
        byte[] pdf = printer.print(new Printout(
                ActionPlanReport.DESIGN,
                title,
                report.identity().commune(),
                "Plan d'action de l'équipe, version " + report.identity().planVersion() + ", "
                        + report.identity().campaign(),
                report.identity().commune() + " · " + report.identity().team(),
                report));
        StoredReportView stored = archive.store(KIND, content.evaluation().id().value(), title, pdf);
        return new Sheet(stored.id(), stored.sha256(), stored.pages(), stored.size());
    }

    @Override
    public byte[] read(UUID report) {
        return archive.content(report);
    }

    ActionPlanReport report(Content content) {
        EvaluationView evaluation = content.evaluation();
        Standard standard = standards.content(evaluation.standard());
        Map<UUID, Finding> findings =
                content.findings().stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        return new ActionPlanReport(
                identity(content, standard),
                content.actions().stream()
                        .map(view -> action(
                                view,
                                view.action().finding() == null
                                        ? null
                                        : findings.get(view.action().finding()),
                                standard))
                        .toList(),
                review(content.plan()),
                signatory(evaluation),
                "PLAN-" + evaluation.id().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "-"
                        + content.plan().edition());
    }

    private ActionPlanReport.Identity identity(Content content, Standard standard) {
        EvaluationView evaluation = content.evaluation();
        CampaignView campaign = evaluations.campaign(evaluation.campaign());
        LocalDate concluded = audits.summary(evaluation.id())
                .map(Audits.Summary::closedAt)
                .map(PublicTime::dayOf)
                .orElseGet(() -> PublicTime.dayOf(content.plan().openedAt()));
        return new ActionPlanReport.Identity(
                organisation.commune(evaluation.commune()).name(),
                evaluation.teamName(),
                campaign.name(),
                campaign.periodStart(),
                campaign.periodEnd(),
                standard.titleFr(),
                standard.version(),
                concluded,
                content.plan().edition(),
                PublicTime.today(clock));
    }

    private ActionPlanReport.Action action(ActionView view, @Nullable Finding finding, Standard standard) {
        ActionPlans.Action action = view.action();
        boolean everywhere = finding == null || finding.place() == Place.ORGANISATION;
        return new ActionPlanReport.Action(
                action.number(),
                action.title(),
                action.cause().isBlank() ? null : "Cause : " + action.cause(),
                finding == null ? "Sans constat" : "Constat n° " + finding.number(),
                finding == null ? "initiative" : finding.kind().title(),
                finding == null ? "action proposée par l'équipe" : finding.text(),
                action.criterion(),
                standard.criterion(action.criterion()).map(Criterion::titleFr).orElse(""),
                everywhere ? null : finding.place().title(),
                organisation.person(Objects.requireNonNull(action.owner())).name(),
                Objects.requireNonNull(action.due()),
                Objects.requireNonNull(action.reviewDate()),
                action.expectedEffect());
    }

    private ActionPlanReport.@Nullable Review review(PlanState plan) {
        PlanState.Decision reviewed = plan.reviewed();
        if (reviewed == null) {
            return null;
        }
        PersonView reviewer = organisation.person(reviewed.by());
        return new ActionPlanReport.Review(
                reviewer.name(),
                reviewer.capacity(),
                PublicTime.dayOf(reviewed.at()),
                "Favorable, transmis à la direction",
                reviewed.note());
    }

    /** Whoever of leadership signs is known only then; all who may are named. */
    private ActionPlanReport.Signatory signatory(EvaluationView evaluation) {
        List<PersonView> leadership = organisation.peopleOf(evaluation.commune()).stream()
                .filter(person -> person.roles().contains(Role.LEADERSHIP))
                .toList();
        return new ActionPlanReport.Signatory(
                leadership.stream().map(PersonView::name).collect(Collectors.joining(" ou ")),
                leadership.stream().map(PersonView::capacity).distinct().collect(Collectors.joining(" ou ")),
                null);
    }
}
