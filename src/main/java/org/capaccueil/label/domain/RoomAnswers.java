package org.capaccueil.label.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.improvement.ActionPlans.PlanStatus;
import org.capaccueil.shared.EvaluationId;

/** What the rooms of the phases answered about some evaluations. */
record RoomAnswers(
        Map<EvaluationId, List<SelfAssessments.Rating>> self,
        Map<EvaluationId, Audits.Summary> audits,
        Map<EvaluationId, List<Audits.Rating>> auditRatings,
        Map<EvaluationId, List<Audits.Finding>> findings,
        Map<EvaluationId, ActionPlans.Summary> plans,
        Map<EvaluationId, List<Action>> actions,
        Map<EvaluationId, List<MeasurementView>> measurements) {

    /** With what another evaluation answered for the organisation. */
    Ratings ofTeam(EvaluationId id, EvaluationId forOrganisation) {
        return Ratings.ofTeam(self.getOrDefault(id, List.of()))
                .withOrganisation(Ratings.ofTeam(self.getOrDefault(forOrganisation, List.of())));
    }

    /** With what the other evaluation's auditor answered for the organisation, once its team has received it. */
    Ratings ofAuditor(EvaluationId id, EvaluationId forOrganisation) {
        return Ratings.ofAuditor(auditRatings.getOrDefault(id, List.of()))
                .withOrganisation(
                        isReceived(forOrganisation)
                                ? Ratings.ofAuditor(auditRatings.getOrDefault(forOrganisation, List.of()))
                                : new Ratings());
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

    List<Nonconformity> nonconformities(EvaluationId id) {
        return Nonconformity.of(findings.getOrDefault(id, List.of()), Optional.ofNullable(plans.get(id)), actions(id));
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
