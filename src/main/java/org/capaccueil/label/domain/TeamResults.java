package org.capaccueil.label.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.Measurements;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.label.domain.RelatedEvaluations.Related;
import org.capaccueil.label.domain.Snapshots.Printed;
import org.capaccueil.organisation.TeamView.PointView;
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

    private final RelatedEvaluations related;
    private final Standards standards;
    private final Measurements measurements;
    private final SelfAssessments selfAssessments;
    private final Audits audits;
    private final ActionPlans plans;
    private final Evaluations evaluations;
    private final Snapshots snapshots;
    private final LabelTable table;

    TeamResults(
            RelatedEvaluations related,
            Standards standards,
            Measurements measurements,
            SelfAssessments selfAssessments,
            Audits audits,
            ActionPlans plans,
            Evaluations evaluations,
            Snapshots snapshots,
            LabelTable table) {
        this.related = related;
        this.standards = standards;
        this.measurements = measurements;
        this.selfAssessments = selfAssessments;
        this.audits = audits;
        this.plans = plans;
        this.evaluations = evaluations;
        this.snapshots = snapshots;
        this.table = table;
    }

    public TeamResult of(EvaluationView evaluation) {
        return of(List.of(evaluation)).get(0);
    }

    /** In the order of the evaluations. */
    public List<TeamResult> of(Collection<EvaluationView> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        Related others = related.of(asked);
        RoomAnswers answers = answers(asked, others);
        Map<EvaluationId, List<PointView>> points =
                evaluations.points(asked.stream().map(EvaluationView::id).toList());
        Map<EvaluationId, Printed> printed =
                snapshots.printed(asked.stream().map(EvaluationView::id).toList());
        Layouts layouts = new Layouts(standards);
        return asked.stream()
                .map(evaluation -> {
                    EvaluationId id = evaluation.id();
                    Standard standard = standards.content(evaluation.standard());
                    Printed kept = printed.get(id);
                    ScorePlan layout = layouts.of(evaluation);
                    ScoreSheet audit = answers.isReceived(id) ? layout.sheet(answers.ofAuditor(id)) : null;
                    LabelFacts facts = audit != null && answers.isFinal(id)
                            ? facts(
                                    evaluation,
                                    standard,
                                    audit,
                                    earlier(others.earlier(id), answers, layouts),
                                    answers,
                                    Points.of(points.getOrDefault(id, List.of()), answers.answering(evaluation)))
                            : null;
                    return new TeamResult(
                            evaluation,
                            standard,
                            layout.sheet(answers.ofTeam(id)),
                            audit,
                            answers.auditStatus(id).orElse(null),
                            facts,
                            facts == null ? null : verdict(kept, standard, facts),
                            kept == null ? null : kept.at(),
                            answers.plans().get(id),
                            answers.actions(id),
                            answers.measurements(id));
                })
                .toList();
    }

    /** What was printed stands, whatever changed since. */
    private LabelVerdict verdict(@Nullable Printed printed, Standard standard, LabelFacts facts) {
        return printed == null ? LabelTest.on(standard, facts, table) : printed.verdict(standard.labelRules());
    }

    private static List<ConcludedAudit> earlier(List<EvaluationView> all, RoomAnswers answers, Layouts layouts) {
        return all.stream()
                .filter(one -> answers.isFinal(one.id()))
                .map(one -> answers.audit(one, layouts.of(one).sheet(answers.ofAuditor(one.id()))))
                .toList();
    }

    /** Teams of one scope share how they are scored. */
    private record Layout(StandardVersionId standard, TeamScope scope) {}

    private record Layouts(Standards standards, Map<Layout, ScorePlan> known) {

        Layouts(Standards standards) {
            this(standards, new HashMap<>());
        }

        ScorePlan of(EvaluationView evaluation) {
            return known.computeIfAbsent(
                    new Layout(evaluation.standard(), evaluation.scope().withOrganisation()),
                    asking -> ScorePlan.of(standards.content(asking.standard()), asking.scope()));
        }
    }

    private RoomAnswers answers(Collection<EvaluationView> asked, Related others) {
        List<EvaluationId> own = asked.stream().map(EvaluationView::id).toList();
        Set<EvaluationId> all = new HashSet<>(own);
        others.answering().values().forEach(other -> all.add(other.id()));
        others.earlier().values().forEach(earlier -> earlier.forEach(one -> all.add(one.id())));
        return new RoomAnswers(
                others.answering(),
                selfAssessments.ratingsOf(all),
                audits.summaries(all),
                audits.ratingsOf(all),
                audits.findingsOf(all),
                plans.summaries(all),
                plans.actionsOf(all),
                measurements.ofAll(own));
    }

    private static LabelFacts facts(
            EvaluationView evaluation,
            Standard standard,
            ScoreSheet audit,
            List<ConcludedAudit> earlier,
            RoomAnswers answers,
            Points points) {
        ConcludedAudit now = answers.audit(evaluation, audit);
        return new LabelFacts(
                audit,
                now.nonconformities(),
                CarriedOver.from(earlier, now),
                IndicatorCoverage.of(standard, evaluation.channels(), answers.measurements(evaluation.id())),
                answers.isPlanSigned(evaluation.id()),
                points);
    }
}
