package org.capaccueil.label.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the rooms of the phases answered about some evaluations.
 *
 * @param answering the other evaluation that answers for the organisation, where there is one
 */
record RoomAnswers(
        Map<EvaluationId, EvaluationView> answering,
        Map<EvaluationId, List<SelfAssessments.Rating>> self,
        Map<EvaluationId, Audits.Summary> audits,
        Map<EvaluationId, List<Audits.Rating>> auditRatings,
        Map<EvaluationId, List<Audits.Finding>> findings,
        Map<EvaluationId, ActionPlans.Summary> plans,
        Map<EvaluationId, List<Action>> actions,
        Map<EvaluationId, List<MeasurementView>> measurements) {

    /** With what the other team answered for the organisation. */
    Ratings ofTeam(EvaluationId id) {
        Ratings own = Ratings.ofTeam(self.getOrDefault(id, List.of()));
        EvaluationView other = answering.get(id);
        return other == null ? own : own.withOrganisation(Ratings.ofTeam(self.getOrDefault(other.id(), List.of())));
    }

    /** With what the other team's auditor answered for the organisation, once that can no longer change. */
    Ratings ofAuditor(EvaluationId id) {
        Ratings own = Ratings.ofAuditor(auditRatings.getOrDefault(id, List.of()));
        return settled(id)
                .map(other -> own.withOrganisation(Ratings.ofAuditor(auditRatings.getOrDefault(other.id(), List.of()))))
                .orElse(own);
    }

    Answering answering(EvaluationView evaluation) {
        if (evaluation.answersForOrganisation()) {
            return Answering.OWN;
        }
        return Optional.ofNullable(answering.get(evaluation.id()))
                .filter(other -> other.status() != EvaluationStatus.CANCELLED || isFinal(other.id()))
                .map(other -> Answering.by(other.teamName()))
                .orElse(Answering.NOBODY);
    }

    /** The other evaluation that answers for the organisation, once its audit is concluded. */
    private Optional<EvaluationView> settled(EvaluationId id) {
        return Optional.ofNullable(answering.get(id)).filter(other -> isFinal(other.id()));
    }

    Optional<Audits.Status> auditStatus(EvaluationId id) {
        return Optional.ofNullable(audits.get(id)).map(Audits.Summary::status);
    }

    /** The team reads the auditor's ratings from the draft report on. */
    boolean isReceived(EvaluationId id) {
        return auditStatus(id)
                .filter(status -> status.compareTo(Audits.Status.RIGHT_OF_REPLY) >= 0)
                .isPresent();
    }

    /** The auditor's ratings no longer change. */
    boolean isFinal(EvaluationId id) {
        return auditStatus(id).filter(Audits.Status.CLOSED::equals).isPresent();
    }

    /** Those of its own audit, and those of the organisation that the other team's audit found. */
    List<Nonconformity> nonconformities(EvaluationId id) {
        return Stream.concat(
                        nonconformities(id, null).stream(),
                        settled(id).stream()
                                .flatMap(other -> nonconformities(other.id(), other.teamName()).stream())
                                .filter(one -> one.place() == Place.ORGANISATION))
                .toList();
    }

    private List<Nonconformity> nonconformities(EvaluationId id, @Nullable String foundBy) {
        return Nonconformity.of(
                findings.getOrDefault(id, List.of()), Optional.ofNullable(plans.get(id)), actions(id), foundBy);
    }

    /** The audit of an evaluation with everything that may settle what an earlier one left. */
    ConcludedAudit audit(EvaluationView evaluation, ScoreSheet sheet) {
        EvaluationId id = evaluation.id();
        return new ConcludedAudit(
                evaluation.campaignName(),
                sheet,
                nonconformities(id),
                Stream.concat(actions(id).stream(), settled(id).stream().flatMap(other -> actionsOn(sheet, other)))
                        .toList());
    }

    private Stream<Action> actionsOn(ScoreSheet sheet, EvaluationView forOrganisation) {
        Set<String> ofOrganisation = sheet.criteria()
                .filter(one -> one.at(Place.ORGANISATION).isPresent())
                .map(one -> one.criterion().code())
                .collect(Collectors.toSet());
        return actions(forOrganisation.id()).stream().filter(action -> ofOrganisation.contains(action.criterion()));
    }

    List<Action> actions(EvaluationId id) {
        return actions.getOrDefault(id, List.of());
    }

    List<MeasurementView> measurements(EvaluationId id) {
        return measurements.getOrDefault(id, List.of());
    }

    boolean isPlanSigned(EvaluationId id) {
        return Optional.ofNullable(plans.get(id))
                .map(ActionPlans.Summary::status)
                .filter(PlanStatus.SIGNED::equals)
                .isPresent();
    }
}
