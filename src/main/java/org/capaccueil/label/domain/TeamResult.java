package org.capaccueil.label.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is reckoned of one evaluation, at this moment; but the verdict that was printed stands.
 *
 * @param self the scores by the team's own ratings
 * @param audit the scores by the auditor's ratings; null as long as the team has not received them
 * @param facts what the label test judges, and
 * @param verdict what it answers, or what the label report says once there is one; null until the auditor's final report is
 *     out, since only its ratings count
 * @param printedAt when the label report was printed that says so; null as long as the verdict is today's
 */
public record TeamResult(
        EvaluationView evaluation,
        Standard standard,
        ScoreSheet self,
        @Nullable ScoreSheet audit,
        Audits.@Nullable Status auditStatus,
        @Nullable LabelFacts facts,
        @Nullable LabelVerdict verdict,
        @Nullable Instant printedAt,
        ActionPlans.@Nullable Summary plan,
        List<ActionPlans.Action> actions,
        List<MeasurementView> measurements) {

    public EvaluationId id() {
        return evaluation.id();
    }

    /** The auditor's ratings no longer change. */
    public boolean isAuditFinal() {
        return auditStatus == Audits.Status.CLOSED;
    }

    public @Nullable Score selfTotal() {
        return self.total();
    }

    public @Nullable Score auditTotal() {
        return audit == null ? null : audit.total();
    }

    /** What the verdict leaves out, where its standard asks for it. */
    public Optional<String> notChecked() {
        return verdict == null ? Optional.empty() : LabelTest.notChecked(standard);
    }

    /** What would be enough for the next level; empty before the final report, and at the highest level. */
    public Optional<Enough> enough() {
        if (facts == null || verdict == null || verdict.next() == null) {
            return Optional.empty();
        }
        return Optional.of(Enough.forNext(standard, facts, verdict.next(), verdict.rules()));
    }
}
