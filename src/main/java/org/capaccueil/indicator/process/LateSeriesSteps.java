package org.capaccueil.indicator.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.capaccueil.indicator.domain.LateSeriesChase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.workflow.ProcessBean;

/** The steps, questions and dates of late-series.bpmn. */
@ProcessBean("lateSeriesSteps")
public class LateSeriesSteps {

    private final LateSeriesChase chase;

    LateSeriesSteps(LateSeriesChase chase) {
        this.chase = chase;
    }

    public void remindOwners(DelegateExecution execution) {
        chase.remindOwners(id(execution));
    }

    public void remindAll(DelegateExecution execution) {
        chase.remindAll(id(execution));
    }

    public boolean isLate(DelegateExecution execution) {
        return chase.isLate(id(execution));
    }

    public boolean isRemindedOften(DelegateExecution execution) {
        return chase.isRemindedOften(id(execution));
    }

    public void end(DelegateExecution execution) {
        chase.end(id(execution));
    }

    /** At eight in the morning, when somebody reads it; by the engine's clock, which the timer waits by. */
    public Date inAWeek(DelegateExecution execution) {
        return Date.from(PublicTime.dayOf(ClockUtil.getCurrentTime().toInstant())
                .plusWeeks(1)
                .atTime(8, 0)
                .atZone(PublicTime.ZONE)
                .toInstant());
    }

    private static UUID id(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
