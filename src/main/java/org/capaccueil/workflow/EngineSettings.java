package org.capaccueil.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Engine settings where the default would silently lose something, cost something or open something. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineSettings extends AbstractCamundaConfiguration {

    private final ListableBeanFactory beans;
    private final ObjectProvider<TaskArrivals> arrivals;

    EngineSettings(ListableBeanFactory beans, ObjectProvider<TaskArrivals> arrivals) {
        this.beans = beans;
        this.arrivals = arrivals;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setBeans(new WhitelistedBeans(beans));
        // An uncaught BPMN error would end its path without an incident.
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // Expressions in stored queries are an injection path nobody here needs.
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        // A minute of a mail server's downtime is not an incident.
        engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT30M,PT2H");
        // Cheaper task queries: neither case tasks nor stand-alone tasks exist here.
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDmnEnabled(true);
        engine.setAuthorizationEnabled(false);
        // Actions of one plan end into the same join: their jobs take turns instead of colliding.
        engine.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
        engine.getCustomPostBPMNParseListeners().add(new ArrivalListener(arrivals));
        // History has a time to live; without a window it would never be applied.
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("04:00");
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    }

    /**
     * The end of each task looks for tasks below it, in a column the engine leaves without an index: every completion would
     * read all open tasks there are.
     */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        new JdbcTemplate(engine.getProcessEngineConfiguration().getDataSource())
                .execute("create index if not exists capaccueil_task_parent on act_ru_task (parent_task_id_)");
    }
}
