package org.capaccueil.workflow;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Every bean the processes name, as a stub that writes down who called it. They answer what the test scripted in
 * {@link Script}; nothing of the product's Java is involved, so a failing story is a fault of the drawing.
 */
final class StubBeans {

    private StubBeans() {}

    static Map<Object, Object> all(Script script) {
        return Map.ofEntries(
                Map.entry("campaignSteps", new CampaignSteps(script)),
                Map.entry("evaluationSteps", new EvaluationSteps(script)),
                Map.entry("collectionSteps", new CollectionSteps(script)),
                Map.entry("assessmentSteps", new AssessmentSteps(script)),
                Map.entry("auditSteps", new AuditSteps(script)),
                Map.entry("actionPlanSteps", new ActionPlanSteps(script)),
                Map.entry("followUpSteps", new FollowUpSteps(script)),
                Map.entry("labelSteps", new LabelSteps(script)),
                Map.entry("notices", new Notices(script)),
                Map.entry("deadlines", new Deadlines(script)),
                Map.entry("lateSeriesSteps", new LateSeriesSteps(script)));
    }

    public static final class LateSeriesSteps {
        private final Script script;

        LateSeriesSteps(Script script) {
            this.script = script;
        }

        public void remindOwners(DelegateExecution execution) {
            script.called("remindOwners", execution);
        }

        public void remindAll(DelegateExecution execution) {
            script.called("remindAll", execution);
        }

        public void end(DelegateExecution execution) {
            script.called("end", execution);
        }

        public boolean isLate(DelegateExecution execution) {
            return script.late;
        }

        public boolean isRemindedOften(DelegateExecution execution) {
            return script.calls.size() >= 2;
        }

        public java.util.Date inAWeek(DelegateExecution execution) {
            return java.util.Date.from(script.reminder);
        }
    }

    public static final class CampaignSteps {
        private final Script script;

        CampaignSteps(Script script) {
            this.script = script;
        }

        public boolean isSurveyPlanned(DelegateExecution execution) {
            return script.surveyPlanned;
        }

        public void openSurvey(DelegateExecution execution) {
            script.called("openSurvey", execution);
        }

        public void openNextTeams(DelegateExecution execution) {
            script.called("openNextTeams", execution);
            execution.setVariable("opening", script.openings.isEmpty() ? "DONE" : script.openings.remove());
        }

        public void consolidate(DelegateExecution execution) {
            script.called("consolidate", execution);
        }

        public void publish(DelegateExecution execution) {
            script.called("publish", execution);
        }

        public void prepareNextCycle(DelegateExecution execution) {
            script.called("prepareNextCycle", execution);
        }

        public boolean isRecurring(DelegateExecution execution) {
            return script.recurring;
        }
    }

    public static final class EvaluationSteps {
        private final Script script;

        EvaluationSteps(Script script) {
            this.script = script;
        }

        public void close(DelegateExecution execution) {
            script.called("closeEvaluation", execution);
        }

        public void reportToCampaign(DelegateExecution execution) {
            script.called("reportToCampaign", execution);
        }
    }

    public static final class CollectionSteps {
        private final Script script;

        CollectionSteps(Script script) {
            this.script = script;
        }

        public void open(DelegateExecution execution) {
            script.called("openCollection", execution);
        }

        public void freeze(DelegateExecution execution) {
            script.called("freezeData", execution);
        }
    }

    public static final class AssessmentSteps {
        private final Script script;

        AssessmentSteps(Script script) {
            this.script = script;
        }

        public void open(DelegateExecution execution) {
            script.called("openSelfAssessment", execution);
        }

        public void close(DelegateExecution execution) {
            script.called("closeSelfAssessment", execution);
        }
    }

    public static final class AuditSteps {
        private final Script script;

        AuditSteps(Script script) {
            this.script = script;
        }

        public void open(DelegateExecution execution) {
            script.called("openAudit", execution);
        }

        public void openRightOfReply(DelegateExecution execution) {
            script.called("openRightOfReply", execution);
        }

        public void closeWithoutReply(DelegateExecution execution) {
            script.called("closeWithoutReply", execution);
        }

        public void close(DelegateExecution execution) {
            script.called("closeAudit", execution);
        }
    }

    public static final class ActionPlanSteps {
        private final Script script;

        ActionPlanSteps(Script script) {
            this.script = script;
        }

        public void open(DelegateExecution execution) {
            script.called("openPlan", execution);
        }

        public void print(DelegateExecution execution) {
            script.called("printPlan", execution);
        }

        public void close(DelegateExecution execution) {
            script.called("closePlan", execution);
        }
    }

    public static final class FollowUpSteps {
        private final Script script;

        FollowUpSteps(Script script) {
            this.script = script;
        }

        public void open(DelegateExecution execution) {
            script.called("openFollowUp", execution);
        }

        public List<String> actionIds(DelegateExecution execution) {
            return script.actionIds;
        }

        public String ownerOf(String actionId) {
            return "owner-of-" + actionId;
        }

        public void close(DelegateExecution execution) {
            script.called("closeFollowUp", execution);
        }
    }

    public static final class LabelSteps {
        private final Script script;

        LabelSteps(Script script) {
            this.script = script;
        }

        public void announceOrganisation(DelegateExecution execution) {
            script.called("announceOrganisation", execution);
        }

        public void checkOrganisation(DelegateExecution execution) {
            script.called("checkOrganisation", execution);
            execution.setVariable(
                    "organisationAnswers",
                    script.organisationAnswers.isEmpty() ? "SETTLED" : script.organisationAnswers.remove());
        }

        public void test(DelegateExecution execution) {
            script.called("testLabel", execution);
            execution.setVariable("labelOutcome", script.labelOutcome);
        }

        public void announceLevel(DelegateExecution execution) {
            script.called("announceLevel", execution);
        }

        public void announceShortfall(DelegateExecution execution) {
            script.called("announceShortfall", execution);
        }

        public void print(DelegateExecution execution) {
            script.called("printLabelReport", execution);
        }
    }

    public static final class Notices {
        private final Script script;

        Notices(Script script) {
            this.script = script;
        }

        public void remind(DelegateExecution execution) {
            script.called("remind", execution);
        }

        public void escalate(DelegateExecution execution) {
            script.called("escalate", execution);
        }
    }

    public static final class Deadlines {
        private final Script script;

        Deadlines(Script script) {
            this.script = script;
        }

        public Date dueDate(DelegateExecution execution) {
            return Date.from(script.due);
        }

        public Date nextReminder(DelegateExecution execution) {
            return Date.from(script.reminder);
        }

        public boolean isOverdue(DelegateExecution execution) {
            return script.overdue;
        }

        public Date closingDate(DelegateExecution execution) {
            return Date.from(script.closingDate);
        }

        public Date nextCycle(DelegateExecution execution) {
            return Date.from(script.nextCycle);
        }

        public Date replyEnds(DelegateExecution execution) {
            return Date.from(script.replyEnds);
        }

        public Date reviewDate(DelegateExecution execution) {
            return Date.from(script.reviewDate);
        }
    }
}
