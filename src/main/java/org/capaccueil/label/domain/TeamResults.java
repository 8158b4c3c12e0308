package org.capaccueil.label.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.TeamScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings together what the rooms of the phases hold and reckons scores and label from it: one question to each room,
 * however many evaluations there are.
 */
@Service
@Transactional(readOnly = true)
public class TeamResults {

    private final Evaluations evaluations;
    private final Standards standards;
    private final Measurements measurements;
    private final SelfAssessments selfAssessments;
    private final Audits audits;
    private final ActionPlans plans;

    TeamResults(
            Evaluations evaluations,
            Standards standards,
            Measurements measurements,
            SelfAssessments selfAssessments,
            Audits audits,
            ActionPlans plans) {
        this.evaluations = evaluations;
        this.standards = standards;
        this.measurements = measurements;
        this.selfAssessments = selfAssessments;
        this.audits = audits;
        this.plans = plans;
    }

    public TeamResult of(EvaluationView evaluation) {
        return of(List.of(evaluation)).get(0);
    }

    /** In the order of the evaluations. */
    public List<TeamResult> of(Collection<EvaluationView> asked) {
        List<EvaluationId> ids = asked.stream().map(EvaluationView::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<EvaluationId, EvaluationId> organisation = answeringForOrganisation(asked);
        Set<EvaluationId> rating = new HashSet<>(ids);
        rating.addAll(organisation.values());
        Map<EvaluationId, List<SelfAssessments.Rating>> self = selfAssessments.ratingsOf(rating);
        Map<EvaluationId, Audits.Summary> audited = audits.summaries(rating);
        Map<EvaluationId, List<Audits.Rating>> auditRatings = audits.ratingsOf(rating);
        Map<EvaluationId, List<Audits.Finding>> findings = audits.findingsOf(ids);
        Map<EvaluationId, ActionPlans.Summary> planned = plans.summaries(ids);
        Map<EvaluationId, List<ActionPlans.Action>> actions = plans.actionsOf(ids);
        Map<EvaluationId, List<MeasurementView>> measured = measurements.ofAll(ids);
        Map<Layout, ScorePlan> layouts = new HashMap<>();
        return asked.stream()
                .map(evaluation -> {
                    EvaluationId id = evaluation.id();
                    EvaluationId forAll = organisation.getOrDefault(id, id);
                    Standard standard = standards.content(evaluation.standard());
                    return result(
                            evaluation,
                            standard,
                            layouts.computeIfAbsent(
                                    new Layout(
                                            evaluation.standard(),
                                            evaluation.scope().withOrganisation()),
                                    layout -> ScorePlan.of(standard, layout.scope())),
                            Ratings.ofTeam(self.getOrDefault(id, List.of()))
                                    .withOrganisation(Ratings.ofTeam(self.getOrDefault(forAll, List.of()))),
                            Optional.ofNullable(audited.get(id)).map(Audits.Summary::status),
                            Ratings.ofAuditor(auditRatings.getOrDefault(id, List.of()))
                                    .withOrganisation(
                                            isReceived(audited.get(forAll))
                                                    ? Ratings.ofAuditor(auditRatings.getOrDefault(forAll, List.of()))
                                                    : new Ratings()),
                            findings.getOrDefault(id, List.of()),
                            planned.get(id),
                            actions.getOrDefault(id, List.of()),
                            measured.getOrDefault(id, List.of()));
                })
                .toList();
    }

    /** Teams of one scope share how they are scored. */
    private record Layout(StandardVersionId standard, TeamScope scope) {}

    private static TeamResult result(
            EvaluationView evaluation,
            Standard standard,
            ScorePlan layout,
            Ratings self,
            Optional<Audits.Status> status,
            Ratings auditRatings,
            List<Audits.Finding> findings,
            ActionPlans.@Nullable Summary plan,
            List<ActionPlans.Action> actions,
            List<MeasurementView> measured) {
        boolean received = status.filter(TeamResults::isReceived).isPresent();
        ScoreSheet audit = received ? layout.sheet(auditRatings) : null;
        LabelVerdict verdict = null;
        if (audit != null && status.filter(Audits.Status.CLOSED::equals).isPresent()) {
            verdict = LabelTest.on(
                    standard,
                    new LabelTest.Facts(
                            audit,
                            Nonconformity.of(findings, Optional.ofNullable(plan), actions),
                            IndicatorCoverage.of(standard, evaluation.channels(), measured),
                            plan != null && plan.status() == ActionPlans.PlanStatus.SIGNED));
        }
        return new TeamResult(
                evaluation, standard, layout.sheet(self), audit, status.orElse(null), verdict, plan, actions, measured);
    }

    /** Whose answers for the organisation count for an evaluation, where they are not its own. */
    private Map<EvaluationId, EvaluationId> answeringForOrganisation(Collection<EvaluationView> all) {
        List<EvaluationView> others = all.stream()
                .filter(evaluation -> !evaluation.answersForOrganisation())
                .toList();
        Map<CampaignId, EvaluationView> answering = evaluations.answeringForOrganisation(
                others.stream().map(EvaluationView::campaign).distinct().toList());
        return others.stream()
                .filter(evaluation -> answering.containsKey(evaluation.campaign()))
                .collect(Collectors.toMap(
                        EvaluationView::id,
                        evaluation -> answering.get(evaluation.campaign()).id()));
    }

    private static boolean isReceived(Audits.@Nullable Summary audit) {
        return audit != null && isReceived(audit.status());
    }

    private static boolean isReceived(Audits.Status status) {
        return status.compareTo(Audits.Status.RIGHT_OF_REPLY) >= 0;
    }
}
