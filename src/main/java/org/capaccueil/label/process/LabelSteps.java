package org.capaccueil.label.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.capaccueil.label.domain.LabelNews;
import org.capaccueil.label.domain.OrganisationAnswers;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.ProcessBean;

/** This room's service tasks in team-evaluation.bpmn. */
@ProcessBean("labelSteps")
public class LabelSteps {

    private final OrganisationAnswers organisation;
    private final LabelNews news;
    private final LabelFile file;

    LabelSteps(OrganisationAnswers organisation, LabelNews news, LabelFile file) {
        this.organisation = organisation;
        this.news = news;
        this.file = file;
    }

    public void announceOrganisation(DelegateExecution execution) {
        organisation.tellWaitingTeams(evaluation(execution));
    }

    public void checkOrganisation(DelegateExecution execution) {
        execution.setVariable(
                LabelBpmn.ORGANISATION_ANSWERS,
                organisation.state(evaluation(execution)).name());
    }

    public void test(DelegateExecution execution) {
        execution.setVariable(
                LabelBpmn.OUTCOME, news.outcome(evaluation(execution)).name());
    }

    public void announceLevel(DelegateExecution execution) {
        news.levelReached(evaluation(execution));
    }

    public void announceShortfall(DelegateExecution execution) {
        news.noLevelReached(evaluation(execution));
    }

    public void print(DelegateExecution execution) {
        file.print(evaluation(execution));
    }

    private static EvaluationId evaluation(DelegateExecution execution) {
        return EvaluationId.of(execution.getProcessBusinessKey());
    }
}
