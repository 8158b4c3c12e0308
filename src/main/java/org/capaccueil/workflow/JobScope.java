package org.capaccueil.workflow;

import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.capaccueil.scope.Scope;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Jobs are the system's own work, on whichever organisation's evaluation: their threads work on everything. Nobody else's
 * do; the thread that fetches jobs meets the engine's tables only.
 */
@Component
class JobScope implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (name.equals(JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER)
                && bean instanceof ThreadPoolTaskExecutor jobs) {
            jobs.setTaskDecorator(job -> () -> Scope.everything().run(job));
        }
        return bean;
    }
}
