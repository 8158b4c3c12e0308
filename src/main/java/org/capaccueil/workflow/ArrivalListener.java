package org.capaccueil.workflow;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Hangs one listener on every user task, so that no diagram has to remember to say that somebody is awaited. */
final class ArrivalListener extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskArrivals> arrivals;

    ArrivalListener(ObjectProvider<TaskArrivals> arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior userTask) {
            userTask.getTaskDefinition()
                    .addBuiltInTaskListener(
                            TaskListener.EVENTNAME_CREATE, task -> arrivals.forEach(room -> room.opened(task.getId())));
        }
    }
}
