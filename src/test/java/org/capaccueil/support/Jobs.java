package org.capaccueil.support;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;

/** Runs due jobs in the test's own thread until none is left, so that tests need not wait. */
@TestComponent
public class Jobs {

    private final ManagementService management;

    public Jobs(ManagementService management) {
        this.management = management;
    }

    /** Runs everything executable now; a job that fails makes the test fail with its cause. */
    public void runAll() {
        List<Job> due;
        while (!(due = management
                                .createJobQuery()
                                .executable()
                                .duedateLowerThan(ClockUtil.getCurrentTime())
                                .listPage(0, 50))
                        .isEmpty()
                || !(due = management.createJobQuery().messages().executable().listPage(0, 50)).isEmpty()) {
            for (Job job : due) {
                if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            }
        }
    }
}
