package org.capaccueil.label.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.audit.Audits;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.report.LabelReport.ActionStatus;
import org.capaccueil.label.report.LabelReport.Person;
import org.capaccueil.label.report.LabelReport.Plan;
import org.capaccueil.label.report.LabelReport.Signature;
import org.capaccueil.label.report.LabelReport.TrailEntry;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.trail.Trail;

/** The report's section of the action plan: its signature, its actions, who did what when. */
final class PlanSection {

    private PlanSection() {}

    static Plan of(
            TeamResult result, List<Audits.Finding> findings, List<Trail.Line> planLines, ReportedPeople people) {
        Map<UUID, String> numbers =
                findings.stream().collect(Collectors.toMap(Audits.Finding::id, FindingSection::number));
        ActionPlans.Signature signed =
                result.plan() == null ? null : result.plan().signature();
        return new Plan(
                signed == null
                        ? null
                        : new Signature(
                                new Person(signed.name(), signed.capacity()),
                                signed.at(),
                                signed.edition(),
                                signed.sha256()),
                result.actions().stream()
                        .map(action -> new LabelReport.Action(
                                action.number(),
                                action.title(),
                                action.finding() == null ? "–" : numbers.getOrDefault(action.finding(), "–"),
                                action.criterion(),
                                people.person(action.owner()).name(),
                                action.due(),
                                action.expectedEffect(),
                                status(action),
                                action.endedAt() == null ? null : PublicTime.dayOf(action.endedAt()),
                                action.effectivenessNote()))
                        .toList(),
                planLines.stream()
                        .map(line -> new TrailEntry(
                                line.at(), line.actor(), people.capacity(line), line.action(), line.reason(), null))
                        .toList());
    }

    private static ActionStatus status(ActionPlans.Action action) {
        return switch (action.status()) {
            case PROPOSED -> ActionStatus.TO_DO;
            case IN_PROGRESS -> action.reopened() > 0 ? ActionStatus.REOPENED : ActionStatus.IN_PROGRESS;
            case DONE -> ActionStatus.DONE;
            case EFFECTIVE -> ActionStatus.EFFECTIVE;
            case ABANDONED -> ActionStatus.ABANDONED;
        };
    }
}
