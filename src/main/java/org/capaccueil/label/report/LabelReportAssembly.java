package org.capaccueil.label.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.report.LabelReport.Identity;
import org.capaccueil.label.report.LabelReport.Person;
import org.capaccueil.label.report.LabelReport.ReceptionPoint;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.survey.Surveys;
import org.capaccueil.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers a label report from the rooms that own its facts; each section knows how its part is told. */
@Component
class LabelReportAssembly {

    private static final String PLAN_SUBJECT = "Plan d'action";

    private final Evaluations evaluations;
    private final Organisation organisation;
    private final SelfAssessments selfAssessments;
    private final Audits audits;
    private final Surveys surveys;
    private final TeamChanges changes;
    private final Trail trail;
    private final Clock clock;

    LabelReportAssembly(
            Evaluations evaluations,
            Organisation organisation,
            SelfAssessments selfAssessments,
            Audits audits,
            Surveys surveys,
            TeamChanges changes,
            Trail trail,
            Clock clock) {
        this.evaluations = evaluations;
        this.organisation = organisation;
        this.selfAssessments = selfAssessments;
        this.audits = audits;
        this.surveys = surveys;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    LabelReport finalReport(TeamResult result) {
        return report(result, today());
    }

    LabelReport draft(TeamResult result) {
        return report(result, null);
    }

    private LabelReport report(TeamResult result, @Nullable LocalDate ended) {
        EvaluationId id = result.id();
        EvaluationView evaluation = result.evaluation();
        CampaignView campaign = evaluations.campaign(evaluation.campaign());
        boolean isAudited = result.audit() != null;
        List<Audits.Finding> findings = isAudited ? audits.findings(id) : List.of();
        Optional<SelfAssessments.Summary> assessed = selfAssessments.summary(id);
        Optional<Audits.Summary> audited = audits.summary(id);
        List<Trail.Line> planLines = trail.of(id).stream()
                .filter(line -> line.subject().equals(PLAN_SUBJECT))
                .toList();
        ReportedPeople people =
                new ReportedPeople(organisation.people(named(result, campaign, assessed, audited, planLines)));
        return new LabelReport(
                identity(result, campaign, ended),
                MethodSection.of(
                        result, assessed, audited, people, campaign, leadership(evaluation), audits.declarations(id)),
                IndicatorSection.of(result),
                SurveySection.of(surveys.sheet(evaluation.team(), campaign.periodStart(), today())),
                ScoreSection.themes(
                        result,
                        selfAssessments.ratings(id),
                        isAudited ? audits.ratings(id) : List.of(),
                        selfAssessments.evidence(id)),
                ScoreSection.total(result),
                FindingSection.of(result, findings, isAudited ? audits.withdrawnFindings(id) : List.of(), audited),
                PlanSection.of(result, findings, planLines, people),
                LabelTestSection.of(result),
                Glossary.entries());
    }

    private Identity identity(TeamResult result, CampaignView campaign, @Nullable LocalDate ended) {
        EvaluationView evaluation = result.evaluation();
        return new Identity(
                organisation.commune(evaluation.commune()).name(),
                evaluation.teamName(),
                campaign.name(),
                campaign.periodStart(),
                campaign.periodEnd(),
                result.standard().titleFr(),
                result.standard().version(),
                PublicTime.dayOf(evaluation.openedAt()),
                ended,
                today(),
                "EVAL-" + evaluation.id().toString().substring(0, 8).toUpperCase(Locale.ROOT),
                evaluations.points(List.of(evaluation.id())).getOrDefault(evaluation.id(), List.of()).stream()
                        .map(point -> new ReceptionPoint(
                                point.main() ? point.name() + " (point d'accueil principal)" : point.name(),
                                point.address(),
                                point.channels().stream()
                                        .filter(evaluation.channels()::contains)
                                        .sorted()
                                        .toList()))
                        .toList(),
                changes.of(evaluation.id()).stream()
                        .map(change -> change.reason().isEmpty()
                                ? change.what()
                                : change.what() + " Raison : " + change.reason())
                        .toList());
    }

    private Person leadership(EvaluationView evaluation) {
        return organisation.peopleOf(evaluation.commune()).stream()
                .filter(person -> person.roles().contains(Role.LEADERSHIP))
                .findFirst()
                .map(person -> new Person(person.name(), person.capacity()))
                .orElse(ReportedPeople.NOBODY);
    }

    private static Set<PersonId> named(
            TeamResult result,
            CampaignView campaign,
            Optional<SelfAssessments.Summary> assessed,
            Optional<Audits.Summary> audited,
            List<Trail.Line> planLines) {
        Set<PersonId> named = new HashSet<>();
        named.add(campaign.createdBy());
        assessed.ifPresent(summary -> {
            named.addAll(summary.participants());
            named.add(summary.submittedBy());
        });
        audited.map(Audits.Summary::auditor).ifPresent(named::add);
        result.actions().stream().map(ActionPlans.Action::owner).forEach(named::add);
        planLines.stream()
                .map(Trail.Line::actorId)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .forEach(named::add);
        named.remove(null);
        return named;
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
