package org.capaccueil.label.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
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

    private final Standards standards;
    private final Measurements measurements;
    private final SelfAssessments selfAssessments;
    private final Audits audits;
    private final ActionPlans plans;

    TeamResults(
            Standards standards,
            Measurements measurements,
            SelfAssessments selfAssessments,
            Audits audits,
            ActionPlans plans) {
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
    public List<TeamResult> of(Collection<EvaluationView> evaluations) {
        List<EvaluationId> ids = evaluations.stream().map(EvaluationView::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<EvaluationId, List<SelfAssessments.Rating>> self = selfAssessments.ratingsOf(ids);
        Map<EvaluationId, Audits.Summary> audited = audits.summaries(ids);
        Map<EvaluationId, List<Audits.Rating>> auditRatings = audits.ratingsOf(ids);
        Map<EvaluationId, List<Audits.Finding>> findings = audits.findingsOf(ids);
        Map<EvaluationId, ActionPlans.Summary> planned = plans.summaries(ids);
        Map<EvaluationId, List<ActionPlans.Action>> actions = plans.actionsOf(ids);
        Map<EvaluationId, List<MeasurementView>> measured = measurements.ofAll(ids);
        return evaluations.stream()
                .map(evaluation -> {
                    EvaluationId id = evaluation.id();
                    return result(
                            evaluation,
                            self.getOrDefault(id, List.of()),
                            Optional.ofNullable(audited.get(id)).map(Audits.Summary::status),
                            auditRatings.getOrDefault(id, List.of()),
                            findings.getOrDefault(id, List.of()),
                            planned.get(id),
                            actions.getOrDefault(id, List.of()),
                            measured.getOrDefault(id, List.of()));
                })
                .toList();
    }

    private TeamResult result(
            EvaluationView evaluation,
            List<SelfAssessments.Rating> self,
            Optional<Audits.Status> status,
            List<Audits.Rating> auditRatings,
            List<Audits.Finding> findings,
            ActionPlans.@Nullable Summary plan,
            List<ActionPlans.Action> actions,
            List<MeasurementView> measured) {
        Standard standard = standards.content(evaluation.standard());
        boolean received = status.filter(known -> known.compareTo(Audits.Status.RIGHT_OF_REPLY) >= 0)
                .isPresent();
        ScoreSheet audit =
                received ? ScoreSheet.of(standard, evaluation.scope(), Ratings.ofAuditor(auditRatings)) : null;
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
                evaluation,
                standard,
                ScoreSheet.of(standard, evaluation.scope(), Ratings.ofTeam(self)),
                audit,
                status.orElse(null),
                verdict,
                plan,
                actions,
                measured);
    }
}
