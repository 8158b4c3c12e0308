package org.capaccueil.audit.process;

import java.util.Map;
import org.capaccueil.audit.domain.AuditProcess;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.workflow.TaskDesk;
import org.springframework.stereotype.Component;

@Component
class AuditProcessAdapter implements AuditProcess {

    private final TaskDesk tasks;

    AuditProcessAdapter(TaskDesk tasks) {
        this.tasks = tasks;
    }

    @Override
    public void auditorAssigned(EvaluationId evaluation, Actor actor, PersonId auditor) {
        complete(AuditBpmn.ASSIGN_AUDITOR, evaluation, actor, Map.of(AuditBpmn.AUDITOR, auditor.toString()));
    }

    @Override
    public void concluded(EvaluationId evaluation, Actor actor) {
        complete(AuditBpmn.AUDIT_ON_SITE, evaluation, actor, Map.of(AuditBpmn.DECISION, AuditBpmn.CONCLUDED));
    }

    @Override
    public void linkDeclared(EvaluationId evaluation, Actor actor) {
        complete(AuditBpmn.AUDIT_ON_SITE, evaluation, actor, Map.of(AuditBpmn.DECISION, AuditBpmn.LINK_DECLARED));
    }

    @Override
    public void linkJudged(EvaluationId evaluation, Actor actor, boolean kept) {
        complete(
                AuditBpmn.JUDGE_LINK,
                evaluation,
                actor,
                Map.of(AuditBpmn.LINK_VERDICT, kept ? AuditBpmn.KEPT : AuditBpmn.REPLACED));
    }

    @Override
    public void recused(EvaluationId evaluation, Actor actor) {
        complete(AuditBpmn.AUDIT_ON_SITE, evaluation, actor, Map.of(AuditBpmn.DECISION, AuditBpmn.RECUSED));
    }

    @Override
    public void replied(EvaluationId evaluation, Actor actor) {
        complete(AuditBpmn.REPLY_TO_FINDINGS, evaluation, actor, Map.of());
    }

    @Override
    public void finalised(EvaluationId evaluation, Actor actor) {
        complete(AuditBpmn.FINALISE_REPORT, evaluation, actor, Map.of());
    }

    @Override
    public void requireAssignment(EvaluationId evaluation, Actor actor) {
        tasks.require(AuditBpmn.ASSIGN_AUDITOR, evaluation.value(), actor);
    }

    @Override
    public void requireReply(EvaluationId evaluation, Actor actor) {
        tasks.require(AuditBpmn.REPLY_TO_FINDINGS, evaluation.value(), actor);
    }

    private void complete(String step, EvaluationId evaluation, Actor actor, Map<String, Object> outcomes) {
        tasks.complete(step, evaluation.value(), actor, outcomes);
    }
}
