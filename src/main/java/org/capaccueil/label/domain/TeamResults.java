package org.capaccueil.label.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.Measurements;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
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
    private final Organisation organisation;
    private final LabelTable table;

    TeamResults(
            Evaluations evaluations,
            Standards standards,
            Measurements measurements,
            SelfAssessments selfAssessments,
            Audits audits,
            ActionPlans plans,
            Organisation organisation,
            LabelTable table) {
        this.evaluations = evaluations;
        this.standards = standards;
        this.measurements = measurements;
        this.selfAssessments = selfAssessments;
        this.audits = audits;
        this.plans = plans;
        this.organisation = organisation;
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
        Map<EvaluationId, EvaluationView> answering = answeringForOrganisation(asked);
        Map<EvaluationId, EvaluationView> previous = previous(asked);
        RoomAnswers answers = answers(asked, answering, previous.values());
        Map<TeamId, TeamView> teams = organisation.teams(
                asked.stream().map(EvaluationView::team).distinct().toList());
        Map<Layout, ScorePlan> layouts = new HashMap<>();
        return asked.stream()
                .map(evaluation -> {
                    EvaluationId id = evaluation.id();
                    Standard standard = standards.content(evaluation.standard());
                    ScorePlan layout = layouts.computeIfAbsent(
                            new Layout(evaluation.standard(), evaluation.scope().withOrganisation()),
                            asking -> ScorePlan.of(standard, asking.scope()));
                    ScoreSheet audit = answers.isReceived(id) ? layout.sheet(answers.ofAuditor(id)) : null;
                    LabelFacts facts = audit != null && answers.isFinal(id)
                            ? facts(
                                    evaluation,
                                    standard,
                                    audit,
                                    previous.get(id),
                                    answers,
                                    Points.of(
                                            Objects.requireNonNull(teams.get(evaluation.team())),
                                            answers.answering(evaluation)))
                            : null;
                    return new TeamResult(
                            evaluation,
                            standard,
                            layout.sheet(answers.ofTeam(id)),
                            audit,
                            answers.auditStatus(id).orElse(null),
                            facts,
                            facts == null ? null : LabelTest.on(standard, facts, table),
                            answers.plans().get(id),
                            answers.actions(id),
                            answers.measurements(id));
                })
                .toList();
    }

    /** Teams of one scope share how they are scored. */
    private record Layout(StandardVersionId standard, TeamScope scope) {}

    private RoomAnswers answers(
            Collection<EvaluationView> asked,
            Map<EvaluationId, EvaluationView> answering,
            Collection<EvaluationView> previous) {
        List<EvaluationId> own = asked.stream().map(EvaluationView::id).toList();
        Set<EvaluationId> rating = new HashSet<>(own);
        answering.values().forEach(other -> rating.add(other.id()));
        Set<EvaluationId> improving = new HashSet<>(own);
        previous.forEach(one -> improving.add(one.id()));
        return new RoomAnswers(
                answering,
                selfAssessments.ratingsOf(rating),
                audits.summaries(rating),
                audits.ratingsOf(rating),
                audits.findingsOf(improving),
                plans.summaries(improving),
                plans.actionsOf(improving),
                measurements.ofAll(own));
    }

    private static LabelFacts facts(
            EvaluationView evaluation,
            Standard standard,
            ScoreSheet audit,
            @Nullable EvaluationView previous,
            RoomAnswers answers,
            Points points) {
        List<Nonconformity> nonconformities = answers.nonconformities(evaluation.id());
        List<CarriedOver> carriedOver = previous == null
                ? List.of()
                : answers.nonconformities(previous.id()).stream()
                        .filter(one -> one.open() && !one.major())
                        .map(minor -> CarriedOver.of(
                                previous.campaignName(),
                                minor,
                                audit,
                                nonconformities,
                                answers.actions(evaluation.id())))
                        .toList();
        return new LabelFacts(
                audit,
                nonconformities,
                carriedOver,
                IndicatorCoverage.of(standard, evaluation.channels(), answers.measurements(evaluation.id())),
                answers.isPlanSigned(evaluation.id()),
                points);
    }

    /** The last evaluation of the same team that had ended when this one opened. */
    private Map<EvaluationId, EvaluationView> previous(Collection<EvaluationView> asked) {
        Map<TeamId, List<EvaluationView>> history = evaluations.ofTeams(
                asked.stream().map(EvaluationView::team).distinct().toList());
        Map<EvaluationId, EvaluationView> previous = new HashMap<>();
        for (EvaluationView evaluation : asked) {
            history.getOrDefault(evaluation.team(), List.of()).stream()
                    .filter(earlier -> earlier.status() == EvaluationStatus.CLOSED)
                    .filter(earlier -> earlier.openedAt().isBefore(evaluation.openedAt()))
                    .max(Comparator.comparing(EvaluationView::openedAt))
                    .ifPresent(earlier -> previous.put(evaluation.id(), earlier));
        }
        return previous;
    }

    /** Whose answers for the organisation count for an evaluation, where they are not its own. */
    private Map<EvaluationId, EvaluationView> answeringForOrganisation(Collection<EvaluationView> all) {
        List<EvaluationView> others = all.stream()
                .filter(evaluation -> !evaluation.answersForOrganisation())
                .toList();
        Map<CampaignId, EvaluationView> answering = evaluations.answeringForOrganisation(
                others.stream().map(EvaluationView::campaign).distinct().toList());
        return others.stream()
                .filter(evaluation -> answering.containsKey(evaluation.campaign()))
                .collect(Collectors.toMap(
                        EvaluationView::id,
                        evaluation -> Objects.requireNonNull(answering.get(evaluation.campaign()))));
    }
}
